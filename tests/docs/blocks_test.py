#!/usr/bin/env python3
"""What blocks.py accepts and refuses, with a command that prints what the test wants."""
import pathlib
import tempfile
import unittest

import blocks


class Pages(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        root = pathlib.Path(self.folder.name)
        self.page = root / "page.md"
        self.spile = root / "bin" / "spile"
        self.spile.parent.mkdir()
        self.prints("")
        old, blocks.ROOT = blocks.ROOT, root
        self.addCleanup(lambda: setattr(blocks, "ROOT", old))

    def prints(self, text, code=0):
        self.spile.write_text(f"#!/bin/sh\ncat <<'END'\n{text}END\nexit {code}\n", encoding="utf-8")
        self.spile.chmod(0o755)

    def failures(self, text, name="page.md"):
        path = pathlib.Path(self.folder.name) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return blocks.check_page(blocks.Runner(self.spile), name)[1]

    def test_modules_must_compile(self):
        self.assertEqual(self.failures("```spile\nmodule a\n```\n"), [])
        self.prints("error[SP0204]: unknown name\n", 2)
        self.assertEqual(len(self.failures("```spile\nmodule a\n```\n")), 1)

    def test_errors_must_be_the_named_one_alone(self):
        page = "```spile error=SP0204\nmodule a\n```\n"
        self.assertEqual(len(self.failures(page)), 1)
        self.prints("error[SP0204]: unknown name\n", 2)
        self.assertEqual(self.failures(page), [])
        self.prints("error[SP0204]: unknown name\nerror[SP0101]: more\n", 2)
        self.assertEqual(len(self.failures(page)), 1)

    def test_fragments_become_modules(self):
        block = blocks.Block("p", 1, "spile", {"fragment": "expression", "given": "x: int"}, "x + 1\nx\n    + 2\n")
        self.assertEqual(blocks.wrapped(block).decode(), "module docs.example\n\n\nfn example_0(x: int) -> any = x + 1\n"
                                                         "fn example_1(x: int) -> any = x\n    + 2\n")

    def test_commands_are_compared(self):
        self.prints("one\ntwo\nthree\n")
        self.assertEqual(self.failures("```console\n$ spile check\none\ntwo\nthree\n```\n"), [])
        self.assertEqual(self.failures("```console\n$ spile check\n…\nth…\n```\n"), [])
        self.assertEqual(len(self.failures("```console\n$ spile check\none\nthree\n```\n")), 1)
        self.assertEqual(len(self.failures("```console\n$ spile check\n```\n")), 1)

    def test_blocks_that_are_not_run_say_why(self):
        self.assertEqual(len(self.failures("```yaml\na: b\n```\n")), 1)
        self.assertEqual(len(self.failures("```\nwhat\n```\n")), 1)
        self.assertEqual(len(self.failures("```text because\nwhat\n```\n")), 1)
        self.assertEqual(self.failures('```yaml not_run="for another program"\na: b\n```\n\n```text\nwhat\n```\n'), [])

    def test_examples_give_their_diagnostic(self):
        name, page = "docs/reference/diagnostics/SP0204.md", "```spile\nmodule a\n```\n"
        self.assertEqual(len(self.failures(page, name)), 1)
        self.prints("warning[SP0204]: unknown name\n", 1)
        self.assertEqual(self.failures(page, name), [])
        self.prints("error[SP0204]: unknown name\nerror[SP0101]: more\n", 2)
        self.assertEqual(len(self.failures(page, name)), 1)
        self.assertEqual(len(self.failures("no example\n", name)), 1)

    def test_crashes_and_open_blocks_are_failures(self):
        self.prints("internal error\n", 70)
        self.assertEqual(len(self.failures("```spile\nmodule a\n```\n")), 1)
        self.assertEqual(len(self.failures("```spile\nmodule a\n")), 1)


if __name__ == "__main__":
    unittest.main()
