"""`spile test --cover` and `--mutate`: what scenarios miss, the floors, and what features say of equivalent mutants."""
import json
import re
import subprocess
import sys

from command import ROOT, SPILE, CommandTest, main

POLICY = """
module org.buckets

## Ports would be a worse example.
param acls: set<string> = {"Private", "LogDeliveryWrite"}

policy bucket_acl "Buckets have one of the agreed ACLs" {
    id        ORG-B-001
    severity  low

    for bucket: cfn "AWS::S3::Bucket"
    when bucket.BucketName != "public"
    require bucket.AccessControl in acls and (some tag in bucket.Tags where tag.Key == "owner")
        else "{bucket} has another ACL"
    remedy "Choose one."
}
"""
TEMPLATE = '''
  Background:
    Given the template:
      """yaml
      Resources:
        Logs:
          Type: AWS::S3::Bucket
          Properties:
            BucketName: logs
            AccessControl: Private
            Tags:
              - {Key: owner, Value: me}
      """
'''
WEAK = "Feature: Buckets\n" + TEMPLATE + """
  Scenario: Private
    When the policy ORG-B-001 is evaluated
    Then the verdict for Logs is pass
"""
STRONG = WEAK + """
    And there are no findings

  Scenario: Another ACL
    Given `Logs.Properties.AccessControl` is set to `PublicRead`
    When the policy ORG-B-001 is evaluated
    Then the verdict for Logs is fail
    And the severity for Logs is low

  Scenario: For log delivery, with two tags
    Given `Logs.Properties.AccessControl` is set to `LogDeliveryWrite`
    And `Logs.Properties.Tags` is set to `[{Key: owner, Value: me}, {Key: stage, Value: prod}]`
    When the policy ORG-B-001 is evaluated
    Then the verdict for Logs is pass

  Scenario: Without the tag
    Given `Logs.Properties.Tags` is set to `[{Key: stage, Value: prod}]`
    When the policy ORG-B-001 is evaluated
    Then the verdict for Logs is fail

  Scenario: Public on purpose
    Given `Logs.Properties.BucketName` is set to `public`
    And `Logs.Properties.AccessControl` is removed
    When the policy ORG-B-001 is evaluated
    Then the verdict for Logs is not applicable

  Scenario Outline: Nobody knows yet
    Given `Logs.Properties.<place>` is unknown
    When the policy ORG-B-001 is evaluated
    Then the verdict for Logs is <verdict>

    Examples:
      | place         | verdict |
      | AccessControl | unknown |
      | Tags          | unknown |
      | Tags[0].Key   | unknown |
      | BucketName    | pass    |
"""


class QualityTest(CommandTest):
    def setUp(self):
        super().setUp()
        self.file("org/buckets.spile", POLICY)
        self.file("org/buckets.feature", WEAK)

    def on_features(self, *words, **more):
        return self.spile("test", "org", *words, **more)


