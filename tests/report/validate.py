#!/usr/bin/env python3
"""validate.py sarif | json | junit | gitlab: the golden reports keep to their schemas, and the schemas refuse what they must.

sarif is the OASIS schema of the corpus (SPILE_CORPUS), json our own docs/reference/report.schema.json, junit tests/report/junit.xsd
(by xmllint), gitlab the list of required fields in GitLab's documentation of Code Quality reports.
"""
import copy
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
CORPUS = pathlib.Path(os.environ.get("SPILE_CORPUS") or ROOT.parent / "shared" / "corpus")


def skip(why):
    print(f"skipped: {why}")
    sys.exit(1 if os.environ.get("CI") == "true" else 77)


def golden(name):
    return json.loads((HERE / f"{name}.golden").read_text(encoding="utf-8"))


def validator(schema):
    try:
        import jsonschema
    except ImportError:
        skip("python3-jsonschema is not installed")
    jsonschema.Draft7Validator.check_schema(schema)
    return jsonschema.Draft7Validator(schema)


def problems(check, name, document):
    for error in check.iter_errors(document):
        yield f"{name}: {'/'.join(map(str, error.absolute_path))}: {error.message}"


def refuses(check, what, document):
    """A schema that accepts anything proves nothing."""
    if check.is_valid(document):
        yield f"the schema accepts {what}"


def check_sarif():
    schema = CORPUS / "schemas" / "sarif-2.1.0.json"
    if not schema.is_file():
        skip(f"{schema} is not there")
    check = validator(json.loads(schema.read_text(encoding="utf-8")))
    for name in ("sarif", "empty_sarif"):
        yield from problems(check, name, golden(name))
    sample = golden("sarif")
    for run in sample["runs"]:
        for result in run["results"]:
            region = result["locations"][0]["physicalLocation"]["region"]
            if min(region.values()) < 1:
                yield f"{result['ruleId']}: region {region} is not 1-based"
            if run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] != result["ruleId"]:
                yield f"{result['ruleId']}: ruleIndex points at another rule"
            if not result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]:
                yield f"{result['ruleId']}: empty uri"
    sample["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] = 0
    yield from refuses(check, "a line 0", sample)


def check_json():
    schema = json.loads((ROOT / "docs" / "reference" / "report.schema.json").read_text(encoding="utf-8"))
    check = validator(schema)
    for name in ("json", "empty_json"):
        yield from problems(check, name, golden(name))
    lines = [json.loads(line) for line in (HERE / "jsonl.golden").read_text(encoding="utf-8").splitlines()]
    yield from problems(check, "jsonl", {**lines[-1], "findings": lines[:-1]})
    sample = golden("json")
    for what, change in (
        ("a finding without fingerprint", lambda s: s["findings"][0].pop("fingerprint")),
        ("an unknown key", lambda s: s.update(duration=1)),
        ("a verdict that is none", lambda s: s["findings"][0].update(verdict="passed")),
        ("a line 0", lambda s: s["findings"][0]["location"].update(line=0)),
        ("an absolute path", lambda s: s["inputs"][0].update(path="/etc/passwd")),
    ):
        broken = copy.deepcopy(sample)
        change(broken)
        yield from refuses(check, what, broken)


def check_junit():
    if not shutil.which("xmllint"):
        skip("xmllint is not installed (libxml2-utils)")

    def accepts(path):
        command = ["xmllint", "--nonet", "--noout", "--schema", str(HERE / "junit.xsd"), str(path)]
        run = subprocess.run(command, capture_output=True, text=True)
        return run.returncode == 0, run.stderr

    for name in ("junit", "empty_junit"):
        good, output = accepts(HERE / f"{name}.golden")
        if not good:
            yield output
    text = (HERE / "junit.golden").read_text(encoding="utf-8")
    run = subprocess.run(["xmllint", "--nonet", "--noout", "--schema", str(HERE / "junit.xsd"), "-"], capture_output=True,
                         input=re.sub(' classname="[^"]*"', "", text, count=1), text=True)
    if run.returncode == 0:
        yield "the schema accepts a test case without class name"


def check_gitlab():
    issues = golden("gitlab")
    seen = set()
    for issue in issues:
        if set(issue) != {"description", "check_name", "fingerprint", "severity", "location"}:
            yield f"keys {sorted(issue)}"
        if issue["severity"] not in ("info", "minor", "major", "critical", "blocker"):
            yield f"severity {issue['severity']}"
        if issue["location"]["path"].startswith(("./", "/")) or issue["location"]["lines"]["begin"] < 1:
            yield f"location {issue['location']}"
        if issue["fingerprint"] in seen:
            yield f"fingerprint {issue['fingerprint']} appears twice"
        seen.add(issue["fingerprint"])
    if not issues or golden("empty_gitlab") != []:
        yield "the golden files hold no issue, or one where there is none"


def main():
    checks = {"sarif": check_sarif, "json": check_json, "junit": check_junit, "gitlab": check_gitlab}
    found = list(checks[sys.argv[1]]())
    print("\n".join(found) if found else f"{sys.argv[1]}: valid")
    return 1 if found else 0


sys.exit(main())
