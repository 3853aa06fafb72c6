#!/usr/bin/env python3
"""test_results.py messages | tap | junit | json | html | browser [BUILD FOLDER]: the golden reports of a test run are what their
readers want, and each of these checks refuses what it must.

messages by the JSON schema of npm's @cucumber/messages, tap by npm's tap-parser (both installed into the build folder from
npm/package-lock.json), junit by junit.xsd, json by docs/reference/test-results.schema.json; html by what a page that needs
nothing may hold, and browser by looking at it in Chromium.
"""
import base64
import copy
import hashlib
import html.parser
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import screenshot

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
GOLDEN = HERE / "test_results"


def skip(why):
    print(f"skipped: {why}")
    sys.exit(1 if os.environ.get("CI") == "true" else 77)


def golden(name):
    return (GOLDEN / f"{name}.golden").read_text(encoding="utf-8")


def npm_modules(build):
    """The folder of what the lock file names; installed again when that changed."""
    folder = pathlib.Path(build) / "npm"
    lock = HERE / "npm" / "package-lock.json"
    done = folder / "installed.json"
    if not done.is_file() or done.read_bytes() != lock.read_bytes():
        if not shutil.which("npm"):
            skip("npm is not installed")
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        for name in ("package.json", "package-lock.json"):
            shutil.copy(HERE / "npm" / name, folder)
        run = subprocess.run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=folder, capture_output=True, text=True)
        if run.returncode != 0:
            skip(f"npm ci failed: {run.stdout}{run.stderr}")
        shutil.copy(lock, done)
    return folder / "node_modules"


# ---- messages

def envelope_validator(build):
    try:
        import jsonschema
    except ImportError:
        skip("python3-jsonschema is not installed")
    schema = json.loads((npm_modules(build) / "@cucumber" / "messages" / "messages.schema.json").read_text(encoding="utf-8"))
    return jsonschema.Draft202012Validator(flat(schema))


def flat(schema):
    """The same schema with all its parts in one list. They have addresses of their own, with lists of their own inside, and
    versions of the validator differ in how they find those."""
    parts = {}

    def rewritten(node, name):
        if isinstance(node, list):
            return [rewritten(child, name) for child in node]
        if not isinstance(node, dict):
            return node
        out = {key: rewritten(child, name) for key, child in node.items() if key not in ("$id", "$schema", "definitions", "$defs")}
        if isinstance(node.get("$ref"), str):
            file, _, inner = node["$ref"].partition("#/definitions/")
            file = pathlib.PurePosixPath(file).name.removesuffix(".schema.json") or name
            out["$ref"] = "#/$defs/" + (f"{file}.{inner}" if inner else file)
        return out

    for key, part in schema["$defs"].items():
        name = pathlib.PurePosixPath(key).name.removesuffix(".schema.json")
        parts[name] = rewritten(part, name)
        for inner, content in part.get("definitions", {}).items():
            parts[f"{name}.{inner}"] = rewritten(content, name)
    return {**rewritten(schema, "Envelope"), "$defs": parts}


def envelopes(name):
    return [json.loads(line) for line in golden(name).splitlines()]


def broken_links(stream):
    """Ids that are named but not given, and ids given twice: a schema cannot see these."""
    given = {}
    named = []

    def walk(node, key, kind):
        if isinstance(node, dict):
            if "id" in node:
                given.setdefault(node["id"], []).append(kind)
            for name, child in node.items():
                walk(child, name, kind)
        elif isinstance(node, list):
            for child in node:
                walk(child, key, kind)
        elif key.endswith(("Id", "Ids")) and isinstance(node, str):
            named.append((key, node))

    for envelope in stream:
        for kind, content in envelope.items():
            walk(content, "", kind)
    yield from (f"id {each} is given twice: {kinds}" for each, kinds in given.items() if len(kinds) > 1)
    yield from (f"{key} {each} is nobody's id" for key, each in named if each not in given)