class Coverage(QualityTest):
    def test_what_no_scenario_showed(self):
        run = self.ends(self.on_features("--cover"), 0, "ok")
        self.assertEqual(run.out.partition("\n\n")[2], """\
policy     conditions  true, false  undecided  coverage  verdicts
ORG-B-001         0/4          4/8        0/4    33.3 %       1/4
    org/buckets.spile:6:8  no scenario shows fail, not applicable or unknown
    org/buckets.spile:11:10  never false or undecided: `bucket.BucketName != "public"`
    org/buckets.spile:12:13  never false or undecided: `bucket.AccessControl in acls`
    org/buckets.spile:12:47  never false or undecided: `some tag in bucket.Tags where tag.Key == "owner"`
    org/buckets.spile:12:77  never false or undecided: `tag.Key == "owner"`
all               0/4          4/8        0/4    33.3 %       1/4
""")

    def test_a_floor_names_the_conditions_that_are_missing(self):
        run = self.on_features("--cover-min", "50")
        self.ends(run, 1, "too little coverage, or too low a mutation score")
        self.assertIn("error: the coverage of conditions is 33.3 %, and 50 % are asked for\n", run.err)
        self.assertIn("  org/buckets.spile:11:10: never false, undecided\n", run.err)
        self.ends(self.on_features("--cover-min", "33"), 0, "ok")

    def test_scenarios_that_say_enough(self):
        self.file("org/buckets.feature", STRONG)
        run = self.ends(self.on_features("--cover-min", "100"), 0, "ok")
        self.assertIn("all               4/4          8/8        4/4   100.0 %       4/4\n", run.out)

    def test_lcov_and_json(self):
        self.may_change |= {"c.info", "c.json"}
        run = self.ends(self.on_features("--cover-out", "lcov=c.info", "--cover-out", "json=c.json"), 0, "ok")
        self.assertNotIn("ORG-B-001", run.out)
        lines = (self.here / "c.info").read_text().splitlines()
        self.assertEqual(lines[:5], ["TN:", "SF:org/buckets.spile", "FN:6,ORG-B-001", "FNDA:1,ORG-B-001", "FNF:1"])
        self.assertEqual([line for line in lines if line.startswith("BRDA:12,")], [
            "BRDA:12,0,0,1", "BRDA:12,0,1,0", "BRDA:12,0,2,0", "BRDA:12,1,0,1", "BRDA:12,1,1,0", "BRDA:12,1,2,0",
            "BRDA:12,2,0,1", "BRDA:12,2,1,0", "BRDA:12,2,2,0"])
        self.assertIn("BRF:12", lines)
        self.assertIn("BRH:4", lines)
        made = json.loads((self.here / "c.json").read_text())
        self.assertEqual(made["total"]["true_false"], {"seen": 4, "of": 8})
        self.assertEqual(made["policies"][0]["outcomes"][0]["never"], ["false", "undecided"])

    def test_threads_change_nothing(self):
        self.file("org/buckets.feature", STRONG)
        words = ("--cover", "--cover-out", "json", "--mutate", "--mutate-out", "json")
        self.assertEqual(self.on_features(*words, "-j", "1").out, self.on_features(*words, "-j", "4").out)

    def test_a_policy_without_a_scenario_counts_unless_scenarios_are_chosen(self):
        other = POLICY.replace("org.buckets", "org.other").replace("ORG-B-001", "ORG-B-002")
        self.file("org/other.spile", other)
        self.assertIn("\nORG-B-002 ", self.on_features("--cover").out)
        self.assertNotIn("ORG-B-002", self.on_features("--cover", "--name", "Private").out)
        run = self.on_features("--mutate")
        self.assertIn("survived[ORG-B-002]: all mutants\n  --> org/other.spile\n", run.out)


class Mutation(QualityTest):
    def fingerprint(self, out, mutated):
        return re.search(re.escape(f"= mutant: `{mutated}`") + r"\n.*\n.*`# equivalent mutant ([0-9a-f]{8}): REASON`", out).group(1)

    def test_survivors(self):
        run = self.ends(self.on_features("--mutate"), 0, "ok")
        self.assertIn("""\
survived[ORG-B-001]: connective
  --> org/buckets.spile:12:42
12 |     require bucket.AccessControl in acls and (some tag in bucket.Tags where tag.Key == "owner")
   |                                          ^^^
  = policy: `bucket.AccessControl in acls and (some tag in bucket.Tags where tag.Key == "owner")`
  = mutant: `bucket.AccessControl in acls or (some tag in bucket.Tags where tag.Key == "owner")`
  = needs: an input in which one of `bucket.AccessControl in acls` and `some tag in bucket.Tags where tag.Key == "owner"` holds and the other does not
""", run.out)
        self.assertIn("  = policy: `severity low`\n  = mutant: `severity medium`\n  = needs: a step that states the severity\n", run.out)
        self.assertRegex(run.out, r"\nORG-B-001 +16 +\d+ +\d+ +0 +\d+\.\d %\nall ")

    def test_floors_of_the_whole_and_of_each_policy(self):
        run = self.ends(self.on_features("--mutate-min", "85"), 1, "too little coverage, or too low a mutation score")
        self.assertRegex(run.err, r"error: the mutation score is \d\d\.\d %, and 85 % are asked for\n")
        run = self.ends(self.on_features("--mutate-min-policy", "60"), 1, "too little coverage, or too low a mutation score")
        self.assertIn("error: the mutation score of ORG-B-001 is ", run.err)
        self.file("org/buckets.feature", STRONG)
        run = self.ends(self.on_features("--mutate-min", "100", "--mutate-min-policy", "100"), 0, "ok")
        self.assertIn("100.0 %", run.out)

    def test_json(self):
        run = self.ends(self.on_features("--mutate-out", "json", "-o", "text=results"), 0, "ok")
        self.may_change.add("results")
        made = json.loads(run.out)
        fates = {each["fate"] for each in made["policies"][0]["outcomes"]}
        self.assertEqual(fates, {"killed", "survived"})
        killed = next(each for each in made["policies"][0]["outcomes"] if each["fate"] == "killed")
        self.assertRegex(killed["killed_by"], r"^org/buckets\.feature:\d+$")

    def test_failing_scenarios_come_first(self):
        self.file("org/buckets.feature", WEAK.replace("Logs is pass", "Logs is fail"))
        run = self.ends(self.on_features("--mutate"), 1, "failed scenarios")
        self.assertIn("mutants are made when every scenario passes without one", run.err)

    def test_an_equivalent_mutant_has_a_reason(self):
        out = self.on_features("--mutate").out
        some = self.fingerprint(out, 'all tag in bucket.Tags satisfy tag.Key == "owner"')
        self.file("org/buckets.feature", f"# equivalent mutant {some}: our buckets have one tag and no more\n" + WEAK)
        run = self.ends(self.on_features("--mutate"), 0, "ok")
        self.assertRegex(run.out, r"\nORG-B-001 +16 +\d+ +\d+ +1 ")
        self.assertNotIn(some, run.out)
        run = self.ends(self.on_features("--equivalent-max", "3"), 1, "too little coverage, or too low a mutation score")
        self.assertIn("error: 6.2 % of the mutants are said to mean the same, and 3 % are the most\n", run.err)

    def test_comments_that_hold_no_more(self):
        first = self.on_features("--mutate").out
        killed = next(each for each in json.loads(self.on_features("--mutate-out", "json", "-o", "text=results").out)["policies"][0]["outcomes"]
                      if each["fate"] == "killed")["fingerprint"]
        self.may_change.add("results")
        alive = self.fingerprint(first, 'true and (some tag in bucket.Tags where tag.Key == "owner")')
        self.file("org/buckets.feature", f"""\
# equivalent mutant {killed}: this is not so, as a scenario shows
# equivalent mutant 00000000: there is no such mutant any more
# equivalent mutant {alive}: because
# equivalent mutant: without its digits nobody knows which
# equivalent mutant {alive}: said in four words
# equivalent mutant {alive}: said in four words
{WEAK}""")
        run = self.ends(self.on_features("--mutate"), 1, "too little coverage, or too low a mutation score")
        for text in (f"org/buckets.feature:1: mutant {killed} does not mean the same, org/buckets.feature:",
                     "org/buckets.feature:2: no policy has a mutant 00000000;",
                     f"org/buckets.feature:3: the reason why mutant {alive} means the same is missing or too short;",
                     "org/buckets.feature:4: `# equivalent mutant` wants the mutant's eight digits",
                     f"org/buckets.feature:6: mutant {alive} is named in org/buckets.feature:5 already"):
            self.assertIn(text, run.err)


