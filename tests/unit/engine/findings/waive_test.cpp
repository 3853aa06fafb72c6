#include "engine/findings/waive.hpp"

#include <catch2/catch.hpp>

#include "tests/unit/engine/findings/run.hpp"

using namespace spile;
using namespace spile::engine;
using test::Run;

namespace {

struct Waived : Run {
    explicit Waived(Verdict verdict = Verdict::fail) : policy(add_policy("ORG-S3-001", {"cfn_nag:W41"})) {
        logs = add_bucket("Logs");
        add_outcome(policy, logs, verdict);
    }
    std::uint32_t policy;
    UnitId logs;

    void suppress(std::string_view tool, std::string_view id, bool whole_document = false) {
        Suppression suppression{.tool = tool, .id = id, .reason = "reviewed"};
        suppression.where = graph.unit(logs).name_span;
        if (!whole_document) suppression.unit = logs;
        graph.add_suppression(document, suppression);
    }
    bool is_waived() { return report().findings.at(0).waived.has_value(); }
    std::string warning() {
        const Report made = report();
        return made.warnings.empty() ? "" : made.warnings.at(0);
    }
};

bool has(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

}  // namespace

TEST_CASE("a waiver covers fail and unknown, never error") {
    for (const Verdict verdict : {Verdict::fail, Verdict::unknown, Verdict::error}) {
        Waived run(verdict);
        run.options.unknown = lang::UnknownTreatment::fail;
        run.add_waiver("ORG-S3-001", "Logs", "stacks/*.yaml", "2027-03-31");
        const Report report = run.report();
        CHECK(report.findings[0].waived.has_value() == (verdict != Verdict::error));
        CHECK(report.findings[0].fails_gate == (verdict == Verdict::error));
        CHECK(report.summary.waived == (verdict == Verdict::error ? 0 : 1));
        CHECK(report.policies[0].fail == (verdict == Verdict::fail ? 1 : 0));
    }
}

TEST_CASE("a waived finding says who, why and until when") {
    Waived run;
    run.add_waiver("ORG-S3-001", "", "", "2027-03-31");
    const Finding finding = run.report().findings[0];
    CHECK(finding.waived->source == "waiver");
    CHECK(finding.waived->text == "known; owner storage-team; until 2027-03-31");
}

TEST_CASE("waivers match by logical name, address and document") {
    const auto covers = [](std::string subject, std::string document) {
        Waived run;
        run.add_waiver("ORG-S3-001", std::move(subject), std::move(document), "2027-03-31");
        return run.is_waived();
    };
    CHECK(covers("Logs", ""));
    CHECK(covers("Resources.Logs", ""));
    CHECK(covers("L*", "**/site.yaml"));
    CHECK(covers("L?gs", "stacks/**"));
    CHECK_FALSE(covers("Log", ""));
    CHECK_FALSE(covers("logs", ""));
    CHECK_FALSE(covers("L[o]gs", ""));
    CHECK_FALSE(covers("Logs", "*.yaml"));
}

TEST_CASE("a waiver holds through its last day and not after") {
    const auto at = [](std::int64_t now) {
        Waived run;
        run.options.now = now;
        run.add_waiver("ORG-S3-001", "Logs", "", "2027-03-31");
        return run.is_waived();
    };
    CHECK(at(1'806'537'599));        // 2027-03-31T23:59:59Z
    CHECK_FALSE(at(1'806'537'600));  // 2027-04-01T00:00:00Z
    Waived run;
    run.options.now = 1'806'537'600;
    run.add_waiver("ORG-S3-001", "Logs", "", "2027-03-31");
    CHECK(has(run.warning(), "it expired (until 2027-03-31)"));
}

TEST_CASE("a waiver that ends within fourteen days says so") {
    const auto warning = [](std::int64_t now) {
        Waived run;
        run.options.now = now;
        run.add_waiver("ORG-S3-001", "Logs", "", "2027-03-31");
        CHECK(run.is_waived());
        return run.warning();
    };
    constexpr std::int64_t end = 1'806'537'600;
    CHECK(warning(end - 15 * 86'400).empty());
    CHECK(has(warning(end - 10 * 86'400), "it expires in 9 days (until 2027-03-31)"));
    CHECK(has(warning(end - 2 * 86'400), "in 1 day "));
    CHECK(has(warning(end - 1), "within a day"));
}

TEST_CASE("waivers that can do nothing warn") {
    Waived run;
    run.add_waiver("ORG-S3-01", "Logs", "", "2027-03-31");
    CHECK(has(run.warning(), "no loaded policy has this id; did you mean `ORG-S3-001`?"));
    run.program.waivers.clear();
    run.add_waiver("ORG-S3-001", "Lags", "", "2027-03-31");
    CHECK(has(run.warning(), "it matches no finding; did you mean `Logs`?"));
    run.program.waivers.clear();
    run.add_waiver("ORG-S3-001", "Logs", "", "");
    CHECK(has(run.warning(), "no valid `until`"));
    CHECK_FALSE(run.is_waived());
    // A policy that this run leaves out may have findings in another one.
    run.program.waivers.clear();
    run.add_waiver("ORG-S3-001", "Nobody", "", "2027-03-31");
    run.options.policies = std::vector<std::uint32_t>{};
    CHECK(run.warning().empty());
}

TEST_CASE("a mandatory policy is waived by its approver alone") {
    Waived run;
    run.options.pins.mandatory = {{"ORG-S3-001", "security"}};
    run.add_waiver("ORG-S3-001", "Logs", "", "2027-03-31");
    CHECK_FALSE(run.is_waived());
    CHECK(has(run.warning(), "only `security` may own a waiver"));
    run.add_waiver("ORG-S3-001", "Logs", "", "2027-03-31", "security");
    CHECK(run.is_waived());
    run.options.pins.mandatory = {{"ORG-S3-001", ""}};
    CHECK_FALSE(run.is_waived());
    run.program.waivers.clear();
    run.suppress("cfn_nag", "W41");
    CHECK_FALSE(run.is_waived());
}

TEST_CASE("an inline suppression of every rule of a tool silences the policies that are the same as any of them") {
    Waived other;
    other.suppress("checkov", "*");
    CHECK_FALSE(other.is_waived());
    Waived run;
    run.suppress("cfn_nag", "*");
    CHECK(run.is_waived());
}

TEST_CASE("an inline suppression silences the policies that are the same as what it names") {
    Waived run;
    run.suppress("cfn_nag", "W41");
    const Report report = run.report();
    REQUIRE(report.findings[0].waived);
    CHECK(report.findings[0].waived->source == "inline");
    CHECK(report.findings[0].waived->text == "cfn_nag:W41: reviewed");
    CHECK(report.findings[0].waived->where == "stacks/site.yaml:2");
    CHECK(report.exit_reason == ExitReason::ok);
    CHECK(report.summary.suppressions == 1);
    CHECK(report.summary.suppressions_used == 1);
}

TEST_CASE("an inline suppression of an unknown id, or at another unit, does nothing and is counted") {
    Waived run;
    run.suppress("cfn_nag", "W99");
    run.suppress("checkov", "W41");
    const UnitId data = run.add_bucket("Data");
    run.add_outcome(run.policy, data, Verdict::fail);
    Suppression other{.tool = "cfn_nag", .id = "W41"};
    other.unit = data;
    run.graph.add_suppression(run.document, other);
    const Report report = run.report();
    CHECK_FALSE(report.findings[0].waived.has_value());
    CHECK(report.findings[1].waived.has_value());
    CHECK(report.warnings.empty());
    CHECK(report.summary.suppressions == 3);
    CHECK(report.summary.suppressions_used == 1);
}

TEST_CASE("a suppression of the whole document covers all its units") {
    Waived run;
    run.suppress("cfn_nag", "W41", true);
    CHECK(run.is_waived());
}

TEST_CASE("inline suppressions can be turned off, by flag and by the organisation") {
    Waived run;
    run.suppress("cfn_nag", "W41");
    run.options.inline_waivers = false;
    CHECK_FALSE(run.is_waived());
    run.options.inline_waivers = true;
    run.options.pins.no_inline_waivers = true;
    CHECK_FALSE(run.is_waived());
    CHECK(run.report().summary.suppressions == 1);
}

TEST_CASE("a waiver is named before a suppression") {
    Waived run;
    run.suppress("cfn_nag", "W41");
    run.add_waiver("ORG-S3-001", "Logs", "", "2027-03-31");
    CHECK(run.report().findings[0].waived->source == "waiver");
}
