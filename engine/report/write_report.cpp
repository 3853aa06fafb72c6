#include "engine/report/write_report.hpp"

#include <algorithm>

#include "engine/report/writers.hpp"

namespace spile::engine {

const std::vector<std::string_view>& all_format_words() {
    static const std::vector<std::string_view> words = {"text",  "json",   "jsonl",  "sarif",
                                                        "junit", "github", "gitlab", "markdown"};
    return words;
}

std::string_view word(ReportFormat format) {
    return all_format_words()[static_cast<std::size_t>(format)];
}

std::optional<ReportFormat> parse_format(std::string_view word) {
    const auto& words = all_format_words();
    const auto found = std::find(words.begin(), words.end(), word);
    if (found == words.end()) return std::nullopt;
    return static_cast<ReportFormat>(found - words.begin());
}

std::string write(ReportFormat format, const Report& report, const SourceMap& sources, const WriteOptions& options) {
    switch (format) {
        case ReportFormat::text:
            return write_text(report, sources, options);
        case ReportFormat::json:
            return write_json(report);
        case ReportFormat::jsonl:
            return write_jsonl(report);
        case ReportFormat::sarif:
            return write_sarif(report, sources, options);
        case ReportFormat::junit:
            return write_junit(report);
        case ReportFormat::github:
            return write_github(report);
        case ReportFormat::gitlab:
            return write_gitlab(report);
        case ReportFormat::markdown:
            return write_markdown(report);
    }
    return {};
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
    return std::to_string(count).append(" ").append(count == 1 ? one : many);
}

std::string when_text(const Finding& finding) {
    std::string out;
    for (const When& when : finding.when)
        out.append(out.empty() ? "" : " and ").append(text(when));
    return out;
}

std::string full_message(const Finding& finding) {
    std::string out = finding.message;
    if (!finding.when.empty()) out += " (when " + when_text(finding) + ")";
    if (!finding.cause.empty() && finding.message.find(finding.cause) == std::string::npos) {
        out += "; undecided: " + finding.cause;
    }
    return out;
}

std::string summary_line(const Report& report) {
    const Summary& summary = report.summary;
    std::string out = "checked " + counted(summary.inputs, "input", "inputs") + ", " +
                      counted(summary.resources, "resource", "resources") + ", " +
                      counted(summary.policies, "policy", "policies") + ": " +
                      counted(summary.violations, "violation", "violations");
    const auto below = std::count_if(report.findings.begin(), report.findings.end(), [](const Finding& finding) {
        return finding.verdict == Verdict::fail && !finding.waived && !finding.fails_gate;
    });
    if (below > 0) out += " (" + std::to_string(below) + " below --fail-on)";
    if (summary.errors > 0) out += ", " + counted(summary.errors, "error", "errors");
    if (summary.waived > 0) out += ", " + std::to_string(summary.waived) + " waived";
    if (summary.unknown > 0) out += ", " + std::to_string(summary.unknown) + " unknown";
    out += ", " + std::to_string(summary.passed) + " passed";
    if (summary.not_applicable > 0) out += ", " + std::to_string(summary.not_applicable) + " not applicable";
    return out;
}

}  // namespace spile::engine
