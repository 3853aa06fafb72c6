"""The checks of the repository find what they are for: each is played on a small repository with one mistake in it."""
import pathlib
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]


class Checks(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.here = pathlib.Path(folder.name)
        for script in ("docs_check.py", "layers.py", "unused_names.py"):
            self.file(f"tests/lint/{script}", (ROOT / "tests/lint" / script).read_text())
        subprocess.run(["git", "init", "-q"], cwd=self.here, check=True)

    def file(self, name, text):
        path = self.here / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def says(self, *words):
        run = subprocess.run([sys.executable, self.here / "tests/lint" / words[0], *words[1:]], cwd=self.here, capture_output=True,
                             text=True, check=False)
        self.assertEqual(run.stderr, "")
        self.assertEqual(run.returncode != 0, not run.stdout.endswith(": nothing to say\n") and " 0 problems" not in run.stdout, run.stdout)
        return run.stdout

    def test_capabilities(self):
        self.file("build/CTestTestfile.cmake", "add_test(there true)\n")
        self.file("tests/real.test", "")
        head = "| Spile … | proved by |\n| --- | --- |\n"
        table = "docs/capabilities.md"

        def said(rows):
            self.file(table, head + rows)
            return self.says("docs_check.py", "capabilities", "build")

        self.assertEqual(said("| does | `there`, `tests/real.test` |\n"), "capabilities: nothing to say\n")
        self.assertEqual(said("| does | `there`, `gone` |\n"), f"{table}:3: there is no test `gone`\n")
        self.assertEqual(said("| does | `tests/gone.test` |\n"), f"{table}:3: there is no test `tests/gone.test`\n")
        self.assertEqual(said("| does | by faith |\n"), f"{table}:3: the row names no test\n")
        self.assertEqual(said(""), f"{table}: the table has no row\n")
        self.file("build/CTestTestfile.cmake", "add_test(there true)\nadd_test(unit_x_NOT_BUILT false)\n")
        self.assertIn("build everything first", said("| does | `there` |\n"))

    def test_diagnostics(self):
        kinds = "lang/diagnostics/kinds.def"
        self.file(kinds, 'SPILE_DIAGNOSTIC(SP0101, unexpected, error, "t")\n')
        page = "docs/reference/diagnostics/SP0101.md"
        self.assertIn("SP0101 (unexpected) has no page", self.says("docs_check.py", "diagnostics"))
        self.file(page, "# SP0101 found something else\n")
        self.assertIn("SP0101 (unexpected) is named by no test", self.says("docs_check.py", "diagnostics"))
        self.file("tests/a_test.cpp", "CHECK(DiagnosticKind::unexpected)\n")
        self.assertEqual(self.says("docs_check.py", "diagnostics"), "diagnostics: nothing to say\n")
        self.file(page, "# Something else\n")
        self.assertIn("the title begins with the code", self.says("docs_check.py", "diagnostics"))
        self.file(page, "# SP0101 found something else\n")
        self.file("docs/reference/diagnostics/SP0999.md", "# SP0999 gone\n")
        self.assertIn("SP0999.md: kinds.def has no such code", self.says("docs_check.py", "diagnostics"))

    def test_links(self):
        self.file("README.md", "[here](docs/page.md#part) [there](https://example.org/x)\n")
        self.assertEqual(self.says("docs_check.py", "links"), "README.md:1: docs/page.md leads nowhere\n")
        self.file("docs/page.md", "```\n[code](no/link)\n```\n")
        self.assertEqual(self.says("docs_check.py", "links"), "links: nothing to say\n")

    def test_words(self):
        self.assertEqual(self.says("docs_check.py", "words"), "words: nothing to say\n")
        self.file("engine/a.cpp", "int a;  // " + "TO" + "DO: think\n")
        self.assertIn("engine/a.cpp:1: ", self.says("docs_check.py", "words"))

    def test_layers(self):
        self.file("lang/source/a.hpp", "#pragma once\n")
        self.assertIn(" 0 problems", self.says("layers.py"))
        self.file("lang/source/a.hpp", '#include "engine/graph/value.hpp"\n')
        self.file("engine/graph/value.hpp", "#pragma once\n")
        self.assertIn("lang/source/a.hpp:1", self.says("layers.py"))

    def test_unused_names(self):
        source = "lang/a.cpp"

        def said(code):
            self.file(source, code)
            return self.says("unused_names.py").splitlines()[:-1]

        needed = "using lang::Kept;\nnamespace short_name = lang::long_name;\nstruct B : A { using A::A; };\n"
        self.assertEqual(said(needed + "Kept kept = short_name::make();\n"), [])
        # Neither a comment, a text nor a qualified name needs a declaration.
        for other in ("// Gone\n", 'const char* a = "Gone";\n', 'auto a = R"(Gone)";\n', "lang::Gone a;\n", "auto a = b.Gone;\n"):
            self.assertEqual(said("/* two\nlines */ int x;\nusing lang::Gone;\n" + other),
                             [f"{source}:3: nothing needs the declaration of `Gone`"])
        self.assertEqual(said("namespace gone = lang::gone;\n"), [f"{source}:1: nothing needs the declaration of `gone`"])


if __name__ == "__main__":
    unittest.main()