def check_messages(build):
    check = envelope_validator(build)
    seen = set()
    for name in ("messages", "empty_messages"):
        stream = envelopes(name)
        for number, envelope in enumerate(stream, 1):
            seen |= set(envelope)
            for error in check.iter_errors(envelope):
                yield f"{name}:{number}: {'/'.join(map(str, error.absolute_path))}: {error.message}"
        yield from (f"{name}: {problem}" for problem in broken_links(stream))
    for kind in ("meta", "source", "gherkinDocument", "pickle", "parseError", "parameterType", "stepDefinition", "testRunStarted",
                 "testCase", "testCaseStarted", "testStepStarted", "testStepFinished", "testCaseFinished", "testRunFinished"):
        if kind not in seen:
            yield f"no envelope of kind {kind}"
    stream = envelopes("messages")

    def first(kind):
        return copy.deepcopy(next(envelope for envelope in stream if kind in envelope))

    for what, kind, change in (
        ("a step without a result", "testStepFinished", lambda e: e["testStepFinished"].pop("testStepResult")),
        ("a status that is none", "testStepFinished", lambda e: e["testStepFinished"]["testStepResult"].update(status="passed")),
        ("a number as an id", "pickle", lambda e: e["pickle"].update(id=7)),
        ("an unknown member", "testCase", lambda e: e["testCase"].update(duration=1)),
        ("a pattern of no kind", "stepDefinition", lambda e: e["stepDefinition"]["pattern"].update(type="GLOB")),
        ("an unknown kind of envelope", "meta", lambda e: e.update(note={})),
    ):
        envelope = first(kind)
        change(envelope)
        if check.is_valid(envelope):
            yield f"the schema accepts {what}"
    if not list(broken_links([e for e in stream if "pickle" not in e])):
        yield "links into nothing are not seen"


# ---- tap

def tap_events(build, text):
    modules = npm_modules(build)
    if not shutil.which("node"):
        skip("node is not installed")
    run = subprocess.run(["node", str(modules / "tap-parser" / "bin" / "cmd.cjs"), "-s", "-j"], input=text, capture_output=True, text=True)
    try:
        return json.loads(run.stdout)
    except ValueError:
        return [["unreadable", run.stdout + run.stderr]]


def last(events):
    """What the parser says at the end of all."""
    return next((event[1] for event in events if event[0] == "complete"), {})


def check_tap(build):
    for name, points, failed in (("tap", 7, 5), ("empty_tap", 0, 0)):
        events = tap_events(build, golden(name))
        end = last(events)
        if not end:
            yield f"{name}: no end: {events}"
            continue
        if (end["count"], end["fail"]) != (points, failed):
            yield f"{name}: {end['count']} points, {end['fail']} failed; wanted {points} and {failed}"
        yield from (f"{name}: {event[1]!r} is no TAP" for event in events if event[0] == "extra")
    asserts = [event[1] for event in tap_events(build, golden("tap")) if event[0] == "assert"]
    diagnostics = [each["diag"] for each in asserts if not each["ok"]]
    for diagnostic in diagnostics:
        if not diagnostic or not diagnostic.get("message"):
            yield f"a failure without a message: {diagnostic}"
    places = [(each["at"]["file"], each["at"]["line"]) for each in diagnostics if each and "at" in each]
    if ("features/buckets.feature", 15) not in places:
        yield f"the failing step's place is missing: {places}"
    broken = tap_events(build, golden("tap").replace("\n  ...\n", "\n", 1).replace("not ok 2", "nut ok 2"))
    if last(broken).get("ok", False) or not any(event[0] == "extra" for event in broken):
        yield "the parser accepts a line that is no TAP"


# ---- junit, json

