"""Canary secrets: values that inputs mark as sensitive, in every form that a plan or template has for it, must appear in nothing
that the command prints, whichever way it is written."""
import base64
import html
import json
import re
import urllib.parse

from command import CommandTest, main

# Characters that every format escapes in its own way, and a number, which has none.
CANARIES = [f"cnry{i:02d}-q\"<&>%'é\\z" for i in range(1, 27)]
NUMBER = 7391826455
SCALAR, ITEM, ITEM_OF, MEMBER, KEY, NESTED, JSON_TEXT, HEREDOC, ENCODED, BEFORE, IN_CHANGE, IN_PLANNED, OUTPUT, OUTPUT_BEFORE, \
    VARIABLE, CHILD, DATA, DRIFT, CHILD_VARIABLE, NAME_KEY, DEFAULT, GIVEN, ALLOWED, IN_FILE, INLINE, OTHER = CANARIES

POLICIES = r"""
module org.secrets

policy printed "Nothing is written down" {
    id T-VALUE
    severity high
    for v: tf "acme_vault"
    deny v.password exists at v.password because "{v} has {v.password}, in {v.environment}, {v.tokens}, {v.keys} and {v.pin}"
}
policy whole "Nothing is written down, as a whole" {
    id T-WHOLE
    severity high
    for v: tf *
    deny v.properties exists because "{v} is {v.properties}"
}
policy items "No list has an item" {
    id T-ITEM
    severity high
    for v: tf "acme_vault"
    deny some t in v.tokens where t != "" at t because "{v} has the token {t}"
}
policy members "No map has a member" {
    id T-MEMBER
    severity high
    for v: tf "acme_vault"
    deny some (k, m) in v.environment where m != "" at m because "{v} has {k} as {m}"
}
policy one_key "No key" {
    id T-KEY
    severity high
    for v: tf "acme_vault"
    deny some k in v.keys where k != "" at k because "{v} has the key {k}"
}
policy nested "No block has a secret" {
    id T-NESTED
    severity high
    for v: tf "acme_vault"
    deny some b in v.block where b.secret exists at b.secret because "{v} has the block {b} and the secret {b.secret}"
}
policy parsed "No JSON" {
    id T-JSON
    severity high
    for v: tf "acme_vault"
    deny some (k, m) in parse_json(v.policy) where m != "" at m because "{v} has {k} as {m} in {parse_json(v.policy)}"
}
policy made "Nothing that is made of it" {
    id T-MADE
    severity high
    for v: tf "acme_vault"
    let text = "x" ++ v.password ++ "y"
    let parts = split(v.script, "t")
    let listed = [t for t in v.tokens]
    let keyed = {t: 1 for t in v.tokens}
    let least = min(t for t in [v.pin])
    deny text != "" because "{v} has {text}, {lower(v.password)}, {parts}, {listed}, {keyed}, {least}, {v.pin + 1}, {v.script}, {v.encoded}"
}
policy wrong "Nothing that is wrong with it" {
    id T-WRONG
    severity high
    for v: tf "acme_vault"
    require to_number(v.password) == 1 and cidr(v.password) == cidr"10.0.0.0/8" and {"a": 1}[v.password] == 1 else "{v}"
}
policy compared "Nothing that it is compared with" {
    id T-COMPARED
    severity high
    for v: tf "acme_vault"
    require v.password == v.late and v.environment == {"a": "b"} and v.pin < 3
}
policy kept "Nothing of what was" {
    id T-CHANGE
    severity high
    for c: change of tf "acme_vault"
    require c.before missing or c.after missing or c.before.password == c.after.password at c.before.password
        else "{c} had {c.before.password}, has {c.after.password}, had {c.before.properties}"
}
policy looked_up "Nothing that is looked up" {
    id T-DATA
    severity high
    for d: external tf "acme_lookup"
    deny d.answer exists at d.answer because "{d} answers {d.answer}"
}
policy variables "No variable has a value" {
    id T-VARIABLE
    severity high
    for v: tf "variable"
    deny v.value exists at v.value because "{v} is {v.value} or {v.default}"
}
policy outputs "No output has a value" {
    id T-OUTPUT
    severity high
    for o: tf "output"
    deny o.value exists at o.value because "{o} is {o.value} and was {o.before}"
}
policy modules "No module is given anything" {
    id T-MODULE
    severity high
    for m: tf "module"
    deny m.inputs exists at m.inputs.password because "{m} gets {m.inputs}"
}
policy providers "No provider has settings" {
    id T-PROVIDER
    severity high
    for p: tf "provider"
    deny p.settings exists at p.settings.api_token because "{p} is set to {p.settings}"
}
policy drifts "Nothing drifts" {
    id T-DRIFT
    severity high
    for d: tf "drift"
    deny d.after exists at d.after because "{d} was {d.before} and is {d.after}"
}
policy database "Databases have no password" {
    id T-CFN
    severity high
    for db: cfn "AWS::RDS::DBInstance"
    deny db.MasterUserPassword != "" because "{db} has {db.MasterUserPassword}"
}
policy topic "Topics have no name" {
    id T-TOPIC
    severity high
    for t: cfn "AWS::SNS::Topic"
    require t.TopicName == "x" or t.DisplayName == "y" else "{t} is called {t.TopicName} and {t.DisplayName}"
}

entity Entry { value: any }
view Entry of v: tf "acme_vault" each p in v.named key p.name { value = p.value }
policy entries "No entry" {
    id T-EACH
    severity high
    for e: Entry
    deny e.value exists because "{e} is {e.value}"
}
"""

