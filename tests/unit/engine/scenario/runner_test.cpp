#include "engine/scenario/runner.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <mutex>
#include <set>

#include "tests/unit/engine/scenario/run.hpp"

using namespace spile;                    // NOLINT(google-build-using-namespace): a test
using namespace spile::engine;            // NOLINT(google-build-using-namespace)
using namespace spile::engine::scenario;  // NOLINT(google-build-using-namespace)
using spile::test::bucket_scenario;
using spile::test::ScenarioRun;

namespace {

std::string two_features_in_one() {
    return "Feature: f\n" + bucket_scenario("holds", "the verdict for Logs is fail") +
           bucket_scenario("does not", "the verdict for Logs is pass");
}

}  // namespace

TEST_CASE("a run says of each scenario and step how it ended") {
    const ScenarioRun made({{"b.feature", two_features_in_one()}, {"a.feature", "Feature: g\n"}});
    const RunResult run = made.run();
    REQUIRE(run.features.size() == 2);
    CHECK(run.features[0].path == "a.feature");
    REQUIRE(run.features[1].scenarios.size() == 2);
    CHECK(run.features[1].scenarios[0].status == Status::passed);
    CHECK(run.features[1].scenarios[1].status == Status::failed);
    CHECK(run.features[1].scenarios[1].steps.back().difference.size() == 2);
    CHECK(run.features[1].scenarios[0].steps[1].expression == "the policy {policy} is evaluated");
    CHECK(run.features[1].scenarios[0].steps[1].arguments.front().text == "ORG-001");
    CHECK(run.summary.scenarios == 2);
    CHECK(run.summary.passed == 1);
    CHECK(run.summary.failed == 1);
    CHECK(run.summary.steps == 6);
    CHECK(run.errors.size() == 1);
    CHECK_FALSE(run.passed());
}

TEST_CASE("that one evaluation may find nothing to judge lets no other one do so") {
    const std::string begin = "Feature: f\n" + bucket_scenario("two", "the verdict for Logs is fail");
    const std::string nothing = "    When the policy ORG-002 is evaluated\n";
    const std::string meant = "    Then nothing was evaluated\n";
    const auto status = [&](const std::string& more) {
        return ScenarioRun({{"a.feature", begin + more}}).run().features[0].scenarios[0].status;
    };
    CHECK(status(nothing + meant) == Status::passed);
    CHECK(status(nothing + "    Then there are no findings\n" + meant) == Status::passed);
    CHECK(status(nothing + "    Then there are no findings\n") == Status::failed);
    CHECK(status(nothing + meant + nothing + "    Then there are no findings\n") == Status::failed);
    CHECK(status(nothing + "    Then there are no findings\n" + nothing + meant) == Status::failed);
}

TEST_CASE("a suite knows which policies each scenario evaluates") {
    const ScenarioRun made({{"a.feature",
                             "Feature: f\n  Scenario: one\n    When the policy several is evaluated\n"
                             "  Scenario: all\n    When all policies are evaluated\n"
                             "  Scenario: pack\n    When the pack \"org\" is evaluated\n"
                             "  Scenario: none\n    When the policy ORG-003 is evaluated\n"}});
    CHECK(made.suite->policies_of({0, 0}) == std::vector<std::uint32_t>{1});
    CHECK(made.suite->policies_of({0, 1}) == std::vector<std::uint32_t>{0, 1});
    CHECK(made.suite->policies_of({0, 2}) == std::vector<std::uint32_t>{0, 1});
    CHECK(made.suite->policies_of({0, 3}).empty());
    CHECK(made.suite->scenarios().size() == 4);
}

TEST_CASE("a mutant is judged by the scenarios of the policies that it was made of") {
    const ScenarioRun made({{"a.feature", "Feature: f\n" + bucket_scenario("one", "the verdict for Logs is fail")}});
    CHECK(made.suite->run({0, 0}, *made.policies, {}).status == Status::passed);
    lang::Program program = made.policies->program();
    program.policies[0].demands[0].kind = lang::Demand::Kind::deny;
    const PolicySet mutant(*made.policies, std::move(program));
    const ScenarioResult result = made.suite->run({0, 0}, mutant, {});
    CHECK(result.status == Status::failed);
    // The original is as it was.
    CHECK(made.suite->run({0, 0}, *made.policies, {}).status == Status::passed);
}

TEST_CASE("a mutant that looks at other properties gets them loaded") {
    const ScenarioRun made({{"a.feature", "Feature: f\n" + bucket_scenario("one", "the verdict for Logs is fail")}});
    lang::Program program = made.policies->program();
    for (lang::Expr& expr : program.exprs) {
        if (expr.op == lang::Op::field && expr.text == "BucketName") expr.text = "AccessControl";
    }
    const PolicySet mutant(*made.policies, std::move(program));
    CHECK(mutant.policies().interest.of("AWS::S3::Bucket")->below("AccessControl") != nullptr);
    CHECK(made.policies->policies().interest.of("AWS::S3::Bucket")->below("AccessControl") == nullptr);
}

TEST_CASE("every evaluation of a run can be observed, in the order of one job and whatever the number of jobs") {
    std::string feature = "Feature: f\n";
    for (int i = 0; i < 20; ++i)
        feature += bucket_scenario("case " + std::to_string(i), "the verdict for Logs is fail");
    const ScenarioRun made({{"a.feature", feature}});
    for (const unsigned jobs : {1U, 4U}) {
        std::mutex guard;
        std::vector<ScenarioRef> seen;
        RunOptions options;
        options.jobs = jobs;
        options.observe = [&](Evaluation& evaluation, ScenarioRef scenario) {
            const std::lock_guard alone(guard);
            CHECK(evaluation.program().policies.size() == 2);
            seen.push_back(scenario);
        };
        CHECK(made.run(options).passed());
        std::sort(seen.begin(), seen.end());
        CHECK(seen == made.suite->scenarios());
    }
}

TEST_CASE("only the chosen scenarios are run, and features without one are left out") {
    const ScenarioRun made({{"a.feature", two_features_in_one()}, {"b.feature", two_features_in_one()}});
    RunOptions options;
    options.only = std::vector<ScenarioRef>{{1, 0}};
    const RunResult run = made.run(options);
    REQUIRE(run.features.size() == 1);
    CHECK(run.features[0].path == "b.feature");
    CHECK(run.features[0].pickles.size() == 2);
    CHECK(run.summary.scenarios == 1);
    CHECK(run.passed());
}

TEST_CASE("the steps of a scenario do not reach the next one") {
    const std::string param = "    Given the policy parameter \"org.storage.least\" is `99`\n";
    const auto queue = [](const std::string& given, const char* verdict) {
        return "  Scenario: s\n    Given the template:\n      \"\"\"\n      Resources: {Jobs: {Type: "
               "AWS::SQS::Queue}}\n      \"\"\"\n" +
               given + "    When the policy ORG-002 is evaluated\n    Then the verdict for Jobs is " + verdict + "\n";
    };
    const ScenarioRun made(
        {{"a.feature", "Feature: f\n" + queue("", "pass") + queue(param, "fail") + queue("", "pass")}});
    CHECK(made.run().passed());
}
