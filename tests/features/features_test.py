#!/usr/bin/env python3
"""passing.feature and failing.feature: the printed results byte by byte, and every step of the vocabulary in both.

SPILE_UPDATE=1 accepts what the command prints now.
"""
import json
import os
import pathlib
import re
import subprocess
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
HERE = pathlib.Path(__file__).resolve().parent
SPILE = os.path.abspath(os.environ.get("SPILE_BIN", ROOT / "build" / "spile"))


def spile(*words):
    done = subprocess.run([SPILE, "test", *words], cwd=ROOT, capture_output=True, text=True, timeout=120)
    return done.returncode, done.stdout, done.stderr


def steps_by_status(feature):
    """{status: expressions of the steps that ended so}, from the machine-readable results."""
    _, out, _ = spile("--out", "json", f"tests/features/{feature}")
    found = {}

    def visit(node):
        if isinstance(node, dict):
            if "expression" in node and "status" in node:
                found.setdefault(node["status"], set()).add(node["expression"])
            for child in node.values():
                visit(child)
        elif isinstance(node, list):
            for child in node:
                visit(child)

    visit(json.loads(out))
    return found


class GoldenFeatures(unittest.TestCase):
    maxDiff = None

    def vocabulary(self):
        code, out, _ = spile("--steps")
        self.assertEqual(code, 0)
        return {re.sub(r"^(Given|When|Then) +", "", line) for line in out.splitlines()}

    def compare(self, name, out):
        path = HERE / name
        if os.environ.get("SPILE_UPDATE") == "1" and os.environ.get("CI") != "true":
            path.write_text(out)
        self.assertEqual(out, path.read_text(), f"SPILE_UPDATE=1 accepts what {name} does not hold")

    def test_what_holds(self):
        code, out, err = spile("-v", "tests/features/passing.feature")
        self.assertEqual(code, 0, out + err)
        self.compare("passing.expected", out)

    def test_what_fails(self):
        code, out, err = spile("tests/features/failing.feature")
        self.assertEqual(code, 1, out + err)
        self.compare("failing.expected", out)
        self.assertIn(" 0 passed", out)

    def test_jobs_do_not_matter(self):
        one = spile("-j", "1", "tests/features")
        self.assertEqual(one, spile("-j", "7", "tests/features"))

    def test_every_step_holds_somewhere(self):
        self.assertEqual(self.vocabulary() - steps_by_status("passing.feature")["passed"], set())

    def test_every_step_fails_somewhere(self):
        # What can only fail at the evaluation that it is for.
        never = {"the template parameter {string} is {string}", "the build argument {string} is {string}",
                 "the build target is {string}", "all policies are evaluated"}
        self.assertEqual(self.vocabulary() - steps_by_status("failing.feature")["failed"] - never, set())


if __name__ == "__main__":
    unittest.main()
