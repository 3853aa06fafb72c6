// Files: each declaration, docs, contextual keywords, order of members.
#include "lang/syntax/parse.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "lang/syntax/dump.hpp"
#include "tests/unit/lang/syntax/language_example.hpp"

using namespace spile;
using namespace spile::lang::syntax;

namespace {

struct Parsed {
    SourceMap sources;
    DiagnosticSink sink;
    Module module;
    std::string errors;
};

Parsed parsed(const std::string& text) {
    Parsed out;
    const SourceId id = out.sources.add("test.spile", text);
    out.module = parse(id, out.sources, out.sink);
    for (const Diagnostic& each : out.sink.all())
        out.errors += std::string(info(each.kind).code) + " " + std::string(out.sources.text(each.where)) + ": " +
                      each.message + "\n";
    return out;
}

std::string tree(const std::string& body) {
    const Parsed out = parsed("module m\n" + body);
    return out.errors.empty() ? dump(out.module).substr(9) : out.errors;
}

}  // namespace

TEST_CASE("the language's example parses") {
    const Parsed out = parsed(std::string(language_example));
    CHECK(out.errors == "");
    CHECK(out.module.name.text == "org.storage");
    CHECK(out.module.imports.size() == 4);
    CHECK(out.module.imports.at(3).alias->text == "network");
    CHECK(out.module.declarations.size() == 14);
    CHECK(out.module.policies.size() == 4);
    CHECK(out.module.views.size() == 3);
    CHECK(out.module.comments.size() == 5);
    const Policy& first = out.module.policies.at(0);
    CHECK(first.id->text == "ORG-S3-001");
    CHECK(first.severity->text == "high");
    CHECK(first.controls.at(1).text == "NIST-800-53r5:SC-28");
    CHECK(first.same_as.size() == 2);
    CHECK(first.remedy->text == "Add BucketEncryption with SSEAlgorithm aws:kms.");
    CHECK(first.demands.at(0).message->text == "{bucket} is not encrypted at rest");
    CHECK(out.module.policies.at(3).subject.scope == Subject::Scope::change);
    CHECK(out.module.declarations.at(0).doc == "Ports that nobody outside may reach.");
    CHECK(out.module.declarations.at(3).doc.starts_with("Who can reach whom"));
    CHECK(out.module.declarations.at(4).doc.empty());
    CHECK(out.module.declarations.at(7).is_private);
    CHECK(out.module.entities.at(0).fields.at(0).doc == "What protects it.");
    CHECK(out.module.gates.at(0).clauses.size() == 3);
    CHECK(out.module.gates.at(0).clauses.at(0).fresh->text == "24h");
    CHECK(out.module.waivers.at(0).until->text == "2027-03-31");
}

TEST_CASE("each declaration leaves its tree") {
    CHECK(tree("param p: set<int>? = {1}") == "param p:set<int>? = (set 1)\n");
    CHECK(tree("param p: string") == "param p:string = -\n");
    CHECK(tree("fn f() -> bool = true") == "fn f -> bool = true\n");
    CHECK(tree("fn f(a: int, b: map<string, list<int>>) -> int = a") ==
          "fn f a:int b:map<string,list<int>> -> int = a\n");
    CHECK(tree("private rule r(a: net.Node) if net.edge(a, _)") ==
          "private rule r a:net.Node if (call (.edge net) a _)\n");
    CHECK(tree("entity E {}") == "entity E\n");
    CHECK(tree("view E of r: json * { a = r.b }") == "view E of r: json *\n  a = (.b r)\n");
    CHECK(tree("view E of r: cfn \"T\" each p in r.ps key p.n where p.x { let y = 1 a = y }") ==
          "view E of r: cfn \"T\" each p in (.ps r) key (.n p) where (.x p)\n  let y = 1\n  a = y\n");
    CHECK(tree("waiver A-1 {}") == "waiver A-1\n");
    CHECK(
        tree(
            "gate g for i: p.Image { require a.b else \"x\" require evidence \"e\" because \"y\" require evidence }") ==
        "gate g for i: p.Image\n  require (.b a) message \"x\"\n  evidence \"e\" message \"y\"\n  require evidence\n");
    CHECK(tree("policy p \"t\" { for v: external ec2.Vpc deny v.a at v.b, v.c because \"no\" }") ==
          "policy p \"t\"\n  for v: external ec2.Vpc\n  deny (.a v) at (.b v) at (.c v) message \"no\"\n");
    CHECK(tree("policy p \"t\" { for v: cfn \"A::B\" let x = 1 let y = 2 require x require y }") ==
          "policy p \"t\"\n  for v: cfn \"A::B\"\n  let x = 1\n  let y = 2\n  require x\n  require y\n");
}

