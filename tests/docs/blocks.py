#!/usr/bin/env python3
"""blocks.py SPILE [PAGE...]: every code block of README.md and docs/ does what its page says.

The word behind ``` says what a block is, further words how it is run:

spile               a module: `spile lint` accepts it
  fragment=policy         … the members of a policy behind its severity, put into one
  fragment=declarations   … declarations, put into a module
  fragment=expression     … expressions, each put into a function; a line that is indented goes on with the one before
  given="x: int"          names and types that fragment=expression may use
  import="aws.s3 net"     modules that a fragment imports
  error=SP0201            lint must give exactly this error, and no other
  escapes                 \\xNN stands for that byte (also of yaml and json)
  file=NAME               the file NAME for the commands further down the page (any language); a module is linted all the same
console             commands behind `$ `, run in a folder with the page's files; what they print must be the lines below each.
                    A line `…` stands for any number of lines, `…` in a line for any text. Settings come from the page alone.
yaml, json          `template`: it loads as a CloudFormation template without an error. json without a word is read as JSON.
toml                `spile config` accepts it as a settings file
text, sh, ebnf      not run. Other blocks say why they are not: not_run="…"

The page of a diagnostic SPxxxx has an example that gives SPxxxx and no other error: its commands, where it has some; else the first block
that can be run: modules by `spile lint`, all of the page together; a template by `spile check`; settings by `spile config`. A first line
`# --set NAME=VALUE` or `# --param NAME=VALUE` adds that flag.
"""
import dataclasses
import difflib
import json
import os
import pathlib
import pty
import re
import shlex
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
FENCE = re.compile(r"^(`{3,})\s*(.*)$")
CODE = re.compile(r"\b(error|warning|note)\[(SP\d{4})\]")
NOT_RUN = {"text", "sh", "ebnf"}
KNOWN_KEYS = {"fragment", "given", "import", "error", "escapes", "file", "template", "not_run"}
# A policy that every template passes, so that a run is about the template alone.
NEUTRAL = """module docs.neutral

policy neutral "Every resource has a name" {
    id       DOC-ANY-001
    severity info
    for r: Resource
    require r.name != "" or r.properties empty
    remedy "Nothing."
}
"""


@dataclasses.dataclass
class Block:
    page: str
    line: int
    language: str
    options: dict
    text: str

    @property
    def place(self):
        return f"{self.page}:{self.line}"

    @property
    def data(self):
        raw = self.text.encode()
        if "escapes" in self.options:
            raw = re.sub(rb"\\x([0-9a-fA-F]{2})", lambda m: bytes([int(m.group(1), 16)]), raw)
        return raw

    def names_not_run(self):
        return self.language in NOT_RUN or "not_run" in self.options


class Failure(Exception):
    pass


def read_blocks(page):
    blocks, fence, start, info, lines = [], None, 0, "", []
    for number, line in enumerate((ROOT / page).read_text(encoding="utf-8").splitlines(), 1):
        match = FENCE.match(line)
        if fence is None and match:
            fence, info, start, lines = match.group(1), match.group(2), number, []
        elif fence is not None and line.strip() == fence:
            words = shlex.split(info) or [""]
            options = dict((word.split("=", 1) + [""])[:2] for word in words[1:])
            blocks.append(Block(page, start, words[0], options, "".join(each + "\n" for each in lines)))
            fence = None
        elif fence is not None:
            lines.append(line)
    if fence is not None:
        raise Failure(f"{page}:{start}: the block is never closed")
    return blocks


def wrapped(block):
    """The module that a fragment stands for."""
    kind = block.options.get("fragment")
    if kind is None:
        return block.data
    head = "module docs.example\n\n" + "".join(f"import {name}\n" for name in block.options.get("import", "").split()) + "\n"
    if kind == "declarations":
        return (head + block.text).encode()
    if kind == "policy":
        body = "".join("    " + line + "\n" for line in block.text.splitlines())
        members = ("" if re.search(r"^\s*id\s+[A-Z]", block.text, re.M) else "    id DOC-EX-001\n") + \
                  ("" if re.search(r"^\s*severity\s", block.text, re.M) else "    severity low\n")
        return (head + 'policy example "An example" {\n' + members + body + "}\n").encode()
    if kind == "expression":
        parts = []
        for line in block.text.splitlines():
            if line.strip() and not line[0].isspace():
                parts.append(line)
            elif line.strip():
                parts[-1] += "\n" + line
        given = block.options.get("given", "")
        return (head + "".join(f"fn example_{i}({given}) -> any = {part}\n" for i, part in enumerate(parts))).encode()
    raise Failure(f"{block.place}: unknown fragment `{kind}`")


