#include "engine/findings/build_report.hpp"

#include <catch2/catch.hpp>

#include "tests/unit/engine/findings/run.hpp"

using namespace spile;
using namespace spile::engine;
using lang::Severity;
using lang::UnknownTreatment;
using test::Run;

namespace {

// One policy over one bucket.
struct Single : Run {
    explicit Single(Verdict verdict) : policy(add_policy("ORG-S3-001", {"cfn_nag:W41"})), bucket(add_bucket("Logs")) {
        add_outcome(policy, bucket, verdict);
    }
    std::uint32_t policy;
    UnitId bucket;
};

ExitReason reason_of(Verdict verdict, void (*change)(ReportOptions&)) {
    Single run(verdict);
    change(run.options);
    return run.report().exit_reason;
}

void nothing(ReportOptions&) {}

}  // namespace

TEST_CASE("a finding says what, where and for whom") {
    Single run(Verdict::fail);
    const SourceId source = run.graph.document(run.document).source;
    Origin at = *run.origin("logs", "Logs", "BucketName");
    const Step view{Step::Role::view, "Bucket of AWS::S3::Bucket", {}, nullptr};
    const Step reference{Step::Role::parameter_default, "default of `Name`", {source, {0, 9}}, &view};
    at.chain = &reference;
    RawFinding& raw = run.outcomes[0].findings[0];
    raw.at = &at;
    raw.related.emplace_back("declared here", run.origin("Data", "Data", "Type"));
    raw.reasons = {"because"};
    raw.assumed = true;
    run.outcomes[0].remedy = "fix it";
    run.outcomes[0].key = "inline";
    const Report report = run.report();
    REQUIRE(report.findings.size() == 1);
    const Finding& finding = report.findings[0];
    CHECK(finding.policy == "ORG-S3-001");
    CHECK(finding.title == "Title of ORG-S3-001");
    CHECK(finding.aliases == std::vector<std::string>{"cfn_nag:W41"});
    CHECK(finding.severity == Severity::high);
    CHECK(finding.message == "Logs is wrong");
    CHECK(finding.subject.address == "Resources.Logs");
    CHECK(finding.subject.name == "Logs");
    CHECK(finding.subject.type == "AWS::S3::Bucket");
    CHECK(finding.subject.document == "stacks/site.yaml");
    CHECK(finding.subject.key == "inline");
    CHECK(finding.location.path == "stacks/site.yaml");
    CHECK(finding.location.line == 5);
    CHECK(finding.location.column == 19);
    CHECK(finding.location.end_line == 5);
    CHECK(finding.location.end_column == 23);
    CHECK(finding.pointer == "/Resources/Logs/BucketName");
    REQUIRE(finding.chain.size() == 2);
    CHECK(finding.chain[0].role == "parameter_default");
    CHECK(finding.chain[0].location->line == 1);
    CHECK(finding.chain[1].role == "view");
    CHECK_FALSE(finding.chain[1].location.has_value());
    REQUIRE(finding.related.size() == 1);
    CHECK(finding.related[0].text == "declared here");
    CHECK(finding.related[0].location->line == 6);
    CHECK(finding.reasons == std::vector<std::string>{"because"});
    CHECK(finding.remedy == "fix it");
    CHECK(finding.assumed);
    CHECK(finding.fails_gate);
    CHECK(finding.fingerprint.size() == 32);
}

TEST_CASE("lines, messages and worlds do not change the fingerprint, place and subject do") {
    Single run(Verdict::fail);
    const std::string before = run.report().findings[0].fingerprint;
    RawFinding& raw = run.outcomes[0].findings[0];
    raw.message = "other words";
    raw.at = run.origin("Data", "Logs", "Properties");
    const AtomId env = run.graph.guards().add_atom({"a", "Env", {"prod", "dev"}});
    raw.guard = run.graph.guards().is(env, 1);
    const Report report = run.report();
    CHECK(report.findings[0].fingerprint == before);
    REQUIRE(report.findings[0].when.size() == 1);
    CHECK(text(report.findings[0].when[0]) == "Env is dev");
    raw.path += ".Tags[0]";
    CHECK(run.report().findings[0].fingerprint != before);
}