TEST_CASE("keywords are names of declarations, fields, lets and arguments") {
    CHECK(tree("param key: int\nparam policy: int = key\nparam id: string") ==
          "param key:int = -\nparam policy:int = key\nparam id:string = -\n");
    CHECK(tree("entity rule { rule: int in: string and: bool for: int private: int }") ==
          "entity rule rule:int in:string and:bool for:int private:int\n");
    CHECK(
        tree("view V of rule: cfn \"T\" {\n a = rule.b\n in = rule.c\n empty = a\n let = 1\n where = 2\n by = a\n}") ==
        "view V of rule: cfn \"T\"\n  a = (.b rule)\n  in = (.c rule)\n  empty = a\n  let = 1\n  where = 2\n  by = "
        "a\n");
    CHECK(tree("view V of r: cfn \"T\" { let let = 1 key = let }") ==
          "view V of r: cfn \"T\"\n  let let = 1\n  key = let\n");
    CHECK(tree("policy policy \"t\" { for for: change require for.when }") ==
          "policy policy \"t\"\n  for for: change\n  require (.when for)\n");
    CHECK(tree("fn fn(key: int) -> int = key\nrule rule(a: t) if rule(a)") ==
          "fn fn key:int -> int = key\nrule rule a:t if (call rule a)\n");
}

TEST_CASE("a word that an expression needs cannot be bound") {
    CHECK(tree("param where: int") == "SP0101 where: found `where`, expected a name after `param`\n");
    CHECK(tree("fn f(not: int) -> int = 1").starts_with("SP0101 not: "));
}

TEST_CASE("docs are the `##` lines above, trailing and separated ones are not") {
    const Parsed out = parsed(
        "## of the file\nmodule m\n\n## lone\n\n## one\n##   two\n# note\nparam a: int ## trailing\nparam b: int\n");
    CHECK(out.errors == "");
    CHECK(out.module.declarations.at(0).doc == "one\n  two");
    CHECK(out.module.declarations.at(1).doc.empty());
    CHECK(out.module.comments.size() == 6);
    CHECK(out.sources.text({out.module.source, out.module.comments.at(5).span}) == "## trailing");
}

TEST_CASE("members out of order, repeated or missing are SP0107") {
    CHECK(tree("policy p \"t\" {\n for v: T\n require v\n when v\n}") ==
          "SP0107 when: `when` after `require`, expected before\n");
    CHECK(tree("policy p \"t\" {\n severity low\n severity high\n for v: T\n deny v\n}") ==
          "SP0107 severity: `severity` again, expected once in a policy\n");
    CHECK(tree("policy p \"t\" {\n require 1\n}") == "SP0107 p: policy `p` has no `for`\n");
    CHECK(tree("policy p \"t\" {\n for v: T\n}") == "SP0107 p: policy `p` has neither `require` nor `deny`\n");
    CHECK(tree("waiver A {\n owner \"a\"\n owner \"b\"\n}") ==
          "SP0107 owner: `owner` again, expected once in a waiver\n");
    CHECK(tree("view V of r: cfn \"T\" {\n a = 1\n let b = 2\n}") ==
          "SP0107 let: `let` after a field, expected before the first\n");
    CHECK(tree("param a: int\nimport x").starts_with("SP0107 import x: "));
}

TEST_CASE("a byte order mark and Windows line ends are read over") {
    const Parsed out = parsed("\xef\xbb\xbfmodule m\r\n\r\n# note\r\nparam a: int\r\n");
    CHECK(out.errors == "");
    CHECK(dump(out.module) == "module m\nparam a:int = -\n");
    CHECK(out.sources.text({out.module.source, out.module.comments.at(0).span}) == "# note");
}

TEST_CASE("a byte that is not UTF-8 is SP0108, the rest is read") {
    const Parsed out = parsed("module m\nparam a: string = \"\xff\"\n");
    CHECK(out.errors == "SP0108 \xff: this byte is not UTF-8\n");
    CHECK(out.module.params.size() == 1);
    CHECK(parsed("module m # \xc0\x80").errors.starts_with("SP0108"));
    CHECK(parsed("module m # \xed\xa0\x80").errors.starts_with("SP0108"));
    CHECK(parsed("module m # \xf0\x9f\x98\x80").errors == "");
}
