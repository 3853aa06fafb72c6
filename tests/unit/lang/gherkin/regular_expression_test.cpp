#include "lang/gherkin/regular_expression.hpp"

#include <catch2/catch.hpp>

using spile::gherkin::RegularExpression;

TEST_CASE("arguments of a regular expression are its outermost groups") {
    const auto expression = RegularExpression::compile(R"(^a((b)|c)(?:d(e))?[(](?P<n>f)\(g)");
    REQUIRE(expression.ok());
    const auto found = expression.value().match("ab(f(g");
    REQUIRE(found);
    REQUIRE(found->size() == 3);
    CHECK(found->at(0) == "b");
    CHECK(found->at(1) == std::nullopt);
    CHECK(found->at(2) == "f");
    CHECK(!expression.value().match("ax"));
}

TEST_CASE("a broken regular expression is an error") {
    const auto expression = RegularExpression::compile("(a");
    REQUIRE(!expression.ok());
    CHECK(expression.error().message == "`(a` is no regular expression: missing ): (a");
}
