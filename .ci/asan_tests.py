#!/usr/bin/env python3
"""asan_tests.py BUILD-DIR: writes the built tests of a sanitized tree as ctest commands, named asan.NAME and labelled asan.

With them in one tree beside the release tests there is one ctest run and one summary.
"""
import json
import subprocess
import sys

# Not for a sanitized build: tests of the repository, those of the command (it is not built here), and those that measure time or run long.
LEFT_OUT = {"lint", "bench", "long", "conformance", "docs", "e2e", "property"}
# Tests that play thousands of mutants through the whole pack: minutes each under sanitizers, seconds without. By hand:
# build-asan/tests/mutants/mutants.
TOO_LONG = {"unit.lang.a mutant is what its text says",
            "unit.lang.a mutant that is applied and taken back leaves the program as it was",
            "mutants.templates_and_policies"}
# How many mutants of its seeds a fuzz target plays here, instead of 2,000.
FUZZ_MUTANTS = "100"
# The properties that change how a test runs or what its result means.
KEPT = {"WORKING_DIRECTORY", "ENVIRONMENT", "TIMEOUT", "SKIP_RETURN_CODE", "SKIP_REGULAR_EXPRESSION",
        "PASS_REGULAR_EXPRESSION", "FAIL_REGULAR_EXPRESSION", "WILL_FAIL", "RUN_SERIAL"}


def quoted(text):
    return f"[==[{text}]==]"


def value_of(value):
    return ";".join(value) if isinstance(value, list) else str(value)


def main():
    listing = subprocess.run(["ctest", "--test-dir", sys.argv[1], "--show-only=json-v1"], check=True, capture_output=True)
    for test in json.loads(listing.stdout)["tests"]:
        properties = {p["name"]: p["value"] for p in test.get("properties", [])}
        if "command" not in test or test["name"].endswith("_NOT_BUILT") or test["name"] in TOO_LONG:
            continue
        if LEFT_OUT & set(properties.get("LABELS", [])):
            continue
        if "fuzz" in properties.get("LABELS", []):
            test["command"] = [FUZZ_MUTANTS if word == "2000" else word for word in test["command"]]
        name = quoted("asan." + test["name"])
        print(f"add_test({name} {' '.join(quoted(word) for word in test['command'])})")
        kept = "".join(f" {key} {quoted(value_of(properties[key]))}" for key in sorted(KEPT & set(properties)))
        print(f"set_tests_properties({name} PROPERTIES LABELS asan{kept})")


main()
