"""Terraform plans as inputs: what is read, what is said of the rest, and that nothing sensitive leaves the process in clear."""
import json

from command import CommandTest, main

POLICY = """
module org.plans

policy encrypted "Databases are encrypted" {
    id       PLAN-1
    severity high
    for db: tf "aws_db_instance"
    require db.storage_encrypted
        else "{db} is not encrypted: {db.properties}"
}

policy secrets "Nothing is called like a secret" {
    id       PLAN-2
    severity low
    for r: tf "*"
    deny some (k, v) in r.properties where v == "no such text" or k == "password"
        at v
        because "{r} has {k} = {v} of {r.properties}"
}

policy outputs "Outputs are not secret" {
    id       PLAN-3
    severity low
    for db: tf "aws_db_instance"
    deny some o: tf "output" where o.value != "x"
        because "{db} {o.name} {o.value} {o.before} {o.properties}"
}

policy facts "Nothing drifts" {
    id       PLAN-4
    severity low
    for db: tf "aws_db_instance"
    deny some d: tf "drift" because "{d.before} {d.after}"
    deny some v: tf "variable" where v.sensitive because "{v.value} {v.default}"
    deny some p: tf "provider" because "{p.settings}"
}
"""

CANARIES = [f"c4n4ry-{i:02}-{'abcdefghijklmnopqrst'[i]}" for i in range(20)]


def instance(address, type_, values, sensitive, **more):
    return {"address": address, "mode": "managed", "type": type_, "name": "x", "values": values, "sensitive_values": sensitive, **more}


def plan(pretty):
    c = CANARIES
    values = {"storage_encrypted": False, "password": c[0], "nested": {"deep": [{"key": c[1]}, "open"]}, "list": [c[2], c[3]],
              "document": json.dumps({"Statement": [{"Action": c[4]}]}), "map": {"a": c[5], "b": {"d": c[6]}}}
    marks = {"password": True, "nested": {"deep": [{"key": True}]}, "list": True, "document": True, "map": {"a": True}}
    also = {"map": {"b": True}}
    change = {"actions": ["update"], "before": {"password": c[7], "list": [c[8]]}, "after": values, "after_unknown": {"id": True},
              "before_sensitive": {"password": True, "list": True}, "after_sensitive": also}
    gone = {"actions": ["delete"], "before": {"password": c[9]}, "after": None, "after_unknown": {}, "before_sensitive": {"password": True},
            "after_sensitive": False}
    document = {
        "format_version": "1.2", "terraform_version": "1.6.5",
        "variables": {"pw": {"value": c[10]}, "obj": {"value": {"k": c[11]}}},
        "planned_values": {"outputs": {"o": {"sensitive": True, "value": c[12]}, "p": {"sensitive": True, "value": {"k": [c[13]]}}},
                           "root_module": {"resources": [instance("aws_db_instance.x", "aws_db_instance", values, marks)]}},
        "resource_drift": [{"address": "aws_db_instance.x", "mode": "managed", "type": "aws_db_instance", "name": "x",
                            "change": {"actions": ["update"], "before": {"password": c[14]}, "after": {"password": c[15]},
                                       "before_sensitive": {"password": True}, "after_sensitive": {"password": True}}}],
        "resource_changes": [{"address": "aws_db_instance.x", "mode": "managed", "type": "aws_db_instance", "name": "x", "change": change},
                             {"address": "aws_db_instance.old", "mode": "managed", "type": "aws_db_instance", "name": "old", "change": gone}],
        "output_changes": {"o": {"actions": ["update"], "before": c[16], "after": c[12], "after_unknown": False, "before_sensitive": True,
                                 "after_sensitive": True}},
        "prior_state": {"values": {"root_module": {"resources": [
            {"address": "data.vault_secret.d", "mode": "data", "type": "vault_secret", "name": "d", "values": {"token": c[17]},
             "sensitive_values": {"token": True}}]}}},
        "configuration": {"provider_config": {"aws": {"name": "aws", "expressions": {"secret_key": {"constant_value": c[18]}}}},
                          "root_module": {"variables": {"pw": {"sensitive": True, "default": c[19]}, "obj": {"sensitive": True}}}}}
    return json.dumps(document, indent=2 if pretty else None)


