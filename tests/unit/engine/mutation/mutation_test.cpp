#include "engine/mutation/mutation.hpp"

#include <catch2/catch.hpp>

#include "tests/support/memory_file_system.hpp"
#include "tests/unit/lang/sema/support.hpp"

using namespace spile;
using namespace spile::engine;

namespace {

const std::string k_policy =
    "module a\npolicy p \"P\" {\n    id X-1\n    severity low\n    for b: cfn \"AWS::S3::Bucket\"\n"
    "    require b.BucketName == \"a\"\n}\n";

std::string feature(const std::string& name, const std::string& verdict) {
    return "Feature: F\n  Scenario: S\n    Given the template:\n      \"\"\"yaml\n      Resources:\n        Logs:\n"
           "          Type: AWS::S3::Bucket\n          Properties:\n            BucketName: " +
           name + "\n      \"\"\"\n    When the policy X-1 is evaluated\n    Then the verdict for Logs is " + verdict +
           "\n";
}

mutation::Mutation mutated(const std::string& text) {
    test::MemoryFileSystem files;
    files.put("a.spile", k_policy);
    PolicyRequest request;
    request.paths = {"a.spile"};
    DiagnosticSink sink;
    const scenario::PolicySet policies(files, lang::test::published(), request, sink);
    REQUIRE_FALSE(sink.has_errors());
    const scenario::Suite suite({{"a.feature", text}}, policies);
    return mutation::run_mutants(suite, policies, {0}, {});
}

std::string fates(const mutation::Mutation& made) {
    std::string out;
    for (const mutation::TestedMutant& each : made.policies.front().mutants) {
        out += std::string(lang::word(each.mutant.kind)) + " " +
               (each.fate == mutation::Fate::killed ? "killed by " + each.by : "survived") + "\n";
    }
    return out;
}

}  // namespace

TEST_CASE("a mutant is killed by the scenario that it makes fail, and survives all others") {
    const mutation::Mutation made = mutated(feature("a", "pass"));
    CHECK(fates(made) ==
          "severity survived\n"
          "condition survived\n"
          "equality killed by a.feature:2\n"
          "text killed by a.feature:2\n");
    CHECK(made.total().score().percent() == 50.0);
    CHECK(made.problems.empty());
    CHECK(fates(mutated(feature("b", "fail"))) ==
          "severity survived\n"
          "condition killed by a.feature:2\n"
          "equality killed by a.feature:2\n"
          "text survived\n");
}

TEST_CASE("a scenario that fails without a mutant kills none") {
    const mutation::Mutation made = mutated(feature("a", "fail"));
    CHECK(made.policies.front().mutants.empty());
    REQUIRE(made.problems.size() == 1);
    CHECK(made.problems.front() == "a.feature:2: the scenario fails without a mutant, so it says nothing of X-1");
}
