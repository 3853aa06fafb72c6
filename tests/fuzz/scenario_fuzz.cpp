// Any text as a feature: it is parsed, its steps matched, run over a few policies, and reported in two formats; a run
// by two threads says the same.
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/scenario/report/write_results.hpp"
#include "engine/scenario/runner.hpp"
#include "engine/scenario/selection.hpp"
#include "engine/scenario/vocabulary.hpp"
#include "lang/base/check.hpp"
#include "stdlib/embedded.hpp"
#include "stdlib/schema/embedded.hpp"
#include "tests/support/memory_file_system.hpp"

using namespace spile;

namespace {

namespace scenario = engine::scenario;

constexpr const char* k_policies = R"(module org.features

import aws.s3

param algorithms: set<string> = {"aws:kms", "AES256"}

policy s3_encrypted "Buckets are encrypted at rest" {
    id       ORG-S3-001
    severity high
    same_as  "cfn_nag:W41"
    for bucket: s3.Bucket
    when bucket.tags["scratch"] != "true"
    require bucket.encryption.algorithm in algorithms
        else "{bucket} is not encrypted at rest"
    remedy "Encrypt {bucket}."
}
)";

struct World {
    schema::Schema schema{stdlib::all_schemas()};
    test::MemoryFileSystem files;
    std::unique_ptr<scenario::PolicySet> policies;

    World() {
        files.put("org.spile", k_policies);
        files.put("site.yaml", "Resources: {Logs: {Type: AWS::S3::Bucket}}\n");
        engine::PolicyRequest request;
        request.paths = {"org.spile"};
        for (const auto& each : stdlib::standard_modules())
            request.library.push_back({std::string(each.path), std::string(each.text)});
        DiagnosticSink sink;
        policies = std::make_unique<scenario::PolicySet>(files, schema, request, sink);
        SPILE_CHECK(!sink.has_errors(), "the policies compile");
    }
};

std::string report(const scenario::Suite& suite, const World& world, unsigned jobs) {
    scenario::RunOptions options;
    options.jobs = jobs;
    const scenario::RunResult run = suite.run(*world.policies, options);
    scenario::ResultOptions how;
    how.parameter_types = scenario::vocabulary_types();
    SPILE_CHECK(run.passed() == (run.errors.empty() && run.summary.failed == 0 && !run.features.empty() &&
                                 run.features.front().errors.empty()) ||
                    run.features.empty(),
                "a run that passed has no failure");
    return write_results(scenario::ResultFormat::text, run, how) +
           write_results(scenario::ResultFormat::messages, run, how) + scenario::rerun_text(run);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    if (size > 4'000) return 0;
    static const World world;
    const std::string text(reinterpret_cast<const char*>(bytes), size);
    const scenario::Suite suite({{"a.feature", text}}, *world.policies);
    if (suite.scenarios().size() > 50) return 0;
    SPILE_CHECK(report(suite, world, 1) == report(suite, world, 2), "the number of jobs does not matter");
    scenario::Selection selection;
    selection.lines["a.feature"] = {3};
    static_cast<void>(scenario::select(suite, selection));
    return 0;
}
