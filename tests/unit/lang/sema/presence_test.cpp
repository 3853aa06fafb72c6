// T? and what makes it T: exists, when, where, if, ??.
#include <catch2/catch.hpp>

#include "tests/unit/lang/sema/support.hpp"

using namespace spile;
using namespace spile::lang;
using namespace spile::lang::test;

TEST_CASE("SP0213: ordering, arithmetic, matches, like and arguments need a value") {
    CHECK(body("n > 3").codes() == "SP0213");
    CHECK(body("3 <= n").codes() == "SP0213");
    CHECK(body("n + 1 == 4").codes() == "SP0213");
    CHECK(body("s matches r\"a\"").codes() == "SP0213");
    CHECK(body("s like \"a*\"").codes() == "SP0213");
    CHECK(body("starts_with(s, \"a\")").codes() == "SP0213");
    CHECK(body("s ++ \"a\" == \"ba\"").codes() == "SP0213");
    CHECK(body("n", "int").codes() == "SP0213");
    CHECK(body("sum(n for x in [1] where x == 1) == 1").codes() == "SP0213");
}

TEST_CASE("the message names the text, the place and both ways out") {
    const Compiled made = body("e.size > 3");
    CHECK(made.message(DiagnosticKind::possibly_missing) == "`e.size` may be missing, and `>` needs a value");
    CHECK(made.find(DiagnosticKind::possibly_missing)->help ==
          "guard it with `e.size exists and …`, or supply a value with `e.size ?? …`");
}

TEST_CASE("equality and membership are total") {
    CHECK(body("n == 3 or n != 4 or n in [1] or n not in xs or 3 in xs").codes() == "");
}

TEST_CASE("any asks for no guard") {
    CHECK(body("r.size > 3 and r.a + 1 < r.b and starts_with(r.c, \"x\")").codes() == "");
}

TEST_CASE("exists guards its path in the same conjunction, in either order") {
    CHECK(body("n exists and n > 3").codes() == "");
    CHECK(body("n > 3 and n exists").codes() == "");
    CHECK(body("e.size exists and (n == 3 or e.size > 3)").codes() == "");
    CHECK(body("e.next.size exists and e.next.size > length(e.next.name)").codes() == "");
    CHECK(body("e.tags[\"a\"] exists and e.tags[\"a\"] like \"x*\"").codes() == "");
}

TEST_CASE("another path, or a guard elsewhere, does not count") {
    CHECK(body("e.next.size exists and e.size > 3").codes() == "SP0213");
    CHECK(body("e.tags[\"b\"] exists and e.tags[\"a\"] like \"x*\"").codes() == "SP0213");
    CHECK(body("n exists or n > 3").codes() == "SP0213");
    CHECK(body("(n exists or n == 4) and n > 3").codes() == "SP0213");
    CHECK(body("not (n exists) and n > 3").codes() == "SP0213");
    CHECK(body("(some x in [1] where x == 1 and n exists) and n > 3").codes() == "SP0213");
}

TEST_CASE("what is missing in one alternative is there in the others") {
    CHECK(body("n missing or n > 3").codes() == "");
    CHECK(body("n > 3 or not (n exists)").codes() == "");
    CHECK(body("s empty or s like \"a*\"").codes() == "");
    CHECK(body("not (n missing or n > 3)").codes() == "");
}

TEST_CASE("if, ?? and where guard, too") {
    CHECK(body("if n exists then n > 3 else false").codes() == "");
    CHECK(body("if n missing then false else n > 3").codes() == "");
    CHECK(body("if n exists then false else n > 3").codes() == "SP0213");
    CHECK(body("(n ?? 0) > 3").codes() == "");
    CHECK(body("(n ?? e.size) > 3").codes() == "SP0213");
    CHECK(body("(n ?? e.size ?? 0) > 3").codes() == "");
    CHECK(body("all x in [e] where x.size exists satisfy x.size > 3").codes() == "");
    CHECK(body("max(x.size for x in [e] where x.size exists) == 3").codes() == "");
    CHECK(body("[x.size + 1 for x in [e] where x.size exists] == [1]").codes() == "");
}

TEST_CASE("when guards everything after it") {
    CHECK(policy("when b.BucketName exists\nrequire b.BucketName like \"org-*\"").codes() == "");
    CHECK(policy("when b.BucketName exists\nwhen b.BucketName like \"org-*\"\nlet n = length(b.BucketName) + "
                 "1\nrequire n > 3")
              .codes() == "");
    CHECK(policy("require b.BucketName exists\nrequire b.BucketName like \"org-*\"").codes() == "SP0213");
}

TEST_CASE("a let keeps that its value may be missing") {
    CHECK(policy("let n = b.BucketName\nrequire n like \"a\"").codes() == "SP0213");
    CHECK(policy("let n = b.BucketName\nrequire n exists and n like \"a\"").codes() == "");
}

TEST_CASE("a guard in a rule's body holds for its other conjuncts") {
    const std::string entity = "entity N {\n size: int?\n next: list<N>\n}\n";
    CHECK(declared(entity + "rule big(a: N) if a.size exists and a.size > 3").codes() == "");
    CHECK(declared(entity + "rule big(a: N) if a.size > 3").codes() == "SP0213");
    CHECK(declared(entity + "rule big(a: N, n: int) if n == a.size + 1 and a.size exists").codes() == "");
}
