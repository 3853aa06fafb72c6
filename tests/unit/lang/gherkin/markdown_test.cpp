#include <catch2/catch.hpp>
#include <string>

#include "lang/gherkin/parse.hpp"
#include "lang/gherkin/token.hpp"

using namespace spile::gherkin;

namespace {

const char* const k_page =
    "Buckets of the platform\n"
    "=======================\n"
    "\n"
    "They hold *everything*.\n"
    "\n"
    "`@storage` and `@slow`\n"
    "## Scenario Outline: encryption\n"
    "* Given a bucket with <algorithm>\n"
    "  | key | value |\n"
    "  | --- | ----: |\n"
    "  | a   | b     |\n"
    "+ When it is checked\n"
    "````yaml\n"
    "```\n"
    "````\n"
    "Prose between.\n"
    "### Examples:\n"
    "   | algorithm |\n"
    "   |-----------|\n"
    "   | aws:kms   |\n"
    "| not | gherkin |\n";

}  // namespace

TEST_CASE("headers, bullets, indented tables, fences and tags in backticks are Gherkin, the rest is prose") {
    const Parsed parsed = parse(k_page, Syntax::markdown);
    REQUIRE(parsed.errors.empty());
    const Feature& feature = parsed.document.feature.value();
    CHECK(feature.name == "Buckets of the platform");
    CHECK(feature.keyword.empty());
    const auto& scenario = std::get<Scenario>(feature.children.at(0));
    CHECK(scenario.location == Location{7, 4});
    CHECK(scenario.tags.at(0).name == "@storage");
    CHECK(scenario.tags.at(1).location == Location{6, 17});
    CHECK(scenario.steps.at(0).location == Location{8, 3});
    CHECK(scenario.steps.at(0).data_table->rows.size() == 2);
    const DocString& doc = scenario.steps.at(1).doc_string.value();
    CHECK(doc.delimiter == "````");
    CHECK(doc.media_type == "yaml");
    CHECK(doc.content == "```");
    CHECK(scenario.examples.at(0).table_body.at(0).cells.at(0).value == "aws:kms");
    CHECK(parsed.document.comments.empty());
}

TEST_CASE("the rule below a table's header is an empty line") {
    const std::string tokens = print(tokenize(k_page, Syntax::markdown));
    CHECK(tokens.find("(10:1)Empty://\n") != std::string::npos);
    CHECK(tokens.find("(9:3)TableRow:()|//5:key,11:value\n") != std::string::npos);
}

TEST_CASE("a star is a bullet, not a keyword") {
    const Parsed parsed = parse("# Feature: f\n## Scenario: s\n* When w\n* * no step\n", Syntax::markdown);
    CHECK(parsed.errors.empty());
    CHECK(std::get<Scenario>(parsed.document.feature->children.at(0)).steps.size() == 1);
}

TEST_CASE("Markdown takes its language from the caller") {
    const Parsed parsed = parse("# Egenskap: e\n## Scenario: s\n- Gitt g\n", Syntax::markdown, "no");
    CHECK(parsed.errors.empty());
    CHECK(parsed.document.feature->keyword == "Egenskap");
    CHECK(parsed.document.feature->language == "no");
}

TEST_CASE("a fence that is left open is an error at the end") {
    const Parsed parsed = parse("# Feature: f\n## Scenario: s\n- Given g\n```\nx\n", Syntax::markdown);
    REQUIRE(parsed.errors.size() == 1);
    CHECK(parsed.errors[0].message == "(6:0): unexpected end of file, expected: #DocStringSeparator, #Other");
}
