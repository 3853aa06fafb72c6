"""examples/org-pack: what an organisation pins, no repository relaxes, whichever way it tries; stricter it may be."""
from command import ROOT, CommandTest, main

PACK = ROOT / "examples" / "org-pack"

# One finding for each mandatory policy, one of medium severity that another tool's comment suppresses, one of low severity.
SHOP = """
Resources:
  Doors:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: doors
      SecurityGroupIngress:
        - {IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 0.0.0.0/0}
  Orders:
    Type: AWS::S3::Bucket
    Metadata:
      checkov:
        skip:
          - {id: CKV_AWS_21, comment: not now}
    Properties:
      Tags:
        - {Key: data, Value: customer}
"""

# Nothing but the owner is missing.
PUBLIC = """
Resources:
  Pages:
    Type: AWS::S3::Bucket
    Properties:
      VersioningConfiguration: {Status: Enabled}
"""

MANDATORY = {"ACME-S3-001", "ACME-NET-001"}


class OrgPack(CommandTest):
    def setUp(self):
        super().setUp()
        self.file("shop.yaml", SHOP)
        self.file("public.yaml", PUBLIC)

    def run_check(self, *words, **more):
        return self.spile("check", "-p", PACK, *words, **more)

    def still_fails(self, *words, ids=MANDATORY, **more):
        run = self.ends(self.run_check("shop.yaml", *words, **more), 1, "violations")
        for policy in ids:
            self.assertIn(f"[{policy}]", run.out, str(run))
        return run

    def test_all_of_it_is_reported(self):
        self.still_fails(ids=MANDATORY | {"ACME-S3-002", "ACME-S3-003"})

    def test_a_higher_threshold(self):
        self.still_fails("--fail-on", "never")
        self.still_fails(SPILE_FAIL_ON="never")
        self.file("spile.toml", '[check]\nfail-on = "never"\n')
        self.still_fails()

    def test_leaving_policies_out(self):
        for words in (("--ignore", "ACME-*"), ("--ignore", "ACME-S3-001", "--ignore", "ACME-NET-001"), ("--select", "ACME-S3-002")):
            run = self.run_check("shop.yaml", *words)
            self.assertNotEqual(run.code, 0, str(run))
            for policy in MANDATORY:
                self.assertIn(policy, run.out + run.err, str(run))

    def test_a_suppression_in_the_template(self):
        self.still_fails(ids={"ACME-S3-003"})

    def test_a_baseline(self):
        self.may_change.add("baseline.json")
        self.spile("baseline", "create", "-p", PACK, "--to", "baseline.json", "shop.yaml")
        self.still_fails("--baseline", "baseline.json")

    def waived(self, policy, owner):
        self.file("waivers.spile", f"""
            module shop.waivers
            waiver {policy} {{ owner "{owner}" reason "in a hurry" until 2030-01-01 }}
            """)
        return self.run_check("shop.yaml", "--waivers", "waivers.spile", "--now", "2027-01-01")

    def test_a_waiver_needs_the_approver_that_the_pins_name(self):
        self.assertIn("[ACME-NET-001]", self.waived("ACME-NET-001", "shop-team").out)
        self.assertNotIn("[ACME-NET-001]", self.waived("ACME-NET-001", "security-team").out)
        self.assertIn("[ACME-S3-001]", self.waived("ACME-S3-001", "security-team").out)

    def test_undecided_verdicts(self):
        self.file("unknown.yaml", PUBLIC.replace("Resources:", "Parameters:\n  Versions: {Type: String}\nResources:", 1)
                  .replace("Enabled", "!Ref Versions"))
        self.ends(self.run_check("unknown.yaml", "--unknown", "pass", "--select", "ACME-S3-003"), 5, "undetermined")

    def test_only_params_are_for_the_repository(self):
        self.refused(self.run_check("shop.yaml", "--set", "acme.network.admin_ports={}"),
                     "sets `acme.network.admin_ports`, which the organisation fixes: ACME-NET-001 is mandatory and reads it")
        run = self.run_check("public.yaml", "--fail-on", "low", "--set", 'acme.storage.owner_tag="team"')
        self.assertIn("Pages has no tag `team`", run.out)

    def test_it_can_be_stricter(self):
        self.ends(self.run_check("public.yaml", "--fail-on", "medium"), 0, "ok")
        self.ends(self.run_check("public.yaml", "--fail-on", "low"), 1, "violations")

    def test_its_features_hold(self):
        run = self.ends(self.spile("test", PACK), 0, "ok")
        self.assertIn(" 0 failed", run.out)
        self.assertIn("2 features, ", run.out)


if __name__ == "__main__":
    main()
