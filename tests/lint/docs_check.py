#!/usr/bin/env python3
"""docs_check.py diagnostics | words | links | capabilities BUILD-DIR: what the pages promise is there.

diagnostics   each code of lang/diagnostics/kinds.def has a page docs/reference/diagnostics/CODE.md and a test: one that names it, or
              an example on its page, which tests/docs/blocks.py runs; and each page has a code
words         no tracked file names a package mirror's host, says how the work on the project is organised, or is left unfinished
links         each relative link of a page leads to a file or folder
capabilities  each row of docs/capabilities.md names tests that exist: a name that ctest lists, or a file under tests/
"""
import json
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]

# Each pattern is written so that it does not match its own text.
WORDS = [
    (r"registry[.]npmjs|npmjs[.]org|pypi[.]org|pythonhosted[.]org|(deb|security|snapshot)[.]debian[.]org|crates[.]io"
     r"|proxy[.]golang|rubygems[.]org|nodesource[.]com", "host name of a package mirror"),
    (r"(?i)\bsub-?age[n]ts?\b|\b(ai|llm|coding) age[n]ts?\b|\blanguage mode[l]s?\b|\bcla[u]de\b|\bchatgp[t]\b"
     r"|\bhelper[s]\.md\b|\b(next|previous|earlier|later) sessio[n]s?\b|\bissue #?[0-9]+|\bwork[t]rees?\b|\bthe brie[f]\b"
     r"|/wor[k]/|\bshared/(design|language|style|notes)\b|\bDESIGN (§|[0-9])|\bLANGUAGE,? (Meaning|§)",
     "how the work is organised"),
    (r"\bTOD[O]\b|\bFIXM[E]\b|\bTB[D]\b", "unfinished"),
]
LINK = re.compile(r"\]\(([^)#\s]+)[^)]*\)")
RUN = re.compile(r"^```(spile|yaml|json|toml|console)(?!.*not_run)", re.MULTILINE)
NAMES_TEST = re.compile(r"`([^`]+)`")


def tracked(*patterns):
    listing = subprocess.run(["git", "ls-files", "-co", "--exclude-standard", "--", *patterns],
                             cwd=ROOT, check=True, capture_output=True, text=True)
    return [name for name in listing.stdout.splitlines() if (ROOT / name).is_file()]


def text_of(name):
    return (ROOT / name).read_text(encoding="utf-8", errors="replace")


def check_diagnostics():
    kinds = re.findall(r"^SPILE_DIAGNOSTIC\((\w+), (\w+),", text_of("lang/diagnostics/kinds.def"), re.MULTILINE)
    tests = "\n".join(text_of(name) for name in tracked("tests/", "policies/", "stdlib/") if not name.startswith("stdlib/schema/"))
    pages = {pathlib.Path(name).stem for name in tracked("docs/reference/diagnostics/SP*.md")}
    for code, name in kinds:
        if code not in pages:
            yield f"{code} ({name}) has no page docs/reference/diagnostics/{code}.md"
        elif not text_of(f"docs/reference/diagnostics/{code}.md").startswith(f"# {code}"):
            yield f"docs/reference/diagnostics/{code}.md:1: the title begins with the code: # {code} ..."
        example = code in pages and RUN.search(text_of(f"docs/reference/diagnostics/{code}.md"))
        if not example and not re.search(rf"\b{code}\b|DiagnosticKind::{name}\b", tests):
            yield f"{code} ({name}) is named by no test under tests/, and its page has no example that is run"
    for code in sorted(pages - {code for code, _ in kinds}):
        yield f"docs/reference/diagnostics/{code}.md: kinds.def has no such code"
    if not kinds:
        yield "kinds.def lists no diagnostic"


def check_words():
    for name in tracked():
        if b"\0" in (ROOT / name).read_bytes()[:4096]:
            continue
        for number, line in enumerate(text_of(name).splitlines(), 1):
            for pattern, what in WORDS:
                match = re.search(pattern, line)
                if match:
                    yield f"{name}:{number}: `{match.group()}`: {what}"


def check_links():
    for name in tracked("*.md"):
        fenced = False
        for number, line in enumerate(text_of(name).splitlines(), 1):
            fenced ^= line.lstrip().startswith("```")
            for target in [] if fenced else LINK.findall(line):
                if "://" not in target and not (ROOT / name).parent.joinpath(target).exists():
                    yield f"{name}:{number}: {target} leads nowhere"


def listed_tests(build):
    listing = subprocess.run(["ctest", "--test-dir", build, "--show-only=json-v1"], check=True, capture_output=True)
    return {test["name"] for test in json.loads(listing.stdout)["tests"]}


def check_capabilities(build):
    tests = listed_tests(build)
    files = set(tracked("tests/", "policies/", "stdlib/"))
    rows = 0
    for number, line in enumerate(text_of("docs/capabilities.md").splitlines(), 1):
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if not line.startswith("|") or set(line) <= set("|-: ") or cells[-1] == "proved by":
            continue
        rows += 1
        names = NAMES_TEST.findall(cells[-1])
        if len(cells) < 2 or not names:
            yield f"docs/capabilities.md:{number}: the row names no test"
        for name in names:
            if name not in tests and name not in files:
                yield f"docs/capabilities.md:{number}: there is no test `{name}`"
    if not rows:
        yield "docs/capabilities.md: the table has no row"
    not_built = sorted(name for name in tests if name.endswith("_NOT_BUILT"))
    if not_built:
        yield f"build everything first; not built: {' '.join(not_built)}"


def main():
    checks = {"diagnostics": check_diagnostics, "words": check_words, "links": check_links, "capabilities": check_capabilities}
    problems = list(checks[sys.argv[1]](*sys.argv[2:]))
    print("\n".join(problems) if problems else f"{sys.argv[1]}: nothing to say")
    return 1 if problems else 0


sys.exit(main())