class Runner:
    def __init__(self, spile):
        self.spile = pathlib.Path(spile).resolve()
        self.count = 0

    def environment(self):
        kept = {name: value for name, value in os.environ.items() if not name.startswith("SPILE_")}
        kept.update(PATH=f"{self.spile.parent}:{os.environ.get('PATH', '/usr/bin:/bin')}", NO_COLOR="1", TERM="dumb", LC_ALL="C.UTF-8")
        return kept

    def run(self, arguments, folder):
        """What the command prints on both streams, and its exit code."""
        done = subprocess.run([str(self.spile), *arguments], cwd=folder, env=self.environment(), stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=60, check=False)
        self.count += 1
        if done.returncode == 70 or done.returncode < 0:
            raise Failure(f"`spile {' '.join(arguments)}` ended with {done.returncode}:\n{done.stdout.decode(errors='replace')}")
        return done.stdout.decode(errors="replace"), done.returncode

    def typed(self, command, folder):
        """What a person sees who types the command: both streams on one terminal, in order."""
        ours, theirs = pty.openpty()
        process = subprocess.Popen(["sh", "-c", command], cwd=folder, env=self.environment(), stdin=subprocess.DEVNULL, stdout=theirs,
                                   stderr=theirs)
        os.close(theirs)
        output = b""
        while True:
            try:
                piece = os.read(ours, 65536)
            except OSError:  # the terminal is gone when its last writer is
                piece = b""
            if not piece:
                break
            output += piece
        os.close(ours)
        process.wait(timeout=60)
        self.count += 1
        return output.decode(errors="replace").replace("\r\n", "\n")


def write_file(folder, name, data):
    path = pathlib.Path(folder) / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def flags_of(block):
    """Flags that the block's first line asks for."""
    match = re.match(r"# (--(?:set|param)) (\S+)\n", block.text)
    return [match.group(1), match.group(2)] if match else []


def check_module(runner, block):
    wanted = block.options.get("error")
    with tempfile.TemporaryDirectory() as folder:
        write_file(folder, "example.spile", wrapped(block))
        output, _ = runner.run(["lint", *flags_of(block), "example.spile"], folder)
    errors = {code for word, code in CODE.findall(output) if word == "error"}
    if errors != ({wanted} if wanted else set()):
        raise Failure(f"{block.place}: {'this must give ' + wanted if wanted else 'this must compile'}, and `spile lint` says\n{output}")


def check_template(runner, blocks, name):
    block = blocks[0]
    with tempfile.TemporaryDirectory() as folder:
        write_file(folder, "neutral.spile", NEUTRAL.encode())
        write_file(folder, name, block.data)
        output, code = runner.run(["check", "--as", "cfn", "--allow-empty", "--policy", "neutral.spile", *flags_of(block), name], folder)
    return output, code


def template_name(block):
    return "template." + block.language


def lines_match(expected, actual):
    """Whether the printed lines are the expected ones; a line `…` is any number of them."""
    rows = [[False] * (len(actual) + 1) for _ in range(len(expected) + 1)]
    rows[0][0] = True
    for i, wanted in enumerate(expected):
        anything = wanted.strip() == "…"
        pattern = re.compile(".*".join(re.escape(part) for part in wanted.split("…")))
        for j in range(len(actual) + 1):
            if anything:
                rows[i + 1][j] = rows[i][j] or (j > 0 and rows[i + 1][j - 1])
            elif j > 0:
                rows[i + 1][j] = rows[i][j - 1] and pattern.fullmatch(actual[j - 1]) is not None
    return rows[-1][-1]


def check_console(runner, block, folder):
    commands, expected = [], []
    for line in block.text.splitlines():
        if line.startswith("$ "):
            commands.append(line[2:])
            expected.append([])
        elif not commands:
            raise Failure(f"{block.place}: a console block begins with `$ COMMAND`")
        else:
            expected[-1].append(line.rstrip())
    if not commands:
        raise Failure(f"{block.place}: there is no command in this block")
    outputs = []
    for command, wanted in zip(commands, expected):
        output = runner.typed(command, folder)
        outputs.append(output)
        printed = [line.rstrip() for line in output.splitlines()]
        if not lines_match(wanted, printed):
            shown = "\n".join(difflib.unified_diff(wanted, printed, "the page", "the command", lineterm=""))
            raise Failure(f"{block.place}: `{command}` prints something else\n{shown}")
    return "".join(outputs)


