// Logic, arithmetic, collections, aggregates, calls: types and misuse.
#include <catch2/catch.hpp>

#include "tests/unit/lang/sema/support.hpp"

using namespace spile;
using namespace spile::lang;
using namespace spile::lang::test;

namespace {

std::string type_of(const std::string& expression) {
    const Compiled made = body(expression, "any?");
    INFO(expression << "\n" << made.report());
    CHECK(made.codes() == "");
    return made.type_of(made.program.functions.at(0).body);
}

std::string codes(const std::string& expression) {
    return body(expression, "any?").codes();
}

}  // namespace

TEST_CASE("types of arithmetic") {
    CHECK(type_of("1 + 2") == "int");
    CHECK(type_of("1 + 2.5") == "decimal");
    CHECK(type_of("4 / 2") == "decimal");
    CHECK(type_of("2027-01-01 - 2026-01-01") == "duration");
    CHECK(type_of("2027-01-01 + 24h") == "time");
    CHECK(type_of("now() - days(30)") == "time");
    CHECK(type_of("\"a\" ++ \"b\"") == "string");
    CHECK(type_of("[1] ++ [2.5]") == "list<decimal>");
    CHECK(type_of("r + 1") == "any");
    CHECK(codes("\"a\" + \"b\"") == "SP0212");
    CHECK(codes("2027-01-01 + 2027-01-01") == "SP0212");
    CHECK(codes("1 * \"a\"") == "SP0212");
    CHECK(codes("[1] ++ \"a\"") == "SP0212");
    CHECK(codes("24h - 2027-01-01") == "SP0212");
}

TEST_CASE("SP0212: conditions are truth values") {
    CHECK(codes("not 3") == "SP0212");
    CHECK(codes("\"a\" and true == r") == "SP0212");
    CHECK(codes("if 3 then 1 else 2") == "SP0212");
    CHECK(codes("some x in xs where x") == "SP0212");
    CHECK(codes("all x in xs satisfy x") == "SP0212");
    CHECK(codes("r and not r.a") == "");
    CHECK(policy("require b.VersioningConfiguration").codes() == "SP0212");
    CHECK(policy("require b.BucketEncryption.ServerSideEncryptionConfiguration[0].BucketKeyEnabled").codes() == "");
}

TEST_CASE("types of `if` and `??`") {
    CHECK(type_of("if r then 1 else 2.5") == "decimal");
    CHECK(type_of("if r then 1 else null") == "int?");
    CHECK(type_of("if r then 1 else \"a\"") == "int or string");
    CHECK(type_of("n ?? 3") == "int");
    CHECK(type_of("n ?? e.size") == "int?");
    CHECK(codes("n ?? \"a\"") == "SP0212");
}

TEST_CASE("types of collections, members are never optional") {
    CHECK(type_of("[1, 2]") == "list<int>");
    CHECK(type_of("{1, 2.5}") == "set<decimal>");
    CHECK(type_of("{\"a\": 1}") == "map<string, int>");
    CHECK(type_of("[]") == "list<any>");
    CHECK(type_of("{}") == "set<any>");
    CHECK(type_of("{:}") == "map<string, any>");
    CHECK(type_of("[x.size for x in [e]]") == "list<int>");
    CHECK(type_of("{x.name for x in [e]}") == "set<string>");
    CHECK(type_of("{x.name: x.size for x in [e]}") == "map<string, int>");
    CHECK(codes("{1: 2}") == "SP0212");
    CHECK(codes("{x.tags: 1 for x in [e]}") == "SP0212");
}

TEST_CASE("SP0220: generators go through collections") {
    CHECK(codes("some x in n where x == 1") == "SP0220");
    CHECK(codes("some x in m where x == 1") == "SP0220");
    CHECK(codes("some (k, v) in m where v == 1 and k == \"a\"") == "");
    CHECK(codes("some (i, v) in xs where v == 1 and i == 0") == "");
    CHECK(codes("some (k, v) in {1} where v == 1 and k == 1") == "SP0220");
    CHECK(codes("some x in r where x == 1") == "");
    CHECK(codes("e.name[*].a == []") == "SP0220");
    CHECK(policy("require none b in b.name where b == 1").codes() == "SP0216 SP0220");
}

TEST_CASE("aggregates: types") {
    CHECK(type_of("count(x in xs where x > 1)") == "int");
    CHECK(type_of("count(distinct x.name for x in [e])") == "int");
    CHECK(type_of("sum(x for x in xs)") == "int");
    CHECK(type_of("max(x for x in xs)") == "int?");
    CHECK(type_of("the(x.name for x in [e])") == "string?");
    CHECK(type_of("the(x in xs where x > 1)") == "int?");
    CHECK(type_of("the((k, v) in m where k == \"a\")") == "int?");
    CHECK(type_of("first(x for x in xs by x)") == "int?");
    CHECK(type_of("first(x in [e] by x.name)") == "org.example.Thing?");
}

TEST_CASE("SP0225, SP0212: aggregates: misuse") {
    CHECK(codes("first(x for x in xs)") == "SP0225");
    CHECK(codes("sum(x for x in xs by x)") == "SP0225");
    CHECK(codes("sum(distinct x for x in xs)") == "SP0225");
    CHECK(codes("sum(x.name for x in [e])") == "SP0212");
    CHECK(codes("max(x.name for x in [e])") == "SP0212");
    CHECK(codes("first(x in [e] by x.next)") == "SP0212 SP0213");
}

TEST_CASE("SP0210, SP0211: arguments of functions and built-ins") {
    CHECK(codes("starts_with(\"a\")") == "SP0211");
    CHECK(codes("starts_with(\"a\", \"b\", \"c\")") == "SP0211");
    CHECK(codes("starts_with(text: \"a\", prefix: \"b\")") == "");
    CHECK(codes("starts_with(\"a\", prefix: \"b\")") == "");
    CHECK(codes("starts_with(\"a\", text: \"b\")") == "SP0211");
    CHECK(body("starts_with(\"a\", prefx: \"b\")").message(DiagnosticKind::unknown_argument) ==
          "`starts_with` has no argument `prefx`; did you mean `prefix`?");
    CHECK(codes("starts_with(1, \"a\")") == "SP0212");
    CHECK(codes("is_private(\"10.0.0.0/8\")") == "");
    CHECK(codes("is_private(\"10.0.0.0/88\")") == "SP0215");
    CHECK(codes("length(s)") == "");
    CHECK(codes("to_text(s)") == "SP0213");
}

TEST_CASE("indices fit their collection") {
    CHECK(type_of("xs[0]") == "int?");
    CHECK(type_of("m[\"a\"]") == "int?");
    CHECK(type_of("r[0][\"a\"]") == "any");
    CHECK(codes("xs[\"a\"]") == "SP0212");
    CHECK(codes("m[0]") == "SP0212");
    CHECK(codes("n[0]") == "SP0212");
    CHECK(codes("{1}[0]") == "SP0212");
}

TEST_CASE("results of functions fit their declared type") {
    CHECK(body("3").codes() == "SP0212");
    CHECK(body("3", "decimal").codes() == "");
    CHECK(body("3.5", "int").codes() == "SP0212");
    CHECK(body("null", "int?").codes() == "");
    CHECK(body("null", "int").codes() == "SP0212");
    CHECK(body("[\"a\"]", "list<int>").codes() == "SP0212");
    CHECK(body("[]", "list<int>").codes() == "");
    CHECK(body("{\"10.0.0.0/8\"}", "set<cidr>").codes() == "");
    CHECK(body("r", "set<cidr>").codes() == "");
}