class Plans(CommandTest):
    def setUp(self):
        super().setUp()
        self.file("policies/plans.spile", POLICY)

    def test_nothing_sensitive_is_printed(self):
        for pretty in (True, False):
            self.file("plan.json", plan(pretty))
            printed = {}
            for out in ("text", "json", "jsonl", "sarif", "junit", "github", "gitlab", "markdown"):
                run = self.check("plan.json", "--out", out)
                self.assertEqual(run.code, 1, str(run))
                printed[out] = run
            self.assertGreater(printed["text"].out.count("(sensitive)"), 5, "the policies show nothing of what is marked")
            for about in ("PLAN-1", "PLAN-2", "PLAN-3", "PLAN-4"):
                self.assertIn(about, printed["text"].out)
                printed["explain " + about] = self.spile("explain", about, "plan.json", "--policy", "policies")
            for form in ("dot", "mermaid"):
                printed["graph " + form] = self.spile("graph", "plan.json", "--out", form)
            for query in ('{r.properties for r: tf "*"}', '{r.properties for r: tf "data.vault_secret"}', '{v.properties for v: tf "variable"}',
                          '{v.properties for v: tf "output"}', '{v.properties for v: tf "provider"}', '{v.properties for v: tf "drift"}'):
                printed["query " + query] = self.spile("query", query, "plan.json", "--policy", "policies")
                self.assertIn("(sensitive)", printed["query " + query].out, query)
            broken = plan(pretty)[:-20]
            self.file("broken.json", broken)
            printed["broken"] = self.check("broken.json", "--as", "tfplan")
            self.assertEqual(printed["broken"].code, 3)
            for way, run in printed.items():
                for canary in CANARIES:
                    self.assertNotIn(canary, run.out + run.err, way)

    def test_known_after_apply_is_unknown(self):
        self.file("plan.json", json.dumps({"resource_changes": [
            {"address": "aws_db_instance.d", "type": "aws_db_instance",
             "change": {"actions": ["create"], "before": None, "after": {}, "after_unknown": {"storage_encrypted": True}}}]}))
        run = self.ends(self.check("plan.json", "--select", "PLAN-1"), 0, "ok")
        self.assertIn("`aws_db_instance.d.storage_encrypted` is known after apply", run.out)
        self.ends(self.check("plan.json", "--select", "PLAN-1", "--unknown", "fail"), 5, "undetermined")

    def test_other_outputs_are_explained(self):
        self.file("messages.json", '{"@level":"info","@message":"x"}\n{"@level":"info","@message":"y"}\n')
        run = self.ends(self.check("messages.json"), 3, "input")
        self.assertIn("error[SP0723]", run.err)
        self.assertIn("terraform show -json plan.tfplan > plan.json", run.err)
        self.file("terraform.tfstate", '{"version": 4, "serial": 1, "lineage": "x", "resources": []}')
        run = self.ends(self.check("terraform.tfstate"), 3, "input")
        self.assertIn("terraform show -json > state.json", run.err)

    def test_a_plan_that_is_not_whole_warns_and_concludes_nothing_from_absence(self):
        self.file("policies/plans.spile", """
            module org.partial
            policy encrypted "Buckets are encrypted" {
                id PLAN-9
                severity high
                for b: tf "aws_s3_bucket"
                require some e: tf "aws_s3_bucket_server_side_encryption_configuration" where refers(e.bucket, b)
            }
            """)
        whole = {"planned_values": {"root_module": {"resources": [instance("aws_s3_bucket.b", "aws_s3_bucket", {"bucket": "b"}, {})]}}}
        self.file("whole.json", json.dumps(whole))
        self.ends(self.check("whole.json"), 1, "violations")
        self.file("part.json", json.dumps({**whole, "complete": False}))
        run = self.ends(self.check("part.json", "--unknown", "fail"), 5, "undetermined")
        self.assertIn("warning[SP0722]: part.json:", run.err)

    def test_states_are_read(self):
        self.file("state.json", json.dumps({"format_version": "1.0", "terraform_version": "1.6.5", "values": {"root_module": {"resources": [
            instance("aws_db_instance.x", "aws_db_instance", {"storage_encrypted": False}, {})]}}}))
        run = self.ends(self.check("state.json", "--select", "PLAN-1"), 1, "violations")
        self.assertIn("aws_db_instance.x is not encrypted", run.out)
        kinds = [each["kind"] for each in json.loads(self.check("state.json", "--out", "json").out)["inputs"]]
        self.assertEqual(kinds, ["tfstate"])


if __name__ == "__main__":
    main()
