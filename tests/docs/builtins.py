#!/usr/bin/env python3
"""builtins.py [--check]: writes docs/reference/builtins.md from builtins.def and domain_fields.def, or says that it is out of date."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs/reference/builtins.md"
HEAD = """# Built-in functions and fields

Made by `tests/docs/builtins.py` from `lang/program/builtins.def` and `lang/program/domain_fields.def`.

A parameter of type `any` takes every value, one of type `T?` a missing one too, and a result of type `T?` is of the argument's own type. Where `T` is wanted, a value that may be missing is an error at
load, an unknown argument gives an unknown result unless what is known decides, and an error value passes through. What is computed from a
sensitive value is sensitive, except for a boolean.
"""
SECTIONS = {"text": "Text", "collections": "Collections", "documents": "Documents", "networks": "Networks", "names of things": "Names of things",
            "time": "Time"}


def cell(text):
    return text.replace("|", "\\|")


def functions():
    lines = []
    for line in (ROOT / "lang/program/builtins.def").read_text(encoding="utf-8").splitlines():
        title = re.match(r"// (.*)$", line)
        if title and title.group(1) in SECTIONS:
            lines += ["", f"## {SECTIONS[title.group(1)]}", "", "| function | gives |", "| --- | --- |"]
        entry = re.match(r'SPILE_BUILTIN\((\w+), "(.*?)", "(.*)"\)$', line)
        if entry:
            lines.append(f"| `{entry.group(1)}{entry.group(2)}` | {cell(entry.group(3))} |")
        elif line.startswith("SPILE_BUILTIN"):
            sys.exit(f"builtins.def: cannot read {line}")
    return lines


def fields():
    lines = ["", "## Fields of domain types", "", "| type | field | is |", "| --- | --- | --- |"]
    for entry in re.findall(r'^SPILE_DOMAIN_FIELD\((\w+), (\w+), "(.*?)", "(.*)"\);?$', (ROOT / "lang/program/domain_fields.def").read_text(
            encoding="utf-8"), re.M):
        lines.append(f"| `{entry[0]}` | `{entry[1]}: {entry[2]}` | {cell(entry[3])} |")
    return lines


def main():
    page = HEAD + "\n".join(functions() + fields()) + "\n"
    if "--check" not in sys.argv:
        PAGE.write_text(page, encoding="utf-8")
        return 0
    if PAGE.read_text(encoding="utf-8") == page:
        return 0
    print("docs/reference/builtins.md is out of date; write it with tests/docs/builtins.py")
    return 1


sys.exit(main())
