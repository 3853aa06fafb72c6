#include "lang/gherkin/tag_expression.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using spile::gherkin::TagExpression;

namespace {

bool takes(const std::string& expression, const std::vector<std::string>& tags) {
    const auto parsed = TagExpression::parse(expression);
    REQUIRE(parsed.ok());
    return parsed.value().matches(tags);
}

}  // namespace

TEST_CASE("not binds tighter than and, and tighter than or") {
    CHECK(takes("@a or @b and not @c", {"@a", "@c"}));
    CHECK(!takes("(@a or @b) and not @c", {"@a", "@c"}));
    CHECK(takes("not @a and @b", {"@b"}));
    CHECK(!takes("not (@a or @b)", {"@b"}));
    CHECK(takes(" ", {}));
}

TEST_CASE("escapes make brackets, blanks and backslashes part of a tag") {
    CHECK(takes(R"(@a\(1\) and @b\ c)", {"@a(1)", "@b c"}));
    CHECK(takes(R"(\()", {"("}));
    CHECK(TagExpression::parse(R"(@b\ c)").value().text() == R"(@b\ c)");
}

TEST_CASE("a broken tag expression says what was expected") {
    CHECK(TagExpression::parse("@a @b").error().message ==
          "Tag expression \"@a @b\" could not be parsed because of syntax error: Expected operator.");
    CHECK(
        TagExpression::parse("@a\\\u00E9").error().message ==
        "Tag expression \"@a\\\u00E9\" could not be parsed because of syntax error: Illegal escape before \"\u00E9\".");
}

TEST_CASE("depth costs no stack") {
    std::string nots;
    std::string brackets;
    std::string row = "@a";
    for (int i = 0; i < 100'000; ++i) {
        nots += "not ";
        brackets += "(";
        row += " and @a";
    }
    CHECK(takes(nots + "@a", {"@a"}));
    CHECK(takes(brackets + "@a" + std::string(100'000, ')'), {"@a"}));
    const auto parsed = TagExpression::parse(row);
    CHECK(parsed.value().matches(std::vector<std::string>{"@a"}));
    CHECK(parsed.value().text().starts_with("( ( "));
    CHECK(!TagExpression::parse(brackets).ok());
}