TEST_CASE("a finding without a place is at the subject's name") {
    Single run(Verdict::fail);
    run.outcomes[0].findings[0].at = nullptr;
    const Finding finding = run.report().findings[0];
    CHECK(finding.location.line == 2);
    CHECK(finding.location.column == 3);
    CHECK(finding.pointer.empty());
}

TEST_CASE("one place gives one finding, the failing one first") {
    Single run(Verdict::fail);
    RawFinding second = run.outcomes[0].findings[0];
    second.verdict = Verdict::unknown;
    second.message = "cannot tell";
    second.also = {"Logs is wrong", "nor this"};
    run.outcomes[0].findings.insert(run.outcomes[0].findings.begin(), second);
    RawFinding elsewhere = second;
    elsewhere.path = "Resources.Logs.Other";
    run.outcomes[0].findings.push_back(elsewhere);
    const Report report = run.report();
    REQUIRE(report.findings.size() == 2);
    const Finding& first = report.findings[report.findings[0].verdict == Verdict::fail ? 0 : 1];
    CHECK(first.verdict == Verdict::fail);
    CHECK(first.also == std::vector<std::string>{"cannot tell", "nor this"});
}

TEST_CASE("findings are ordered by path, offset, policy and message") {
    Run run;
    const std::uint32_t b = run.add_policy("B-1");
    const std::uint32_t a = run.add_policy("A-1");
    const UnitId logs = run.add_bucket("Logs");
    const UnitId data = run.add_bucket("Data");
    run.add_outcome(b, data, Verdict::fail);
    run.add_outcome(b, logs, Verdict::fail);
    run.add_outcome(a, data, Verdict::unknown);
    std::string order;
    for (const Finding& finding : run.report().findings)
        order += finding.policy + ":" + finding.subject.name + " ";
    CHECK(order == "B-1:Logs A-1:Data B-1:Data ");
}

TEST_CASE("policies without subject are in the summaries, those not selected are nowhere") {
    Run run;
    const std::uint32_t first = run.add_policy("ORG-S3-001");
    run.add_policy("ORG-IDLE-001");
    const std::uint32_t other = run.add_policy("ORG-S3-002");
    const UnitId logs = run.add_bucket("Logs");
    run.add_outcome(first, logs, Verdict::fail);
    run.add_outcome(first, run.add_bucket("Data"), Verdict::pass);
    run.add_outcome(other, logs, Verdict::fail);
    run.options.policies = std::vector<std::uint32_t>{0, 1};
    const Report report = run.report();
    REQUIRE(report.policies.size() == 2);
    CHECK(report.policies[0].id == "ORG-IDLE-001");
    CHECK(report.policies[0].subjects == 0);
    CHECK(report.policies[1].subjects == 2);
    CHECK(report.policies[1].pass == 1);
    CHECK(report.policies[1].fail == 1);
    CHECK(report.findings.size() == 1);
    CHECK(report.summary.policies_without_subject == 1);
    CHECK(report.summary.resources == 2);
    REQUIRE(report.passes.size() == 1);
    CHECK(report.passes[0].policy == "ORG-S3-001");
    CHECK(report.passes[0].subjects == 1);
}

TEST_CASE("each verdict ends the run as the exit table says") {
    CHECK(reason_of(Verdict::pass, nothing) == ExitReason::ok);
    CHECK(reason_of(Verdict::fail, nothing) == ExitReason::violations);
    CHECK(reason_of(Verdict::error, nothing) == ExitReason::violations);
    CHECK(reason_of(Verdict::unknown, nothing) == ExitReason::ok);
    CHECK(reason_of(Verdict::not_applicable, nothing) == ExitReason::empty);
    CHECK(reason_of(Verdict::not_applicable, [](ReportOptions& o) { o.allow_empty = true; }) == ExitReason::ok);
    CHECK(reason_of(Verdict::unknown, [](ReportOptions& o) { o.unknown = UnknownTreatment::fail; }) ==
          ExitReason::undetermined);
    CHECK(reason_of(Verdict::fail, [](ReportOptions& o) {
              o.unread = {{"b.yaml", "", 0, "gone"}};
          }) == ExitReason::input);
    CHECK(reason_of(Verdict::fail, [](ReportOptions& o) { o.already = ExitReason::usage; }) == ExitReason::usage);
    Run empty;
    CHECK(empty.report().exit_reason == ExitReason::empty);
}

