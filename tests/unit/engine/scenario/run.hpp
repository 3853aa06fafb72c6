// A few policies and a feature, run in memory.
#pragma once

#include <catch2/catch.hpp>

#include <initializer_list>
#include <memory>
#include <string>

#include "engine/scenario/runner.hpp"
#include "stdlib/schema/embedded.hpp"
#include "tests/support/memory_file_system.hpp"

namespace spile::test {

inline constexpr const char* k_scenario_policies = R"(module org.storage

param least: int = 2

policy tagged "Buckets have names" {
    id ORG-001
    severity high
    for bucket: cfn "AWS::S3::Bucket"
    require bucket.BucketName exists
        else "{bucket} has no name"
    remedy "Name it."
}

policy several "Queues are read slowly" {
    id ORG-002
    severity low
    for queue: cfn "AWS::SQS::Queue"
    require (queue.VisibilityTimeout ?? 30) >= least
    remedy "Wait."
}
)";

/// Policies and schema outlive the suite and its results.
struct ScenarioRun {
    ScenarioRun(const ScenarioRun&) = delete;
    ScenarioRun& operator=(const ScenarioRun&) = delete;
    ~ScenarioRun() = default;

    MemoryFileSystem files;
    schema::Schema schema{{stdlib::sam_schema(), stdlib::cloudformation_schema()}};
    std::unique_ptr<engine::scenario::PolicySet> policies;
    std::unique_ptr<engine::scenario::Suite> suite;

    explicit ScenarioRun(std::initializer_list<engine::scenario::FeatureText> features,
                         const std::string& text = k_scenario_policies) {
        files.put("org.spile", text);
        engine::PolicyRequest request;
        request.paths = {"org.spile"};
        DiagnosticSink sink;
        policies = std::make_unique<engine::scenario::PolicySet>(files, schema, request, sink);
        for (const Diagnostic& diagnostic : sink.all())
            UNSCOPED_INFO(diagnostic.message);
        REQUIRE_FALSE(sink.has_errors());
        suite = std::make_unique<engine::scenario::Suite>(std::vector(features), *policies);
    }

    [[nodiscard]] engine::scenario::RunResult run(const engine::scenario::RunOptions& options = {}) const {
        return suite->run(*policies, options);
    }
};

/// A scenario over one bucket without a name.
inline std::string bucket_scenario(const std::string& name, const std::string& then) {
    return "  Scenario: " + name +
           "\n    Given the template:\n      \"\"\"\n      Resources:\n        Logs: {Type: AWS::S3::Bucket}\n      "
           "\"\"\"\n    When the policy ORG-001 is evaluated\n    Then " +
           then + "\n";
}

}  // namespace spile::test
