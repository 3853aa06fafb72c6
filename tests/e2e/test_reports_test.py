"""The reports of a test run, from the real command: all say the same of one run, and each is what its readers want."""
import json
import re
import sys
import xml.etree.ElementTree as xml

from command import ROOT, CommandTest, main

sys.path.insert(0, str(ROOT / "tests" / "report"))
import test_results  # noqa: E402

FORMATS = ("text", "messages", "junit", "tap", "json", "html")

FEATURE = '''
Feature: Buckets are encrypted <at rest>

  Background:
    Given the template:
      """yaml
      Resources:
        Logs:
          Type: AWS::S3::Bucket
      """
    And the policy parameter "org.storage.algorithms" is `{"AES256"}`

  Scenario: A bucket without encryption is found
    When the policy ORG-S3-001 is evaluated
    Then the findings are exactly:
      | resource | line | verdict |
      | Logs     | 2    | fail    |

  Scenario: This expectation is wrong
    When the policy ORG-S3-001 is evaluated
    Then the verdict for Logs is pass
    And the severity for Logs is high

  Scenario: This step is misspelt
    When the policy ORG-S3-001 is evalated
    Then there are no findings
'''


class Reports(CommandTest):
    def setUp(self):
        super().setUp()
        self.file("features/buckets.feature", FEATURE)

    def reports(self, *targets):
        outs = [word for name in FORMATS for word in ("--out", f"{name}=out.{name}")]
        run = self.spile("test", "--policy", "policies", *outs, *targets)
        self.may_change |= {f"out.{name}" for name in FORMATS}
        return run, {name: (self.here / f"out.{name}").read_text(encoding="utf-8") for name in FORMATS}

    def test_all_say_the_same(self):
        run, reports = self.reports("features")
        self.ends(run, 1, "failed scenarios")
        self.assertIn("3 scenarios, 13 steps: 1 passed, 2 failed", reports["text"])
        data = json.loads(reports["json"])
        statuses = [scenario["status"] for scenario in data["features"][0]["scenarios"]]
        self.assertEqual(statuses[0], "passed")
        self.assertNotIn("passed", statuses[1:])
        self.assertEqual((data["summary"]["passed"], data["summary"]["failed"], data["passed"]), (1, 2, False))
        suites = xml.fromstring(reports["junit"])
        self.assertEqual((suites.get("tests"), suites.get("failures")), ("3", "2"))
        lines = [case.get("line") for case in suites.iter("testcase")]
        self.assertEqual(lines, [str(scenario["line"]) for scenario in data["features"][0]["scenarios"]])
        self.assertEqual(re.findall(r"^(ok|not ok) ", reports["tap"], re.M), ["ok", "not ok", "not ok"])
        envelopes = [json.loads(line) for line in reports["messages"].splitlines()]
        finished = [e["testStepFinished"]["testStepResult"]["status"] for e in envelopes if "testStepFinished" in e]
        wanted = [step["status"].upper() for scenario in data["features"][0]["scenarios"] for step in scenario["steps"]]
        self.assertEqual(finished, wanted)
        self.assertEqual({e["parameterType"]["name"] for e in envelopes if "parameterType" in e} & {"policy", "resource"},
                         {"policy", "resource"})
        self.assertEqual(list(test_results.broken_links(envelopes)), [])
        self.assertEqual(list(test_results.page_problems(reports["html"])), [])
        page = test_results.Page(reports["html"])
        self.assertIn("2 of 3 scenarios failed", page.text)
        self.assertIn("Buckets are encrypted <at rest>", page.text)

    def test_the_same_bytes_again_and_in_parallel(self):
        _, first = self.reports("features")
        _, second = self.reports("features", "-j", "4")
        self.assertEqual(first, second)
        for name, text in first.items():
            self.assertNotIn(str(self.here), text, name)
            self.assertNotRegex(text, r"20[2-9]\d-\d\d-\d\dT", name)

    def test_a_feature_that_cannot_be_read_is_in_each(self):
        self.file("features/broken.feature", "Feature: x\n  Scenario: y\n    Given the date is 2026-01-01\n  Scenarioo: z\n")
        run, reports = self.reports("features")
        self.assertNotEqual(run.code, 0)
        for name, text in reports.items():
            self.assertIn("Scenarioo", text, name)
        self.assertIn("parseError", reports["messages"])

    def test_coverage_is_in_the_page_and_in_json(self):
        _, without = self.reports("features")
        _, reports = self.reports("features", "--cover")
        coverage = json.loads(reports["json"])["coverage"]
        rows = {row["policy"]: row for row in coverage["policies"]}
        self.assertEqual(sorted(rows), ["ORG-S3-001", "ORG-S3-002"])
        self.assertEqual((rows["ORG-S3-002"]["seen"], rows["ORG-S3-002"]["path"]), (0, "policies/storage.spile"))
        self.assertGreater(rows["ORG-S3-001"]["seen"], 0)
        self.assertLessEqual(coverage["seen"], coverage["of"])
        page = test_results.Page(reports["html"])
        self.assertEqual(list(test_results.page_problems(reports["html"])), [])
        for row in coverage["policies"]:
            self.assertGreater(len(row["unseen"]), 0)
            for unseen in row["unseen"]:
                self.assertIn(unseen, page.text)
        self.assertNotIn("coverage", json.loads(without["json"]))
        self.assertNotIn("Coverage of the policies", without["html"])

    def test_coverage_for_people_leaves_a_report_for_programs_alone(self):
        run = self.spile("test", "--policy", "policies", "--cover", "--out", "json", "features")
        self.assertFalse(json.loads(run.out)["passed"])
        self.assertIn("ORG-S3-002", run.err)
        run = self.spile("test", "--policy", "policies", "--cover", "features")
        self.assertIn("ORG-S3-002", run.out)

    def test_a_misspelt_format_has_a_nearest_one(self):
        self.refused(self.spile("test", "--policy", "policies", "--out", "junti", "features"), "junti", "junit")


if __name__ == "__main__":
    main()
