#include "engine/scenario/selection.hpp"

#include <catch2/catch.hpp>

#include "tests/unit/engine/scenario/run.hpp"

using namespace spile;                    // NOLINT(google-build-using-namespace): a test
using namespace spile::engine::scenario;  // NOLINT(google-build-using-namespace)
using spile::test::bucket_scenario;
using spile::test::ScenarioRun;

namespace {

constexpr const char* k_feature = R"(@all
Feature: f

  Background:
    Given the template:

  @one @x
  Scenario: first
    When all policies are evaluated

  Rule: r
    Scenario Outline: second <n>
      When the policy <n> is evaluated

      Examples:
        | n |
        | A |
        | B |
)";

std::string chosen(const Selection& selection) {
    const ScenarioRun made({{"a.feature", k_feature}, {"b.feature", k_feature}});
    const Result<std::vector<ScenarioRef>> found = select(*made.suite, selection);
    if (!found.ok()) return "error: " + found.error().message;
    std::string out;
    for (const ScenarioRef& each : found.value())
        out += (each.feature == 0 ? "a" : "b") + std::to_string(each.pickle);
    return out;
}

Selection at(std::vector<std::uint32_t> lines) {
    Selection selection;
    selection.lines["a.feature"] = std::move(lines);
    selection.lines["b.feature"] = {8};
    return selection;
}

}  // namespace

TEST_CASE("a line selects its scenario, its row of examples, or the whole feature") {
    CHECK(chosen(at({8})) == "a0b0");
    CHECK(chosen(at({7})) == "a0b0");  // its tags
    CHECK(chosen(at({9})) == "a0b0");  // its steps
    CHECK(chosen(at({12})) == "a1a2b0");
    CHECK(chosen(at({17})) == "a1b0");
    CHECK(chosen(at({18})) == "a2b0");
    CHECK(chosen(at({18, 8})) == "a0a2b0");
    CHECK(chosen(at({2})) == "a0a1a2b0");
    CHECK(chosen(at({4})) == "error: `a.feature` has no scenario at line 4; its first one is at line 8");
}

TEST_CASE("a line behind the end of a feature is an error") {
    CHECK(chosen(at({19})) ==
          "error: `a.feature` has no scenario at line 19; the file ends at line 18, "
          "and its last scenario is at line 12");
    CHECK(chosen(at({999})).starts_with("error: `a.feature` has no scenario at line 999; the file ends at line 18"));
}

TEST_CASE("why tags and names chose nothing is said, with the nearest tag") {
    const ScenarioRun made({{"a.feature", k_feature}});
    Selection selection;
    CHECK(why_none(*made.suite, selection).empty());
    selection.tags = "@on and (@all)";
    CHECK(why_none(*made.suite, selection) ==
          "none of the scenarios (3) is chosen by --tags `@on and (@all)`; no scenario has the tag `@on`; "
          "did you mean `@one`?");
    selection.tags = "@one and not @all";
    selection.names = {"third"};
    CHECK(why_none(*made.suite, selection) ==
          "none of the scenarios (3) is chosen by --tags `@one and not @all` --name `third`");
}

TEST_CASE("a feature that is not UTF-8 is an error at the byte, and nothing of it is run") {
    const ScenarioRun made({{"a.feature", "Feature: f\n" + bucket_scenario("\xC3\xA4\xFF", "there are no findings")}});
    const std::vector<FeatureResult>& features = made.suite->features();
    REQUIRE(features[0].errors.size() == 1);
    CHECK(features[0].errors[0].message == "(2:14): this byte is not UTF-8; save the file as UTF-8");
    CHECK(features[0].errors[0].location.line == 2);
    CHECK(features[0].pickles.empty());
}

TEST_CASE("tags and names select, and shares divide what they selected") {
    Selection selection;
    CHECK(chosen(selection) == "a0a1a2b0b1b2");
    selection.tags = "@all and not @one";
    CHECK(chosen(selection) == "a1a2b1b2");
    selection.names = {"B$"};
    CHECK(chosen(selection) == "a2b2");
    selection.shards = 2;
    CHECK(chosen(selection) == "a2");
    selection.shard = 2;
    CHECK(chosen(selection) == "b2");
    selection.names = {"("};
    CHECK(chosen(selection).starts_with("error: `(` is no regular expression"));
    selection.tags = "@a @b";
    CHECK(chosen(selection).starts_with("error: "));
}

TEST_CASE("every scenario is in one share") {
    std::string all;
    for (std::uint32_t shard = 1; shard <= 4; ++shard) {
        Selection selection;
        selection.shards = 4;
        selection.shard = shard;
        all += chosen(selection);
    }
    CHECK(all.size() == 12);
    for (const char* each : {"a0", "a1", "a2", "b0", "b1", "b2"})
        CHECK(all.find(each) != std::string::npos);
}

TEST_CASE("what failed is written for the next run, with lines that select it") {
    const ScenarioRun made({{"a.feature", "Feature: f\n" + bucket_scenario("a", "the verdict for Logs is fail") +
                                              bucket_scenario("b", "the verdict for Logs is pass")},
                            {"b.feature", "Feature: f\n  Scenario: s\n    Given x\n    y\n"}});
    const std::string text = rerun_text(made.run());
    CHECK(text == "a.feature:10\nb.feature\n");
    Selection selection;
    selection.lines["a.feature"] = {10};
    CHECK(select(*made.suite, selection).value() == std::vector<ScenarioRef>{{0, 1}});
}
