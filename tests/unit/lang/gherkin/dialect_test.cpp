#include "lang/gherkin/dialect.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "lang/gherkin/parse.hpp"

using namespace spile::gherkin;

namespace {

Parsed parse_in(const Dialect& dialect, const std::string& body) {
    return parse("# language: " + std::string(dialect.code) + "\n" + body);
}

std::string title(std::string_view keyword) {
    return std::string(keyword) + ": title\n";
}

}  // namespace

TEST_CASE("all dialects are there, each with every list") {
    REQUIRE(all_dialects().size() == 80);
    for (const Dialect& dialect : all_dialects()) {
        INFO(dialect.code);
        CHECK(find_dialect(dialect.code) == &dialect);
        CHECK(!dialect.name.empty());
        CHECK(!dialect.native.empty());
        for (const auto* list :
             {&dialect.feature, &dialect.rule, &dialect.background, &dialect.scenario, &dialect.examples})
            CHECK(!list->empty());
        CHECK(dialect.steps.size() >= 5);
    }
    CHECK(find_dialect("no-such") == nullptr);
    CHECK(find_dialect("") == nullptr);
}

TEST_CASE("every title keyword of every dialect is understood") {
    for (const Dialect& dialect : all_dialects()) {
        const std::string feature = title(dialect.feature.front());
        const std::string scenario = title(dialect.scenario.front());
        for (const std::string_view keyword : dialect.feature) {
            const Parsed parsed = parse_in(dialect, title(keyword));
            REQUIRE(parsed.errors.empty());
            CHECK(parsed.document.feature->keyword == keyword);
            CHECK(parsed.document.feature->language == dialect.code);
        }
        for (const std::string_view keyword : dialect.rule)
            CHECK(
                std::get<Rule>(parse_in(dialect, feature + title(keyword)).document.feature->children.at(0)).keyword ==
                keyword);
        for (const std::string_view keyword : dialect.background)
            CHECK(std::get<Background>(parse_in(dialect, feature + title(keyword)).document.feature->children.at(0))
                      .keyword == keyword);
        for (const std::string_view keyword : dialect.scenario)
            CHECK(std::get<Scenario>(parse_in(dialect, feature + title(keyword)).document.feature->children.at(0))
                      .keyword == keyword);
        for (const std::string_view keyword : dialect.examples) {
            const Parsed parsed = parse_in(dialect, feature + scenario + title(keyword));
            CHECK(std::get<Scenario>(parsed.document.feature->children.at(0)).examples.at(0).keyword == keyword);
        }
    }
}

TEST_CASE("every step keyword of every dialect is understood, the longest that fits") {
    for (const Dialect& dialect : all_dialects()) {
        for (const StepKeyword& keyword : dialect.steps) {
            const Parsed parsed = parse_in(dialect, title(dialect.feature.front()) + title(dialect.scenario.front()) +
                                                        std::string(keyword.text) + "1 text\n");
            INFO(dialect.code << ": " << keyword.text);
            REQUIRE(parsed.errors.empty());
            const Step& step = std::get<Scenario>(parsed.document.feature->children.at(0)).steps.at(0);
            CHECK(step.keyword == keyword.text);
            CHECK(step.keyword_type == keyword.type);
            CHECK(step.text == "1 text");
        }
    }
}

TEST_CASE("a keyword of several kinds has none") {
    const Dialect& english = *find_dialect("en");
    for (const StepKeyword& keyword : english.steps) {
        if (keyword.text == "* ") CHECK(keyword.type == KeywordType::unknown);
        if (keyword.text == "But ") CHECK(keyword.type == KeywordType::conjunction);
    }
}
