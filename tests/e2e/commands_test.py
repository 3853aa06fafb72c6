"""The other commands: fmt, lint, explain, policies, graph, query, version and help."""
import json
import re
import shutil
import subprocess

from command import LOGS, CommandTest, main

UNTIDY = """module org.untidy
policy named "Named" {
id ORG-S3-009
severity low
for bucket: cfn "AWS::S3::Bucket"
# why
require bucket.BucketName exists
remedy "Name it."
}
"""
LINKED = """
Conditions:
  IsProd: !Equals [!Ref AWS::Region, eu-central-1]
Resources:
  Logs:
    Type: AWS::S3::Bucket
  Readers:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Logs
      PolicyDocument: {}
  Copy:
    Type: AWS::S3::Bucket
    Condition: IsProd
    DependsOn: Readers
    Properties:
      BucketName: !If [IsProd, !Sub "${Logs}-copy", copy]
"""


class Fmt(CommandTest):
    def setUp(self):
        super().setUp()
        self.file("untidy.spile", UNTIDY)

    def test_check_says_which_and_changes_nothing(self):
        run = self.spile("fmt", "--check", "untidy.spile", "policies")
        self.assertEqual((run.code, run.out), (1, "untidy.spile\n"), run)

    def test_diff_shows_and_changes_nothing(self):
        run = self.spile("fmt", "--diff", "untidy.spile")
        self.assertEqual(run.code, 1, run)
        self.assertIn("\n-id ORG-S3-009\n", run.out)
        self.assertIn("\n+    id        ORG-S3-009\n", run.out)

    def test_in_place_and_once_is_enough(self):
        self.may_change.add("untidy.spile")
        self.assertEqual(self.spile("fmt", "untidy.spile").code, 0)
        text = (self.here / "untidy.spile").read_text()
        self.assertNotEqual(text, UNTIDY)
        self.assertIn("# why", text)
        self.assertEqual(self.spile("fmt", "untidy.spile").code, 0)
        self.assertEqual(text, (self.here / "untidy.spile").read_text())
        self.assertEqual(self.spile("fmt", "--check", "untidy.spile").code, 0)

    def test_standard_input_to_standard_output(self):
        run = self.spile("fmt", "-", stdin=UNTIDY.encode())
        self.assertEqual(run.code, 0, run)
        self.assertIn("    id        ORG-S3-009\n", run.out)

    def test_what_cannot_be_read_stays_as_it_is(self):
        self.file("broken.spile", "module org.broken\npolicy {")
        self.refused(self.spile("fmt", "broken.spile"), "broken.spile:2:8")
        self.refused(self.spile("fmt", "none.spile"), "no policy file or folder `none.spile`")


class Lint(CommandTest):
    def test_clean(self):
        run = self.spile("lint", "policies")
        self.assertEqual((run.code, run.out, run.err), (0, "", ""), run)

    def test_warnings_and_errors(self):
        self.file("bare.spile", UNTIDY.replace('remedy "Name it."\n', ""))
        run = self.spile("lint", "bare.spile")
        self.assertEqual(run.code, 1, run)
        self.assertIn("warning[SP0508]", run.err)
        self.file("wrong.spile", UNTIDY.replace("BucketName", "BucketNam"))
        self.refused(self.spile("lint", "wrong.spile"), "did you mean `BucketName`?")


