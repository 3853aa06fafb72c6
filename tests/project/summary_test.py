"""`.ci/test` prints minutes per label and ends with one summary; with CI=true a skipped test fails, and so does a run that took too long."""
import os
import pathlib
import subprocess
import tempfile
import time
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]


class Summary(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.tests('add_test(good true)')

    def tests(self, *lines):
        labelled = 'set_tests_properties(good PROPERTIES LABELS unit)'
        (self.folder / "CTestTestfile.cmake").write_text("\n".join([*lines, labelled, ""]))

    def run_tests(self, **environment):
        inherited = {name: value for name, value in os.environ.items() if name not in ("CI", "SPILE_STARTED", "SPILE_LIMIT")}
        return subprocess.run([ROOT / ".ci/test", self.folder], capture_output=True, text=True, check=False, env={**inherited, **environment})

    def test_minutes_come_before_the_one_summary(self):
        run = self.run_tests()
        self.assertEqual(run.returncode, 0, run.stdout)
        self.assertRegex(run.stdout, r"minutes\s+unit")
        self.assertEqual(run.stdout.count("tests passed, "), 1)
        self.assertLess(run.stdout.index("minutes"), run.stdout.index("100% tests passed, 0 tests failed out of 1"))

    def test_a_failure_fails(self):
        self.tests('add_test(good true)', 'add_test(bad false)')
        self.assertNotEqual(self.run_tests().returncode, 0)

    def test_nothing_to_run_fails(self):
        (self.folder / "CTestTestfile.cmake").write_text("")
        self.assertNotEqual(self.run_tests().returncode, 0)

    def test_a_skipped_test_fails_where_everything_is_there(self):
        self.tests('add_test(good true)', 'add_test(absent sh -c "exit 77")', 'set_tests_properties(absent PROPERTIES SKIP_RETURN_CODE 77)')
        self.assertEqual(self.run_tests().returncode, 0)
        run = self.run_tests(CI="true")
        self.assertNotEqual(run.returncode, 0)
        self.assertIn("no test may be skipped", run.stdout)

    def test_a_long_run_fails(self):
        begun = str(int(time.time()) - 26 * 60)
        self.assertEqual(self.run_tests(SPILE_STARTED=begun, SPILE_LIMIT="30").returncode, 0)
        run = self.run_tests(SPILE_STARTED=begun, SPILE_LIMIT="25")
        self.assertNotEqual(run.returncode, 0)
        self.assertIn("may take 25 minutes", run.stdout)


if __name__ == "__main__":
    unittest.main()
