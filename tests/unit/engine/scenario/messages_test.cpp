#include "engine/scenario/messages.hpp"

#include <catch2/catch.hpp>

using namespace spile;
using namespace spile::engine::scenario;

TEST_CASE("a document is one line of Cucumber's messages") {
    const auto parsed =
        gherkin::parse("# c\n@t\nFeature: f\n  Scenario: s\n    Given g\n      \"\"\"yaml\n      a\n      \"\"\"\n");
    CHECK(
        gherkin_document_json(parsed.document, "a.feature") ==
        R"({"gherkinDocument":{"uri":"a.feature","feature":{"location":{"line":3,"column":1},"keyword":"Feature","name":"f",)"
        R"("description":"","tags":[{"location":{"line":2,"column":1},"name":"@t","id":"2"}],"language":"en","children":[)"
        R"({"scenario":{"location":{"line":4,"column":3},"keyword":"Scenario","name":"s","description":"","tags":[],"steps":[)"
        R"({"location":{"line":5,"column":5},"keyword":"Given ","keywordType":"Context","text":"g","docString":{"location":)"
        R"({"line":6,"column":7},"mediaType":"yaml","content":"a","delimiter":"\"\"\""},"id":"0"}],"examples":[],"id":"1"}}]},)"
        R"("comments":[{"location":{"line":1,"column":1},"text":"# c"}]}})");
}

TEST_CASE("a pickle says which of two arguments comes first") {
    const auto parsed = gherkin::parse("Feature: f\nScenario: s\nGiven g\n| a |\n\"\"\"\nd\n\"\"\"\n");
    CHECK(
        pickle_json(gherkin::pickles(parsed.document).at(0), "a.feature") ==
        R"({"pickle":{"id":"4","uri":"a.feature","location":{"line":2,"column":1},"name":"s","language":"en","steps":[)"
        R"({"argument":{"docString":{"content":"d","argumentIndex":2},"dataTable":{"rows":[{"cells":[{"value":"a"}]}],)"
        R"("argumentIndex":1}},"astNodeIds":["1"],"id":"3","type":"Context","text":"g"}],"tags":[],"astNodeIds":["2"]}})");
}

TEST_CASE("an error at the end of the file has no column, and broken bytes are replaced") {
    CHECK(parse_error_json({{3, 0}, "(3:0): x"}, "a.feature") ==
          R"({"parseError":{"source":{"uri":"a.feature","location":{"line":3}},"message":"(3:0): x"}})");
    CHECK(source_json("\xFF", "a.feature.md", gherkin::Syntax::markdown) ==
          "{\"source\":{\"uri\":\"a.feature.md\",\"data\":\"\uFFFD\",\"mediaType\":\"text/"
          "x.cucumber.gherkin+markdown\"}}");
}
