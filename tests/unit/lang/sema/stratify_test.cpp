// Strata, cycles, and that everything ends.
#include <catch2/catch.hpp>

#include "tests/unit/lang/sema/support.hpp"

using namespace spile;
using namespace spile::lang;
using namespace spile::lang::test;

namespace {

const std::string k_node = "entity N {\n next: list<N>\n size: int?\n}\nrule edge(a: N, b: N) if b in a.next\n";

Compiled rules(const std::string& text) {
    return declared(k_node + text);
}

}  // namespace

TEST_CASE("each relation's stratum lies above those that it reads") {
    const Compiled made = rules(
        "rule isolated(a: N) if not reach(a, a) and a.size exists\n"
        "rule reach(a: N, b: N) if edge(a, b)\nrule reach(a: N, c: N) if reach(a, b) and edge(b, c)\n");
    CHECK(made.codes() == "");
    const auto& relations = made.program.relations;
    REQUIRE(relations.size() == 3);
    CHECK(relations[0].stratum < relations[2].stratum);
    CHECK(relations[2].stratum < relations[1].stratum);
    CHECK(relations[2].recursive);
    CHECK_FALSE(relations[1].recursive);
    CHECK(made.program.strata.size() == 3);
}

TEST_CASE("mutual recursion is one stratum") {
    const Compiled made = rules(
        "rule odd(a: N, b: N) if edge(a, b)\nrule odd(a: N, c: N) if even(a, b) and edge(b, c)\n"
        "rule even(a: N, c: N) if odd(a, b) and edge(b, c)\n");
    CHECK(made.codes() == "");
    CHECK(made.program.strata.size() == 2);
    CHECK(made.program.relations[1].stratum == made.program.relations[2].stratum);
}

TEST_CASE("SP0301: negation through a cycle shows the cycle") {
    const Compiled made =
        rules("rule wins(a: N) if edge(a, b) and loses(b)\nrule loses(a: N) if a.size exists and not wins(a)\n");
    CHECK(made.codes() == "SP0301");
    const Diagnostic* found = made.find(DiagnosticKind::unstratified);
    CHECK(found->message.find("`loses` → not or all of `wins` → `loses`") != std::string::npos);
    CHECK(found->labels.size() == 2);
    CHECK(made.marked(DiagnosticKind::unstratified) == "wins(a)");
}

TEST_CASE("SP0301: aggregates, all, none and comparisons need complete relations") {
    for (const char* condition :
         {"count(p(x) where edge(a, x)) > 1", "(all p(x) satisfy edge(a, x))", "(none p(x) where edge(a, x))",
          "(p(a) == true)", "(if p(a) then true else false)", "[x for p(x)] == []"}) {
        INFO(condition);
        CHECK(rules("rule p(a: N) if a.size exists and " + std::string(condition)).codes() == "SP0301");
    }
}

TEST_CASE("recursion through some, and, or is monotone") {
    CHECK(rules("rule p(a: N) if a.size == 1\nrule p(a: N) if some edge(a, b) where p(b) or b.size == 2\n").codes() ==
          "");
}

TEST_CASE("SP0302: functions do not call themselves, nor through rules") {
    CHECK(declared("fn f(n: int) -> int = if n == 0 then 0 else f(n - 1)").codes() == "SP0302");
    const Compiled made = declared("fn f(n: int) -> int = g(n)\nfn g(n: int) -> int = f(n)");
    CHECK(made.codes() == "SP0302");
    CHECK(made.message(DiagnosticKind::recursive_function) == "`f` calls itself: `f` → `g` → `f`");
    CHECK(rules("fn f(a: N) -> bool = some p(b) where b == a\nrule p(a: N) if edge(a, b) and f(b)").codes() ==
          "SP0302");
}

TEST_CASE("SP0303: recursion makes no values in a head") {
    const std::string base = "rule d(a: N, n: int) if a.size exists and n == 1\n";
    CHECK(rules(base + "rule d(a: N, n: int) if edge(a, b) and d(b, m) and n == m + 1").codes() == "SP0303");
    CHECK(rules(base + "rule d(a: N, n: int) if edge(a, b) and d(b, m) and n in [m * 2]").codes() == "SP0303");
    CHECK(rules(base + "rule d(a: N, n: int) if edge(a, b) and d(b, m) and k == m + 1 and n == k").codes() == "SP0303");
    CHECK(rules("fn inc(n: int) -> int = n + 1\n" + base +
                "rule d(a: N, n: int) if edge(a, b) and d(b, m) and n == inc(m)")
              .codes() == "SP0303");
    CHECK(rules(base + "rule d(a: N, n: int) if edge(a, b) and d(b, n)").codes() == "");
    CHECK(rules(base + "rule d(a: N, n: int) if edge(a, b) and d(b, _) and n == 2 + 2").codes() == "");
    CHECK(rules(base + "rule d(a: N, n: int) if edge(a, b) and d(b, m) and n == m").codes() == "");
}

TEST_CASE("SP0304: params and entities are not defined by themselves") {
    CHECK(declared("param a: int = b\nparam b: int = a").message(DiagnosticKind::cyclic_definition) ==
          "params are defined by each other: `a` → `b` → `a`");
    const std::string cyclic =
        "entity E {\n n: int\n}\nview E of r: cfn \"AWS::S3::Bucket\" {\n n = count(e: E where e.n == 1)\n}\n";
    const Compiled made = declared(cyclic);
    CHECK(made.codes() == "SP0304");
    CHECK(made.message(DiagnosticKind::cyclic_definition) == "`E.n` is defined by itself: `E.n` → `E.n`");
}

TEST_CASE("an entity may read other fields of its own kind, and lets count where they are read") {
    CHECK(declared("entity E {\n n: int\n m: int\n}\nview E of r: cfn \"AWS::S3::Bucket\" {\n let k = count(e: E where "
                   "e.n == 1)\n"
                   " n = 1\n m = k\n}\n")
              .codes() == "");
    CHECK(declared("entity E {\n n: int\n m: int\n}\nview E of r: cfn \"AWS::S3::Bucket\" {\n let k = count(e: E where "
                   "e.n == 1)\n"
                   " n = k\n m = 1\n}\n")
              .codes() == "SP0304");
    CHECK(declared("entity E {\n n: int\n}\nview E of r: cfn \"AWS::S3::Bucket\" where (some e: E where e.n == 1) {\n "
                   "n = 1\n}\n")
              .codes() == "SP0304");
}

TEST_CASE("lets that read each other twice are read once each") {
    // All ways through them are 2^60.
    std::string lets = "let l0 = r.BucketName\n";
    for (int i = 1; i <= 60; ++i) {
        const std::string before = "l" + std::to_string(i - 1);
        lets += "let l" + std::to_string(i) + " = " + before + " ?? " + before + "\n";
    }
    const Compiled made = declared("entity Store {\n name: string?\n}\nview Store of r: cfn \"AWS::S3::Bucket\" {\n" +
                                   lets + "name = l60\n}\n");
    INFO(made.report());
    CHECK(made.codes().empty());
}
