// Rules: bodies become generators and a condition; safety of names.
#include <catch2/catch.hpp>

#include "tests/unit/lang/sema/support.hpp"

using namespace spile;
using namespace spile::lang;
using namespace spile::lang::test;

namespace {

const std::string k_node = "entity N {\n next: list<N>\n zone: string\n size: int?\n}\n";

Compiled rules(const std::string& text) {
    return declared(k_node + text);
}

using Kind = Generator::Kind;

std::vector<Kind> kinds(const Rule& rule) {
    std::vector<Kind> all;
    for (const Generator& each : rule.generators)
        all.push_back(each.kind);
    return all;
}

const Rule& only_rule(const Compiled& made, std::size_t relation) {
    REQUIRE(made.program.relations.at(relation).rules.size() == 1);
    return made.program.relations.at(relation).rules.front();
}

}  // namespace

TEST_CASE("`in` binds a head parameter, whose owner ranges over its type") {
    const Compiled made = rules("rule edge(a: N, b: N) if b in a.next");
    CHECK(made.codes() == "");
    const Rule& rule = only_rule(made, 0);
    CHECK(kinds(rule) == std::vector<Kind>{Kind::typed, Kind::in});
    CHECK(rule.generators[0].slot == rule.head[0]);
    CHECK(rule.generators[0].range.kind == Range::Kind::entity);
    CHECK(rule.generators[1].slot == rule.head[1]);
    CHECK(rule.condition == k_no_expr);
}

TEST_CASE("relations bind in source order, a name bound before is matched") {
    const Compiled made =
        rules("rule edge(a: N, b: N) if b in a.next\nrule two(a: N, c: N) if edge(a, b) and edge(b, c)");
    CHECK(made.codes() == "");
    const Rule& rule = only_rule(made, 1);
    CHECK(kinds(rule) == std::vector<Kind>{Kind::relation, Kind::relation});
    CHECK(rule.generators[0].patterns[0].kind == Pattern::Kind::bind);
    CHECK(rule.generators[0].patterns[0].slot == rule.head[0]);
    CHECK(rule.generators[1].patterns[0].kind == Pattern::Kind::match);
    CHECK(rule.generators[1].patterns[1].slot == rule.head[1]);
}

TEST_CASE("a name twice in one pattern binds, then matches") {
    const Compiled made = rules("rule edge(a: N, b: N) if b in a.next\nrule self(a: N) if edge(a, a)");
    CHECK(made.codes() == "");
    const auto& patterns = only_rule(made, 1).generators.at(0).patterns;
    CHECK(patterns[0].kind == Pattern::Kind::bind);
    CHECK(patterns[1].kind == Pattern::Kind::match);
}

TEST_CASE("a condition may come before what binds its names") {
    const Compiled made =
        rules("rule size(a: N, n: int) if n > 3 and n == a.size and a.zone == \"x\" and a.size exists");
    CHECK(made.codes() == "");
    const Rule& rule = only_rule(made, 0);
    CHECK(kinds(rule) == std::vector<Kind>{Kind::typed, Kind::in});
    CHECK(made.program.expr(rule.generators[1].source).op == Op::list);
    CHECK(made.program.expr(rule.condition).children.size() == 3);
}

TEST_CASE("an equality with what may be missing also asks that it is there") {
    const Compiled made = rules("rule size(a: N, n: int) if n == a.size");
    CHECK(made.codes() == "");
    CHECK(made.program.expr(only_rule(made, 0).condition).op == Op::equal);
}

TEST_CASE("names of the body are bound by `in` and `==`, too") {
    const Compiled made =
        rules("rule far(a: N, c: N) if b in a.next and zone == b.zone and c in b.next and c.zone != zone");
    INFO(made.report());
    CHECK(made.codes() == "");
    CHECK(only_rule(made, 0).generators.size() == 4);
}

TEST_CASE("a `some` that binds a head parameter is taken apart, any other stays a condition") {
    const Compiled lifted = rules("rule far(a: N, c: N) if some b in a.next where b.zone == \"x\" and c in b.next");
    CHECK(lifted.codes() == "");
    CHECK(kinds(only_rule(lifted, 0)) == std::vector<Kind>{Kind::typed, Kind::in, Kind::in});
    const Compiled kept = rules("rule near(a: N) if some b in a.next where b.zone == a.zone");
    CHECK(kept.codes() == "");
    CHECK(kinds(only_rule(kept, 0)) == std::vector<Kind>{Kind::typed});
    CHECK(kept.program.expr(only_rule(kept, 0).condition).op == Op::some);
}

