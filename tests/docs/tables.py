#!/usr/bin/env python3
"""tables.py SPILE: the truth tables, the table of absence and that of template parameters in docs/language.md are what the command says.

Each cell becomes a policy over one resource that has a value of each kind; its verdict must be the cell's word. A cell that is no truth value
is probed by a condition that it makes true or false. Each cell of the parameters' table becomes a template, whose findings must be what such a
value leaves. A row without a probe is a failure, so that a new row gets one.
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
TEMPLATE = """Parameters:
  P: {Type: String}
Resources:
  R:
    Type: Custom::Thing
    Properties:
      nothing: null
      unknown: !Ref P
      broken: !Select [5, [a]]
"""
# The values behind the columns of the table of absence, and how a truth shows there.
KINDS = {"missing": "r.absent", "null": "r.nothing", "unknown": "r.unknown", "unknown, perhaps missing": "r.unknown.part", "error": "r.broken"}
TRUTHS = {"true": "true", "undecided": '(r.unknown == "v")', "false": "false"}
VERDICTS = {"true": "pass", "false": "fail", "undecided": "unknown", "undecided, an error": "error"}
# Rows whose cells are no truth values: the condition to ask, and what it gives for each word of a cell.
PROBES = {
    'x ?? "d"': ('(x ?? "d") == "d"', {'`"d"`': "true", "`x`": "undecided"}),
    "x + 1": ("x + 1 exists", {"missing": "false", "error": "undecided, an error", "unknown": None,
                                 "unknown, perhaps missing": "undecided"}),
    "x.f": ("x.f exists", {"missing": "false", "unknown, perhaps missing": "undecided", "error": "undecided, an error"}),
    "T": ("starts_with(x, \"v\") exists", {"missing": "false", "error": "undecided, an error", "unknown": "true",
                                            "unknown, perhaps missing": "undecided"}),
    "count(y in x)": ("count(y in x) == 0", {"0": "true", "0 or more": "undecided"}),
}

# The columns of the parameters' table, and what makes a parameter one of a row: its further keys, a flag, a condition over it.
TYPES = ["String", "CommaDelimitedList", "AWS::SSM::Parameter::Value<String>"]
ROWS = {
    "a value given": ("", ["--param", "P=a"], ""),
    "`AllowedValues` (and maybe `Default`)": (", AllowedValues: [a, b]", [], ""),
    "`Default` alone": (", Default: a", [], ""),
    "neither, compared in conditions or looked up in mappings": ("", [], "!Equals [!Ref P, a]"),
    "neither": ("", [], ""),
}
# How a cell begins, and what findings it leaves for "is not a" and "is a": verdict, worlds, whether it is assumed.
LEAVES = {
    "that value, *assumed*": [("fail", [], True), None],
    "that list, *assumed*": [("fail", [], True), None],
    "that": [("fail", [], False), None],
    "one class for each value": [("fail", ["P is a"], False), ("fail", ["P is b"], False)],
    "one class for each literal": [("fail", ["C is true"], False), ("unknown", ["C is false"], False)],
    "unknown": [("unknown", [], False), ("unknown", [], False)],
}


def table_after(lines, start):
    """Cells of the table whose header line begins so; the header is the first row."""
    first = next(i for i, line in enumerate(lines) if line.startswith(start))
    rows = []
    for line in lines[first:]:
        if not line.startswith("|"):
            break
        cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", line.strip()[1:-1])]
        if not set("".join(cells)) <= set("-"):
            rows.append(cells)
    return rows


def plain(cell):
    return cell.replace("*", "").replace("`", "").strip()


def connectives(lines):
    for name in ("and", "or"):
        header, *rows = table_after(lines, f"| `{name}` | true |")
        for row in rows:
            for other, cell in zip(header[1:], row[1:]):
                yield f"{TRUTHS[plain(row[0])]} {name} {TRUTHS[plain(other)]}", plain(cell)
    _, *rows = table_after(lines, "| `a` | `not a` |")
    for row in rows:
        a = TRUTHS[plain(row[0])]
        yield f"not {a}", plain(row[1])
        for b in ("true", "false"):
            for c in ("true", "false"):
                taken = {"`b`": b, "`c`": c}.get(row[2], b if b == c else "undecided")
                yield f"(if {a} then {b} else {c})", taken


def absence(lines):
    header, *rows = table_after(lines, "| | missing | null |")
    for row in rows:
        for code in re.findall(r"`([^`]+)`", row[0]):
            probe, words = PROBES.get(code, (code.replace("…", "true"), None))
            for kind, cell in zip(header[1:], row[1:]):
                if words is not None and cell not in words:
                    raise SystemExit(f"docs/language.md: the row `{code}` has a cell `{cell}` that this test does not know")
                wanted = words[cell] if words is not None else cell.split(";")[0].split(", unless")[0]
                if wanted is None or wanted == "" or wanted.startswith("when "):
                    continue
                if kind == "error" and wanted == "undecided":
                    wanted = "undecided, an error"
                condition = re.sub(r"\bx\b", KINDS[kind], probe).replace("xs", '["v", "w"]').replace("== y", f"== {KINDS[kind]}")
                yield condition, wanted


def program(cells):
    text = "module docs.tables\n"
    for i, (condition, _) in enumerate(cells):
        text += f'\npolicy p{i} "A cell" {{\n    id       DOC-{i}\n    severity low\n    for r: cfn "Custom::Thing"\n    require {condition}\n}}\n'
    return text


def check(spile, flags, policies, template):
    """The JSON report, or nothing."""
    with tempfile.TemporaryDirectory() as folder:
        (pathlib.Path(folder) / "tables.spile").write_text(policies, encoding="utf-8")
        (pathlib.Path(folder) / "template.yaml").write_text(template, encoding="utf-8")
        done = subprocess.run([str(pathlib.Path(spile).resolve()), "check", "--out", "json", "--policy", "tables.spile", *flags, "template.yaml"],
                              cwd=folder, capture_output=True, text=True, check=False, timeout=60)
    if done.stdout.startswith("{"):
        return json.loads(done.stdout)
    raise SystemExit(done.stderr or f"nothing was printed, and the exit code is {done.returncode}")


def wrong_truths(spile, cells):
    verdicts = {}
    for policy in check(spile, [], program(cells), TEMPLATE)["policies"]:
        verdicts[policy["id"]] = [word for word in ("pass", "fail", "unknown", "not_applicable", "error") if policy[word]]
    for i, (condition, wanted) in enumerate(cells):
        if verdicts.get(f"DOC-{i}") != [VERDICTS[wanted]]:
            yield f"`{condition}`: the page says {wanted}, the verdict is {verdicts.get(f'DOC-{i}')}"


def parameter_cells(lines):
    _, *rows = table_after(lines, "| the parameter has |")
    said = [{name: row[1 + i] for row in rows for name in [row[0]]} for i in range(len(TYPES))]
    for i, kind in enumerate(TYPES):
        for name, cell in said[i].items():
            if cell.startswith("as if it were not there"):
                cell = said[i]["neither"]
            elif cell.startswith("as for single values"):
                cell = said[0][name]
            yield name, kind, next(leaves for start, leaves in LEAVES.items() if cell.startswith(start))


def wrong_parameters(spile, cells):
    for name, kind, leaves in cells:
        keys, flags, condition = ROWS[name]
        if "AllowedValues" in keys and kind == "String":
            keys += ", Default: b"  # which changes nothing beside allowed values
        member = '"a" in r.value' if kind == "CommaDelimitedList" else 'r.value == "a"'
        template = (f"Parameters:\n  P: {{Type: '{kind}'{keys}}}\n" + (f"Conditions:\n  C: {condition}\n" if condition else "") +
                    "Resources:\n  R:\n    Type: Custom::Thing\n    Properties: {value: !Ref P}\n")
        report = check(spile, flags, program([(f"not ({member})", ""), (member, "")]), template)
        found = {f["policy"]: (f["verdict"], f["when"], f.get("assumed", False)) for f in report["findings"]}
        for i, wanted in enumerate(leaves):
            if found.get(f"DOC-{i}") != wanted:
                yield f"{name}, {kind}: the page says {wanted}, the finding is {found.get(f'DOC-{i}')}"


def main():
    lines = (ROOT / "docs/language.md").read_text(encoding="utf-8").splitlines()
    truths = list(connectives(lines)) + list(absence(lines))
    parameters = list(parameter_cells(lines))
    wrong = list(wrong_truths(sys.argv[1], truths)) + list(wrong_parameters(sys.argv[1], parameters))
    for line in wrong:
        print(line)
    print(f"{len(truths)} cells of truth and absence, {len(parameters)} of parameters, {len(wrong)} wrong")
    return 1 if wrong or not truths or len(parameters) != len(TYPES) * len(ROWS) else 0


sys.exit(main())
