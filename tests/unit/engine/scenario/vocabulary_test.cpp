#include "engine/scenario/vocabulary.hpp"

#include <catch2/catch.hpp>

#include <fstream>
#include <map>
#include <set>
#include <sstream>

using namespace spile;                    // NOLINT(google-build-using-namespace): a test
using namespace spile::engine::scenario;  // NOLINT(google-build-using-namespace)

namespace {

gherkin::PickleStep step(std::string text, gherkin::KeywordType type) {
    gherkin::PickleStep made;
    made.text = std::move(text);
    made.type = type;
    return made;
}

// An example of the step: each parameter as it may be written.
std::string example(std::string_view expression) {
    static const std::map<std::string, std::string, std::less<>> values = {
        {"{policy}", "ORG-S3-001"},    {"{resource}", "site.yaml:Role[a b]"},
        {"{path}", "`A.B[0]`"},        {"{value}", "`{a: 1}`"},
        {"{expression}", "`a == b`"},  {"{verdict}", "not applicable"},
        {"{severity}", "high"},        {"{truth}", "unknown"},
        {"{type}", "AWS::S3::Bucket"}, {"{count}", "12"},
        {"{date}", "2026-01-01"},      {"{string}", "\"a \\\"b\\\" c\""},
        {"{instruction}", "`RUN a`"}};
    std::string out;
    while (!expression.empty()) {
        const std::size_t open = expression.find('{');
        out += expression.substr(0, open);
        if (open == std::string_view::npos) break;
        const std::size_t close = expression.find('}', open);
        out += values.at(std::string(expression.substr(open, close - open + 1)));
        expression.remove_prefix(close + 1);
    }
    return out;
}

std::string page() {
    std::ifstream file(SPILE_SOURCE_DIR "/docs/reference/steps.md");
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

// What stands between single or double backticks at the beginning of a table's row.
std::vector<std::string> documented() {
    std::vector<std::string> steps;
    std::istringstream lines(page());
    for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with("| `") || line.starts_with("| `{policy}` |")) continue;
        const std::size_t end = line.find(" |", 2);
        std::istringstream cell(line.substr(2, end - 2));
        std::string text = cell.str();
        if (text.find('{') == 1 && text.find('}') == text.size() - 2) continue;  // a parameter type
        for (std::size_t at = 0; (at = text.find('`', at)) != std::string::npos;) {
            const std::size_t close = text.find('`', at + 1);
            steps.push_back(text.substr(at + 1, close - at - 1));
            at = close + 1;
        }
    }
    return steps;
}

}  // namespace

TEST_CASE("the page of the steps lists the vocabulary, in its order") {
    const Vocabulary vocabulary;
    std::vector<std::string> steps;
    for (const StepDefinition& each : vocabulary.steps())
        steps.emplace_back(each.expression);
    CHECK(documented() == steps);
}

TEST_CASE("no text is two steps of one keyword") {
    const Vocabulary vocabulary;
    std::map<std::string, StepDefinition::Keyword> keywords;
    for (const StepDefinition& each : vocabulary.steps())
        keywords.emplace(each.expression, each.keyword);
    for (const StepDefinition& each : vocabulary.steps()) {
        const std::string text = example(each.expression);
        INFO(text);
        std::vector<std::string> same;
        for (const std::string_view found : vocabulary.matching(text)) {
            if (keywords.at(std::string(found)) == each.keyword) same.emplace_back(found);
        }
        CHECK(same == std::vector<std::string>{std::string(each.expression)});
    }
}

TEST_CASE("a step matches under its own keyword, and under a star") {
    const Vocabulary vocabulary;
    const auto removed = [&](gherkin::KeywordType type) {
        return vocabulary.match(step("`A.B` is removed", type)).definition != nullptr;
    };
    CHECK(removed(gherkin::KeywordType::context));
    CHECK(removed(gherkin::KeywordType::unknown));
    CHECK_FALSE(removed(gherkin::KeywordType::action));
    CHECK_FALSE(removed(gherkin::KeywordType::outcome));
    // The two steps that read alike.
    const gherkin::PickleStep given = step("`A.B` is unknown", gherkin::KeywordType::context);
    const gherkin::PickleStep then = step("`A.B` is unknown", gherkin::KeywordType::outcome);
    CHECK(vocabulary.match(given).definition->expression == "{path} is unknown");
    CHECK(vocabulary.match(then).definition->expression == "{expression} is {truth}");
}

TEST_CASE("an unknown step names the nearest one, or none where nothing is near") {
    const Vocabulary vocabulary;
    const auto problem = [&](const char* text) {
        return vocabulary.match(step(text, gherkin::KeywordType::outcome)).problem;
    };
    CHECK(problem("the verdict of Logs is fail").find("the verdict for {resource} is {verdict}") != std::string::npos);
    CHECK(problem("the finding for Logs is in line 4").find("is at line {count}`") != std::string::npos);
    CHECK(problem("the message of Logs is \"x\"").find("the message for {resource} is {string}") != std::string::npos);
    CHECK(problem("Logs fails if \"IsProd is false\"").find("{resource} fails when {string}") != std::string::npos);
    CHECK(problem("the moon rises:").find("did you mean") == std::string::npos);
    CHECK(problem("").find("did you mean") == std::string::npos);
}