TEST_CASE("`or` at the top makes a rule for each side") {
    const Compiled made = rules("rule r(a: N, b: N) if b in a.next or a in b.next");
    CHECK(made.codes() == "");
    CHECK(made.program.relations.at(0).rules.size() == 2);
}

TEST_CASE("heads of one relation are a union with the same columns") {
    CHECK(rules("rule r(a: N, b: N) if b in a.next\nrule r(x: N, y: N) if x in y.next").program.relations.size() == 1);
    CHECK(rules("rule r(a: N, b: N) if b in a.next\nrule r(a: N, n: int) if n == a.size").codes() == "SP0212");
    CHECK(rules("rule r(a: N, b: N) if b in a.next\nrule r(a: N) if a.zone == \"x\"").codes() == "SP0212");
}

TEST_CASE("SP0305: a value parameter that nothing binds") {
    const Compiled made = rules("rule r(a: N, port: int) if a.zone == \"x\" and port > 3");
    CHECK(made.has(DiagnosticKind::unbound_variable));
    CHECK(made.marked(DiagnosticKind::unbound_variable) == "port");
    CHECK(rules("rule r(n: int) if not (n == 3)").has(DiagnosticKind::unbound_variable));
}

TEST_CASE("SP0305: inside `not` all names are bound") {
    const std::string edge = "rule edge(a: N, b: N) if b in a.next\n";
    CHECK(rules(edge + "rule r(a: N) if a.zone == \"x\" and not edge(a, b)").codes() == "SP0305");
    CHECK(rules(edge + "rule r(a: N) if a.zone == \"x\" and not edge(a, _)").codes() == "");
    CHECK(rules(edge + "rule r(a: N, b: N) if edge(a, b) and not edge(b, a)").codes() == "");
    CHECK(rules(edge + "rule r(a: N) if a.zone == \"x\" and not (some edge(a, b) where b.zone == \"y\")").codes() ==
          "");
}

TEST_CASE("SP0306: a name that occurs once") {
    const std::string edge = "rule edge(a: N, b: N) if b in a.next\n";
    CHECK(rules(edge + "rule r(a: N) if edge(a, b)").codes() == "SP0306");
    CHECK(rules(edge + "rule r(a: N) if edge(a, _)").codes() == "");
    CHECK(rules(edge + "rule r(a: N, b: N) if edge(a, _)").marked(DiagnosticKind::name_used_once) == "b");
    CHECK(rules("rule r(a: N) if some b in a.next").codes() == "SP0306");
}

TEST_CASE("SP0306: names that a policy's relation pattern brings are used or `_`") {
    const std::string module =
        "module org.example\nentity N {\n next: list<N>\n}\nview N of r: cfn \"AWS::S3::Bucket\" {\n next = []\n}\n"
        "rule edge(a: N, b: N) if b in a.next\n";
    const auto with = [&](const std::string& demand) {
        return compiled(module + "policy p \"P\" {\n id A\n severity low\n for n: N\n " + demand + "\n}\n").codes();
    };
    CHECK(with("deny some edge(n, b)") == "SP0306");
    CHECK(with("deny some edge(n, _)") == "");
    CHECK(with("deny some edge(n, b)\n because \"{b}\"") == "");
    CHECK(with("require edge(n, b)") == "SP0204");
    CHECK(with("require edge(n, n)") == "");
}

TEST_CASE("what binds a head parameter has its declared type") {
    CHECK(rules("rule r(a: N, n: int) if n == a.zone").codes() == "SP0212");
    CHECK(rules("rule q(s: string) if s == \"a\"\nrule r(n: int) if q(n)").codes() == "SP0212");
    CHECK(rules("rule r(p: protocol) if p == \"tpc\"").codes() == "SP0215");
    CHECK(rules("rule r(p: protocol) if p in {\"tcp\", \"udp\"}").codes() == "SP0212");
}

TEST_CASE("columns: too few arguments, values that never match") {
    const std::string edge = "rule edge(a: N, b: N) if b in a.next\n";
    CHECK(rules(edge + "rule r(a: N) if edge(a)").has(DiagnosticKind::wrong_arguments));
    CHECK(rules(edge + "rule r(a: N) if edge(a, _, _)").has(DiagnosticKind::wrong_arguments));
    CHECK(rules(edge + "rule r(a: N) if edge(a, 3)").codes() == "SP0214");
}