TEMPLATE = {
    "Parameters": {
        "Default": {"Type": "String", "NoEcho": True, "Default": DEFAULT},
        "Given": {"Type": "String", "NoEcho": True},
        "InFile": {"Type": "String", "NoEcho": True},
        "Allowed": {"Type": "String", "NoEcho": True, "AllowedValues": [ALLOWED, "other-value"]},
    },
    "Resources": {
        "Db": {"Type": "AWS::RDS::DBInstance", "Properties": {"MasterUserPassword": {"Ref": "Default"}}},
        "Db2": {"Type": "AWS::RDS::DBInstance", "Properties": {"MasterUserPassword": {"Ref": "Given"}}},
        "Db3": {"Type": "AWS::RDS::DBInstance", "Properties": {"MasterUserPassword": {"Fn::Sub": "a${InFile}b"}}},
        "Topic": {"Type": "AWS::SNS::Topic", "Properties": {
            "TopicName": {"Ref": "Allowed"}, "DisplayName": {"Fn::Join": ["-", [{"Ref": "Default"}, {"Ref": "Allowed"}]]}}},
    },
}


def values():
    return {
        "name": "main", "password": SCALAR, "pin": NUMBER, "tokens": [ITEM, "tok-two"], "keys": ["open-key", ITEM_OF],
        "environment": {"NAME": MEMBER, KEY: "member"}, "block": [{"secret": NESTED, "note": "open"}],
        "policy": json.dumps({"inner": JSON_TEXT}), "script": f"first\n{HEREDOC}\nlast\n",
        "encoded": base64.b64encode(ENCODED.encode()).decode(), "late": IN_CHANGE, "early": IN_PLANNED,
        "named": [{"name": NAME_KEY, "value": "entry"}],
    }


MARKS = {
    "password": True, "pin": True, "tokens": True, "keys": [False, True], "environment": True, "block": [{"secret": True}],
    "policy": True, "script": True, "encoded": True, "named": [{"name": True}],
}


