"""What `make install` copies works where it lies, PREFIX and DESTDIR are respected, and `make package` makes a package of it."""
import os
import pathlib
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILD = pathlib.Path(os.environ.get("SPILE_BUILD", ROOT / "build"))
CMAKE = os.environ.get("CMAKE", "cmake")
CPACK = os.environ.get("CPACK", "cpack")


def run(*words, **environment):
    return subprocess.run([str(word) for word in words], capture_output=True, text=True, check=True, cwd=ROOT, env={**os.environ, **environment}).stdout


class Install(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def works(self, spile):
        self.assertIn("spile", run(spile, "version"))
        self.assertIn("SPILE-S3-", run(spile, "policies"))

    def test_make_passes_the_prefix_on(self):
        told = run("make", "-n", "install", "PREFIX=/opt/spile")
        self.assertIn("cmake --install build --prefix /opt/spile", told)
        self.assertNotIn("--prefix", run("make", "-n", "install"))

    def test_a_prefix(self):
        run(CMAKE, "--install", BUILD, "--prefix", self.folder / "opt")
        self.works(self.folder / "opt/bin/spile")
        self.assertTrue((self.folder / "opt/share/doc/spile/language.md").is_file())

    def test_a_destdir(self):
        run(CMAKE, "--install", BUILD, "--prefix", "/usr", DESTDIR=str(self.folder))
        self.works(self.folder / "usr/bin/spile")

    def test_a_package(self):
        self.assertIn("cpack -G DEB", run("make", "-n", "package"))
        run(CPACK, "-G", "DEB", "--config", BUILD / "CPackConfig.cmake", "-B", self.folder)
        [package] = self.folder.glob("spile_*.deb")
        self.assertIn("./usr/bin/spile", run("dpkg-deb", "--contents", package))
        needs = run("dpkg-deb", "--field", package, "Depends")
        for library in ("libre2", "libyaml", "libstdc++6"):
            self.assertIn(library, needs)
        run("dpkg-deb", "--extract", package, self.folder / "there")
        self.works(self.folder / "there/usr/bin/spile")


if __name__ == "__main__":
    unittest.main()
