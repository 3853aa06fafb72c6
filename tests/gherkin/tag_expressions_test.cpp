// Every case of the official test data of tag expressions.
#include <yaml-cpp/yaml.h>

#include "lang/gherkin/tag_expression.hpp"
#include "tally.hpp"
#include "tests/conformance/corpus.hpp"

namespace {

using namespace spile;
using gherkin::TagExpression;

YAML::Node cases(const std::filesystem::path& corpus, const char* name) {
    return YAML::Load(tests::read_file(corpus / "gherkin/tag-expressions" / name));
}

}  // namespace

TEST_CASE("every official tag expression is printed as expected") {
    const auto corpus = tests::corpus();
    if (!corpus) return;
    tests::Tally tally;
    for (const YAML::Node& test : cases(*corpus, "parsing.yml")) {
        const auto text = test["expression"].as<std::string>();
        const auto expression = TagExpression::parse(text);
        INFO(text);
        const std::string printed = expression ? expression.value().text() : expression.error().message;
        CHECK(printed == test["formatted"].as<std::string>());
        tally.add("printed tag expressions", printed == test["formatted"].as<std::string>());
    }
    tally.require_all("printed tag expressions", 23);
}

TEST_CASE("every official tag expression takes the tags that it should") {
    const auto corpus = tests::corpus();
    if (!corpus) return;
    tests::Tally tally;
    for (const YAML::Node& test : cases(*corpus, "evaluations.yml")) {
        const auto text = test["expression"].as<std::string>();
        const auto expression = TagExpression::parse(text);
        for (const YAML::Node& row : test["tests"]) {
            const auto tags = row["variables"].as<std::vector<std::string>>();
            INFO(text << " with " << row["variables"]);
            REQUIRE(expression.ok());
            const bool equal = expression.value().matches(tags) == row["result"].as<bool>();
            CHECK(equal);
            tally.add("evaluated tag expressions", equal);
        }
    }
    tally.require_all("evaluated tag expressions", 26);
}

TEST_CASE("every official broken tag expression has its error") {
    const auto corpus = tests::corpus();
    if (!corpus) return;
    tests::Tally tally;
    for (const YAML::Node& test : cases(*corpus, "errors.yml")) {
        const auto text = test["expression"].as<std::string>();
        const auto expression = TagExpression::parse(text);
        INFO(text);
        const std::string found = expression ? "no error" : expression.error().message;
        CHECK(found == test["error"].as<std::string>());
        tally.add("broken tag expressions", found == test["error"].as<std::string>());
    }
    tally.require_all("broken tag expressions", 15);
}
