// What a scenario costs: 10,000 generated ones, each with its own template of three resources in 20 lines, asserting
// verdict and line, over the built-in policies. CPU time of the process, compiling the policies and all threads
// included. Exits 1 when it is above the bar, and when a scenario does not end as it must: every third one is wrong on
// purpose and must fail.
#include <time.h>

#include <cstdio>
#include <string>

#include "cli/commands/commands.hpp"
#include "engine/scenario/runner.hpp"
#include "stdlib/schema/embedded.hpp"
#include "tests/support/memory_file_system.hpp"

namespace {

using namespace spile;  // NOLINT(google-build-using-namespace): a program of one file

constexpr double k_bar_seconds = 10.0;
constexpr int k_scenarios = 10'000;

double cpu_seconds() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

enum class Ends { passing, failing_at_verdict, failing_at_line };

Ends ends(int i) {
    if (i % 3 != 2) return Ends::passing;
    return i % 2 == 0 ? Ends::failing_at_verdict : Ends::failing_at_line;
}

// 20 lines; the bucket is encrypted in the even ones.
std::string scenario(int i) {
    const std::string n = std::to_string(i);
    const bool encrypted = i % 2 == 0;
    const std::string verdict = encrypted == (ends(i) != Ends::failing_at_verdict) ? "pass" : "fail";
    std::string text = "  Scenario: case " + n +
                       "\n    Given the template:\n      \"\"\"yaml\n"
                       "      AWSTemplateFormatVersion: '2010-09-09'\n"
                       "      Resources:\n"
                       "        Logs" +
                       n +
                       ":\n"
                       "          Type: AWS::S3::Bucket\n"
                       "          Properties:\n"
                       "            BucketName: logs-" +
                       n +
                       "\n"
                       "            BucketEncryption:\n"
                       "              ServerSideEncryptionConfiguration:\n"
                       "                - ServerSideEncryptionByDefault:\n"
                       "                    SSEAlgorithm: " +
                       (encrypted ? "aws:kms" : "none") +
                       "\n"
                       "        Jobs" +
                       n +
                       ":\n"
                       "          Type: AWS::SQS::Queue\n"
                       "          Properties:\n"
                       "            QueueName: jobs-" +
                       n +
                       "\n"
                       "            VisibilityTimeout: " +
                       std::to_string(30 + i % 900) +
                       "\n"
                       "        Events" +
                       n +
                       ":\n"
                       "          Type: AWS::SNS::Topic\n"
                       "          Properties:\n"
                       "            DisplayName: events " +
                       n +
                       "\n"
                       "            TopicName: events-" +
                       n +
                       "\n"
                       "            KmsMasterKeyId: alias/aws/sns\n"
                       "      \"\"\"\n"
                       "    When the policy SPILE-S3-001 is evaluated\n"
                       "    Then the verdict for Logs" +
                       n + " is " + verdict + "\n";
    if (!encrypted) {
        text += "    And the finding for Logs" + n + " is at line " + (ends(i) == Ends::failing_at_line ? "9" : "10") +
                "\n";
    }
    return text + "\n";
}

}  // namespace

int main() {
    namespace test_run = engine::scenario;
    std::string feature = "Feature: generated\n\n";
    for (int i = 0; i < k_scenarios; ++i)
        feature += scenario(i);
    const schema::Schema schema(stdlib::all_schemas());
    const test::MemoryFileSystem files;
    engine::PolicyRequest request;
    request.library = cli::embedded_library();
    request.embedded = cli::embedded_policies();

    const double before = cpu_seconds();
    DiagnosticSink sink;
    const test_run::PolicySet policies(files, schema, request, sink);
    if (sink.has_errors()) return 2;
    const double compiled = cpu_seconds();
    const test_run::Suite suite({{"generated.feature", feature}}, policies);
    const double parsed = cpu_seconds();
    test_run::RunOptions options;
    options.jobs = 2;
    const test_run::RunResult result = suite.run(policies, options);
    const double done = cpu_seconds();

    int wrong = 0;
    for (std::size_t i = 0; i < result.features.front().scenarios.size(); ++i) {
        const bool passed = result.features.front().scenarios[i].status == test_run::Status::passed;
        if (passed != (ends(static_cast<int>(i)) == Ends::passing)) ++wrong;
    }
    const bool all = result.summary.scenarios == k_scenarios;
    std::printf(
        "%u scenarios, %u passed, %u failed, %d not as they must; %.2f CPU seconds (at most %.0f): policies "
        "%.2f, features %.2f, runs %.2f\n",
        result.summary.scenarios, result.summary.passed, result.summary.failed, wrong, done - before, k_bar_seconds,
        compiled - before, parsed - compiled, done - parsed);
    return all && wrong == 0 && done - before <= k_bar_seconds ? 0 : 1;
}
