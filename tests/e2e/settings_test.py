"""Where settings come from, which one wins, and what an organisation's pack fixes."""
from command import LOGS, STORAGE, CommandTest, main


class Settings(CommandTest):
    def config(self, *words, **more):
        run = self.spile("config", "--show-origin", *words, **more)
        self.assertEqual(run.code, 0, run)
        lines = (line.partition(" = ") for line in run.out.splitlines())
        return {name: tuple(part.strip() for part in rest.rpartition("#")[::2]) for name, _, rest in lines}

    def test_defaults(self):
        config = self.config()
        self.assertEqual(config["fail-on"], ("low", "default"))
        self.assertEqual(config["unknown"], ("warn", "default"))
        self.assertEqual(config["out"], ("text", "default"))

    def test_nearest_file_upward_with_paths_of_its_own(self):
        self.file("spile.toml", '[check]\npolicy = ["policies"]\nfail-on = "critical"\n')
        self.file("stacks/deep/down/spile.toml", '[check]\npolicy = ["../../../policies"]\nfail-on = "high"\n')
        self.file("stacks/deep/down/logs.yaml", LOGS)
        self.assertEqual(self.config(cwd="stacks")["fail-on"], ("critical", "../spile.toml:3"))
        self.assertEqual(self.config(cwd="stacks")["policy"], ("../policies", "../spile.toml:2"))
        self.assertEqual(self.config(cwd="stacks/deep/down")["fail-on"], ("high", "spile.toml:3"))
        self.ends(self.spile("check", "logs.yaml", cwd="stacks"), 0, "ok")
        self.ends(self.spile("check", "logs.yaml", cwd="stacks/deep/down"), 1, "violations")

    def test_not_above_the_repository(self):
        self.may_change.add("spile.toml")
        (self.here.parent / "spile.toml").write_text('[check]\nfail-on = "never"\n')
        self.assertEqual(self.config()["fail-on"], ("low", "default"))

    def test_config_names_another_file(self):
        self.file("other.toml", '[check]\nfail-on = "critical"\n')
        self.assertEqual(self.config("--config", "other.toml")["fail-on"], ("critical", "other.toml:2"))
        self.refused(self.check("stacks", "--config", "none.toml"), "cannot open `none.toml`")

    def test_flag_before_environment_before_file(self):
        logs = "stacks/logs.yaml"
        self.file("spile.toml", '[check]\nfail-on = "critical"\n')
        self.assertEqual(self.config()["fail-on"], ("critical", "spile.toml:2"))
        self.ends(self.check(logs), 0, "ok")
        self.assertEqual(self.config(SPILE_FAIL_ON="high")["fail-on"], ("high", "SPILE_FAIL_ON"))
        self.ends(self.check(logs, SPILE_FAIL_ON="high"), 1, "violations")
        self.ends(self.check(logs, "--fail-on", "never", SPILE_FAIL_ON="high"), 0, "ok")
        self.assertEqual(self.config(SPILE_FAIL_ON="")["fail-on"], ("critical", "spile.toml:2"))

    def test_lists_in_the_environment(self):
        self.assertEqual(self.config(SPILE_SELECT="ORG-S3-001,ORG-S3-002")["select"], ("ORG-S3-001, ORG-S3-002", "SPILE_SELECT"))
        run = self.check("stacks/good.yaml", SPILE_IGNORE="ORG-S3-001")
        self.assertIn("1 policy:", run.out)

    def test_policies_and_flags_from_the_environment(self):
        self.ends(self.spile("check", "stacks", SPILE_POLICY="policies", SPILE_ALLOW_EMPTY="true"), 1, "violations")
        self.refused(self.check("stacks", SPILE_ALLOW_EMPTY="yes"), "`allow-empty` cannot be `yes` (SPILE_ALLOW_EMPTY)")
        self.refused(self.check("stacks", SPILE_FAIL_ON="hihg"), "SPILE_FAIL_ON", "did you mean `high`?")

    BUILT = """
        module org.built
        import build
        import docker
        policy built "What is built is known" {
            id ORG-BUILT-001
            severity low
            for stage: docker.Stage
            when stage.final
            deny some build.produces(s, repository) where s.unit == stage.unit and repository == "registry.example.org/shop"
                because "{stage} becomes {repository}"
            remedy "None."
        }
        """

    def built(self, toml, **files):
        self.file("spile.toml", toml)
        self.file("built.spile", self.BUILT)
        self.file("web/Dockerfile", "FROM scratch AS base\nFROM base AS last\n")
        return self.spile("check", "-p", "built.spile", "web")

    def test_builds_of_the_file(self):
        run = self.built('[[build]]\nimage = "registry.example.org/shop:1"\ndockerfile = "web/Dockerfile"\n')
        self.ends(run, 1, "violations")
        self.assertIn("last becomes registry.example.org/shop", run.out)
        run = self.built('[[build]]\nimage = "registry.example.org/shop"\ndockerfile = "web/Dockerfile"\ntarget = "Base"\n')
        self.ends(run, 0, "ok")
        run = self.built('[[build]]\nimage = "registry.example.org/other"\ndockerfile = "web/Dockerfile"\n')
        self.ends(run, 0, "ok")

    def test_without_a_build_nobody_knows(self):
        run = self.built("")
        self.assertIn("no [[build]] in spile.toml and no compose file says which image", run.out)

    def test_builds_that_do_not_fit(self):
        run = self.built('[[build]]\nimage = "x"\ndockerfile = "wep/Dockerfile"\n')
        self.assertIn("spile.toml:1: the Dockerfile `wep/Dockerfile` is not among the inputs; did you mean `web/Dockerfile`?", run.err)
        run = self.built('[[build]]\nimage = "x"\ndockerfile = "web/Dockerfile"\ntarget = "none"\n')
        self.assertIn("`web/Dockerfile` has no stage `none`", run.err)
        self.refused(self.built('[[build]]\nimag = "x"\n'), "unknown setting `imag`", "did you mean `image`?")
        self.refused(self.built('[[build]]\nimage = 1\n'), "`image` of a build is a text")
        self.refused(self.built('[[build]]\ntarget = "x"\n'), "a build names the `image`")
        self.refused(self.built('build = "x"\n'), "builds are written as `[[build]]`")

    def test_builds_of_a_compose_file(self):
        self.file("compose.yaml", "services:\n  web: {build: web, image: registry.example.org/shop}\n")
        self.file("built.spile", self.BUILT)
        self.file("web/Dockerfile", "FROM scratch\n")
        run = self.spile("check", "-p", "built.spile", ".")
        self.ends(run, 1, "violations")

    def test_parameters_and_policy_params_of_the_file(self):
        self.file("spile.toml", """
            [check]
            policy = ["policies"]
            [parameters]
            State = "Enabled"
            [set]
            "org.storage.algorithms" = '{"aws:kms"}'
            """)
        config = self.config()
        self.assertEqual(config["parameters.State"], ("Enabled", "spile.toml:4"))
        self.assertEqual(config["set.org.storage.algorithms"], ('{"aws:kms"}', "spile.toml:6"))
        self.ends(self.spile("check", "stacks/good.yaml"), 1, "violations")
        self.ends(self.spile("check", "stacks/good.yaml", "--set", 'org.storage.algorithms={"AES256"}'), 0, "ok")
        self.ends(self.spile("check", "stacks/logs.yaml", "--select", "ORG-S3-002", "--unknown", "fail"), 0, "ok")
        self.ends(self.spile("check", "stacks/logs.yaml", "--select", "ORG-S3-002", "--param", "State=Off"), 1, "violations")

    def test_a_misspelt_setting(self):
        self.file("spile.toml", '[check]\nfial-on = "high"\n')
        self.ends(self.refused(self.check("stacks"), "spile.toml:2:1", "did you mean `fail-on`?"), 2, "usage")
        self.file("spile.toml", '[chekc]\nfail-on = "high"\n')
        self.refused(self.check("stacks"), "did you mean `check`?")
        self.file("spile.toml", "[check\n")
        self.refused(self.check("stacks"), "spile.toml:1:")