class Explain(CommandTest):
    def test_a_diagnostic(self):
        run = self.spile("explain", "SP0301")
        self.assertEqual(run.code, 0, run)
        self.assertTrue(run.out.startswith("# SP0301 "), run)

    def test_a_policy_by_id_name_and_alias(self):
        told = self.spile("explain", "ORG-S3-001", "-p", "policies")
        self.assertEqual(told.code, 0, told)
        for text in ("S3 buckets are encrypted at rest", "high", "cfn_nag:W41", "policies/storage.spile:6", "Add BucketEncryption."):
            self.assertIn(text, told.out)
        for name in ("s3_encrypted", "org.storage.s3_encrypted", "cfn_nag:W41"):
            self.assertEqual(self.spile("explain", name, "-p", "policies").out, told.out)

    def test_why_it_fails_and_why_it_passes(self):
        run = self.spile("explain", "ORG-S3-001", "-p", "policies", "stacks")
        self.assertEqual(run.code, 0, run)
        self.assertIn("Resources.Logs: fail", run.out)
        self.assertIn("Resources.Good: pass", run.out)
        self.assertIn("stacks/good.yaml:", run.out)
        run = self.spile("explain", "ORG-S3-002", "-p", "policies", "stacks", "--subject", "Logs")
        self.assertIn("Resources.Logs: unknown", run.out)
        self.assertNotIn("Good", run.out)

    def test_why_not_names_the_rule_that_comes_furthest_and_where_it_stops(self):
        self.file("walls.spile", """
            module org.walls

            import aws.ec2

            rule step(a: ec2.SecurityGroup, b: ec2.SecurityGroup) if door in a.ingress_groups and refers(door.group, b)
            rule walled(a: ec2.SecurityGroup) if a.tags["wall"] == "yes"
            rule walled(a: ec2.SecurityGroup) if step(a, b) and b.description == "outer" and b.tags["wall"] == "yes"

            policy walled "Every group has a wall" {
                id ORG-EC2-001 severity low
                for g: ec2.SecurityGroup
                require walled(g)
            }
            """)
        self.file("groups.yaml", """
            Resources:
              Inner:
                Type: AWS::EC2::SecurityGroup
                Properties:
                  GroupDescription: inner
                  SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 1, ToPort: 1, SourceSecurityGroupId: !Ref Outer }]
              Outer:
                Type: AWS::EC2::SecurityGroup
                Properties: { GroupDescription: outer }
            """)
        run = self.spile("explain", "ORG-EC2-001", "-p", "walls.spile", "groups.yaml")
        self.assertEqual(run.out.splitlines(), [
            "ORG-EC2-001 Resources.Inner: fail",
            "  require walled(g)  →  false",
            "    nearest rule: walled (walls.spile:7)  →  not satisfied",
            '      stops at: b.tags["wall"] == "yes"  →  false',
            "ORG-EC2-001 Resources.Outer: fail",
            "  require walled(g)  →  false",
            "    nearest rule: walled (walls.spile:6)  →  not satisfied",
            '      stops at: a.tags["wall"] == "yes"  →  false',
        ], run)

    def test_two_stacks_with_one_address_are_told_apart(self):
        self.file("stacks/other.yaml", LOGS)
        run = self.spile("explain", "ORG-S3-001", "-p", "policies", "stacks", "--subject", "Logs")
        self.assertIn("Resources.Logs of stacks/logs.yaml: fail", run.out)
        self.assertIn("Resources.Logs of stacks/other.yaml: fail", run.out)

    def test_a_subject_that_is_not_there(self):
        self.refused(self.spile("explain", "ORG-S3-001", "-p", "policies", "stacks", "--subject", "Lgos"), "did you mean `Logs`?")

    def test_a_finding_by_its_fingerprint(self):
        [first, _] = json.loads(self.check("stacks", "--out", "json").out)["findings"]
        run = self.spile("explain", first["fingerprint"], "-p", "policies", "stacks")
        self.assertEqual(run.code, 0, run)
        self.assertIn("ORG-S3-001 Resources.Logs: fail", run.out)
        self.assertEqual(self.spile("explain", first["fingerprint"][:12], "-p", "policies", "stacks").out, run.out)
        self.refused(self.spile("explain", "0123456789ab", "-p", "policies", "stacks"), "no finding")


class Policies(CommandTest):
    def test_text_json_markdown(self):
        run = self.spile("policies", "-p", "policies")
        self.assertEqual(run.code, 0, run)
        self.assertIn("ORG-S3-001  high      S3 buckets are encrypted at rest\n", run.out)
        listed = json.loads(self.spile("policies", "-p", "policies", "--out", "json").out)["policies"]
        self.assertEqual([p["id"] for p in listed], ["ORG-S3-001", "ORG-S3-002"])
        self.assertEqual(set(listed[0]), {"id", "title", "severity", "aliases", "controls", "module", "path"})
        self.assertIn("cfn_nag:W41", listed[0]["aliases"])
        self.assertIn("| [ORG-S3-001](policies/storage.spile) |", self.spile("policies", "-p", "policies", "--out", "markdown").out)

    def test_selection(self):
        run = self.spile("policies", "-p", "policies", "--select", "*-002")
        self.assertNotIn("ORG-S3-001", run.out)
        self.refused(self.spile("policies", "-p", "policies", "--select", "ORG-S3-003"), "did you mean `ORG-S3-00")
        self.refused(self.spile("policies", "--out", "jsn"), "json")

    def test_the_policies_that_come_with_the_command(self):
        run = self.spile("policies", "--out", "json")
        self.assertEqual(run.code, 0, run)
        listed = json.loads(run.out)["policies"]
        self.assertGreaterEqual(len(listed), 25)
        self.assertEqual(len({p["id"] for p in listed}), len(listed))


