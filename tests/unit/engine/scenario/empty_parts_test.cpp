#include "engine/scenario/empty_parts.hpp"

#include <catch2/catch.hpp>

#include "lang/gherkin/parse.hpp"

using spile::engine::scenario::empty_parts;

namespace {

std::vector<std::string> parts(const char* text) {
    const spile::gherkin::Parsed parsed = spile::gherkin::parse(text);
    REQUIRE(parsed.errors.empty());
    return empty_parts("x.feature", parsed.document);
}

}  // namespace

TEST_CASE("parts of a feature that run nothing are found, with their lines") {
    CHECK(parts("") == std::vector<std::string>{"x.feature: the file holds no feature"});
    CHECK(parts("Feature: f\n").front() == "x.feature:1: the feature has no scenario, so nothing of it is run");
    const auto rule = parts("Feature: f\n  Scenario: s\n    Given a\n  Rule: r\n    Background:\n      Given a\n");
    CHECK(rule == std::vector<std::string>{"x.feature:4: the rule has no scenario, so nothing of it is run"});
    const auto rows = parts("Feature: f\n  Scenario: s\n    Given <a>\n    Examples:\n      | a |\n");
    CHECK(rows.front().starts_with("x.feature:4: the examples have no row"));
    CHECK(parts("Feature: f\n  Scenario Outline: s\n    Given a\n")
              .front()
              .starts_with("x.feature:2: the outline has no"));
    CHECK(parts("Feature: f\n  Scenario: s\n    Given <a>\n").front().starts_with("x.feature:2: the outline has no"));
}

TEST_CASE("a feature whose parts all run has no empty ones") {
    CHECK(parts("Feature: f\n  Rule: r\n    Scenario: s\n      Given a < b > c\n      Examples:\n        | a |\n       "
                " | 1 |\n")
              .empty());
    CHECK(parts("Feature: f\n  Scenario: s\n    Given a -> b\n").empty());
}
