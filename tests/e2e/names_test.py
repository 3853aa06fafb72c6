"""Whatever is misspelt ends the run, with the nearest name."""
from command import CommandTest, main


class Names(CommandTest):
    def policy(self, subject='cfn "AWS::S3::Bucket"', require="bucket.BucketName exists"):
        return self.file("policies/other.spile", f"""
            module org.other

            policy named "Named" {{
                id        ORG-S3-009
                severity  low
                for bucket: {subject}
                require {require}
                remedy "Name it."
            }}
            """)

    def test_flag(self):
        self.refused(self.check("--fail-onn", "low"), "did you mean `--fail-on`?")
        self.refused(self.check("--selct=ORG"), "did you mean `--select`?")

    def test_a_flag_without_its_value(self):
        run = self.refused(self.check("--fail-on"), "--fail-on")
        self.assertNotIn("did you mean `--fail-on`", run.err)

    def test_command(self):
        self.refused(self.spile("chekc"), "did you mean `check`?")
        self.refused(self.spile("explian", "SP0101"), "did you mean `explain`?")

    def test_format(self):
        self.refused(self.check("stacks", "--out", "sarfi"), "unknown report format `sarfi`", "did you mean `sarif`?")

    def test_severity_and_treatment(self):
        self.refused(self.check("stacks", "--fail-on", "hihg"), "did you mean `high`?")
        self.refused(self.check("stacks", "--unknown", "wran"), "did you mean `warn`?")

    def test_kind_and_show(self):
        self.refused(self.check("stacks", "--as", "cnf"), "did you mean `cfn`?")
        self.refused(self.check("stacks", "--show", "waved"), "did you mean `waived`?")

    def test_resource_type(self):
        self.policy(subject='cfn "AWS::S3::Buket"')
        self.refused(self.check("stacks"), "policies/other.spile:6:", "did you mean `AWS::S3::Bucket`?", "^^^^")

    def test_property(self):
        self.policy(require="bucket.BuckettName exists")
        self.refused(self.check("stacks"), "no property `BuckettName`", "did you mean `BucketName`?")

    def test_import_and_field_of_an_entity(self):
        self.policy()
        text = (self.here / "policies/other.spile").read_text()
        self.file("policies/other.spile", text.replace("module org.other\n", "module org.other\n\nimport aws.s4\n"))
        self.refused(self.check("stacks"), "did you mean `aws.s3`?")
        self.file("policies/other.spile", text.replace("module org.other\n", "module org.other\n\nimport aws.s3\n")
                  .replace('cfn "AWS::S3::Bucket"', "s3.Bucket").replace("BucketName exists", "encrypton exists"))
        self.refused(self.check("stacks"), "did you mean `encryption`?")

    def test_policy_id(self):
        self.refused(self.spile("explain", "ORG-S3-01", "-p", "policies"), "did you mean `ORG-S3-001`?")
        self.file("waivers.spile", """
            module org.waivers
            waiver ORG-S3-01 { owner "me" reason "because" until 2030-01-01 }
            """)
        self.refused(self.check("stacks", "--waivers", "waivers.spile"), "did you mean `ORG-S3-001`?")

    def test_globs_that_match_nothing(self):
        self.refused(self.check("stacks", "--select", "ORG-S3-01"), "--select `ORG-S3-01`", "did you mean `ORG-S3-001`?")
        self.refused(self.check("stacks", "--ignore", "s3_encryptd"), "--ignore `s3_encryptd`", "did you mean `s3_encrypted`?")

    def test_policy_param(self):
        self.refused(self.check("stacks", "--set", 'org.storage.algorithm={"a"}'), "did you mean `algorithms`?")
        self.refused(self.check("stacks", "--set", "org.storage.algorithms=7"), "SP0212")
        self.refused(self.check("stacks", "--set", "algorithms"), "write --set module.name=VALUE")

    def test_template_parameter(self):
        run = self.check("stacks", "--param", "Stat=Enabled")
        self.assertIn("no input declares the parameter `Stat`; did you mean `State`?", run.err)
        self.assertNotIn("no input declares", self.check("stacks", "--param", "State=Enabled").err)
        self.refused(self.check("stacks", "--param", "State"), "write --param Name=Value")

    def test_diagnostic(self):
        self.refused(self.spile("explain", "SP9999"), "there is no diagnostic `SP9999`")

    def test_policy_folder(self):
        self.refused(self.spile("check", "-p", "polices", "stacks"), "error[SP0803]: there is no policy file or folder `polices`")

    def test_time(self):
        self.refused(self.check("stacks", "--now", "tomorrow"), "`--now tomorrow` is no time")

    def test_a_folder_of_features_has_no_lines(self):
        self.file("features/a.feature", "Feature: x\n  Scenario: y\n    Given the date is 2026-01-01\n")
        run = self.spile("test", "features:2")
        self.assertEqual(run.code, 3, str(run))
        self.assertIn("`features` is a folder, and only features have lines", run.err)


if __name__ == "__main__":
    main()