class Graph(CommandTest):
    def setUp(self):
        super().setUp()
        self.file("linked.yaml", LINKED)

    def test_dot(self):
        run = self.spile("graph", "linked.yaml")
        self.assertEqual(run.code, 0, run)
        self.assertIn("Readers", run.out)
        node = {name: number for number, name in re.findall(r'^ *u(\d+) \[label="(\w+)', run.out, re.MULTILINE)}
        self.assertEqual(set(node), {"Logs", "Readers", "Copy"})
        edges = re.findall(r"^ *u(\d+) -> u(\d+) \[(.*)\];$", run.out, re.MULTILINE)
        self.assertEqual(set(edges), {(node["Readers"], node["Logs"], 'label="Ref"'), (node["Copy"], node["Readers"], 'label="DependsOn"'),
                                      (node["Copy"], node["Logs"], 'label="Ref", style=dashed')})
        dashed = re.findall(r'\[label="(\w+)\\n.*style=dashed\]', run.out)
        self.assertEqual(dashed, ["Copy"], "what exists under a condition is dashed")
        if shutil.which("dot"):
            drawn = subprocess.run(["dot", "-Tsvg"], input=run.out.encode(), capture_output=True, timeout=60)
            self.assertEqual(drawn.returncode, 0, drawn.stderr)
            self.assertIn(b"AWS::S3::BucketPolicy", drawn.stdout)

    def test_mermaid(self):
        run = self.spile("graph", "linked.yaml", "--out", "mermaid")
        self.assertEqual(run.code, 0, run)
        self.assertTrue(run.out.startswith("flowchart LR\n"), run)
        node = {name: number for number, name in re.findall(r'^ *u(\d+)\["(\w+)<br/>', run.out, re.MULTILINE)}
        self.assertEqual(set(node), {"Logs", "Readers", "Copy"})
        edges = re.findall(r"^ *u(\d+) (-\.?->)\|(\w+)\| u(\d+)$", run.out, re.MULTILINE)
        self.assertEqual(set(edges), {(node["Readers"], "-->", "Ref", node["Logs"]), (node["Copy"], "-->", "DependsOn", node["Readers"]),
                                      (node["Copy"], "-.->", "Ref", node["Logs"])})

    def test_an_input_that_is_not_there(self):
        self.assertEqual(self.spile("graph", "none.yaml").code, 3)
        self.refused(self.spile("graph", "linked.yaml", "--out", "dto"), "dot")


class Query(CommandTest):
    def test_values_and_numbers(self):
        query = '{b.VersioningConfiguration.Status for b: cfn "AWS::S3::Bucket"}'
        run = self.spile("query", query, "stacks/good.yaml")
        self.assertEqual((run.code, run.out), (0, "Enabled\n"), run)
        run = self.spile("query", 'count(b for b: cfn "AWS::S3::Bucket")', "stacks")
        self.assertEqual((run.code, run.out), (0, "2\n"), run)

    def test_parameters(self):
        query = '{b.VersioningConfiguration.Status for b: cfn "AWS::S3::Bucket"}'
        run = self.spile("query", query, "stacks/logs.yaml", "--param", "State=Off")
        self.assertEqual((run.code, run.out), (0, "Off\n"), run)

    def test_mistakes(self):
        self.refused(self.spile("query", "1 +", "stacks"), "SP0101")
        self.refused(self.spile("query", 'count(b for b: cfn "AWS::S3::Buket")', "stacks"), "did you mean `AWS::S3::Bucket`?")
        self.assertEqual(self.spile("query", "1", "none.yaml").code, 3)


class VersionAndHelp(CommandTest):
    def test_version(self):
        run = self.spile("version")
        self.assertEqual(run.code, 0, run)
        self.assertRegex(run.out, r"\Aspile \d+\.\d+\.\d+\n\Z")
        self.assertEqual(self.spile("--version").out, run.out)

    def test_help_of_every_command(self):
        run = self.spile("--help")
        self.assertEqual((run.code, run.err), (0, ""), run)
        commands = [line.split()[0] for line in run.out.partition("Subcommands:\n")[2].splitlines() if line.strip()]
        self.assertIn("check", commands)
        for command in commands:
            run = self.spile(command, "--help")
            self.assertEqual((run.code, run.err), (0, ""), run)
            self.assertIn(f"spile {command}", run.out)

    def test_nothing_asked(self):
        run = self.spile()
        self.assertEqual((run.code, run.out), (2, ""), run)
        self.assertIn("check", run.err)


if __name__ == "__main__":
    main()
