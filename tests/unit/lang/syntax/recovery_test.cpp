// After a syntax error the parser goes on: at the next member, else at the next declaration.
#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "lang/syntax/dump.hpp"
#include "lang/syntax/parse.hpp"
#include "tests/unit/lang/syntax/language_example.hpp"

using namespace spile;
using namespace spile::lang::syntax;

namespace {

struct Result {
    std::string errors;  // line:column code message
    std::string tree;
    std::size_t labels = 0;
};

Result run(const std::string& text) {
    SourceMap sources;
    DiagnosticSink sink;
    const SourceId id = sources.add("test.spile", text);
    const Module module = parse(id, sources, sink);
    Result out;
    for (const Diagnostic& each : sink.all()) {
        const LineColumn at = sources.line_column(id, each.where.span.begin);
        out.errors += std::to_string(at.line) + ":" + std::to_string(at.column) + " " +
                      std::string(info(each.kind).code) + " " + each.message + "\n";
        out.labels += each.labels.size();
    }
    out.tree = dump(module);
    return out;
}

}  // namespace

TEST_CASE("one run reports an error in each declaration and keeps the good ones") {
    const Result out = run(R"(module m
param a int
param b: int = 1
fn f(x: int -> int = x
rule r(x: int) if
entity E {
    a: int
}
)");
    CHECK(out.errors ==
          "2:9 SP0101 found `int`, expected `:` after the name\n"
          "4:13 SP0101 found `->`, expected `,` or `)` after the parameter\n"
          "6:1 SP0101 found `entity`, expected an expression\n");
    CHECK(out.tree.find("entity E a:int\n") != std::string::npos);
    CHECK(out.tree.find("param b:int = 1\n") != std::string::npos);
}

TEST_CASE("errors in several members of one policy are reported, the others stay") {
    const Result out = run(R"(module m
policy p "t" {
    id        org-1
    sevrity   high
    for group ec2.SecurityGroup
    when some x xs
    let y = 1
    require y in
        else "no"
    remedy "do"
}
param after: int
)");
    CHECK(out.errors ==
          "3:15 SP0101 found `org`, expected an id such as `ORG-S3-001`\n"
          "4:5 SP0105 unknown policy member `sevrity`; did you mean `severity`?\n"
          "5:15 SP0101 found `ec2`, expected `:` after the name\n"
          "6:17 SP0101 found `xs`, expected `in`, `:` or `(` after the name\n"
          "9:9 SP0101 found `else`, expected a value after the comparison\n");
    CHECK(out.tree.find("param after:int") != std::string::npos);
}

TEST_CASE("an unknown declaration or member is SP0105 with the nearest keyword") {
    CHECK(run("module m\npolcy p \"t\" {\n    id A\n}\nparam a: int\n").errors ==
          "2:1 SP0105 unknown declaration `polcy`; did you mean `policy`?\n");
    CHECK(run("module m\nparam a\nfunc f() -> int = 1\nentty E {\n}\n").errors ==
          "3:1 SP0101 found `func`, expected `:` after the name\n"
          "4:1 SP0105 unknown declaration `entty`; did you mean `entity`?\n");
    CHECK(run("module m\nparam a: )\nrul r(a: int) if a\n").errors ==
          "2:10 SP0101 found `)`, expected a type after `:`\n"
          "3:1 SP0105 unknown declaration `rul`; did you mean `rule`?\n");
    CHECK(run("module m\nzzzzzz\n").errors.starts_with("2:1 SP0105 unknown declaration `zzzzzz`; expected one of"));
    CHECK(run("module m\nwaiver A {\n    onwer \"a\"\n    until 2027-01-01\n}\n").errors ==
          "3:5 SP0105 unknown waiver member `onwer`; did you mean `owner`?\n");
    CHECK(run("module m\ngate g for i: T {\n    alow when x\n    forbid when y\n}\n").errors ==
          "3:5 SP0105 unknown gate member `alow`; did you mean `allow`?\n");
}

TEST_CASE("a body without closing brace is SP0106 and does not swallow the next declaration") {
    const Result out = run(R"(module m
policy p "t" {
    for v: T
    require v

## Doc of a.
param a: int
entity E {
    x: int
param b: int
)");
    CHECK(out.errors ==
          "7:1 SP0106 found `param`, expected `}`\n"
          "10:1 SP0106 found `param`, expected `}`\n");
    CHECK(out.labels == 2);
    CHECK(out.tree.find("policy p \"t\"\n  for v: T\n  require v\n") != std::string::npos);
    CHECK(out.tree.find("doc \"Doc of a.\"\nparam a:int") != std::string::npos);
    CHECK(out.tree.find("entity E x:int\nparam b:int") != std::string::npos);
    CHECK(run("module m\nentity E {\n    x: int\n").errors == "4:1 SP0106 found the end of the file, expected `}`\n");
    CHECK(run("module m\nentity E").errors == "2:9 SP0101 found the end of the file, expected `{`\n");
}

TEST_CASE("an unterminated text is SP0102 and ends with its line") {
    const Result out = run(R"(module m
policy p "t" {
    for v: T
    require v else "oops
    remedy "fine"
}
param a: string = "x
param b: int
)");
    CHECK(out.errors ==
          "4:20 SP0102 the text has no closing `\"` on its line\n"
          "7:19 SP0102 the text has no closing `\"` on its line\n");
    CHECK(out.tree.find("remedy \"fine\"") != std::string::npos);
    CHECK(out.tree.find("param b:int") != std::string::npos);
}

TEST_CASE("a file without module header is read on") {
    const Result out = run("param a: int\n");
    CHECK(out.errors == "1:1 SP0101 found `param`, expected `module` and the module's name\n");
    CHECK(out.tree == "module \nparam a:int = -\n");
    CHECK(run("").errors == "1:1 SP0101 found the end of the file, expected `module` and the module's name\n");
    CHECK(run("modul m\nparam a: int\n").tree == "module \nparam a:int = -\n");
}

TEST_CASE("a broken function or rule keeps its face, so that its users are not reported") {
    const Result out = run("module m\nfn f(a: int) -> int = )\nrule r(a: int) if )\nparam x: int = f(1)\n");
    CHECK(out.tree.find("fn f a:int -> int = <error>") != std::string::npos);
    CHECK(out.tree.find("rule r a:int if <error>") != std::string::npos);
}

TEST_CASE("a text full of errors is given up after a hundred") {
    std::string text = "module m\n";
    for (int i = 0; i < 5000; ++i)
        text += "param a int\n";
    const Result out = run(text);
    CHECK(std::count(out.errors.begin(), out.errors.end(), '\n') == 100);
}

TEST_CASE("what to write instead is said") {
    SourceMap sources;
    DiagnosticSink sink;
    static_cast<void>(
        parse(sources.add("a", "module m\npolicy p \"t\" {\n for v: T\n require v.a = 3\n}\n"), sources, sink));
    REQUIRE(sink.all().size() == 1);
    CHECK(sink.all().at(0).message.starts_with("found `=`, expected an operator or the next policy member"));
    CHECK(sink.all().at(0).help == "equality is written `==`");
}

TEST_CASE("random tokens and mutilated policies end in a tree or a diagnostic") {
    const std::vector<std::string> words = {
        "module",  "import",  "param",    "fn",     "rule",  "entity",     "view",     "policy",  "waiver", "gate",
        "private", "id",      "severity", "for",    "when",  "let",        "require",  "deny",    "remedy", "at",
        "else",    "because", "some",     "none",   "all",   "in",         "where",    "satisfy", "not",    "and",
        "or",      "if",      "then",     "count",  "the",   "first",      "distinct", "by",      "x",      "y",
        "S3-1",    "\"t\"",   "r\"a\"",   "\"",     "1",     "2027-01-01", "24h",      "12x",     "{",      "}",
        "(",       ")",       "[",        "]",      "<",     ">",          "=",        "==",      ":",      ",",
        ".",       "?",       "??",       "*",      "->",    "++",         "-",        "_",       "{:}",    "cfn",
        "change",  "of",      "# c\n",    "## d\n", "\n",    "\n    ",     "\\",       "\xff",    "cidr",   "exists",
        "until",   "owner",   "evidence", "fresh",  "allow", "forbid"};
    std::mt19937 random(20261123);
    const auto pick = [&](std::size_t limit) { return random() % limit; };
    for (int i = 0; i < 2000; ++i) {
        std::string text = i % 4 == 0 ? "" : "module m\n";
        if (i % 2 == 0) {
            for (std::size_t count = pick(120); count > 0; --count)
                text += words[pick(words.size())] + (pick(8) == 0 ? "\n" : " ");
        } else {
            text = language_example;
            for (std::size_t count = 1 + pick(6); count > 0; --count) {
                const std::size_t at = pick(text.size());
                if (pick(2) == 0) {
                    text.insert(at, " " + words[pick(words.size())] + " ");
                } else {
                    text.erase(at, 1 + pick(12));
                }
            }
        }
        SourceMap sources;
        DiagnosticSink sink;
        const SourceId id = sources.add("soup", text);
        const Module module = parse(id, sources, sink);
        INFO(text);
        for (const Diagnostic& each : sink.all()) {
            REQUIRE(each.where.span.begin <= each.where.span.end);
            REQUIRE(each.where.span.end <= text.size());
        }
        REQUIRE(sink.all().size() < 200);
        REQUIRE_FALSE(dump(module).empty());
    }
}

TEST_CASE("the example on each syntax diagnostic's page provokes it") {
    // SP0108 is left out: a page in UTF-8 cannot hold its example.
    for (const std::string code : {"SP0101", "SP0102", "SP0103", "SP0104", "SP0105", "SP0106", "SP0107"}) {
        std::ifstream in(std::string(SPILE_SOURCE_DIR) + "/docs/reference/diagnostics/" + code + ".md");
        const std::string page{std::istreambuf_iterator<char>(in), {}};
        const std::size_t begin = page.find("```spile\n");
        INFO(code);
        REQUIRE(begin != std::string::npos);
        const std::string example = page.substr(begin + 9, page.find("\n```", begin) - begin - 9);
        const std::string errors = run(example).errors;
        CHECK(errors.find(" " + code + " ") != std::string::npos);
    }
}
