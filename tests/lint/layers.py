#!/usr/bin/env python3
"""Who may include whom. Reads every #include line of the project; a break of the table below is an error with file and line.

Data walks through the folders in one direction (docs/architecture.md), so a folder includes what comes before it and nothing
that comes after it. Heavy third-party headers stay in few files, because each costs seconds in every file that sees it.
"""
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
MAX_LINES = 700

# (files that begin with, may not include what begins with). `except_for` of a rule: files it does not bind.
FORBIDDEN = [
    ("lang/", ("engine/", "stdlib/", "pipeline/", "cli/"), ()),
    ("lang/base/", ("lang/source/", "lang/diagnostics/", "lang/syntax/", "lang/sema/", "lang/program/", "lang/schema/"), ()),
    ("lang/diagnostics/", ("lang/syntax/", "lang/sema/", "lang/program/", "lang/schema/"), ()),
    ("lang/program/", ("lang/syntax/", "lang/sema/", "lang/mutation/"), ()),
    ("lang/mutation/", ("lang/syntax/", "lang/sema/", "lang/lint/", "lang/modules/", "lang/gherkin/"), ()),
    ("lang/schema/", ("lang/syntax/", "lang/sema/"), ()),
    ("lang/gherkin/", ("lang/source/", "lang/diagnostics/", "lang/syntax/", "lang/sema/", "lang/program/", "lang/schema/"), ()),
    ("lang/syntax/", ("lang/sema/", "lang/program/", "lang/lint/", "lang/modules/"), ()),
    ("engine/", ("pipeline/", "cli/"), ()),
    # The engine knows programs, not the language's text: whoever makes a program can run it.
    ("engine/", ("lang/syntax/", "lang/sema/", "lang/modules/", "lang/lint/"), ("engine/session/", "engine/scenario/", "engine/editor/")),
    ("engine/document/", ("engine/graph/", "engine/loaders/", "engine/eval/", "engine/findings/", "engine/report/", "engine/session/"), ()),
    ("engine/graph/", ("engine/loaders/", "engine/eval/", "engine/findings/", "engine/report/", "engine/session/"), ()),
    ("engine/loaders/", ("engine/eval/", "engine/findings/", "engine/report/", "engine/session/"), ()),
    ("engine/eval/", ("engine/loaders/", "engine/findings/", "engine/report/", "engine/session/", "engine/reference/"), ()),
    ("engine/reference/", ("engine/loaders/", "engine/findings/", "engine/report/", "engine/session/"), ()),
    ("engine/findings/", ("engine/report/", "engine/session/"), ()),
    ("engine/report/", ("engine/session/",), ()),
    ("engine/coverage/", ("engine/session/", "engine/scenario/", "engine/mutation/"), ()),
    ("engine/scenario/", ("engine/mutation/",), ()),
    ("stdlib/", ("engine/", "pipeline/", "cli/"), ()),
    ("pipeline/", ("cli/",), ()),
]

# Header -> pattern of the files that may include it. Every other third-party header is free inside .cpp files.
HEAVY = {
    "tao/pegtl": r"lang/(syntax|gherkin)/.*|tests/unit/lang/(syntax|gherkin)/.*\.cpp",
    "simdjson": r"engine/document/.*\.cpp|tests/.*\.cpp",
    "yaml-cpp/": r"engine/document/.*\.cpp|tests/.*\.cpp",
    "yaml.h": r"engine/document/.*\.cpp",
    "nlohmann/": r"engine/report/.*\.cpp|cli/lsp/.*\.cpp|tests/.*\.cpp",
    "CLI/": r"cli/flags[a-z_]*\.cpp",
    "spdlog/": r"lang/base/log\.cpp",
    "catch2/": r"tests/.*",
    "re2/": r".*\.cpp",
    "toml++/": r".*\.cpp",
    "regex": r"tests/.*\.cpp",
    "iostream": r"(cli|tests)/.*\.cpp",
}
INCLUDE = re.compile(r'\s*#\s*include\s*(["<])([^">]+)[">]')


def tracked(*patterns):
    listing = subprocess.run(["git", "ls-files", "-co", "--exclude-standard", "--", *patterns],
                             cwd=ROOT, check=True, capture_output=True, text=True)
    return [name for name in listing.stdout.splitlines() if (ROOT / name).is_file()]


def include_problem(name, quote, header):
    if quote == '"':
        beside = name.startswith("tests/") and ((ROOT / name).parent / header).is_file()
        if not beside and not (ROOT / header).is_file():
            return f'"{header}" is not a path from the root of the project'
        for folder, banned, except_for in FORBIDDEN:
            if name.startswith(folder) and header.startswith(banned) and not name.startswith(except_for or ("\0",)):
                return f"{folder} may not include {header}"
    for heavy, where in HEAVY.items():
        whole = heavy in ("regex", "iostream", "yaml.h")
        if (header == heavy if whole else header.startswith(heavy)) and not re.fullmatch(where, name):
            return f"<{header}> may be included only by {where}"
    return None


def main():
    problems = []
    sources = tracked("*.cpp", "*.hpp", "*.def")
    for name in sources:
        lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
        if len(lines) > MAX_LINES:
            problems.append(f"{name}:1: {len(lines)} lines; the limit is {MAX_LINES}")
        for number, line in enumerate(lines, 1):
            match = INCLUDE.match(line)
            problem = include_problem(name, *match.groups()) if match else None
            if problem:
                problems.append(f"{name}:{number}: {problem}")
    for problem in problems:
        print(problem)
    print(f"layers: {len(sources)} files, {len(problems)} problems")
    return 1 if problems or not sources else 0


sys.exit(main())
