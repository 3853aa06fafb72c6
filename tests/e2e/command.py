"""What the end-to-end tests share: a fresh folder with policies and templates, and the real command run in it.

The command is the one that SPILE_BIN names. It gets an environment of its own, so that the settings of whoever runs the tests do
not count, and each test ends by looking whether the command left anything behind that the test did not ask for.
"""
import os
import pathlib
import subprocess
import tempfile
import textwrap
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
SPILE = os.path.abspath(os.environ.get("SPILE_BIN", ROOT / "build" / "spile"))

STORAGE = """
module org.storage

## Keys that are good enough.
param algorithms: set<string> = {"aws:kms", "AES256"}

policy s3_encrypted "S3 buckets are encrypted at rest" {
    id        ORG-S3-001
    severity  high
    same_as   "cfn_nag:W41", "checkov:CKV_AWS_19", "guard:S3_BUCKET_SERVER_SIDE_ENCRYPTION_ENABLED"

    for bucket: cfn "AWS::S3::Bucket"
    require some rule in bucket.BucketEncryption.ServerSideEncryptionConfiguration
            where rule.ServerSideEncryptionByDefault.SSEAlgorithm in algorithms
        else "{bucket} is not encrypted at rest"
    remedy "Add BucketEncryption."
}

policy s3_versioned "S3 buckets keep versions" {
    id        ORG-S3-002
    severity  low

    for bucket: cfn "AWS::S3::Bucket"
    require bucket.VersioningConfiguration.Status == "Enabled"
        else "{bucket} keeps no versions"
    remedy "Enable versioning."
}
"""

GOOD = """
Resources:
  Good:
    Type: AWS::S3::Bucket
    Properties:
      BucketEncryption:
        ServerSideEncryptionConfiguration:
          - ServerSideEncryptionByDefault:
              SSEAlgorithm: AES256
      VersioningConfiguration:
        Status: Enabled
"""

# Not encrypted; versioned when the parameter says so.
LOGS = """
Parameters:
  State:
    Type: String
Resources:
  Logs:
    Type: AWS::S3::Bucket
    Properties:
      VersioningConfiguration:
        Status: !Ref State
"""


class Run:
    def __init__(self, done):
        self.code, self.out, self.err = done.returncode, done.stdout.decode(), done.stderr.decode()

    @property
    def reason(self):
        """The last line on standard error: `exit 1: violations`."""
        return self.err.rstrip("\n").rpartition("\n")[2]

    def __str__(self):
        return f"exit code {self.code}\n--- standard output\n{self.out}--- standard error\n{self.err}"


class CommandTest(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self._folder = tempfile.TemporaryDirectory(prefix="spile-e2e-")
        self.addCleanup(self._folder.cleanup)
        self.here = pathlib.Path(self._folder.name).resolve() / "repository"
        self.here.mkdir()
        (self.here / ".git").mkdir()  # settings are looked for up to here
        self.file("policies/storage.spile", STORAGE)
        self.file("stacks/good.yaml", GOOD)
        self.file("stacks/logs.yaml", LOGS)
        self.may_change = set()

    def tearDown(self):
        left = {str(p.relative_to(self.here)) for p in self.here.rglob("*") if p.is_file()} - self.written - self.may_change
        self.assertEqual(left, set(), "the command left files behind")
        around = {p.name for p in self.here.parent.iterdir()} - {"repository"} - self.may_change
        self.assertEqual(around, set(), "the command wrote outside of its folder")
        if "sources" not in self.may_change:
            for name, text in self.texts.items():
                if name not in self.may_change:
                    self.assertEqual((self.here / name).read_bytes(), text, f"the command changed {name}")

    @property
    def written(self):
        return set(self.texts)

    @property
    def texts(self):
        return self.__dict__.setdefault("_texts", {})

    def file(self, name, text):
        path = self.here / name
        path.parent.mkdir(parents=True, exist_ok=True)
        data = text if isinstance(text, bytes) else textwrap.dedent(text).lstrip("\n").encode()
        path.write_bytes(data)
        self.texts[name] = data
        return name

    def spile(self, *words, stdin=b"", cwd=".", **environment):
        keep = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
        done = subprocess.run([SPILE, *map(str, words)], input=stdin, cwd=self.here / cwd, capture_output=True, timeout=120,
                              env={**keep, "TERM": "xterm", **environment})
        run = Run(done)
        self.assertNotIn(run.code, (70, -6, -11), str(run))
        return run

    def check(self, *words, **more):
        return self.spile("check", "--policy", "policies", *words, **more)

    def ends(self, run, code, reason):
        self.assertEqual((run.code, run.reason), (code, f"exit {code}: {reason}"), str(run))
        return run

    def refused(self, run, *texts):
        """A mistake of the user's, told with these texts; nothing on standard output."""
        self.assertEqual(run.code, 2, str(run))
        self.assertEqual(run.out, "", str(run))
        for text in texts:
            self.assertIn(text, run.err, str(run))
        return run


def main():
    unittest.main(verbosity=1)