def plan(marks):
    """A plan whose secrets are marked by `marks`, and in which nothing else is."""
    before = {**values(), "password": BEFORE}
    vault = {"address": "acme_vault.main", "mode": "managed", "type": "acme_vault", "name": "main", "provider_name": "acme"}
    child = {**vault, "address": "module.inner.acme_vault.child"}
    lookup = {"address": "data.acme_lookup.it", "mode": "data", "type": "acme_lookup", "name": "it", "provider_name": "acme",
              "values": {"answer": DATA}, "sensitive_values": {"answer": True}}
    change = {"actions": ["update"], "before": before, "after": values(), "after_unknown": {},
              "before_sensitive": {k: v for k, v in marks.items() if k != "early"},
              "after_sensitive": {**{k: v for k, v in marks.items() if k != "early"}, "late": True}}
    child_values = {"name": "child", "password": CHILD}
    return {
        "format_version": "1.2", "terraform_version": "1.9.0",
        "variables": {"secret": {"value": VARIABLE}},
        "planned_values": {
            "outputs": {"secret": {"sensitive": True, "value": OUTPUT}},
            "root_module": {
                "resources": [{**vault, "values": values(), "sensitive_values": {**marks, "early": True}}],
                "child_modules": [{"address": "module.inner", "resources": [
                    {**child, "values": child_values, "sensitive_values": {"password": True}}]}]}},
        "resource_changes": [
            {**vault, "change": change},
            {**child, "module_address": "module.inner", "change": {
                "actions": ["create"], "before": None, "after": child_values, "after_unknown": {},
                "before_sensitive": False, "after_sensitive": {"password": True}}}],
        "resource_drift": [{**vault, "change": {
            "actions": ["update"], "before": before, "after": {**before, "password": DRIFT}, "after_unknown": {},
            "before_sensitive": marks, "after_sensitive": marks}}],
        "output_changes": {"secret": {"actions": ["update"], "before": OUTPUT_BEFORE, "after": OUTPUT, "after_unknown": False,
                                      "before_sensitive": True, "after_sensitive": True}},
        "prior_state": {"format_version": "1.0", "values": {"root_module": {"resources": [lookup]}}},
        "configuration": {"provider_config": {"acme": {"name": "acme", "expressions": {
            "api_token": {"constant_value": INLINE}, "region": {"constant_value": "eu"}}}}, "root_module": {
            "variables": {"secret": {"sensitive": True, "default": OTHER}},
            "resources": [{"address": "acme_vault.main", "mode": "managed", "type": "acme_vault", "name": "main",
                           "expressions": {"password": {"constant_value": SCALAR}}}],
            "module_calls": {"inner": {
                "source": "./inner", "expressions": {"password": {"constant_value": CHILD_VARIABLE}},
                "module": {"variables": {"password": {"sensitive": True}}, "resources": [
                    {"address": "acme_vault.child", "mode": "managed", "type": "acme_vault", "name": "child",
                     "expressions": {"password": {"references": ["var.password"]}}}]}}}}},
    }


def forms(secret):
    """The ways in which a text may be written; of a text with characters that are escaped also its plain front, so that no
    way of escaping them can be forgotten."""
    text = str(secret)
    raw = text.encode()
    yield from {text, json.dumps(text)[1:-1], json.dumps(text, ensure_ascii=False)[1:-1], html.escape(text), urllib.parse.quote(text),
                urllib.parse.quote_plus(text), text.split("-")[0]}
    # In base64 a text that begins at any place; its first and last characters depend on the neighbours.
    for shift in range(3):
        yield base64.b64encode(b"x" * shift + raw).decode()[2 * (shift > 0) + shift:-4]


FORMATS = ("text", "json", "jsonl", "sarif", "junit", "github", "gitlab", "markdown")
FEATURE = """
Feature: A plan with secrets

  Scenario: a template
    Given the template file "template.json"
    When the policy T-CFN is evaluated
    Then Db passes
    And the finding for Db says "nothing of the kind"
"""


