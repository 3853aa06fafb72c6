#include "engine/scenario/changes.hpp"

#include <catch2/catch.hpp>

#include "tests/unit/engine/scenario/run.hpp"

using namespace spile::engine::scenario;  // NOLINT(google-build-using-namespace): a test
using spile::test::bucket_scenario;
using spile::test::ScenarioRun;

namespace {

RunResult run(const std::string& scenarios) {
    return ScenarioRun({{"a.feature", "Feature: f\n" + scenarios}}).run();
}

}  // namespace

TEST_CASE("what fails as before is not said again, wherever its line went") {
    const std::string wrong = bucket_scenario("wrong", "the verdict for Logs is pass");
    const std::string right = bucket_scenario("right", "the verdict for Logs is fail");
    const RunResult before = run(wrong);
    const RunResult after = run(right + wrong);
    CHECK_FALSE(changes(before, before).any());
    CHECK_FALSE(changes(before, after).any());
}

TEST_CASE("what begins to fail, fails otherwise, or passes again is said") {
    const RunResult passing = run(bucket_scenario("s", "the verdict for Logs is fail"));
    const RunResult failing = run(bucket_scenario("s", "the verdict for Logs is pass"));
    const RunResult otherwise = run(bucket_scenario("s", "the verdict for Logs is unknown"));
    CHECK(changes(passing, failing).failing.features.size() == 1);
    CHECK(changes(failing, otherwise).failing.features.front().scenarios.size() == 1);
    CHECK(changes(failing, passing).passing == std::vector<std::string>{"a.feature:2: s"});
    CHECK(changes(failing, passing).failing.features.empty());
    CHECK(changes(failing, passing).failing.summary.passed == 1);
}

TEST_CASE("scenarios of one name are told apart by their order") {
    const std::string wrong = bucket_scenario("s", "the verdict for Logs is pass");
    const std::string right = bucket_scenario("s", "the verdict for Logs is fail");
    const Changes made = changes(run(right + wrong), run(wrong + right));
    CHECK(made.passing.size() == 1);
    REQUIRE(made.failing.features.size() == 1);
    CHECK(made.failing.features[0].scenarios.size() == 1);
    CHECK(made.failing.features[0].scenarios[0].pickle == 0);
}

TEST_CASE("a feature that no longer parses is said once") {
    const RunResult broken = run("  Scenario: s\n    Given a\n    b\n");
    CHECK(changes(run(""), broken).failing.features.size() == 1);
    CHECK_FALSE(changes(broken, broken).any());
}
