#include "engine/findings/baseline.hpp"

#include <catch2/catch.hpp>

#include "engine/report/baseline_writer.hpp"
#include "tests/unit/engine/findings/run.hpp"

using namespace spile;
using namespace spile::engine;
using test::Run;

namespace {

struct Read {
    SourceMap sources;
    DiagnosticSink sink;
    std::optional<Baseline> baseline;
};

Read read(std::string text) {
    Read read;
    const SourceId source = read.sources.add("baseline.json", std::move(text));
    read.baseline = read_baseline(source, read.sources, read.sink);
    return read;
}

}  // namespace

TEST_CASE("what a baseline writes, it reads") {
    Run run;
    const std::uint32_t policy = run.add_policy("ORG-S3-001");
    run.add_outcome(policy, run.add_bucket("Logs"), Verdict::fail);
    run.add_outcome(policy, run.add_bucket("Data"), Verdict::unknown);
    const Report report = run.report();
    const Read written = read(write_baseline(report));
    REQUIRE(written.baseline);
    CHECK(written.baseline->path == "baseline.json");
    REQUIRE(written.baseline->entries.size() == 2);

    run.options.baseline = &*written.baseline;
    run.options.unknown = lang::UnknownTreatment::fail;
    const Report accepted = run.report();
    CHECK(accepted.summary.waived == 2);
    CHECK(accepted.findings[0].waived->source == "baseline");
    CHECK(accepted.exit_reason == ExitReason::ok);
    CHECK(accepted.warnings.empty());
    CHECK(write_baseline(accepted) == write_baseline(report));
}

TEST_CASE("a baseline says which of its entries are stale") {
    Run run;
    const std::uint32_t policy = run.add_policy("ORG-S3-001");
    const UnitId logs = run.add_bucket("Logs");
    run.add_outcome(policy, logs, Verdict::fail);
    const Read written = read(write_baseline(run.report()));
    REQUIRE(written.baseline);
    run.outcomes.clear();
    run.add_outcome(policy, logs, Verdict::pass);
    run.options.baseline = &*written.baseline;
    REQUIRE(run.report().warnings.size() == 1);
    CHECK(run.report().warnings[0].find("matches no finding any more") != std::string::npos);

    // Not of this run: another policy was selected, or the document is no input.
    run.options.policies = std::vector<std::uint32_t>{run.add_policy("ORG-S3-002")};
    CHECK(run.report().warnings.empty());
}

TEST_CASE("a forged fingerprint is not accepted for another subject") {
    Run run;
    run.add_outcome(run.add_policy("ORG-S3-001"), run.add_bucket("Logs"), Verdict::fail);
    const std::string fingerprint = run.report().findings[0].fingerprint;
    const Read forged =
        read(R"({"schema_version": 1, "fingerprints": [{"fingerprint": ")" + fingerprint +
             R"(", "policy": "ORG-S3-001", "subject": "Resources.Data", "document": "stacks/site.yaml"}]})");
    REQUIRE(forged.baseline);
    run.options.baseline = &*forged.baseline;
    CHECK_FALSE(run.report().findings[0].waived.has_value());
}

TEST_CASE("errors are in no baseline") {
    Run run;
    run.add_outcome(run.add_policy("ORG-S3-001"), run.add_bucket("Logs"), Verdict::error);
    CHECK(read(write_baseline(run.report())).baseline->entries.empty());
}

TEST_CASE("a malformed baseline is an error with its place") {
    const auto kind_of = [](std::string text) {
        const Read result = read(std::move(text));
        CHECK_FALSE(result.baseline.has_value());
        REQUIRE(result.sink.error_count() == 1);
        return result.sink.all()[0].kind;
    };
    CHECK(kind_of("[]") == DiagnosticKind::baseline_malformed);
    CHECK(kind_of("{}") == DiagnosticKind::baseline_malformed);
    CHECK(kind_of(R"({"schema_version": 2, "fingerprints": []})") == DiagnosticKind::baseline_malformed);
    CHECK(kind_of(R"({"schema_version": 1, "fingerprints": {}})") == DiagnosticKind::baseline_malformed);
    CHECK(kind_of(R"({"schema_version": 1, "fingerprints": [1]})") == DiagnosticKind::baseline_malformed);
    CHECK(kind_of(R"({"schema_version": 1, "fingerprints": [{}]})") == DiagnosticKind::baseline_malformed);
    CHECK(kind_of(R"({"schema_version": 1, "fingerprints": [{"policy": 1}]})") == DiagnosticKind::baseline_malformed);
    CHECK(kind_of(R"({"schema_version": 1, "ignore": "*"})") == DiagnosticKind::baseline_malformed);
    CHECK(kind_of(R"({"schema_version": 1, "schema_version": 1})") == DiagnosticKind::duplicate_key);
    CHECK(kind_of("nonsense") == DiagnosticKind::json_syntax);
    const Read at = read("{\"schema_version\": 1,\n \"extra\": 1}");
    REQUIRE(at.sink.error_count() == 1);
    CHECK(at.sources.text(at.sink.all()[0].where) == "\"extra\"");
}