class Secrets(CommandTest):
    def setUp(self):
        super().setUp()
        self.file("secrets/secrets.spile", POLICIES)
        self.file("template.json", json.dumps(TEMPLATE, indent=2, ensure_ascii=False))
        self.file("params.json", json.dumps({"InFile": IN_FILE}))

    def write_plan(self, marks, **more):
        self.file("plan.json", json.dumps(plan(marks), ensure_ascii=False, **more))

    def said(self):
        """Everything that the commands print of the plan and the template, by the words of the command."""
        inputs = ("plan.json", "template.json", "--param", "Given=" + GIVEN, "--params", "params.json")
        policies = ("-p", "secrets")
        out = {}

        def run(*words):
            done = self.spile(*words)
            self.assertIn(done.code, (0, 1, 3), f"{words}\n{done}")
            out[" ".join(words[:1] + words[-2:])] = done.out + done.err
            return done

        for name in FORMATS:
            run("check", *policies, *inputs, "--out", name)
        run("check", *policies, *inputs, "--show", "passed", "-v", "-v")
        for policy in re.findall(r"id (T-\w+)", POLICIES):
            run("explain", policy, *policies, *inputs)
        for query in ("[v.properties for v: tf *]", "[v.password for v: tf \"acme_vault\"]", "[k for v: tf \"acme_vault\", k in v.environment]",
                      "[db.MasterUserPassword for db: cfn \"AWS::RDS::DBInstance\"]"):
            run("query", query, *policies, *inputs)
        run("graph", "plan.json", "template.json", "--out", "dot")
        run("graph", "plan.json", "template.json", "--out", "mermaid")
        return out

    def found(self, said, secrets=(*CANARIES, NUMBER)):
        return {(secret, where) for secret in secrets for form in forms(secret) for where, text in said.items() if form in text}

    def test_no_canary_is_said(self):
        for indent in (None, 2):
            self.write_plan(MARKS, indent=indent)
            said = self.said()
            self.assertEqual(self.found(said), set(), f"indent {indent}")
            # The values were there to be said.
            text = said["check --out text"]
            for policy in re.findall(r"id (T-\w+)", POLICIES):
                self.assertIn(f"[{policy}]", text, f"{policy} found nothing, so it shows nothing")
            self.assertIn("(sensitive)", text)

    def test_a_mark_less_is_noticed(self):
        # The search finds what is said: with one mark taken off, the value behind it.
        behind = {"password": SCALAR, "pin": NUMBER, "tokens": ITEM, "keys": ITEM_OF, "environment": MEMBER, "block": NESTED,
                  "policy": JSON_TEXT, "script": HEREDOC, "named": NAME_KEY}
        for mark, secret in behind.items():
            self.write_plan({name: what for name, what in MARKS.items() if name != mark})
            said = {name: self.spile("check", "-p", "secrets", "plan.json", "--out", name).out for name in ("text", "json")}
            # The drift has a password of its own under the same mark.
            shown = {secret} | ({KEY} if secret == MEMBER else {DRIFT} if secret == SCALAR else set())
            self.assertEqual({found for found, _ in self.found(said) if found != BEFORE}, shown, mark)

    def test_a_plan_that_cannot_be_read_shows_nothing(self):
        for indent in (None, 2):
            whole = json.dumps(plan(MARKS), ensure_ascii=False, indent=indent)
            for text in (*(whole[:len(whole) * part // 12] for part in range(1, 12)), whole + "}", whole.replace("}", ",}", 40),
                         whole.replace('"type": "acme_vault", ', "").replace('"acme_vault"', "7")):
                self.file("plan.json", text)
                run = self.spile("check", "-p", "secrets", "plan.json", "-v")
                self.assertEqual(self.found({"check": run.out + run.err}), set(), str(run))

    def test_a_file_of_parameters_that_cannot_be_read_shows_nothing(self):
        for text in ('{"InFile": "' + IN_FILE, '{"InFile": {"a": "' + IN_FILE + '"}}', '["' + IN_FILE + '"]',
                     f"InFile: '{IN_FILE[:6]}\n  b: [", '{"InFile": "a", "InFile": "' + IN_FILE.replace('"', "") + '"}'):
            self.file("params.json", text)
            run = self.spile("check", "-p", "secrets", "template.json", "--params", "params.json", "--param", "Given=" + GIVEN)
            self.assertEqual(self.found({"check": run.out + run.err}), set(), str(run))

    def test_what_is_recorded_and_tested_holds_no_canary(self):
        self.file("x.feature", FEATURE)
        said = {}
        for name in ("text", "json", "junit", "tap", "html", "messages"):
            run = self.spile("test", "x.feature", "-p", "secrets", "--out", name)
            self.assertEqual(run.code, 1, str(run))
            said[name] = run.out + run.err
        self.may_change.add("recorded.feature")
        run = self.spile("check", "-p", "secrets", "template.json", "--param", "Given=" + GIVEN, "--record", "recorded.feature")
        self.assertEqual(run.code, 1, str(run))
        said["record"] = (self.here / "recorded.feature").read_text()
        self.assertEqual(self.found(said), set())
        self.assertIn("Db has (sensitive)", said["record"])


if __name__ == "__main__":
    main()
