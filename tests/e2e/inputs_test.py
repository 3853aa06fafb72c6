"""What is read as an input, what is not, and that nothing stops the others."""
import json

from command import GOOD, LOGS, CommandTest, main


class Inputs(CommandTest):
    def report(self, *words, **more):
        return json.loads(self.check(*words, "--out", "json", **more).out)

    def test_empty_template(self):
        self.file("empty.yaml", "")
        run = self.ends(self.check("empty.yaml"), 3, "input")
        self.assertIn("`empty.yaml` is not recognised as a template", run.err)
        self.file("empty.yaml", "AWSTemplateFormatVersion: '2010-09-09'\nResources: {}\n")
        self.ends(self.check("empty.yaml"), 4, "empty")

    def test_empty_policy_folder(self):
        self.file("nothing/notes.txt", "no policy")
        self.ends(self.refused(self.spile("check", "-p", "nothing", "stacks"), "error[SP0804]: the folder `nothing` holds no policy file"),
                  2, "usage")

    def test_missing_file(self):
        run = self.ends(self.check("stacks/goood.yaml"), 3, "input")
        self.assertIn("error[SP0805]: there is no file or folder `stacks/goood.yaml`", run.err)

    def test_a_named_file_that_is_no_template(self):
        self.file("notes.txt", "hello")
        self.file("settings.json", '{"a": 1}')
        for name in ("notes.txt", "settings.json"):
            run = self.ends(self.check(name), 3, "input")
            self.assertIn(f"error[SP0806]: the input `{name}` is not recognised as a template", run.err)

    def test_as_reads_what_is_not_recognised(self):
        self.file("stack.txt", GOOD)
        self.ends(self.check("stack.txt"), 3, "input")
        self.ends(self.check("stack.txt", "--as", "cfn"), 0, "ok")
        self.file("notes.txt", "hello")
        run = self.ends(self.check("notes.txt", "--as", "cfn"), 3, "input")
        self.assertIn("notes.txt:1:1", run.err)

    def test_kinds_that_cannot_be_checked_are_no_verdict(self):
        self.file("notes.json", '{"a": 1}')
        run = self.ends(self.check("notes.json", "--as", "json"), 3, "input")
        self.assertIn("is of kind `json`, which cannot be checked yet", run.err)

    def test_dockerfiles_by_name_and_as_what_they_are(self):
        self.file("policies/images.spile", """
            module org.images
            policy sudo "Commands need no sudo" {
                id ORG-IMG-001
                severity high
                for r: docker "RUN"
                deny some c in r.commands where c.name == "sudo" at c.name because "no sudo"
            }
            """)
        words = ("--select", "ORG-IMG-001")
        for name in ("Dockerfile", "web.Dockerfile", "Dockerfile.web", "deep/Containerfile"):
            self.file(name, "FROM scratch\nARG WHAT\nRUN a && \\\n  ${WHAT} make\n")
        run = self.ends(self.check("Dockerfile", *words, "--build-arg", "WHAT=sudo"), 1, "violations")
        self.assertIn("--> Dockerfile:4:3", run.out)
        self.ends(self.check("Dockerfile", *words, "--build-arg", "WHAT=nice"), 0, "ok")
        self.ends(self.check("Dockerfile", *words, "--unknown", "fail"), 5, "undetermined")
        self.assertEqual({each["path"] for each in self.report(".", *words)["inputs"] if each["kind"] == "dockerfile"},
                         {"Dockerfile", "web.Dockerfile", "Dockerfile.web", "deep/Containerfile"})
        self.file("image.txt", "FROM scratch\nRUN sudo x\n")
        self.ends(self.check("image.txt", *words, "--as", "dockerfile"), 1, "violations")
        run = self.check("Dockerfile", *words, "--build-arg", "WAHT=1", "--target", "web")
        self.assertIn("no Dockerfile declares the build argument `WAHT`; did you mean `WHAT`?", run.err)
        self.assertIn("no Dockerfile has a stage `web`", run.err)
        self.refused(self.check("Dockerfile", "--build-arg", "X"), "`--build-arg X` has no value")

    def test_standard_input(self):
        run = self.ends(self.check("-", stdin=LOGS.encode()), 1, "violations")
        self.assertIn("--> -:", run.out)
        self.ends(self.check("-", stdin=GOOD.encode()), 0, "ok")
        self.ends(self.check("-", stdin=b""), 3, "input")
        self.ends(self.check("-", stdin=b'{"Resources": {"B": {"Type": "AWS::S3::Bucket"}}}'), 1, "violations")

    def test_walking_counts_what_is_skipped(self):
        self.file("stacks/notes.md", "# no template")
        self.file("stacks/settings.json", '{"a": 1}')
        self.file("stacks/.hidden/x.yaml", LOGS)
        report = self.report("stacks")
        self.assertEqual([i["path"] for i in report["inputs"]], ["stacks/good.yaml", "stacks/logs.yaml"])
        self.assertEqual(report["summary"]["skipped_files"], 2)

    def test_the_current_folder_is_the_default(self):
        self.assertEqual(self.report()["inputs"], self.report(".")["inputs"])
        self.assertEqual(len(self.report()["inputs"]), 2)

    def test_one_broken_input_does_not_stop_the_others(self):
        broken = {
            "twice.yaml": "Resources:\n  A: {Type: AWS::S3::Bucket}\n  A: {Type: AWS::S3::Bucket}\n",
            "syntax.yaml": "Resources:\n  A:\n    Type: AWS::S3::Bucket\n    Properties: [\n",
            "bytes.json": b'{"Resources": {"A": {"Type": "AWS::S3::Bucket", "Properties": {"BucketName": "\xff"}}}}',
            "open.json": b'{"Resources": {"A": {"Type": "AWS::S3::Bucket"',
        }
        for name, text in broken.items():
            self.file(f"broken/{name}", text)
        run = self.ends(self.check("broken", "stacks/logs.yaml"), 3, "input")
        self.assertIn("Logs is not encrypted at rest", run.out)
        for name in broken:
            self.assertIn(f"--> broken/{name}:", run.err)
        report = self.report("broken", "stacks/logs.yaml")
        self.assertEqual(report["exit_reason"], "input")
        errors = {i["path"]: i.get("error") for i in report["inputs"]}
        self.assertIn("key `A` appears twice", errors["broken/twice.yaml"])
        self.assertIsNone(errors["stacks/logs.yaml"])
        self.assertTrue(all(errors[f"broken/{name}"] for name in broken), errors)

    def test_a_hostile_input_does_not_stop_the_others(self):
        # Each is refused by a limit, with the limit's code, and the bucket beside it is judged all the same.
        bomb = "A: &a [x, x, x, x, x, x, x, x, x, x]\n"
        for before, name in zip("abcdefgh", "bcdefghi"):
            bomb += f"{name.upper()}: &{name} [{', '.join(['*' + before] * 10)}]\n"
        hostile = {
            "bomb.yaml": ("SP0607", bomb + "Resources: {B: {Type: AWS::S3::Bucket, Properties: {Tags: *i}}}\n"),
            "deep.yaml": ("SP0605", "Resources: {B: {Type: AWS::S3::Bucket, Properties: " + "[" * 300 + "]" * 300 + "}}\n"),
            "deep.json": ("SP0605", '{"Resources": {"B": {"Type": "AWS::S3::Bucket", "Properties": ' + "[" * 300 + "]" * 300 + "}}}"),
        }
        for name, (_, text) in hostile.items():
            self.file(f"hostile/{name}", text)
        run = self.ends(self.check("hostile", "stacks"), 3, "input")
        self.assertIn("Logs is not encrypted at rest", run.out)
        for name, (code, _) in hostile.items():
            self.assertRegex(run.err, rf"error\[{code}\].*\n *--> hostile/{name}:")
        errors = {i["path"]: i.get("error") for i in self.report("hostile", "stacks")["inputs"]}
        self.assertEqual({path for path, error in errors.items() if error}, {f"hostile/{name}" for name in hostile})

    def test_a_file_without_end_is_not_read(self):
        big = self.here / "big.yaml"
        self.may_change.add("big.yaml")
        with big.open("wb") as file:  # holds nothing and takes no room on the disk
            file.truncate((1 << 30) + 1)
        for name in ("big.yaml", "/dev/zero"):
            run = self.ends(self.check(name, "stacks/logs.yaml"), 3, "input")
            self.assertIn("larger than", run.err)
            self.assertIn("Logs is not encrypted at rest", run.out)

    def test_a_nested_stack_is_not_read_from_outside(self):
        outside = self.here.parent / "outside.yaml"
        outside.write_text(LOGS.replace("Logs", "Secret"))
        self.may_change |= {"outside.yaml", "stacks/inner.yaml"}
        (self.here / "stacks/inner.yaml").symlink_to(outside)
        parent = "Resources:\n  Child:\n    Type: AWS::CloudFormation::Stack\n    Properties: {TemplateURL: %s}\n"
        for url in ("../../outside.yaml", "./inner.yaml", str(outside)):
            self.file("stacks/parent.yaml", parent % url)
            run = self.check("stacks/parent.yaml", "stacks/logs.yaml")
            self.assertIn("SP0710", run.err, url)
            self.assertNotIn("Secret", run.out + run.err, url)
        self.file("stacks/parent.yaml", parent % "./logs.yaml")
        self.assertIn("Resources.Child/Resources.Logs", self.check("stacks/parent.yaml").out)

    def test_a_part_that_has_not_its_shape_is_not_green(self):
        self.file("odd.yaml", GOOD + "  Odd:\n    Properties: {}\n")
        run = self.ends(self.check("odd.yaml"), 3, "input")
        self.assertIn("the resource `Odd` has no `Type`", run.err)
        report = self.report("odd.yaml")
        self.assertEqual((report["summary"]["passed"], report["exit_reason"]), (2, "input"))
        self.assertIn("the resource `Odd` has no `Type` (line 11,", report["inputs"][0]["error"])

    def test_the_same_file_twice_counts_once(self):
        self.assertEqual(len(self.report("stacks/logs.yaml", "stacks", "./stacks/logs.yaml")["inputs"]), 2)


