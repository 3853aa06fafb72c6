#!/usr/bin/env python3
"""The GitHub action hands over every report of a check that fails, and passes on its words and its exit code.

Runs .ci/action with a stand-in for the command that notes its words and leaves the golden reports.
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]

STAND_IN = """#!/bin/sh
printf '%s\\n' "$@" > "{seen}"
[ "{code}" = 2 ] && exit 2
for word in "$@"; do
    case "$word" in
        json=*) cp "{here}/json.golden" "${{word#json=}}" ;;
        sarif=*) cp "{here}/sarif.golden" "${{word#sarif=}}" ;;
        markdown=*) cp "{here}/markdown.golden" "${{word#markdown=}}" ;;
    esac
done
exit {code}
"""


def run(code, inputs, flags):
    """Exit code of the action's script, its outputs, its summary, the words that the command got."""
    with tempfile.TemporaryDirectory() as folder:
        temp = pathlib.Path(folder)
        command = temp / "spile"
        command.write_text(STAND_IN.format(seen=temp / "seen", here=HERE, code=code), encoding="utf-8")
        command.chmod(0o755)
        environment = {**os.environ, "INPUT_SPILE": str(command), "INPUT_INPUTS": inputs, "INPUT_FLAGS": flags,
                       "RUNNER_TEMP": folder, "GITHUB_OUTPUT": str(temp / "output"), "GITHUB_STEP_SUMMARY": str(temp / "summary")}
        done = subprocess.run([ROOT / ".ci" / "action"], env=environment, check=False)
        outputs = dict(line.split("=", 1) for line in (temp / "output").read_text(encoding="utf-8").splitlines())
        for name in ("report-path", "sarif-path"):
            if name in outputs:
                json.loads(pathlib.Path(outputs[name]).read_text(encoding="utf-8"))
        summary = (temp / "summary").read_text(encoding="utf-8") if (temp / "summary").is_file() else ""
        return done.returncode, outputs, summary, (temp / "seen").read_text(encoding="utf-8").splitlines()


def main():
    code, outputs, summary, words = run(1, "stacks/\n\nmy site.yaml; echo no\n", "--fail-on=high\n--now\n2027-01-01\n")
    assert code == 0, "the script fails, so no report is handed over"
    assert outputs["exit-code"] == "1" and outputs["result"] == "input" and outputs["violations"] == "1", outputs
    assert outputs["report-path"] and outputs["sarif-path"], outputs
    outputs_of_failing = outputs
    assert summary == (HERE / "markdown.golden").read_text(encoding="utf-8")
    assert words[0] == "check" and words[1:4] == ["--fail-on=high", "--now", "2027-01-01"], words
    assert words[-3:] == ["--", "stacks/", "my site.yaml; echo no"], words

    code, outputs, summary, _ = run(2, ".", "--wrong")
    assert code == 0 and outputs == {"exit-code": "2"} and summary == "", (code, outputs, summary)

    action = (ROOT / "action.yml").read_text(encoding="utf-8")
    asked = set(re.findall(r"^  ([\w-]+):$", action.partition("inputs:")[2].partition("\noutputs:")[0], re.MULTILINE))
    assert asked == set(re.findall(r"\$\{\{ inputs\.([\w-]+) ", action)) | set(re.findall(r"&& inputs\.([\w-]+)", action)), asked
    given = set(re.findall(r"steps\.check\.outputs\.([\w-]+)", action))
    assert given == set(outputs_of_failing), "the action hands on other outputs than its script gives"
    upload = action[action.index("- if: ${{ always() && inputs.upload-sarif == 'true'"):]
    assert "uses: github/codeql-action/upload-sarif@" in upload, "the SARIF report is not handed over when the check fails"
    assert "sarif_file: ${{ steps.check.outputs.sarif-path }}" in upload
    last = action[action.rindex("- if: ${{ always() }}"):]
    assert "exit \"${EXIT_CODE:-70}\"" in last, "the last step does not end with the check's exit code"
    print("the action hands over all reports")


sys.exit(main())
