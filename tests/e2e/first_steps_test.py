"""What somebody sees who has just built the command: the demo, the examples, the policies that come with it, CI templates, the README."""
import json
import os
import pathlib
import re
import subprocess

from command import ROOT, SPILE, CommandTest, main

WEB_SHOP = "examples/web_shop.yaml"


class FirstSteps(CommandTest):
    def example(self, *words):
        done = subprocess.run([SPILE, *words], cwd=ROOT, capture_output=True, timeout=120, text=True)
        return done.returncode, done.stdout, done.stderr

    def findings(self, *words):
        _, out, err = self.example("check", *words, "--out", "json")
        self.assertTrue(out, err)
        return {(f["policy"], f["subject"]["address"], f["location"]["line"]): f for f in json.loads(out)["findings"]}

    def test_the_demo_does_what_it_says(self):
        done = subprocess.run([ROOT / "examples/demo.sh"], capture_output=True, timeout=300, text=True,
                              env={**os.environ, "SPILE_BIN": SPILE})
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        for text in ("$ spile check examples/web_shop.yaml\n", "web answers the internet on port 443 and runs as root", "see: stage.user_source (web/Dockerfile:9:6)",
                     "--> service.yaml:39:18", "see: listener.port (network.plan.json:49:21)", "when IsProd is false", "exit 1: violations", "exit 0: ok",
                     "Resources.Logs: pass", '"exit_reason": "violations"'):
            self.assertIn(text, done.stdout + done.stderr)

    def test_one_template_and_nothing_else_gives_a_useful_verdict(self):
        found = self.findings(WEB_SHOP)
        ssh = found["SPILE-EC2-002", "Resources.WebServers", 73]
        self.assertEqual(ssh["severity"], "critical")
        database = found["SPILE-RDS-001", "Resources.Orders", 91]
        self.assertEqual([w for w in database["when"] if "IsProd" in json.dumps(w)], database["when"])
        self.assertTrue(database["when"])
        self.assertIn(("SPILE-IAM-001", "Resources.Deployer", 114), found)
        bad = [key for key, f in found.items() if key[1] == "Resources.Logs" and f["severity"] != "info"]
        self.assertFalse(bad, "nothing to complain about")
        self.assertFalse([f for f in found.values() if f["verdict"] == "unknown"])

    def test_parameters_take_away_what_they_rule_out(self):
        found = self.findings(WEB_SHOP, "--param", "Stage=prod", "--param", "OfficeCidr=203.0.113.0/24")
        policies = {policy for policy, _, _ in found}
        self.assertFalse(policies & {"SPILE-EC2-002", "SPILE-RDS-001", "SPILE-S3-001"})
        self.assertIn("SPILE-IAM-001", policies)

    def test_a_clean_template_is_clean(self):
        code, out, err = self.example("check", "examples/archive.yaml")
        self.assertEqual((code, err), (0, "exit 0: ok\n"), out)

    def test_the_organisation_s_policies_load(self):
        code, out, err = self.example("check", "-p", "examples/org-policies", WEB_SHOP, "--now", "2026-12-01")
        self.assertEqual(code, 1, out + err)
        self.assertIn("ORG-NET-002", out)

    def test_readme_folders_are_those_that_are_there(self):
        readme = (ROOT / "README.md").read_text()
        named = set(re.findall(r"^\| .*?\[([\w.]+)/\]", readme, re.MULTILINE)) | set(re.findall(r"\[(\.\w+)/\]", readme))
        there = {p.name for p in ROOT.iterdir() if p.is_dir() and not p.name.startswith("build") and p.name != ".git"}
        tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True).stdout.splitlines()
        if tracked:  # else an exported tree
            there &= {name.split("/")[0] for name in tracked}
        self.assertEqual(named, there)


class ContinuousIntegration(CommandTest):
    def test_github_action_with_the_real_command(self):
        runner = self.here / "runner"
        runner.mkdir()
        self.may_change |= {"runner/output", "runner/summary"}
        environment = {**os.environ, "INPUT_SPILE": SPILE, "INPUT_INPUTS": "stacks\n", "INPUT_FLAGS": "--policy=policies\n",
                       "RUNNER_TEMP": str(runner), "GITHUB_OUTPUT": str(runner / "output"),
                       "GITHUB_STEP_SUMMARY": str(runner / "summary")}
        done = subprocess.run([ROOT / ".ci/action"], cwd=self.here, env=environment, capture_output=True, timeout=120, text=True)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.assertIn("::error file=stacks/logs.yaml,line=7,", done.stdout)
        output = dict(line.split("=", 1) for line in (runner / "output").read_text().splitlines())
        self.assertEqual((output["exit-code"], output["result"], output["violations"]), ("1", "violations", "1"))
        for name in ("report-path", "sarif-path"):
            path = pathlib.Path(output[name])
            json.loads(path.read_text())
            self.may_change |= {str(p.relative_to(self.here)) for p in path.parent.iterdir()}
        self.assertIn("ORG-S3-001", (runner / "summary").read_text())

    def test_gitlab_template_with_the_real_command(self):
        text = (ROOT / "examples/ci/gitlab.yml").read_text()
        [command] = re.findall(r"^ *- (spile .*)$", text, re.MULTILINE)
        self.assertRegex(text, r"\n  artifacts:\n    when: always\b", "reports of a check that fails are handed over, too")
        commands = self.here / "bin"
        commands.mkdir()
        (commands / "spile").symlink_to(SPILE)
        self.may_change |= {"bin/spile", "spile-codequality.json", "spile-junit.xml"}
        environment = {**os.environ, "PATH": f"{commands}:{os.environ['PATH']}", "SPILE_INPUTS": "stacks",
                       "SPILE_FLAGS": "--policy policies"}
        done = subprocess.run(["bash", "-c", command], cwd=self.here, env=environment, capture_output=True, timeout=120, text=True)
        self.assertEqual(done.returncode, 1, done.stdout + done.stderr)
        self.assertEqual(len(json.loads((self.here / "spile-codequality.json").read_text())), 2)
        for name in re.findall(r"(?:codequality|junit): (\S+)", text):
            self.assertTrue((self.here / name).stat().st_size > 0, name)


if __name__ == "__main__":
    main()
