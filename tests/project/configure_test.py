"""Configuring fails without each of the chosen packages, and takes ccache and mold where they are."""
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILD = pathlib.Path(os.environ.get("SPILE_BUILD", ROOT / "build"))
CMAKE = os.environ.get("CMAKE", "cmake")
PACKAGES = ("pegtl", "nlohmann_json", "yaml-cpp", "simdjson", "CLI11", "Catch2", "spdlog")


class Configure(unittest.TestCase):
    def test_each_package_is_needed(self):
        with tempfile.TemporaryDirectory() as folder:  # one for all: the compiler is looked at once
            for package in PACKAGES:
                with self.subTest(package):
                    run = subprocess.run([CMAKE, "-G", "Ninja", "-S", ROOT, "-B", folder, f"-DCMAKE_DISABLE_FIND_PACKAGE_{package}=ON"],
                                         capture_output=True, text=True, check=False)
                    self.assertNotEqual(run.returncode, 0, run.stdout)
                    self.assertIn(f"CMAKE_DISABLE_FIND_PACKAGE_{package}", run.stderr)
                    subprocess.run([CMAKE, "-U", f"CMAKE_DISABLE_FIND_PACKAGE_{package}", "-N", folder], capture_output=True, check=True)

    def test_ccache_and_mold_where_present(self):
        rules = "".join(path.read_text() for path in (BUILD / "build.ninja", BUILD / "CMakeFiles/rules.ninja"))
        self.assertEqual("-fuse-ld=mold" in rules, shutil.which("mold") is not None)
        self.assertEqual("ccache" in rules, shutil.which("ccache") is not None)

    def test_warnings_are_errors_unless_sanitized(self):
        commands = (BUILD / "build.ninja").read_text()
        self.assertNotEqual("-Werror" in commands, "-fsanitize=" in commands)

    def test_formatters_have_their_settings(self):
        for name in (".clang-format", ".clang-tidy"):
            self.assertTrue((ROOT / name).read_text().strip(), name)


if __name__ == "__main__":
    unittest.main()
