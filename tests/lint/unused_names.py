#!/usr/bin/env python3
"""Using-declarations and namespace aliases of .cpp files that nothing in the file needs.

No compiler of ours warns of them and clang-tidy, which does, takes seconds for each file; this reads all files in one. A name that is
written with something in front of it (`a::name`, `a.name`) does not need the declaration. Only what looks the same to both is found: a
name that is also a member's or a local one's counts as used here.
"""
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
# Comments, raw strings, strings and characters; digit separators are no characters.
NO_CODE = re.compile(r'//[^\n]*|/\*.*?\*/|R"([^(\s]*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|(?<![0-9A-Fa-f])\'(?:\\.|[^\'\\\n])+\'', re.DOTALL)
DECLARATION = re.compile(r"^[ \t]*(?:using\s+(?:typename\s+)?(?:::)?(?:\w+::)+(\w+)\s*;|namespace\s+(\w+)\s*=\s*[\w:\s]+;)", re.MULTILINE)


def without_text(code):
    """The code, with nothing but line breaks where its comments and texts were."""
    return NO_CODE.sub(lambda found: "\n" * found.group().count("\n") or " ", code)


def unused(code):
    """(line, name) of each declaration that nothing else in the code needs."""
    code = without_text(code)
    rest = DECLARATION.sub(lambda found: "\n" * found.group().count("\n"), code)
    for found in DECLARATION.finditer(code):
        name = found.group(1) or found.group(2)
        inherits = re.search(rf"\b{name}(<.*>)?::{name}\s*;", found.group())
        if not inherits and not re.search(rf"(?<!::)(?<!\.)(?<!->)\b{name}\b", rest):
            yield code.count("\n", 0, found.start(1 if found.group(1) else 2)) + 1, name


def main():
    listing = subprocess.run(["git", "ls-files", "-co", "--exclude-standard", "--", "*.cpp"], cwd=ROOT, check=True, capture_output=True,
                             text=True)
    sources = [name for name in listing.stdout.splitlines() if (ROOT / name).is_file()]
    problems = [f"{source}:{line}: nothing needs the declaration of `{name}`"
                for source in sources for line, name in unused((ROOT / source).read_text(encoding="utf-8"))]
    for problem in problems:
        print(problem)
    print(f"unused_names: {len(sources)} files, {len(problems)} problems")
    return 1 if problems or not sources else 0


sys.exit(main())