class Flags(QualityTest):
    def test_a_floor_over_nothing_is_not_green(self):
        self.file("stacks/stack.feature", "Feature: Stack\n" + TEMPLATE + """
  Scenario: Without any policy
    Then every AWS::S3::Bucket has `it.BucketName exists`
""")
        self.ends(self.spile("test", "stacks", "--cover", "--mutate"), 0, "ok")
        for floor in ("--cover-min", "--mutate-min", "--mutate-min-policy"):
            run = self.ends(self.spile("test", "stacks", floor, "50"), 1, "too little coverage, or too low a mutation score")
            self.assertIn("error: no scenario evaluated a policy", run.err)
        self.ends(self.spile("test", "stacks", "--cover-min", "50", "--shard", "1/2"), 0, "ok")

    def test_mistakes(self):
        self.refused(self.on_features("--cover-out", "lcvo=x"), "unknown format of `--cover-out`: `lcvo`", "did you mean `lcov`")
        self.refused(self.on_features("--mutate-out", "lcov"), "unknown format of `--mutate-out`: `lcov`")
        self.refused(self.on_features("--cover-min", "120"), "--cover-min")
        run = self.on_features("--cover-out", "lcov=nowhere/x.info")
        self.assertEqual(run.code, 2, run)
        self.assertIn("cannot write to `nowhere/x.info`", run.err)


class Floors(QualityTest):
    def run_floors(self):
        script = ROOT / "tests" / "gherkin" / "pack_quality.py"
        return subprocess.run([sys.executable, "-B", script, SPILE, str(self.here / "org"), "--least", "1"],
                              capture_output=True, text=True)

    def test_weak_features_of_a_pack_are_found_out(self):
        done = self.run_floors()
        self.assertEqual(done.returncode, 1, done.stdout)
        for text in ("no scenario shows ORG-B-001 fail, not applicable, unknown", "condition coverage is 33.3 % (4 of 12), the floor is 95 %",
                     ": never false, undecided: bucket.BucketName", "the floor is 85 %", "the mutation score of ORG-B-001 is"):
            self.assertIn(text, done.stdout)

    def test_strong_ones_pass(self):
        self.file("org/buckets.feature", STRONG)
        done = self.run_floors()
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.assertIn("condition coverage: 100.0 %", done.stdout)


if __name__ == "__main__":
    main()
