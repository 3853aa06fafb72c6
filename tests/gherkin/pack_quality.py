#!/usr/bin/env python3
"""pack_quality.py SPILE [FOLDER] [--figures FILE] [--least N]: whether the features of a pack say enough about its policies.

Runs the features below FOLDER (the embedded packs) with coverage and mutation, prints the figures, writes them to FILE, and
fails below the floors: N policies at least (80), each with scenarios that show pass, fail, not applicable and, where it can be, unknown; conditions seen with
95 % of their outcomes; 85 % of the mutants killed, of each policy's 60 %; 3 % of the mutants equivalent at most.
"""
import argparse
import json
import pathlib
import resource
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
COVERAGE, SCORE, POLICY_SCORE, EQUIVALENT = 95, 85, 60, 3


def percent(seen, of):
    return 100.0 if of == 0 else 100.0 * seen / of


def run(spile, folder):
    """The run's coverage and mutation; what the command complains of is printed as it is."""
    with tempfile.TemporaryDirectory() as scratch:
        coverage, mutation = pathlib.Path(scratch, "coverage.json"), pathlib.Path(scratch, "mutation.json")
        done = subprocess.run([spile, "test", folder, f"--cover-out=json={coverage}", f"--mutate-out=json={mutation}"],
                              cwd=ROOT, capture_output=True, text=True)
        if done.returncode != 0:
            print(done.stdout + done.stderr)
            sys.exit(f"error: the features do not pass (exit {done.returncode})")
        return json.loads(coverage.read_text()), json.loads(mutation.read_text())


def problems_of(coverage, mutation):
    for policy in coverage["policies"]:
        if policy["scenarios"] == 0:
            yield f"{policy['path']}:{policy['line']}: no scenario evaluates {policy['id']}"
        elif policy["never"]:
            yield f"{policy['path']}:{policy['line']}: no scenario shows {policy['id']} {', '.join(policy['never'])}"
    outcomes = [coverage["total"][kind] for kind in ("true_false", "undecided")]
    seen, of = sum(each["seen"] for each in outcomes), sum(each["of"] for each in outcomes)
    if percent(seen, of) < COVERAGE:
        yield f"condition coverage is {percent(seen, of):.1f} % ({seen} of {of}), the floor is {COVERAGE} %"
        for policy in coverage["policies"]:
            for condition in policy["outcomes"]:
                if condition["never"]:
                    yield (f"  {policy['path']}:{condition['line']}:{condition['column']}: never {', '.join(condition['never'])}: "
                           f"{condition['text'][:100]}")
    total = mutation["total"]
    if percent(total["killed"], total["mutants"] - total["equivalent"]) < SCORE:
        yield f"the mutation score is {total['score']} %, the floor is {SCORE} %"
    for policy in mutation["policies"]:
        if percent(policy["killed"], policy["mutants"] - policy["equivalent"]) < POLICY_SCORE:
            yield f"the mutation score of {policy['id']} is {policy['score']} %, the floor is {POLICY_SCORE} %"
    if percent(total["equivalent"], total["mutants"]) > EQUIVALENT:
        yield f"{total['equivalent']} of {total['mutants']} mutants are said to be equivalent, {EQUIVALENT} % are the most"


def figures_of(coverage, mutation):
    covered, mutated = coverage["total"], mutation["total"]
    worst = min(mutation["policies"], key=lambda policy: float(policy["score"]))
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return "\n".join([
        f"policies of the pack: {len(coverage['policies'])}, evaluated {sum(p['scenarios'] for p in coverage['policies'])} times by their features",
        f"condition coverage: {covered['coverage']} % (true and false {covered['true_false']['seen']}/{covered['true_false']['of']}, "
        f"undecided {covered['undecided']['seen']}/{covered['undecided']['of']}); floor {COVERAGE} %",
        f"verdicts shown: {covered['verdicts']['seen']}/{covered['verdicts']['of']} (pass, fail, not applicable, and unknown where it can be); floor all",
        f"mutation score: {mutated['score']} % ({mutated['killed']} of {mutated['mutants'] - mutated['equivalent']} mutants); floor {SCORE} %",
        f"lowest mutation score of a policy: {worst['score']} % ({worst['id']}); floor {POLICY_SCORE} %",
        f"equivalent mutants: {percent(mutated['equivalent'], mutated['mutants']):.1f} % ({mutated['equivalent']} of {mutated['mutants']}), "
        f"each with a reason; at most {EQUIVALENT} %",
        f"all of it in {used.ru_utime + used.ru_stime:.1f} CPU-seconds",
    ]) + "\n"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("spile")
    parser.add_argument("folder", nargs="?", default="policies")
    parser.add_argument("--figures", type=pathlib.Path)
    parser.add_argument("--least", type=int, default=80)
    asked = parser.parse_args()
    coverage, mutation = run(asked.spile, asked.folder)
    text = figures_of(coverage, mutation)
    print(text, end="")
    if asked.figures:
        asked.figures.parent.mkdir(parents=True, exist_ok=True)
        asked.figures.write_text(text)
    problems = list(problems_of(coverage, mutation))
    if len(coverage["policies"]) < asked.least:
        problems.append(f"{len(coverage['policies'])} policies, {asked.least} are the least")
    for problem in problems:
        print(problem)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
