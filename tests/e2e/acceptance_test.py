"""Findings that are accepted: waivers until their day, baselines, and the suppressions that other tools left in templates."""
import json

from command import CommandTest, main

WAIVER = """
module org.waivers

waiver ORG-S3-001 for "Logs" in "stacks/*.yaml" {
    owner "storage-team"
    reason "migrates with STO-1412"
    until 2027-03-31
}
"""
SUPPRESSED = """
Resources:
  Nag:
    Type: AWS::S3::Bucket
    Metadata:
      cfn_nag:
        rules_to_suppress:
          - id: W41
            reason: public assets
  Guard:
    Type: AWS::S3::Bucket
    Metadata:
      guard:
        SuppressedRules:
          - S3_BUCKET_SERVER_SIDE_ENCRYPTION_ENABLED
  Checkov:
    Type: AWS::S3::Bucket
    Metadata:
      checkov:
        skip:
          - id: CKV_AWS_19
            comment: public assets
  Other:
    Type: AWS::S3::Bucket
    Metadata:
      cfn_nag:
        rules_to_suppress:
          - id: W35
"""


class Waivers(CommandTest):
    only = ("stacks/logs.yaml", "--select", "ORG-S3-001", "--waivers", "waivers.spile")

    def setUp(self):
        super().setUp()
        self.file("waivers.spile", WAIVER)

    def test_until_its_last_day(self):
        run = self.ends(self.check(*self.only, "--now", "2027-03-01"), 0, "ok")
        self.assertIn("1 waived", run.out)
        self.assertEqual(run.err, "exit 0: ok\n")
        run = self.ends(self.check(*self.only, "--now", "2027-03-31T23:59:59Z"), 0, "ok")
        self.assertIn("warning: waivers.spile:3: ", run.err)

    def test_and_not_after(self):
        for now in ("2027-04-01", "2027-04-01T00:00:00Z"):
            run = self.ends(self.check(*self.only, "--now", now), 1, "violations")
            self.assertIn("it expired (until 2027-03-31); its findings count", run.err)

    def test_it_hides_nothing(self):
        run = self.check(*self.only, "--now", "2027-03-01", "--show", "waived")
        self.assertIn("waived: migrates with STO-1412; owner storage-team", run.out)
        [finding] = json.loads(self.check(*self.only, "--now", "2027-03-01", "--out", "json").out)["findings"]
        self.assertTrue(finding["waived"]["source"])

    def test_one_that_matches_nothing_warns(self):
        run = self.check("stacks/good.yaml", "--waivers", "waivers.spile", "--now", "2027-03-01")
        self.assertIn("warning: waivers.spile:3: ", run.err)

    def test_a_file_that_is_not_there(self):
        self.refused(self.check("stacks", "--waivers", "none.spile"), "cannot open `none.spile`")


class Baselines(CommandTest):
    def create(self, *inputs):
        self.may_change.add("baseline.json")
        run = self.spile("baseline", "create", "-p", "policies", "--to", "baseline.json", *inputs)
        self.assertEqual(run.code, 0, run)

    def test_what_was_there_is_accepted_and_what_is_new_is_not(self):
        self.create("stacks")
        use = ("--baseline", "baseline.json", "stacks")
        run = self.ends(self.check(*use), 0, "ok")
        self.assertIn("2 waived", run.out)
        self.file("stacks/new.yaml", "Resources:\n  New:\n    Type: AWS::S3::Bucket\n")
        run = self.ends(self.check(*use), 1, "violations")
        self.assertIn("New is not encrypted", run.out)
        self.assertNotIn("Logs is not encrypted", run.out)

    def test_lines_may_move(self):
        self.create("stacks")
        text = (self.here / "stacks/logs.yaml").read_text()
        self.file("stacks/logs.yaml", "# a comment\n\n" + text)
        self.ends(self.check("--baseline", "baseline.json", "stacks"), 0, "ok")

    def test_entries_of_repaired_findings_are_named(self):
        self.create("stacks")
        self.file("stacks/logs.yaml", (self.here / "stacks/good.yaml").read_text().replace("Good", "Logs"))
        run = self.ends(self.check("--baseline", "baseline.json", "stacks"), 0, "ok")
        self.assertIn("warning: baseline.json: `ORG-S3-001` for `Resources.Logs`", run.err)

    def test_it_is_not_written_when_an_input_cannot_be_read(self):
        run = self.spile("baseline", "create", "-p", "policies", "--to", "baseline.json", "stacks", "nowhere.yaml")
        self.assertEqual(run.code, 3, run)
        self.assertFalse((self.here / "baseline.json").exists())

    def test_a_file_that_is_no_baseline(self):
        self.refused(self.check("stacks", "--baseline", "none.json"), "cannot open `none.json`")
        self.file("other.json", "[1, 2]")
        self.refused(self.check("stacks", "--baseline", "other.json"), "other.json:1:1", "spile baseline create")


class InlineSuppressions(CommandTest):
    only = ("stacks/suppressed.yaml", "--select", "ORG-S3-001")

    def setUp(self):
        super().setUp()
        self.file("stacks/suppressed.yaml", SUPPRESSED)

    def test_of_three_tools_count_where_the_policy_means_the_same(self):
        run = self.ends(self.check(*self.only, "--show", "waived"), 1, "violations")
        for source in ("cfn_nag:W41: public assets", "guard:S3_BUCKET_SERVER_SIDE_ENCRYPTION_ENABLED",
                       "checkov:CKV_AWS_19: public assets"):
            self.assertIn(f"= waived: {source}", run.out)
        self.assertIn("1 violation, 3 waived", run.out)
        self.assertIn("\nhigh[ORG-S3-001]: Other is not encrypted", "\n" + run.out)

    def test_can_be_turned_off(self):
        run = self.ends(self.check(*self.only, "--no-inline-waivers"), 1, "violations")
        self.assertIn("4 violations", run.out)
        self.assertNotIn("waived", run.out)


if __name__ == "__main__":
    main()