class Pins(CommandTest):
    """The organisation's pack lies outside of the repository's own files."""

    def setUp(self):
        super().setUp()
        self.file("org/storage.spile", STORAGE)
        self.pins('fail-on = "high"', "no-inline-waivers = true", 'mandatory = ["ORG-S3-001"]')
        self.file("suppressed.yaml", """
            Resources:
              Logs:
                Type: AWS::S3::Bucket
                Metadata:
                  cfn_nag:
                    rules_to_suppress:
                      - id: W41
            """)

    def pins(self, *lines):
        self.file("org/spile.toml", "\n".join(["[check]", 'fail-on = "never"', "[pins]", *lines, ""]))

    def run_check(self, *words, **more):
        return self.spile("check", "-p", "org", *words, **more)

    def test_a_repository_cannot_raise_the_threshold(self):
        self.ends(self.run_check("stacks/logs.yaml", "--fail-on", "never"), 1, "violations")
        self.ends(self.run_check("stacks/logs.yaml", "--fail-on", "critical"), 1, "violations")

    def test_a_part_of_the_pack_has_its_pins(self):
        self.file("org/more/names.spile", """
            module org.names
            policy named "Buckets are named" { id ORG-S3-009 severity low for b: cfn "AWS::S3::Bucket" require b.BucketName exists }
            """)
        self.pins('fail-on = "high"')
        self.ends(self.spile("check", "-p", "org/storage.spile", "stacks/logs.yaml", "--fail-on", "never"), 1, "violations")
        self.ends(self.spile("check", "-p", "org/storage.spile", "-p", "org/more", "stacks/logs.yaml", "--fail-on", "never"), 1, "violations")
        self.pins('fail-on = "low"')
        for part in ("org/more", "org/more/names.spile"):
            self.ends(self.spile("check", "-p", part, "stacks/logs.yaml", "--fail-on", "never"), 1, "violations")

    def test_it_can_be_stricter(self):
        only = ("stacks/logs.yaml", "--param", "State=Off")
        low = (*only, "--ignore", "ORG-S3-001")
        self.pins('fail-on = "high"')
        self.ends(self.run_check(*low, "--fail-on", "high"), 0, "ok")
        self.ends(self.run_check(*low, "--fail-on", "low"), 1, "violations")

    def test_only_the_pins_of_the_pack_count(self):
        self.pins('mandatory = ["ORG-S3-001"]')
        self.ends(self.run_check("stacks/logs.yaml"), 1, "violations")

    def test_inline_suppressions_count_for_nothing(self):
        run = self.ends(self.run_check("suppressed.yaml"), 1, "violations")
        self.assertIn("high[ORG-S3-001]", run.out)
        self.pins('fail-on = "high"')
        self.ends(self.run_check("suppressed.yaml", "--select", "ORG-S3-001"), 0, "ok")

    def test_a_mandatory_policy_cannot_be_left_out(self):
        run = self.run_check("stacks/logs.yaml", "--ignore", "ORG-S3-001")
        self.assertNotEqual(run.code, 0, run)
        self.assertIn("ORG-S3-001", run.out + run.err)
        run = self.run_check("stacks/logs.yaml", "--select", "ORG-S3-002")
        self.assertNotEqual(run.code, 0, run)
        self.assertIn("ORG-S3-001", run.out + run.err)

    def test_what_a_mandatory_policy_reads_cannot_be_set(self):
        # Through a function of another module, and there through another param.
        self.file("org/limits.spile", """
            module org.limits
            param base: int = 3
            param most: int = base
            param other: int = 1
            fn few(n: int) -> bool = n <= most
            """)
        self.file("org/tags.spile", """
            module org.tags
            import aws.s3
            import org.limits
            policy tags "Buckets have few tags" {
                id ORG-TAG-001
                severity high
                for b: s3.Bucket
                require limits.few(count(v for (k, v) in b.tags))
            }
            """)
        self.pins('mandatory = ["ORG-TAG-001"]')
        for name in ("most", "base"):
            run = self.run_check("stacks", "--set", f"org.limits.{name}=99")
            self.refused(run, f"--set sets `org.limits.{name}`, which the organisation fixes: ORG-TAG-001 is mandatory and reads it")
        self.file("spile.toml", "[set]\n\"org.limits.most\" = 99\n")
        self.refused(self.run_check("stacks"), "spile.toml:2 sets `org.limits.most`")
        self.file("spile.toml", "")
        self.assertNotEqual(self.run_check("stacks", "--set", "org.limits.other=99").code, 2)
        self.pins('mandatory = ["ORG-TAG-001"]', 'open-params = ["org.limits.most"]')
        self.assertNotEqual(self.run_check("stacks", "--set", "org.limits.most=99").code, 2)
        self.file("spile.toml", "[check]\npolicy = [\"org\"]\n")
        run = self.spile("config")
        self.assertIn("pinned.open-params = org.limits.most", run.out)

    def test_a_mandatory_policy_must_be_there(self):
        self.pins('mandatory = ["ORG-S3-01"]')
        self.refused(self.run_check("stacks"), "ORG-S3-01", "did you mean `ORG-S3-001`?")

    def test_a_waiver_of_a_mandatory_policy_needs_the_approver(self):
        self.file("waivers.spile", """
            module org.waivers
            waiver ORG-S3-001 for "Logs" { owner "me" reason "because" until 2030-01-01 }
            """)
        words = ("stacks/logs.yaml", "--waivers", "waivers.spile", "--now", "2027-01-01")
        self.ends(self.run_check(*words), 1, "violations")
        self.pins('mandatory = [{ id = "ORG-S3-001", approver = "me" }]')
        self.ends(self.run_check(*words), 0, "ok")

    def test_origins_are_shown(self):
        self.file("spile.toml", '[check]\npolicy = ["org"]\n')
        run = self.spile("config", "--show-origin")
        self.assertIn("pinned.fail-on = high    # org/spile.toml:4", run.out)
        self.assertIn("pinned.mandatory = ORG-S3-001    # org/spile.toml:6", run.out)

    def test_a_pin_that_says_nothing_is_an_error(self):
        for line, text in (('fail-on = "hihg"', "a pinned `fail-on` is"), ('no-inline-waivers = "yes"', "is true or false"),
                           ('mandatry = ["X"]', "did you mean `mandatory`?"), ('unknown = "pass"', "is fail or warn")):
            self.pins(line)
            self.refused(self.run_check("stacks"), "org/spile.toml:4", text)


if __name__ == "__main__":
    main()