class Parameters(CommandTest):
    only = ("stacks/logs.yaml", "--select", "ORG-S3-002")

    def test_param(self):
        self.ends(self.check(*self.only, "--param", "State=Enabled", "--unknown", "fail"), 0, "ok")
        run = self.ends(self.check(*self.only, "--param", "State=Suspended"), 1, "violations")
        self.assertIn("value given for parameter State", run.out)

    def test_every_shape_of_a_parameter_file(self):
        shapes = {
            "cli.json": '[{"ParameterKey": "State", "ParameterValue": "Enabled"}]',
            "codepipeline.json": '{"Parameters": {"State": "Enabled"}}',
            "assignments.json": '["State=Enabled"]',
            "plain.json": '{"State": "Enabled"}',
            "plain.yaml": "State: Enabled\n",
        }
        for name, text in shapes.items():
            with self.subTest(name):
                self.file(f"parameters/{name}", text)
                self.ends(self.check(*self.only, "--params", f"parameters/{name}", "--unknown", "fail"), 0, "ok")

    def test_param_comes_before_params(self):
        self.file("p.json", '{"State": "Suspended"}')
        self.ends(self.check(*self.only, "--params", "p.json"), 1, "violations")
        self.ends(self.check(*self.only, "--params", "p.json", "--param", "State=Enabled"), 0, "ok")

    def test_a_parameter_file_that_cannot_be_read(self):
        self.refused(self.check(*self.only, "--params", "none.json"), "error[SP0807]: cannot open `none.json`")
        self.file("p.json", "[[")
        self.refused(self.check(*self.only, "--params", "p.json"), "p.json:1:")

    def test_set(self):
        self.ends(self.check("stacks/good.yaml", "--set", 'org.storage.algorithms={"aws:kms"}'), 1, "violations")
        self.ends(self.check("stacks/good.yaml", "--set", 'org.storage.algorithms={"AES256"}'), 0, "ok")


if __name__ == "__main__":
    main()
