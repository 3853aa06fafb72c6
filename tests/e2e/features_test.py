#!/usr/bin/env python3
"""spile test through the real command: what is found and chosen, how runs end, and that nothing is green by doing nothing."""
import json
import os
import pathlib
import signal
import subprocess
import time

import command

TEMPLATE = '''
    Given the template:
      """yaml
      Resources:
        Logs:
          Type: AWS::S3::Bucket
      """
'''

TWO = f"""
@s3
Feature: Buckets

  Background:{TEMPLATE}
  @fast
  Scenario: not encrypted
    When the policy ORG-S3-001 is evaluated
    Then the verdict for Logs is fail

  @slow
  Scenario: not versioned
    When the policy ORG-S3-002 is evaluated
    Then the verdict for Logs is pass
"""

OUTLINE = f"""
Feature: Outline

  Scenario Outline: <id>{TEMPLATE}
    When the policy <id> is evaluated
    Then the verdict for Logs is <verdict>

    Examples:
      | id         | verdict |
      | ORG-S3-001 | fail    |
      | ORG-S3-002 | pass    |
"""


class Features(command.CommandTest):
    def run_test(self, *words, **more):
        return self.spile("test", *words, **more)

    def passed_failed(self, run, passed, failed):
        self.assertIn(f": {passed} passed, {failed} failed", run.out, str(run))
        return run

    # What is green by doing nothing is not green.

    def test_a_misspelt_policy_fails_with_the_nearest(self):
        self.file("policies/a.feature", TWO.replace("ORG-S3-001", "ORG-S3-01"))
        run = self.ends(self.run_test("policies"), 1, "failed scenarios")
        self.assertIn("there is no policy `ORG-S3-01`; did you mean `ORG-S3-001`?", run.out)
        self.assertIn("--> policies/a.feature:14", run.out)

    def test_an_empty_feature_fails(self):
        for name, text in {"empty": "", "comment": "# nothing\n", "feature": "Feature: nothing\n",
                           "background": f"Feature: f\n  Background:{TEMPLATE}\n"}.items():
            with self.subTest(name):
                self.file(f"{name}/x.feature", text)
                run = self.run_test("-p", "policies", name)
                self.assertEqual((run.code, run.reason), (4, "exit 4: nothing was run"), str(run))
                self.assertRegex(run.out, rf"error: {name}/x.feature.*(no scenario|no feature)")

    def test_an_empty_feature_among_others_fails_the_run(self):
        self.file("policies/a.feature", TWO.replace("Logs is pass", "Logs is fail"))
        self.file("policies/b.feature", "Feature: nothing\n")
        run = self.ends(self.run_test("policies"), 1, "failed scenarios")
        self.passed_failed(run, 2, 0)
        self.assertIn("error: policies/b.feature:1: the feature has no scenario", run.out)

    def test_a_folder_without_features_fails(self):
        run = self.ends(self.run_test("stacks"), 4, "nothing was run")
        self.assertIn("the folder `stacks` holds no feature", run.err)
        self.file("policies/a.feature", TWO.replace("Logs is pass", "Logs is fail"))
        run = self.ends(self.run_test("policies", "stacks"), 1, "failed scenarios")
        self.passed_failed(run, 2, 0)

    def test_a_scenario_without_a_matching_resource_fails(self):
        self.file("policies/a.feature", TWO.replace("AWS::S3::Bucket", "AWS::SQS::Queue"))
        run = self.ends(self.run_test("policies"), 1, "failed scenarios")
        self.assertIn("nothing was evaluated: the policy is for `AWS::S3::Bucket`, the documents have `Logs: AWS::SQS::Queue`",
                      run.out)
        self.file("policies/a.feature", TWO.replace("for Logs is pass", "for Lgos is fail"))
        run = self.ends(self.run_test("policies"), 1, "failed scenarios")
        self.assertIn("there is no resource `Lgos` in the documents; did you mean `Logs`?", run.out)

    def test_an_outline_without_examples_fails(self):
        rows = OUTLINE[:OUTLINE.index("      | ORG-S3-001")]
        none = OUTLINE[:OUTLINE.index("    Examples:")]
        for text, message in ((rows, "the examples have no row"), (none, "the outline has no examples")):
            self.file("policies/a.feature", text)
            run = self.run_test("policies")
            self.assertIn(run.code, (1, 4), str(run))
            self.assertIn(message, run.out)

    def test_what_tags_leave_out_is_not_green(self):
        self.file("policies/a.feature", TWO)
        run = self.ends(self.run_test("policies", "--tags", "@fats"), 4, "nothing was run")
        self.passed_failed(run, 0, 0)
        self.assertIn("error: none of the scenarios (2) is chosen by --tags `@fats`; no scenario has the tag `@fats`; "
                      "did you mean `@fast`?", run.err)

    # What is found.

    def test_policies_are_those_beside_the_features(self):
        self.file("policies/a.feature", TWO)
        for target in ((), ("policies",), ("policies/a.feature",), (".",), ("./policies/",)):
            with self.subTest(target):
                run = self.ends(self.run_test(*target), 1, "failed scenarios")
                self.passed_failed(run, 1, 1)

    def test_without_policies_beside_them_the_built_in_ones_are_tested(self):
        self.file("tests/a.feature", TWO.replace("ORG-S3-001", "SPILE-S3-003"))
        run = self.ends(self.run_test("tests", "--name", "not encrypted"), 0, "ok")
        self.passed_failed(run, 1, 0)

    def test_named_policies_win(self):
        self.file("tests/a.feature", TWO)
        run = self.run_test("tests", "-p", "policies")
        self.passed_failed(run, 1, 1)

    def test_markdown_and_other_languages(self):
        self.file("policies/a.feature.md", f"""
            # Feature: In Markdown

            ## Scenario: one

            * Given the template file "../stacks/logs.yaml"
            * When the policy ORG-S3-001 is evaluated
            * Then the verdict for Logs is fail
            """)
        self.file("policies/b.feature", """
            # language: de
            Funktionalität: Auf Deutsch
              Szenario: eins
                Angenommen the template file "../stacks/logs.yaml"
                Wenn the policy ORG-S3-001 is evaluated
                Dann the verdict for Logs is fail
            """)
        self.passed_failed(self.ends(self.run_test("policies"), 0, "ok"), 2, 0)

    def test_what_cannot_be_read(self):
        run = self.ends(self.run_test("policies/none.feature"), 3, "input")
        self.assertIn("there is no file or folder `policies/none.feature`", run.err)
        self.file("policies/a.feature", TWO)
        self.file("policies/b.feature", "Feature: f\n  Scenario: s\n    Given a\n    Whenever it rains\n")
        run = self.ends(self.run_test("policies"), 3, "input")
        self.assertRegex(run.out, r"error: policies/b.feature:\(4:5\): expected: .*got 'Whenever it rains'")
        self.passed_failed(run, 1, 1)
        run = self.ends(self.run_test("stacks/good.yaml"), 3, "input")
        self.assertIn("`stacks/good.yaml` is no feature", run.err)

    def test_a_feature_of_another_encoding(self):
        self.may_change = {"policies/latin.feature"}
        (self.here / "policies/latin.feature").write_bytes(TWO.replace("versioned", "überall").encode("latin-1"))
        run = self.ends(self.run_test("policies"), 3, "input")
        self.assertRegex(run.out, r"error: policies/latin.feature:\(\d+:17\): this byte is not UTF-8; save the file as UTF-8")

    def test_a_policy_that_does_not_compile(self):
        self.file("policies/a.feature", TWO)
        self.file("policies/broken.spile", "module org.broken\npolicy x \"t\" {\n}\n")
        run = self.run_test("policies")
        self.ends(run, 2, "usage")
        self.assertIn("policies/broken.spile", run.err)

    # What is chosen.

    def test_tags_names_lines_and_shares(self):
        self.file("policies/a.feature", TWO)
        self.file("policies/b.feature", OUTLINE)
        for words, passed, failed in (
                (("--tags", "@fast"), 1, 0), (("--tags", "@s3 and not @fast"), 0, 1), (("--name", "^not enc"), 1, 0),
                (("--name", "versioned", "--name", "S3-001"), 1, 1), (("--shard", "1/2"), 2, 0), (("--shard", "2/2"), 0, 2),
                (("--shard", "4/4"), 0, 1)):
            with self.subTest(words):
                self.passed_failed(self.run_test("policies", *words), passed, failed)
        outline = OUTLINE.lstrip("\n").splitlines()
        row = next(i for i, line in enumerate(outline, 1) if "| ORG-S3-002" in line)
        for target, passed, failed in ((f"policies/b.feature:{row}", 0, 1), ("policies/b.feature:3", 1, 1),
                                       ("policies/b.feature:1", 1, 1), ("policies/a.feature:13", 1, 0),
                                       ("policies/a.feature:13:19", 1, 1)):
            with self.subTest(target):
                self.passed_failed(self.run_test(target), passed, failed)

    def test_shares_that_are_empty_are_no_failure(self):
        self.file("policies/a.feature", TWO.replace("Logs is pass", "Logs is fail"))
        self.ends(self.run_test("policies", "--shard", "3/3"), 0, "ok")

    def test_what_cannot_be_chosen(self):
        self.file("policies/a.feature", TWO)
        for words, message in ((("--tags", "@a @b"), "Tag expression"), (("--name", "("), "no regular expression"),
                               (("--shard", "3/2"), "write i/n"), (("--shard", "1"), "write i/n"),
                               (("--out", "jnuit"), "did you mean `junit`"), (("--now", "soon"), "no time")):
            with self.subTest(words):
                run = self.run_test("policies", *words)
                self.ends(run, 2, "usage")
                self.assertIn(message, run.err)
        run = self.run_test("policies/a.feature:2")
        self.ends(run, 1, "failed scenarios")  # the line of the feature: all of it
        run = self.run_test("policies/a.feature:4")
        self.ends(run, 2, "usage")
        self.assertIn("has no scenario at line 4; its first one is at line 13", run.err)
        run = self.run_test("policies/a.feature:999")
        self.ends(run, 2, "usage")
        self.assertIn("the file ends at line 20, and its last scenario is at line 18", run.err)

    def test_rerun_of_what_failed(self):
        self.file("policies/a.feature", TWO)
        self.file("policies/b.feature", OUTLINE)
        self.may_change = {"failed.txt"}
        self.passed_failed(self.run_test("policies", "--rerun", "failed.txt"), 2, 2)
        lines = (self.here / "failed.txt").read_text().splitlines()
        self.assertEqual([line.rpartition(":")[0] for line in lines], ["policies/a.feature", "policies/b.feature"])
        self.passed_failed(self.run_test("@failed.txt", "--rerun", "failed.txt"), 0, 2)
        self.assertEqual((self.here / "failed.txt").read_text().splitlines(), lines)
        self.file("policies/a.feature", TWO.replace("Logs is pass", "Logs is fail"))
        self.passed_failed(self.run_test("@failed.txt", "--rerun", "failed.txt"), 1, 1)
        (self.here / "failed.txt").write_text("")
        run = self.ends(self.run_test("@failed.txt"), 4, "nothing was run")
        self.assertIn("error: the list names no feature", run.err)

    # What a run depends on, and what not.

    def test_the_number_of_jobs_does_not_matter(self):
        for i in range(12):
            self.file(f"policies/f{i}.feature", TWO if i % 2 else OUTLINE)
        runs = {(run.code, run.out, run.err) for run in
                (self.run_test("policies", "-j", str(jobs), "--out", out) for jobs in (1, 2, 8) for out in ("text",))}
        self.assertEqual(len(runs), 1)
        self.passed_failed(self.run_test("policies", "-j", "3"), 12, 12)

    def test_params_and_the_date(self):
        self.file("policies/a.feature", f"""
Feature: f
  Scenario: a param{TEMPLATE}
    And `Logs.Properties.BucketEncryption.ServerSideEncryptionConfiguration` is set to `[{{ServerSideEncryptionByDefault: {{SSEAlgorithm: AES256}}}}]`
    When the policy ORG-S3-001 is evaluated
    Then there are no findings
  Scenario: the date{TEMPLATE}
    And the waivers:
      \"\"\"
      waiver ORG-S3-001 for "Logs" {{
          owner "x"
          reason "y"
          until 2026-06-30
      }}
      \"\"\"
    When the policy ORG-S3-001 is evaluated
    Then the finding for Logs is waived
""")
        self.passed_failed(self.run_test("policies"), 2, 0)
        self.passed_failed(self.run_test("policies", "--set", 'org.storage.algorithms={"aws:kms"}'), 1, 1)
        self.passed_failed(self.run_test("policies", "--now", "2026-07-01"), 1, 1)

    def test_a_suppression_that_the_organisation_pins_away_counts_in_a_check_alone(self):
        self.file("spile.toml", "[pins]\nno-inline-waivers = true\n")
        self.file("policies/a.feature", f"""
Feature: f
  Scenario: s{TEMPLATE}
    And `Logs.Metadata` is set to `{{cfn_nag: {{rules_to_suppress: [{{id: W41, reason: r}}]}}}}`
    When the policy ORG-S3-001 is evaluated
    Then the finding for Logs is waived
""")
        self.passed_failed(self.run_test("policies"), 1, 0)

    def test_the_steps_are_listed(self):
        run = self.run_test("--steps")
        self.assertEqual(run.code, 0)
        self.assertIn("When  the policy {policy} is evaluated\n", run.out)

    # Watching.

    def watch_until(self, process, text, timeout=30):
        """Reads what the process prints until a line holds the text."""
        seen = []
        end = time.monotonic() + timeout
        while time.monotonic() < end:
            line = process.stdout.readline()
            seen.append(line)
            if text in line:
                return "".join(seen)
            if not line:
                break
        self.fail(f"`{text}` did not come; this came:\n" + "".join(seen))

    def test_watch_prints_what_changed_and_ends_on_ctrl_c(self):
        self.file("policies/a.feature", TWO)
        process = subprocess.Popen([command.SPILE, "test", "--watch", "policies"], cwd=self.here, stdout=subprocess.PIPE,
                                   stderr=subprocess.STDOUT, text=True, env={"PATH": os.environ["PATH"], "TERM": "dumb"})
        try:
            first = self.watch_until(process, "watching")
            self.assertIn("failed policies/a.feature:18: not versioned", first)
            self.file("policies/a.feature", TWO.replace("Logs is pass", "Logs is fail"))
            second = self.watch_until(process, "watching")
            self.assertIn("passes now policies/a.feature:18: not versioned", second)
            self.assertNotIn("failed policies", second)
            self.assertIn("2 passed, 0 failed", second)
            self.file("policies/storage.spile", command.STORAGE.replace('id        ORG-S3-001', 'id        ORG-S3-009'))
            third = self.watch_until(process, "watching")
            self.assertIn("failed policies/a.feature:13: not encrypted", third)
            self.assertIn("did you mean", third)
            self.assertNotIn("not versioned", third)
            self.file("policies/storage.spile", "module\n")
            fourth = self.watch_until(process, "watching")
            self.assertIn("SP0101", fourth)
            process.send_signal(signal.SIGINT)
            self.assertEqual(process.wait(10), 130)
        finally:
            if process.poll() is None:
                process.kill()
            process.stdout.close()

    # Recording.

    def record(self, *words):
        self.may_change = {"recorded.feature", "deep/recorded.feature"}
        run = self.spile("check", *words)
        return run

    def test_a_recorded_feature_passes(self):
        self.file("site.yaml", '''
            Parameters:
              State: {Type: String}
            Conditions:
              IsOn: !Equals [!Ref State, "on"]
            Resources:
              Logs:
                Type: AWS::S3::Bucket
                Properties:
                  # """ in a comment, and a | too
                  VersioningConfiguration:
                    Status: !If [IsOn, Enabled, Suspended]
              Data: {Type: AWS::S3::Bucket, Properties: {VersioningConfiguration: {Status: !Ref State}}}
            ''')
        self.record("-p", "policies", "site.yaml", "stacks", "--param", "State=off", "--record", "recorded.feature")
        text = (self.here / "recorded.feature").read_text()
        self.assertIn("| State | off |", text)
        self.assertIn("Scenario: ORG-S3-001: Data is not encrypted at rest", text)
        run = self.ends(self.run_test("recorded.feature", "-p", "policies"), 0, "ok")
        self.assertNotIn(" 0 passed", run.out)
        # It fails when the policies say something else.
        self.file("policies/storage.spile", command.STORAGE.replace("is not encrypted at rest", "rests in the open"))
        self.ends(self.run_test("recorded.feature", "-p", "policies"), 1, "failed scenarios")

    def test_a_template_that_does_not_fit_is_named_as_a_file(self):
        self.file("stacks/long.yaml", command.LOGS + "".join(f"# {i}\n" for i in range(4000)))
        self.file("deep/note", "")
        self.record("-p", "policies", "stacks/long.yaml", "--record", "deep/recorded.feature")
        self.assertIn('Given the template file "../stacks/long.yaml"', (self.here / "deep/recorded.feature").read_text())
        self.ends(self.run_test("deep", "-p", "policies"), 0, "ok")

    def test_a_recorded_plan_hides_what_it_marks(self):
        def plan(name, sensitive):
            values = {"bucket": "plain-name", "note": "hunter2"}
            resource = {"address": 'aws_s3_bucket.logs["a b"]', "mode": "managed", "type": "aws_s3_bucket", "name": "logs",
                        "index": "a b"}
            change = {"actions": ["create"], "before": None, "after": values, "after_unknown": {}, "after_sensitive": sensitive}
            self.file(name, json.dumps({
                "format_version": "1.2",
                "planned_values": {"root_module": {"resources": [{**resource, "values": values, "sensitive_values": sensitive}]}},
                "resource_changes": [{**resource, "change": change}]}, indent=1))

        self.file("plans/named.spile", """module plans.named

policy named "Buckets have long names" {
    id       PLAN-001
    severity low
    for bucket: tf "aws_s3_bucket"
    require bucket.bucket == "long"
        else "{bucket} has a short name"
    remedy "Lengthen it."
}
""")
        plan("plans/open.json", {})
        plan("plans/secret.json", {"note": True})
        self.record("-p", "plans", "plans/open.json", "--record", "recorded.feature")
        text = (self.here / "recorded.feature").read_text()
        self.assertIn('Given the plan "plans/open.json":\n      """json\n', text)
        self.assertIn('the verdict for aws_s3_bucket.logs["a b"] is fail', text)
        self.ends(self.run_test("recorded.feature", "-p", "plans"), 0, "ok")
        self.record("-p", "plans", "plans/secret.json", "--record", "recorded.feature")
        text = (self.here / "recorded.feature").read_text()
        self.assertIn('Given the plan file "plans/secret.json"', text)
        self.assertNotIn("hunter2", text)
        self.ends(self.run_test("recorded.feature", "-p", "plans"), 0, "ok")

    def test_nothing_to_record(self):
        run = self.record("-p", "policies", "stacks/good.yaml", "--record", "recorded.feature")
        self.assertEqual(run.code, 0, str(run))
        self.assertIn("nothing was found, so `recorded.feature` was not written", run.err)
        self.file("broken.yaml", "Resources: {A: {}, B: {Type: AWS::S3::Bucket}}\n")
        run = self.record("-p", "policies", "broken.yaml", "--record", "recorded.feature")
        self.assertIn("some inputs could not be read, so `recorded.feature` was not written", run.err)
        self.assertFalse((self.here / "recorded.feature").exists())


if __name__ == "__main__":
    command.main()
