"""What `make deps`, `make lint` and `make fuzz` do, each script played in a folder of its own with stand-ins for what it calls."""
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]


class Scripts(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.here = pathlib.Path(folder.name)
        self.bin = self.here / "bin"

    def copy(self, *names):
        for name in names:
            (self.here / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, self.here / name)

    def file(self, name, text):
        path = self.here / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        return path

    def command(self, name, *lines):
        """A stand-in that notes its words in called.txt and does what the lines say."""
        note = f'echo "{pathlib.Path(name).name} $*" >> {self.here}/called.txt'
        self.file(name, "\n".join(["#!/bin/sh", note, *lines, ""])).chmod(0o755)

    @property
    def called(self):
        path = self.here / "called.txt"
        return path.read_text().splitlines() if path.exists() else []

    def run_script(self, *words, **environment):
        path = {"PATH": f"{self.bin}:{os.environ['PATH']}"}
        return subprocess.run([self.here / words[0], *words[1:]], cwd=self.here, capture_output=True, text=True, check=False,
                              env={**os.environ, **path, **environment})

    def git(self, *words):
        return subprocess.run(["git", "-c", "user.name=n", "-c", "user.email=e", *words], cwd=self.here, check=True,
                              capture_output=True, text=True).stdout.strip()


class Targets(unittest.TestCase):
    def test_each_target_is_its_script(self):
        for target, command in (("deps", ".ci/deps"), ("lint", ".ci/lint"), ("fuzz", ".ci/fuzz 30"), ("test", ".ci/test build"),
                                ("demo", "examples/demo.sh"), ("build", "cmake --build --preset release")):
            told = subprocess.run(["make", "-n", target], cwd=ROOT, capture_output=True, text=True, check=True).stdout
            self.assertIn(command, told.splitlines())


class Deps(Scripts):
    def setUp(self):
        super().setUp()
        self.copy(".ci/deps")
        self.file(".ci/packages.txt", "build  first   # why\ncheck  second  # why\n")
        self.command("bin/apt-get")
        self.command("bin/id", "echo 0")

    def installed(self, *names):
        self.command("bin/dpkg-query", *(f'echo "installed {name}, "' for name in names))

    def test_what_is_missing_is_installed_and_nothing_asked(self):
        self.installed("first")
        self.assertEqual(self.run_script(".ci/deps").returncode, 0)
        apt = [line for line in self.called if line.startswith("apt-get")]
        self.assertEqual(len(apt), 2, self.called)
        self.assertTrue(apt[0].endswith(" update") and apt[1].endswith(" install --no-install-recommends second"), apt)
        self.assertTrue(all(" -y " in line for line in apt), apt)

    def test_one_group(self):
        self.installed()
        self.assertEqual(self.run_script(".ci/deps", "build").returncode, 0)
        self.assertTrue(self.called[-1].endswith("--no-install-recommends first"), self.called)

    def test_nothing_missing_returns_at_once(self):
        self.installed("first", "second")
        self.assertEqual(self.run_script(".ci/deps").returncode, 0)
        self.assertEqual([line for line in self.called if line.startswith("apt-get")], [])


class Lint(Scripts):
    def setUp(self):
        super().setUp()
        self.copy(".ci/lint", ".clang-format", "tests/lint/layers.py")
        self.file("old.cpp", "int old();\n")
        self.git("init", "-q")
        self.git("add", ".")
        self.git("commit", "-qm", "one")
        self.base = self.git("rev-parse", "HEAD")
        self.git("commit", "-q", "--allow-empty", "-m", "two")
        self.file("new.cpp", "int fresh();\n")
        self.command("bin/cmake")

    def test_format(self):
        if shutil.which("clang-format-14") is None:
            self.assertNotEqual(os.environ.get("CI"), "true", "clang-format-14 is in the list of packages")
            self.skipTest("clang-format-14 is not installed")
        self.assertEqual(self.run_script(".ci/lint", "format").returncode, 0)
        self.file("new.cpp", "int   fresh( );\n")
        run = self.run_script(".ci/lint", "format")
        self.assertNotEqual(run.returncode, 0)
        self.assertIn("new.cpp:1", run.stderr)

    def test_tidy_looks_at_changed_files_alone(self):
        self.command("bin/clang-tidy-16")
        run = self.run_script(".ci/lint", "tidy", LINT_BASE=self.base)
        self.assertEqual(run.returncode, 0, run.stdout + run.stderr)
        self.assertEqual([line.split()[-1] for line in self.called if line.startswith("clang-tidy")], ["new.cpp"])

    def test_what_tidy_says_fails(self):
        self.command("bin/clang-tidy-16", "echo 'new.cpp:1:1: error: bad'", "exit 1")
        run = self.run_script(".ci/lint", "tidy", LINT_BASE=self.base)
        self.assertNotEqual(run.returncode, 0)
        self.assertIn("new.cpp:1:1: error: bad", run.stdout)

    def test_tidy_ends_in_time_and_names_what_it_did_not_reach(self):
        self.command("bin/clang-tidy-16", "sleep 60")
        run = self.run_script(".ci/lint", "tidy", LINT_BASE=self.base, LINT_TIDY_SECONDS="1")
        self.assertEqual(run.returncode, 0, run.stdout + run.stderr)
        self.assertIn("no time left for new.cpp", run.stdout)

    def test_without_words_everything_counts(self):
        self.command("bin/clang-format-14")
        self.command("bin/clang-tidy-16", "echo wrong")
        self.assertNotEqual(self.run_script(".ci/lint", LINT_BASE=self.base).returncode, 0)


class Fuzz(Scripts):
    def setUp(self):
        super().setUp()
        self.copy(".ci/fuzz")
        self.command("bin/cmake")
        for name in ("good", "bad"):
            self.file(f"tests/fuzz/{name}_fuzz.cpp", "")
            self.file(f"tests/fuzz/corpus/{name}/seed", "")
        self.command("build-fuzz/tests/fuzz/good_fuzz", "echo 'stat::number_of_executed_units: 7'", "echo 'stat::average_exec_per_sec: 3'")
        self.command("build-fuzz/tests/fuzz/bad_fuzz", "echo 'ERROR: it crashed'", "exit 77")

    def test_every_target_is_played_and_a_crash_fails(self):
        run = self.run_script(".ci/fuzz", "5")
        self.assertNotEqual(run.returncode, 0)
        self.assertIn("good: 7 inputs, 3 a second", run.stdout)
        self.assertIn("ERROR: it crashed", run.stdout)
        self.assertIn("error: bad stopped", run.stdout)
        played = [line for line in self.called if "_fuzz " in line]
        self.assertEqual(len(played), 2)
        for line in played:
            self.assertIn("-max_total_time=5", line)

    def test_named_targets_alone(self):
        run = self.run_script(".ci/fuzz", "5", "good")
        self.assertEqual(run.returncode, 0, run.stdout + run.stderr)
        self.assertNotIn("bad", run.stdout)


if __name__ == "__main__":
    unittest.main()
