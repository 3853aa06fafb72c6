// What can be compared with what, and literals that take the other side's domain.
#include <catch2/catch.hpp>

#include "tests/unit/lang/sema/support.hpp"

using namespace spile;
using namespace spile::lang;
using namespace spile::lang::test;

namespace {

Compiled compare(const std::string& expression) {
    return declared(
        "fn f(c: cidr, p: protocol, q: ports, a: arn, v: version, t: time, d: duration, s: string, n: int, x: decimal, "
        "y: severity, l: list<string>, m: map<string, int>, i: image, z: any) -> bool = " +
        expression);
}

// The operators of the literals in the program's last expression, right side.
Op right_op(const Compiled& made) {
    const Expr& root = made.program.expr(made.program.functions.at(0).body);
    return made.program.expr(root.children.at(1)).op;
}

}  // namespace

TEST_CASE("a text beside a domain value is read as that domain") {
    CHECK(right_op(compare("c == \"10.0.0.0/8\"")) == Op::cidr);
    CHECK(right_op(compare("p == \"tcp\"")) == Op::protocol);
    CHECK(right_op(compare("a != \"arn:aws:s3:::b\"")) == Op::arn);
    CHECK(right_op(compare("v >= \"1.2\"")) == Op::version);
    CHECK(right_op(compare("t < \"2027-01-01\"")) == Op::time);
    CHECK(right_op(compare("d < \"24h\"")) == Op::duration);
    CHECK(right_op(compare("y >= \"high\"")) == Op::severity);
    CHECK(right_op(compare("s == \"tcp\"")) == Op::string);
    CHECK(right_op(compare("z == \"tcp\"")) == Op::string);
}

TEST_CASE("the literal may stand on the left, or in a collection") {
    const Compiled left = compare("\"tcp\" == p");
    CHECK(left.codes() == "");
    const Expr& root = left.program.expr(left.program.functions.at(0).body);
    CHECK(left.program.expr(root.children.at(0)).op == Op::protocol);
    const Compiled members = compare("p in {\"tcp\", \"udp\"}");
    CHECK(members.codes() == "");
    const Expr& set = members.program.expr(members.program.expr(members.program.functions.at(0).body).children.at(1));
    REQUIRE(set.children.size() == 2);
    CHECK(members.program.expr(set.children.at(1)).op == Op::protocol);
    CHECK(compare("\"10.0.0.0/8\" in c").codes() == "");
    CHECK(compare("c in \"10.0.0.0/8\"").codes() == "SP0212");
    CHECK(compare("c in cidr \"10.0.0.0/8\"").codes() == "");
}

TEST_CASE("severities are ordered words where a severity is meant") {
    CHECK(compare("y >= high").codes() == "");
    CHECK(compare("low < y").codes() == "");
    CHECK(compare("y in {low, high}").codes() == "");
    CHECK(right_op(compare("y == critical")) == Op::severity);
    CHECK(compare("s == high").codes() == "SP0204");
    CHECK(right_op(compare("z >= high")) == Op::severity);
    CHECK(compare("high <= z").codes() == "");
    CHECK(declared("fn f(y: severity, high: severity) -> bool = y == high").codes() == "");
}

TEST_CASE("SP0215: a literal that is none of its domain") {
    for (const char* bad : {"c == \"10.0.0.0/33\"", "c == \"10.0.0\"", "p == \"tpc\"", "a == \"arn:aws\"",
                            "v < \"one\"", "t == \"2027-02-30\"", "t == \"soon\"", "d == \"1 day\"", "y == \"hgih\"",
                            "p == \"256\"", "c == cidr \"fe80::/129\"", "s matches r\"(\""}) {
        INFO(bad);
        CHECK(compare(bad).codes() == "SP0215");
    }
    CHECK(
        compare(
            "c == \"::/0\" or c == \"10.1.2.3\" or p == \"-1\" or v == \"v1.2.3-rc1\" or t == \"2027-03-31T10:00:00Z\"")
            .codes() == "");
}

TEST_CASE("SP0214: what can never be equal is not compared") {
    CHECK(compare("s == 3").message(DiagnosticKind::never_equal) ==
          "`s` is `string`, `3` is `int`: they are never equal");
    CHECK(compare("s != true").codes() == "SP0214");
    CHECK(compare("n in {\"a\"}").codes() == "SP0214");
    CHECK(compare("3 in l").codes() == "SP0214");
    CHECK(compare("n in m").codes() == "SP0214");
    CHECK(compare("s in q").codes() == "SP0214");
    CHECK(compare("l == 3").codes() == "SP0214");
    CHECK(compare("n == null").codes() == "SP0214");
    CHECK(compare("l == [1]").codes() == "SP0214");
}

TEST_CASE("a text value beside a domain value: the conversion is named") {
    const Compiled made = compare("c == s");
    CHECK(made.codes() == "SP0214");
    CHECK(made.find(DiagnosticKind::never_equal)->help == "`cidr(…)` makes one from a text");
    CHECK(compare("c == cidr(s)").codes() == "");
}

TEST_CASE("numbers, lists and sets, unions and any compare") {
    CHECK(compare("n == x and n == 1.5 and l == {\"a\"} and z == 3 and l == [] and n in {}").codes() == "");
    CHECK(compare("s in m and n in q and \"a\" in l and z in l and s in z").codes() == "");
    CHECK(body("e == r and e == e.next and n == null").codes() == "");
}

TEST_CASE("subjects of different types compare: they may be one unit") {
    CHECK(policy("require none other: Resource where other == b").codes() == "");
    CHECK(body("some b: cfn \"AWS::S3::Bucket\" where b == e").codes() == "");
    CHECK(body("e == \"a\"").codes() == "SP0214");
}

TEST_CASE("SP0212: what has no order") {
    CHECK(compare("s < \"b\"").codes() == "SP0212");
    CHECK(compare("l < l").codes() == "SP0212");
    CHECK(compare("n < d").codes() == "SP0212");
    CHECK(compare("c < c").codes() == "SP0212");
    CHECK(compare("n < x and v < v and t < t and d < d and y < y and z < n").codes() == "");
}

TEST_CASE("matches wants a raw string, like a text or glob") {
    CHECK(compare("s matches r\"^a+$\"").codes() == "");
    const Compiled plain = compare("s matches \"a\"");
    CHECK(plain.codes() == "SP0212");
    CHECK(plain.find(DiagnosticKind::type_mismatch)->help == "regular expressions are raw strings: r\"…\"");
    CHECK(compare("s like \"a*\" and s like glob \"a*\" and z like s").codes() == "");
    CHECK(compare("n like \"a*\"").codes() == "SP0212");
    CHECK(compare("n matches r\"a\"").codes() == "SP0212");
    CHECK(compare("s like 3").codes() == "SP0212");
}

TEST_CASE("`in` a text is told apart") {
    const Compiled made = compare("\"a\" in s");
    CHECK(made.codes() == "SP0212");
    CHECK(made.find(DiagnosticKind::type_mismatch)->help == "`contains(text, part)` looks into a text");
}
