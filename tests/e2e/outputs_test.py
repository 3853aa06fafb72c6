"""The report formats through the command: each parses, several in one run, the same bytes each time, foreign names as text."""
import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import xml.etree.ElementTree as xml

from command import SPILE, CommandTest, main

FORMATS = ("text", "json", "jsonl", "sarif", "junit", "github", "gitlab", "markdown")
# Escape sequences, quotes, markup of every format, a mention, a link, and a character that turns the reading direction.
HOSTILE = "B\x1b[31m\x07|<b>`x`</b>\"'@team [l](http://x) \u202e ${{ x }} ]]> -->"
NAMED = """
module org.named

policy named "Buckets have no name" {
    id        ORG-S3-009
    severity  low
    for bucket: cfn "AWS::S3::Bucket"
    require bucket.BucketName missing
        else "{bucket} is called {bucket.BucketName}"
    remedy "Leave out BucketName."
}
"""


def parsed(format_, text):
    """What a reader of the format gets; raises where it cannot be read."""
    if format_ in ("json", "sarif", "gitlab"):
        return json.loads(text)
    if format_ == "jsonl":
        return [json.loads(line) for line in text.splitlines()]
    if format_ == "junit":
        return xml.fromstring(text)
    return text.splitlines()


class Outputs(CommandTest):
    def test_every_format_parses_and_names_the_finding(self):
        for format_ in FORMATS:
            for inputs in (["stacks"], ["stacks/good.yaml"], ["nowhere.yaml"]):
                with self.subTest(format_, inputs=inputs):
                    run = self.check(*inputs, "--out", format_)
                    self.assertTrue(run.out.endswith("\n"), run)
                    self.assertTrue(parsed(format_, run.out) is not None, run)
                    self.assertEqual(inputs == ["stacks"], "ORG-S3-001" in run.out and "not encrypted" in run.out, run)

    def test_several_in_one_run(self):
        files = {f"report.{format_}": format_ for format_ in FORMATS}
        self.may_change |= set(files)
        flags = [word for name, format_ in files.items() for word in ("--out", f"{format_}={name}")]
        run = self.ends(self.check("stacks", *flags, "--out", "text", "--out", "jsonl"), 1, "violations")
        self.assertIn("high[ORG-S3-001]: Logs is not encrypted at rest", run.out)
        self.assertIn('{"policy":"ORG-S3-001"', run.out)
        for name, format_ in files.items():
            text = (self.here / name).read_text()
            self.assertEqual(text, self.check("stacks", "--out", format_).out, name)

    def test_a_file_alone_leaves_standard_output_empty(self):
        self.may_change.add("report.json")
        run = self.ends(self.check("stacks", "--out", "json=report.json"), 1, "violations")
        self.assertEqual(run.out, "")

    def test_the_same_bytes_again_and_from_elsewhere(self):
        with tempfile.TemporaryDirectory(prefix="spile-elsewhere-") as other:
            shutil.copytree(self.here / "stacks", pathlib.Path(other) / "stacks")
            shutil.copytree(self.here / "policies", pathlib.Path(other) / "policies")
            for format_ in FORMATS:
                words = ["check", "-p", "policies", "stacks", "--out", format_, "--now", "2027-01-01"]
                first = self.spile(*words)
                again = self.spile(*words)
                there = subprocess.run([SPILE, *words], cwd=other, capture_output=True, timeout=60)
                self.assertEqual(first.out, again.out, format_)
                self.assertEqual(first.out, there.stdout.decode(), format_)
                self.assertEqual(first.err, there.stderr.decode(), format_)

    def test_no_absolute_path_in_a_report(self):
        for format_ in FORMATS:
            run = self.spile("check", "-p", self.here / "policies", self.here / "stacks", "--out", format_)
            self.assertEqual(run.out, self.check("stacks", "--out", format_).out)
            self.assertNotIn(str(self.here), run.out + run.err)

    def test_foreign_names_are_text_everywhere(self):
        self.file("policies/named.spile", NAMED)
        bucket = {"Type": "AWS::S3::Bucket", "Properties": {"BucketName": "a\n::error::pwned\x1b]0;t\x07"}}
        self.file("hostile.json", json.dumps({"Resources": {HOSTILE: bucket}}))
        for format_ in FORMATS:
            with self.subTest(format_):
                run = self.ends(self.check("hostile.json", "--select", "ORG-S3-009", "--out", format_), 1, "violations")
                self.no_control_characters(run.out + run.err)
                self.assertNotIn("\n::error::pwned", run.out)
                parsed(format_, run.out)
        report = json.loads(self.check("hostile.json", "--out", "json").out)
        self.assertIn(f"Resources.{HOSTILE}", [f["subject"]["address"] for f in report["findings"]])
        markdown = self.check("hostile.json", "--out", "markdown").out
        for markup in ("<b>", "](http", "@team"):
            self.assertNotIn(markup, markdown)

    def test_foreign_names_are_text_in_the_other_commands(self):
        bucket = {"Type": "AWS::S3::Bucket", "Properties": {"BucketName": "a\x1b]0;t\x07"}}
        self.file("hostile.json", json.dumps({"Resources": {HOSTILE: bucket}}))
        self.no_control_characters(self.spile("graph", "hostile.json").out)
        self.no_control_characters(self.spile("graph", "hostile.json", "--out", "mermaid").out)
        self.no_control_characters(self.spile("query", '{b.BucketName for b: cfn "AWS::S3::Bucket"}', "hostile.json").out)
        self.no_control_characters(self.spile("explain", "ORG-S3-001", "-p", "policies", "hostile.json").out)
        twice = b'{"Resources": {"A\x7f\\u001b[2J": {"Type": "AWS::S3::Bucket"}, "A\x7f\\u001b[2J": {}}}'
        self.file("twice.json", twice)
        run = self.ends(self.check("twice.json"), 3, "input")
        self.no_control_characters(run.out + run.err)

    def no_control_characters(self, text):
        found = re.findall("[\x00-\x08\x0b-\x1f\x7f-\x9f]", text)
        self.assertEqual(found, [], text)

    def test_what_is_for_information_takes_a_line(self):
        self.file("note.spile", """
            module org.note
            policy note "Buckets are named by CloudFormation" {
                id ORG-NOTE-001
                severity info
                for b: cfn "AWS::S3::Bucket"
                require b.BucketName missing else "{b} has a name of its own"
                remedy "Leave BucketName out."
            }
            """)
        self.file("named.yaml", "Resources:\n  B:\n    Type: AWS::S3::Bucket\n    Properties: {BucketName: b}\n")
        words = ("check", "-p", "note.spile", "named.yaml")
        run = self.spile(*words)
        self.assertIn("info[ORG-NOTE-001]: B has a name of its own (named.yaml:4:30)\n", run.out)
        self.assertNotIn("Leave BucketName out", run.out)
        self.ends(run, 0, "ok")
        self.assertIn("= fix: Leave BucketName out.", self.spile(*words, "--show", "info").out)
        # Where it fails the run it is a finding like others.
        run = self.ends(self.spile(*words, "--fail-on", "info"), 1, "violations")
        self.assertIn("= fix: Leave BucketName out.", run.out)

    def test_show(self):
        run = self.check("stacks/good.yaml", "--show", "passed")
        self.assertIn("pass[ORG-S3-001]", run.out)

    def test_colour(self):
        escape = "\x1b["
        self.assertNotIn(escape, self.check("stacks").out, "a pipe is no terminal")
        self.assertIn(escape, self.check("stacks", "--color", "always").out)
        self.assertIn(escape, self.check("stacks", "--color", "always", NO_COLOR="1").out, "the flag is nearer")
        self.assertNotIn(escape, self.check("stacks", "--color", "never").out)
        self.assertNotIn(escape, self.check("stacks", "--color", "always", "--out", "json").out)
        self.refused(self.check("stacks", "--color", "sometimes"), "auto,always,never")
        self.may_change.add("report.txt")
        self.check("stacks", "--color", "always", "--out", "text=report.txt")
        self.assertNotIn(escape, (self.here / "report.txt").read_text())

    def test_colour_on_a_terminal(self):
        self.assertIn("\x1b[", self.on_a_terminal())
        self.assertNotIn("\x1b[", self.on_a_terminal(NO_COLOR="1"))
        self.assertNotIn("\x1b[", self.on_a_terminal(TERM="dumb"))
        self.assertNotIn("\x1b[", self.on_a_terminal("--color", "never"))

    def on_a_terminal(self, *words, **environment):
        leader, follower = os.openpty()
        running = subprocess.Popen([SPILE, "check", "-p", "policies", "stacks", *words], stdout=follower, stderr=follower,
                                   cwd=self.here, env={"PATH": os.environ["PATH"], "TERM": "xterm", **environment})
        os.close(follower)
        out = b""
        try:
            while chunk := os.read(leader, 65536):
                out += chunk
        except OSError:  # the end, on Linux
            pass
        os.close(leader)
        running.wait(timeout=60)
        self.assertIn(b"ORG-S3-001", out)
        self.assertEqual(out.count(b"exit 1: violations"), 1, out)
        return out.decode()


if __name__ == "__main__":
    main()
