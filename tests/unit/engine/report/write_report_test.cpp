#include "engine/report/write_report.hpp"

#include <catch2/catch.hpp>

#include "engine/report/baseline_writer.hpp"
#include "tests/support/golden.hpp"
#include "tests/unit/engine/report/sample_report.hpp"

using namespace spile;
using namespace spile::engine;
using namespace spile::test;

namespace {

std::string written(ReportFormat format, const WriteOptions& options = {.version = "0.1.0"}) {
    const Sample sample = sample_report();
    return write(format, sample.report, sample.sources, options);
}

std::string golden(std::string_view name, std::string_view text) {
    return differs_from_golden("tests/report/" + std::string(name) + ".golden", text);
}

}  // namespace

TEST_CASE("every format prints the sample report as its golden file says") {
    for (const std::string_view name : all_format_words()) {
        const auto format = parse_format(name);
        REQUIRE(format);
        CHECK(word(*format) == name);
        CHECK(golden(name, written(*format)) == "");
    }
    CHECK_FALSE(parse_format("html").has_value());
    CHECK_FALSE(parse_format("").has_value());
}

TEST_CASE("text shows waived and passed ones when asked, and colours") {
    const WriteOptions options{.colour = Colour::on, .show_waived = true, .show_passed = true};
    CHECK(golden("text_all", written(ReportFormat::text, options)) == "");
}

TEST_CASE("a report of nothing is whole in every format") {
    for (const std::string_view name : all_format_words()) {
        Sample sample;
        sample.report.exit_reason = ExitReason::empty;
        const std::string text = write(*parse_format(name), sample.report, sample.sources, {});
        CHECK(golden("empty_" + std::string(name), text) == "");
    }
}

TEST_CASE("no control character of a document reaches the terminal") {
    for (const char c : written(ReportFormat::text)) {
        const bool plain = static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t';
        CHECK(plain);
    }
}

TEST_CASE("a GitHub report keeps to nine annotations of a kind and counts the rest") {
    Sample sample = sample_report();
    const Finding fail = sample.report.findings[1];
    sample.report.findings.assign(30, fail);
    sample.report.findings[20].severity = lang::Severity::critical;
    sample.report.findings[20].policy = "ORG-NET-009";
    const std::string text = write(ReportFormat::github, sample.report, sample.sources, {});
    CHECK(text.find("ORG-NET-009") < text.find("ORG-S3-001"));
    CHECK(text.find("::error title=spile::21 more") != std::string::npos);
    std::size_t annotations = 0;
    for (std::size_t at = 0; (at = text.find("::error file=stacks", at)) != std::string::npos; ++at)
        ++annotations;
    CHECK(annotations == 9);
}

TEST_CASE("a Markdown report stays under 60 KiB and says what it leaves out") {
    Sample sample = sample_report();
    Finding fail = sample.report.findings[1];
    fail.message = std::string(5'000, '*');
    sample.report.findings.assign(500, fail);
    const std::string text = write(ReportFormat::markdown, sample.report, sample.sources, {});
    CHECK(text.size() <= 60 * 1024);
    CHECK(text.size() > 50 * 1024);
    CHECK(text.find(" more.") != std::string::npos);
}

TEST_CASE("SARIF holds the results that fail the run where not all fit") {
    Sample sample = sample_report();
    Finding low = sample.report.findings[1];
    low.fails_gate = false;
    low.severity = lang::Severity::low;
    low.message = "does not fail";
    Finding fail = sample.report.findings[1];
    fail.message = "does fail";
    sample.report.findings.assign(25'000, low);
    sample.report.findings.push_back(fail);
    const std::string text = write(ReportFormat::sarif, sample.report, sample.sources, {});
    CHECK(text.find("does fail") != std::string::npos);
    CHECK(text.find("1 further results are left out") != std::string::npos);
}

TEST_CASE("the baseline of a report holds open fails and unknowns") {
    Sample sample = sample_report();
    CHECK(golden("baseline", write_baseline(sample.report)) == "");
    Finding& waived = sample.report.findings[0];
    waived.waived = {"baseline", "", ""};
    const std::string again = write_baseline(sample.report);
    CHECK(again.find(waived.fingerprint) != std::string::npos);
}
