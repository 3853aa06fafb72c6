#!/usr/bin/env python3
"""both_tools.py: the feature of every policy of the pack `aws` shows CloudFormation and Terraform.

A policy is written once for both. Where Terraform has no such resource, policies/README.md says so with a reason in the table "Only in
templates"; a row there for a policy whose feature shows both is a mistake, too.
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
PACK = ROOT / "policies/aws"
STEP = re.compile(r"^\s*(?:Given|And|But|\*) the (?:planned resources|plan)\b", re.M)


def exceptions():
    """Path below policies/ -> reason."""
    text = (ROOT / "policies/README.md").read_text()
    section = re.search(r"^## Only in templates$(.*?)^## ", text, re.M | re.S)
    rows = re.findall(r"^\| \[[^\]]*\]\(([^)]+)\) \| (.+?) \|$", section.group(1), re.M) if section else []
    return dict(rows)


def mistakes():
    allowed = exceptions()
    for policy in sorted(PACK.rglob("*.spile")):
        feature = policy.with_suffix(".feature")
        name = str(policy.relative_to(ROOT / "policies"))
        if not feature.exists():
            yield f"{name} has no feature beside it"
            continue
        shows = STEP.search(feature.read_text()) is not None
        if not shows and name not in allowed:
            yield f"{feature.relative_to(ROOT)} does not show a plan of Terraform, and policies/README.md gives no reason"
        if shows and name in allowed:
            yield f"policies/README.md takes {name} for one of templates only, and its feature shows a plan"
        allowed.pop(name, None)
    for name in allowed:
        yield f"policies/README.md names {name}, which is no policy"


if __name__ == "__main__":
    found = list(mistakes())
    print(*found, sep="\n")
    sys.exit(1 if found else 0)