def check_junit(_):
    if not shutil.which("xmllint"):
        skip("xmllint is not installed (libxml2-utils)")

    def verdict(text):
        command = ["xmllint", "--nonet", "--noout", "--schema", str(HERE / "junit.xsd"), "-"]
        run = subprocess.run(command, capture_output=True, input=text, text=True)
        return run.returncode, run.stderr

    for name in ("junit", "empty_junit"):
        code, output = verdict(golden(name))
        if code != 0:
            yield f"{name}: {output}"
    text = golden("junit")
    for element, attribute in (("testcase", "classname"), ("failure", "message"), ("testsuite", "tests")):
        if verdict(re.sub(rf'(<{element}\b[^>]*?) {attribute}="[^"]*"', r"\1", text, count=1))[0] == 0:
            yield f"the schema accepts a {element} without {attribute}"


def check_json(_):
    try:
        import jsonschema
    except ImportError:
        skip("python3-jsonschema is not installed")
    schema = json.loads((ROOT / "docs" / "reference" / "test-results.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft7Validator.check_schema(schema)
    check = jsonschema.Draft7Validator(schema)
    for name in ("json", "empty_json"):
        for error in check.iter_errors(json.loads(golden(name))):
            yield f"{name}: {'/'.join(map(str, error.absolute_path))}: {error.message}"
    for what, change in (
        ("an absolute path", lambda s: s["features"][0].update(path="/tmp/a.feature")),
        ("a duration", lambda s: s.update(duration=1)),
        ("a status that is none", lambda s: s["features"][0]["scenarios"][0].update(status="green")),
        ("a step without a line", lambda s: s["features"][0]["scenarios"][0]["steps"][0].pop("line")),
    ):
        broken = json.loads(golden("json"))
        change(broken)
        if check.is_valid(broken):
            yield f"the schema accepts {what}"


# ---- html

class Page(html.parser.HTMLParser):
    """Elements with their attributes, in order, and all text."""

    VOID = {"meta", "input", "br", "rect", "path", "use"}

    def __init__(self, text):
        super().__init__()
        self.elements = []
        self.text = ""
        self.open = []
        self.problems = []
        self.feed(text)
        self.close()
        if self.open:
            self.problems.append(f"not closed: {self.open}")

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        if tag in self.VOID:
            return
        if not self.open or self.open.pop() != tag:
            self.problems.append(f"</{tag}> closes nothing at {self.getpos()}")

    def handle_data(self, data):
        self.text += data

    def all(self, tag):
        return [attrs for name, attrs in self.elements if name == tag]


def page_problems(text):
    """What a page that is safe, whole and by itself must not have."""
    page = Page(text)
    yield from page.problems
    for tag, attrs in page.elements:
        if tag in ("script", "link", "img", "iframe", "object", "embed", "form", "base", "b", "i"):
            yield f"<{tag}> in the page"
        for name, value in attrs.items():
            if name.startswith("on") or name in ("style", "src", "srcset", "action"):
                yield f"attribute {name} of <{tag}>"
            if name == "href" and not value.startswith("#"):
                yield f"<{tag}> leads to {value}"
    style = re.search(r"<style>(.*?)</style>", text, re.S).group(1)
    if re.search(r"url\(|@import|https?:", style):
        yield "the style sheet asks for something outside"
    policy = [attrs.get("content", "") for attrs in page.all("meta") if attrs.get("http-equiv") == "Content-Security-Policy"]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    if policy != [f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"]:
        yield f"the content security policy is {policy}; the style sheet's hash is 'sha256-{digest}' (html_style.cpp)"
    ids = [attrs["id"] for _, attrs in page.elements if "id" in attrs]
    targets = [attrs["href"][1:] for _, attrs in page.elements if attrs.get("href", "").startswith("#")]
    targets += [attrs["for"] for attrs in page.all("label")]
    yield from (f"nothing has the id {target}" for target in targets if target not in ids)
    if len(ids) != len(set(ids)):
        yield "an id stands twice"
    inputs = [attrs["id"] for attrs in page.all("input")]
    if sorted(inputs) != sorted(attrs["for"] for attrs in page.all("label")):
        yield "a choice of the filter has no label, or a label no choice"


def check_html(_):
    for name in ("html", "empty_html"):
        yield from (f"{name}: {problem}" for problem in page_problems(golden(name)))
    text = golden("html")
    for what, change in (
        ("a script", lambda t: t.replace("<main>", "<main><script>alert(1)</script>")),
        ("another style sheet", lambda t: t.replace("--page: #f6f7f9", "--page: #f6f7f8")),
        ("a picture from outside", lambda t: t.replace("<main>", '<main><img src="x.png">')),
        ("a handler", lambda t: t.replace("<main>", '<main onclick="x()">')),
        ("an unclosed element", lambda t: t.replace("</details>", "", 1)),
        ("a link into nothing", lambda t: t.replace('href="#f1"', 'href="#f9"')),
    ):
        if not list(page_problems(change(text))):
            yield f"the check accepts {what}"


# ---- the page in a browser

def check_browser(_):
    if not shutil.which("chromium"):
        skip("chromium is not installed")
    text = golden("html")
    failed, failed_soft = (0xC4, 0x23, 0x2E), (0xFD, 0xEC, 0xEB)
    page_colour, dark_page, dark_failed = (0xF6, 0xF7, 0xF9), (0x0F, 0x14, 0x1A), (0xFF, 0x7B, 0x72)
    with tempfile.TemporaryDirectory() as folder:
        browser = screenshot.Browser(pathlib.Path(folder))
        light = browser.picture(text)
        if light.background() != page_colour:
            yield f"the page's background is {light.background()}: the style sheet was not applied"
        if light.colours() < 50 or light.count(failed) < 500 or light.count(failed_soft) < 2000:
            yield f"{light.colours()} colours, {light.count(failed)} and {light.count(failed_soft)} pixels of a failure"
        dark = browser.picture(text, "--blink-settings=preferredColorScheme=0")
        if dark.background() != dark_page or dark.count(dark_failed) < 500:
            yield f"dark: the background is {dark.background()}, {dark.count(dark_failed)} pixels of a failure"
        only_passed = text.replace('id="show-all" checked', 'id="show-all"').replace('id="show-passed"', 'id="show-passed" checked')
        filtered = browser.picture(only_passed)
        if filtered.count(failed_soft) != 0 or filtered.background() != page_colour:
            yield "the filter `passed` shows what failed"
        narrow = browser.picture(text, size=(500, 1000))
        if narrow.width != 500 or narrow.count(failed) < 300:
            yield "a narrow window shows no failure"
        dom = Page(browser.dom(text))
        scenarios = [attrs for attrs in dom.all("details")]
        if [("open" in attrs) for attrs in scenarios] != [True, True, False, False, True]:
            yield f"open scenarios: {scenarios}"
        for wanted in ("<b>bold</b>", "<script>alert(1)</script>", "expected, not found", "Copies is not encrypted", "75 %",
                       "3 of 5 scenarios failed"):
            if wanted not in dom.text:
                yield f"the page does not show {wanted!r}"
        if dom.all("script"):
            yield "a script came to be"
        # What these checks are worth: without its style, or with nothing in it, the page is refused.
        bare = browser.picture(text.replace("'sha256-", "'sha256-x"))
        if bare.background() == page_colour:
            yield "the browser applies a style sheet that the policy does not allow"
        if browser.picture("<!DOCTYPE html><title>x</title>").colours() >= 50:
            yield "an empty page passes as a full one"


def main():
    checks = {"messages": check_messages, "tap": check_tap, "junit": check_junit, "json": check_json, "html": check_html,
              "browser": check_browser}
    found = list(checks[sys.argv[1]](sys.argv[2] if len(sys.argv) > 2 else "."))
    print("\n".join(found) if found else f"test results, {sys.argv[1]}: good")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
