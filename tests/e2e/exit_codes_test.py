"""Each exit code, with its word as the last line on standard error, and which of several applies."""
import json
import resource
import signal
import subprocess
import time

from command import GOOD, SPILE, CommandTest, main


class ExitCodes(CommandTest):
    def test_0_ok(self):
        self.ends(self.check("stacks/good.yaml"), 0, "ok")

    def test_1_violations(self):
        self.ends(self.check("stacks/logs.yaml"), 1, "violations")

    def test_2_usage(self):
        self.ends(self.check("--no-such-flag"), 2, "usage")
        self.ends(self.spile("no-such-command"), 2, "usage")

    def test_2_policy_does_not_compile(self):
        self.file("policies/broken.spile", "module org.broken\npolicy {")
        self.ends(self.check("stacks/good.yaml"), 2, "usage")

    def test_3_input(self):
        self.ends(self.check("stacks/nowhere.yaml"), 3, "input")

    def test_4_nothing_evaluated(self):
        self.file("stacks/topic.yaml", "Resources:\n  T:\n    Type: AWS::SNS::Topic\n")
        run = self.ends(self.check("stacks/topic.yaml"), 4, "empty")
        self.assertIn("2 policies had no subject: ORG-S3-001, ORG-S3-002", run.out)
        self.ends(self.check("stacks/topic.yaml", "--allow-empty"), 0, "ok")

    def test_4_is_also_a_folder_without_templates(self):
        self.file("empty/notes.txt", "nothing")
        self.ends(self.check("empty"), 4, "empty")

    def test_5_undetermined(self):
        only = ("stacks/logs.yaml", "--select", "ORG-S3-002")
        self.ends(self.check(*only), 0, "ok")
        self.ends(self.check(*only, "--unknown", "warn"), 0, "ok")
        self.ends(self.check(*only, "--unknown", "pass"), 0, "ok")
        run = self.ends(self.check(*only, "--unknown", "fail"), 5, "undetermined")
        self.assertIn("parameter `State` has no value", run.out)

    def test_5_known_after_apply(self):
        self.file("tf/encrypted.spile", """
            module org.databases
            policy encrypted "Databases are encrypted at rest" {
                id        ORG-DB-001
                severity  high
                for db: tf "aws_db_instance"
                require db.storage_encrypted == true else "{db} is not encrypted"
            }
            """)
        instance = {"address": "aws_db_instance.main", "mode": "managed", "type": "aws_db_instance", "name": "main"}
        change = {"actions": ["create"], "before": None, "after": {"engine": "postgres"}, "after_unknown": {"storage_encrypted": True},
                  "before_sensitive": False, "after_sensitive": {}}
        self.file("plan.json", json.dumps({
            "format_version": "1.2",
            "planned_values": {"root_module": {"resources": [{**instance, "values": {"engine": "postgres"}, "sensitive_values": {}}]}},
            "resource_changes": [{**instance, "change": change}], "configuration": {"root_module": {}}}))
        only = ("check", "-p", "tf", "plan.json")
        cause = "`aws_db_instance.main.storage_encrypted` is known after apply"
        self.assertIn(cause, self.ends(self.spile(*only), 0, "ok").out)
        run = self.ends(self.spile(*only, "--unknown", "fail"), 5, "undetermined")
        self.assertIn("unknown[ORG-DB-001]", run.out)
        self.assertIn(cause, run.out)
        found = json.loads(self.spile(*only, "--out", "json").out)["findings"]
        self.assertEqual([(f["verdict"], f["cause"], f["subject"]["address"]) for f in found], [("unknown", cause, "aws_db_instance.main")])

    def test_3_comes_before_1_and_1_before_5(self):
        self.ends(self.check("stacks/nowhere.yaml", "stacks/logs.yaml"), 3, "input")
        self.ends(self.check("stacks/logs.yaml", "--unknown", "fail"), 1, "violations")

    def test_fail_on_is_a_threshold(self):
        self.ends(self.check("stacks/logs.yaml", "--fail-on", "high"), 1, "violations")
        run = self.ends(self.check("stacks/logs.yaml", "--fail-on", "critical"), 0, "ok")
        self.assertIn("high[ORG-S3-001]", run.out)
        run = self.ends(self.check("stacks/logs.yaml", "--fail-on", "never"), 0, "ok")
        self.assertIn("high[ORG-S3-001]", run.out)

    def test_quiet_says_nothing_on_standard_error(self):
        run = self.check("stacks/logs.yaml", "-q")
        self.assertEqual((run.code, run.err), (1, ""))

    def test_interrupted_ends_by_the_signal(self):
        # A shell shows 130 and 143 for a process that SIGINT and SIGTERM ended.
        for number in (signal.SIGINT, signal.SIGTERM):
            waiting = subprocess.Popen([SPILE, "check", "-"], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
                                       stderr=subprocess.DEVNULL, cwd=self.here)
            time.sleep(0.2)
            waiting.send_signal(number)
            waiting.wait(timeout=20)
            waiting.stdin.close()
            self.assertIn(waiting.returncode, (-number, 128 + number))

    def test_70_is_no_verdict(self):
        # What stops the command itself, here a machine without memory left, is neither a violation nor green.
        self.file("wide.yaml", GOOD + "".join(f"  B{i}: {{Type: AWS::S3::Bucket}}\n" for i in range(60000)))
        little = 192 << 20
        done = subprocess.run([SPILE, "check", "-p", "policies", "wide.yaml"], capture_output=True, cwd=self.here, text=True,
                              preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (little, little)))
        self.assertEqual((done.returncode, done.stdout), (70, ""), done.stderr)
        self.assertEqual(done.stderr, "internal error: out of memory\nexit 70: internal\n")

    def test_a_report_that_cannot_be_written_is_no_verdict(self):
        with open("/dev/full", "w") as full:
            done = subprocess.run([SPILE, "check", "-p", "policies", "stacks/good.yaml"], stdout=full,
                                  stderr=subprocess.PIPE, cwd=self.here)
        self.assertEqual(done.returncode, 2, done.stderr)
        self.assertIn(b"cannot write to standard output", done.stderr)
        run = self.check("stacks/good.yaml", "--out", "json=nowhere/report.json")
        self.ends(run, 2, "usage")
        self.assertIn("cannot write the report to `nowhere/report.json`", run.err)


if __name__ == "__main__":
    main()