def settings_output(runner, block):
    with tempfile.TemporaryDirectory() as folder:
        write_file(folder, "spile.toml", block.data)
        output, _ = runner.run(["config", "--config", "spile.toml"], folder)
    return output


def check_example(runner, page, blocks):
    """The example of a diagnostic's page. Returns the blocks that it used up."""
    code = pathlib.PurePath(page).stem
    runnable = [block for block in blocks if not block.names_not_run()]
    if not runnable:
        if any("not_run" in block.options for block in blocks):
            return []
        raise Failure(f"{page}: no example can be run, and no block says why (not_run=\"…\")")
    first = next((block for block in runnable if block.language == "console"), runnable[0])
    used = [first]
    if first.language == "console":  # its lines are compared below, and must show the code
        used = []
        output = "".join(block.text for block in runnable if block.language == "console")
    elif first.language == "spile":
        used = [block for block in runnable if block.language == "spile"]
        with tempfile.TemporaryDirectory() as folder:
            for i, block in enumerate(used):
                write_file(folder, f"policies/example_{i}.spile", wrapped(block))
            output, _ = runner.run(["lint", *flags_of(first), "policies"], folder)
    elif first.language in ("yaml", "json"):
        output, _ = check_template(runner, used, template_name(first))
    elif first.language == "toml":
        output = settings_output(runner, first)
    else:
        raise Failure(f"{first.place}: an example is a module, a template, settings or commands, not `{first.language}`")
    codes = {found for _, found in CODE.findall(output)}
    others = {found for word, found in CODE.findall(output) if word == "error" and found != code}
    if code not in codes or others:
        raise Failure(f"{first.place}: the example must give {code} and no other error; it gives\n{output}")
    return used


def check_block(runner, block, folder):
    unknown = set(block.options) - KNOWN_KEYS
    if unknown:
        raise Failure(f"{block.place}: unknown words behind ```: {' '.join(sorted(unknown))}")
    if "file" in block.options:
        write_file(folder, block.options["file"], block.data)
    if block.names_not_run():
        return
    if block.language == "spile":
        check_module(runner, block)
    elif block.language == "console":
        check_console(runner, block, folder)
    elif block.language in ("yaml", "json") and "template" in block.options:
        output, _ = check_template(runner, [block], template_name(block))
        if "error[" in output:
            raise Failure(f"{block.place}: this must load as a template\n{output}")
    elif block.language == "json":
        try:
            json.loads(block.text)
        except ValueError as error:
            raise Failure(f"{block.place}: this is not JSON: {error}") from error
    elif block.language == "toml":
        output = settings_output(runner, block)
        if "error[" in output:
            raise Failure(f"{block.place}: this must be a settings file\n{output}")
    elif "file" not in block.options:
        raise Failure(f"{block.place}: this block is not run and does not say why (not_run=\"…\")")


def check_page(runner, page):
    try:
        blocks = read_blocks(page)
    except Failure as failure:
        return 0, [str(failure)]
    failures, used = [], []
    with tempfile.TemporaryDirectory() as folder:
        if re.fullmatch(r"docs/reference/diagnostics/SP\d{4}\.md", page):
            try:
                used = check_example(runner, page, blocks)
            except Failure as failure:
                failures.append(str(failure))
                used = blocks
        for block in blocks:
            if any(block is each for each in used):
                continue
            try:
                check_block(runner, block, folder)
            except Failure as failure:
                failures.append(str(failure))
    return len(blocks), failures


def all_pages():
    listing = subprocess.run(["git", "ls-files", "-co", "--exclude-standard", "--", "README.md", "docs/*.md", "docs/**/*.md"], cwd=ROOT,
                             capture_output=True, text=True, check=False)
    pages = set(listing.stdout.split())
    if not pages:  # an exported tree
        pages = {"README.md"} | {str(path.relative_to(ROOT)) for path in (ROOT / "docs").rglob("*.md")}
    return sorted(page for page in pages if (ROOT / page).is_file())


def main():
    runner = Runner(sys.argv[1])
    pages = sys.argv[2:] or all_pages()
    blocks, failures = 0, []
    for page in pages:
        found, failed = check_page(runner, page)
        blocks += found
        failures += failed
    for failure in failures:
        print(failure.rstrip(), end="\n\n")
    print(f"{len(pages)} pages, {blocks} blocks, {runner.count} commands, {len(failures)} failures")
    return 1 if failures or runner.count == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