TEST_CASE("the exit code is the first that applies of 70, 2, 3, 1, 5, 4, 0") {
    const std::vector<ExitReason> order = {ExitReason::internal,   ExitReason::usage,        ExitReason::input,
                                           ExitReason::violations, ExitReason::undetermined, ExitReason::empty,
                                           ExitReason::ok};
    const std::vector<int> codes = {70, 2, 3, 1, 5, 4, 0};
    for (std::size_t i = 0; i < order.size(); ++i) {
        CHECK(exit_code(order[i]) == codes[i]);
        for (std::size_t j = i; j < order.size(); ++j) {
            CHECK(worse(order[i], order[j]) == order[i]);
            CHECK(worse(order[j], order[i]) == order[i]);
        }
    }
}

TEST_CASE("fail-on is a threshold, an organisation's pin only lowers it") {
    CHECK(reason_of(Verdict::fail, [](ReportOptions& o) { o.fail_on = Severity::high; }) == ExitReason::violations);
    CHECK(reason_of(Verdict::fail, [](ReportOptions& o) { o.fail_on = Severity::critical; }) == ExitReason::ok);
    CHECK(reason_of(Verdict::fail, [](ReportOptions& o) { o.fail_on.reset(); }) == ExitReason::ok);
    CHECK(reason_of(Verdict::fail, [](ReportOptions& o) {
              o.fail_on.reset();
              o.pins.fail_on = Severity::medium;
          }) == ExitReason::violations);
    CHECK(reason_of(Verdict::fail, [](ReportOptions& o) {
              o.fail_on = Severity::low;
              o.pins.fail_on = Severity::critical;
          }) == ExitReason::violations);
}

TEST_CASE("unknown: the policy's word counts before --unknown, a pin makes it only stricter") {
    const auto treated = [](UnknownTreatment policy, UnknownTreatment flag, std::optional<UnknownTreatment> pin) {
        Single run(Verdict::unknown);
        run.program.policies[0].on_unknown = policy;
        run.options.unknown = flag;
        run.options.pins.unknown = pin;
        const Report report = run.report();
        CHECK(report.policies[0].unknown == 1);
        CHECK(report.findings[0].verdict == Verdict::unknown);
        CHECK(report.findings[0].fails_gate == (report.findings[0].treatment == UnknownTreatment::fail));
        return report.findings[0].treatment;
    };
    using U = UnknownTreatment;
    CHECK(treated(U::by_flag, U::warn, {}) == U::warn);
    CHECK(treated(U::by_flag, U::fail, {}) == U::fail);
    CHECK(treated(U::pass, U::fail, {}) == U::pass);
    CHECK(treated(U::fail, U::pass, {}) == U::fail);
    CHECK(treated(U::pass, U::pass, U::fail) == U::fail);
    CHECK(treated(U::fail, U::pass, U::warn) == U::fail);
}

TEST_CASE("inputs that could not be read are listed, the others are still reported") {
    Single run(Verdict::fail);
    run.graph.add_document({.path = "broken.yaml", .kind = InputKind::cfn, .failed = true});
    run.options.unread = {{"broken.yaml", "", 0, "line 3: bad"}, {"absent.yaml", "", 0, "no such file"}};
    run.options.skipped_files = 4;
    const Report report = run.report();
    REQUIRE(report.inputs.size() == 3);
    CHECK(report.inputs[0].path == "absent.yaml");
    CHECK(report.inputs[1].error == "line 3: bad");
    CHECK(report.inputs[1].kind == "cfn");
    CHECK(report.inputs[2].error.empty());
    CHECK(report.inputs[2].units == 1);
    CHECK(report.summary.skipped_files == 4);
    CHECK(report.findings.size() == 1);
}

TEST_CASE("an outcome that fails without saying where is a bug, not a pass") {
    Single run(Verdict::fail);
    run.outcomes[0].findings.clear();
    CHECK_THROWS(run.report());
}
