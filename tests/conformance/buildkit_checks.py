"""The embedded policies against the Dockerfiles of BuildKit's own checks: buildkit_checks.py SPILE [--figures FILE]

Each case of the corpus' suite `buildkit-check` is a Dockerfile and the checks that BuildKit reports, with their lines. For every
check that some policy names under `same_as`, a finding must be at that very line, and there must be no other. Prints the cases, the
recall and the false alarms, and fails below the floors. Checks that no policy names are counted apart. Cases that hang on an
argument of the build are left out. Without the corpus it says so and passes, with CI=true it fails.
"""
import argparse
import json
import os
import pathlib
import subprocess
import sys

LEAST_CASES, LEAST_RECALL, MOST_FALSE_ALARMS = 15, 1.0, 0

# Where the suite's expectation is not what the check says of such a file; counted apart.
MEANT = {
    "buildkit-066": "each instruction is there twice in one stage, which is what the check is about; the suite lists nothing for the file",
}


def corpus():
    given = os.environ.get("SPILE_CORPUS")
    return pathlib.Path(given) if given else pathlib.Path(__file__).resolve().parents[3] / "shared" / "corpus"


def named_checks(spile):
    done = subprocess.run([spile, "policies", "--out", "json"], capture_output=True, text=True, check=True)
    return {alias.split(":", 1)[1] for row in json.loads(done.stdout)["policies"] for alias in row["aliases"] if alias.startswith("buildkit:")}


def findings(spile, path):
    """(check, line) of what fails and is not suppressed."""
    done = subprocess.run([spile, "check", str(path), "--select", "SPILE-DOCKER-*", "--fail-on", "never", "--allow-empty", "--out", "json"],
                          capture_output=True, text=True, check=False)
    if not done.stdout:
        sys.exit(f"{path}: {done.stderr}")
    found = set()
    for finding in json.loads(done.stdout)["findings"]:
        if finding["verdict"] != "fail" or finding.get("waived"):
            continue
        for alias in finding["aliases"]:
            if alias.startswith("buildkit:"):
                found.add((alias.split(":", 1)[1], finding["location"]["line"]))
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("spile")
    parser.add_argument("--figures")
    asked = parser.parse_args()
    suites = corpus() / "suites"
    if not (suites / "buildkit.jsonl").exists():
        print("skipped: the corpus is not here")
        return 1 if os.environ.get("CI") == "true" else 0
    named = named_checks(asked.spile)
    cases = [json.loads(line) for line in (suites / "buildkit.jsonl").read_text().splitlines()]
    cases = [case for case in cases if case["suite"] == "buildkit-check" and "build arguments" not in case.get("note", "")]
    expected = hit = unnamed = 0
    missed, alarms, meant = [], [], []
    for case in cases:
        wanted = {(each["rule"], each["line"]) for each in case["expected"]}
        unnamed += sum(rule not in named for rule, _ in wanted)
        wanted = {each for each in wanted if each[0] in named}
        found = findings(asked.spile, suites / "buildkit" / case["input_path"])
        expected += len(wanted)
        hit += len(wanted & found)
        missed += [f"{case['case']}: {rule} at line {line} is not found" for rule, line in sorted(wanted - found)]
        extra = [f"{case['case']}: {rule} at line {line} is not expected" for rule, line in sorted(found - wanted)]
        (meant if case["case"] in MEANT else alarms).extend(extra)
    recall = hit / expected if expected else 0.0
    text = (f"BuildKit checks that policies name: {len(named)} ({', '.join(sorted(named))})\n"
            f"cases: {len(cases)}; findings at the very line: {hit} of {expected} (recall {recall:.1%}), floor {LEAST_RECALL:.0%}\n"
            f"false alarms: {len(alarms)}, at most {MOST_FALSE_ALARMS}; meant: {len(meant)}\n"
            f"expected findings of checks that no policy names: {unnamed}\n")
    print(text + "\n".join(missed + alarms + [f"{each} (meant: {MEANT[each.split(':')[0]]})" for each in meant]))
    if asked.figures:
        pathlib.Path(asked.figures).parent.mkdir(parents=True, exist_ok=True)
        pathlib.Path(asked.figures).write_text(text)
    return 1 if recall < LEAST_RECALL or len(alarms) > MOST_FALSE_ALARMS or len(cases) < LEAST_CASES else 0


if __name__ == "__main__":
    sys.exit(main())
