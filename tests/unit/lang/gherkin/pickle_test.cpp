#include "lang/gherkin/pickle.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "lang/gherkin/parse.hpp"

using namespace spile::gherkin;

namespace {

Compiled compiled(const std::string& text) {
    const Parsed parsed = parse(text);
    REQUIRE(parsed.errors.empty());
    return compile(parsed.document);
}

std::vector<std::string> texts(const Pickle& pickle) {
    std::vector<std::string> out;
    for (const PickleStep& step : pickle.steps)
        out.push_back(step.text);
    return out;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("backgrounds of the feature and of the rule come before a scenario's own steps") {
    const auto pickles = compiled(
                             "@f\nFeature: f\nBackground:\nGiven one\nScenario: outside\nThen own\n"
                             "@r\nRule: r\nBackground:\nGiven two\n@s\nScenario: inside\nThen own\nScenario: empty\n")
                             .pickles;
    REQUIRE(pickles.size() == 3);
    CHECK(texts(pickles[0]) == Texts{"one", "own"});
    CHECK(texts(pickles[1]) == Texts{"one", "two", "own"});
    CHECK(texts(pickles[2]).empty());  // a background alone makes no test
    std::vector<std::string> tags;
    for (const PickleTag& tag : pickles[1].tags)
        tags.push_back(tag.name);
    CHECK(tags == Texts{"@f", "@r", "@s"});
}

TEST_CASE("an outline gives a scenario for each row of each table, at the row") {
    const auto pickles =
        compiled(
            "Feature: f\nScenario Outline: <name> is <size>\nGiven <name>\n\"\"\"<name>\n<size>\n\"\"\"\n"
            "And a table\n| <name> | <other> |\n"
            "Examples: first\n| name | size |\n| a | 1 |\n| b | 2 |\n"
            "@big\nExamples: second\n| size | name |\n| 3 | c |\nExamples: none\n")
            .pickles;
    REQUIRE(pickles.size() == 3);
    CHECK(pickles[1].name == "b is 2");
    CHECK(pickles[1].location == Location{12, 1});
    CHECK(pickles[2].name == "c is 3");
    CHECK(pickles[2].tags.at(0).name == "@big");
    CHECK(pickles[2].steps.at(0).doc_string->media_type == "c");
    CHECK(pickles[2].steps.at(0).doc_string->content == "3");
    CHECK(pickles[2].steps.at(0).doc_string->location == Location{4, 1});
    CHECK(pickles[2].steps.at(1).data_table->rows.at(0) == Texts{"c", "<other>"});
    CHECK(pickles[2].steps.at(0).ast_node_ids.size() == 2);
}

TEST_CASE("And and But are of the kind of the step before") {
    const auto pickles =
        compiled("Feature: f\nScenario: s\nAnd a\nGiven b\nBut c\nThen d\nAnd e\n* f\nAnd g\n").pickles;
    std::vector<KeywordType> types;
    for (const PickleStep& step : pickles.at(0).steps)
        types.push_back(step.type);
    using enum KeywordType;
    CHECK(types == std::vector{unknown, context, context, outcome, outcome, unknown, unknown});
}

TEST_CASE("ids go on from the document's, up to the last pickle") {
    const Parsed parsed = parse("@t\nFeature: f\nScenario: s\nGiven g\n");
    const auto pickles = compile(parsed.document).pickles;
    CHECK(parsed.document.feature->tags.at(0).id == 2);
    CHECK(pickles.at(0).steps.at(0).id == 3);
    CHECK(pickles.at(0).id == 4);
}

TEST_CASE("a value may hold the placeholder of a later column, and a dollar is a dollar") {
    const auto pickles =
        compiled("Feature: f\nScenario Outline: s\nGiven <a>, <b>\nExamples:\n| a | b |\n| <b>$1 | <a>$& |\n").pickles;
    CHECK(texts(pickles.at(0)) == Texts{"<a>$&$1, <a>$&"});
}

TEST_CASE("placeholders that multiply end in an error, not in an exhausted machine") {
    std::string header = "|";
    std::string row = "|";
    for (int i = 0; i < 40; ++i) {
        header += " c" + std::to_string(i) + " |";
        row += " <c" + std::to_string(i + 1) + "><c" + std::to_string(i + 1) + "> |";
    }
    const Compiled bomb =
        compiled("Feature: f\nScenario Outline: s\nGiven <c0>\nExamples:\n" + header + "\n" + row + "\n");
    CHECK(bomb.pickles.empty());
    REQUIRE(bomb.errors.size() == 1);
    CHECK(bomb.errors[0].message == "(6:1): the scenarios of this file come to more than 64 MiB of text");
}

TEST_CASE("a long background before many scenarios ends in an error, not in an exhausted machine") {
    std::string text = "Feature: f\nBackground:\n";
    for (int i = 0; i < 2'000; ++i)
        text += "Given g\n";
    for (int i = 0; i < 2'000; ++i)
        text += "Scenario: s\nThen t\n";
    const Compiled bomb = compiled(text);
    REQUIRE(bomb.errors.size() == 1);
    CHECK(bomb.errors[0].message == "(3001:1): the scenarios of this file come to more than 1,000,000 steps");
    CHECK(bomb.pickles.size() == 499);
}
