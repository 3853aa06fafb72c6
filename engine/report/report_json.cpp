// The JSON report (docs/reference/report.md, report.schema.json), and the same one finding a line.
#include "engine/report/baseline_writer.hpp"
#include "engine/report/writers.hpp"

#include <algorithm>
#include <tuple>

#include "engine/findings/baseline.hpp"

namespace spile::engine {

namespace {

constexpr int k_report_version = 1;

void add_place(Json::Object& object, const Location& location) {
    object.emplace_back("path", location.path);
    object.emplace_back("line", location.line);
    object.emplace_back("column", location.column);
    object.emplace_back("end_line", location.end_line);
    object.emplace_back("end_column", location.end_column);
}

Json notes(const std::vector<Note>& from) {
    Json::Array out;
    for (const Note& note : from) {
        Json::Object object{{"role", note.role}, {"text", note.text}};
        if (note.location) add_place(object, *note.location);
        out.emplace_back(std::move(object));
    }
    return out;
}

Json subject_json(const Subject& subject) {
    Json::Object out{{"address", subject.address}, {"type", subject.type}, {"document", subject.document}};
    if (!subject.key.empty()) out.emplace_back("key", subject.key);
    return out;
}

Json when_json(const Finding& finding) {
    Json::Array out;
    for (const When& when : finding.when)
        out.emplace_back(text(when));
    return out;
}

Json finding_json(const Finding& finding) {
    Json::Object location;
    add_place(location, finding.location);
    Json::Object out{{"policy", finding.policy},         {"aliases", Json(finding.aliases)},
                     {"verdict", word(finding.verdict)}, {"severity", lang::word(finding.severity)},
                     {"message", finding.message},       {"subject", subject_json(finding.subject)},
                     {"location", std::move(location)},  {"pointer", finding.pointer},
                     {"chain", notes(finding.chain)},    {"related", notes(finding.related)},
                     {"when", when_json(finding)}};
    if (!finding.cause.empty()) out.emplace_back("cause", finding.cause);
    out.emplace_back("reasons", Json(finding.reasons));
    out.emplace_back("remedy", finding.remedy);
    out.emplace_back("also", Json(finding.also));
    out.emplace_back("fingerprint", finding.fingerprint);
    if (finding.assumed) out.emplace_back("assumed", true);
    if (finding.waived) {
        out.emplace_back("waived", Json::Object{{"source", finding.waived->source},
                                                {"text", finding.waived->text},
                                                {"where", finding.waived->where}});
    }
    return out;
}

Json policies_json(const Report& report) {
    Json::Array out;
    for (const PolicySummary& policy : report.policies) {
        out.emplace_back(Json::Object{{"id", policy.id},
                                      {"subjects", policy.subjects},
                                      {"pass", policy.pass},
                                      {"fail", policy.fail},
                                      {"unknown", policy.unknown},
                                      {"not_applicable", policy.not_applicable},
                                      {"error", policy.error}});
    }
    return out;
}

Json inputs_json(const Report& report) {
    Json::Array out;
    for (const InputSummary& input : report.inputs) {
        Json::Object object{{"path", input.path}, {"kind", input.kind}, {"units", input.units}};
        if (!input.error.empty()) object.emplace_back("error", input.error);
        out.emplace_back(std::move(object));
    }
    return out;
}

Json summary_json(const Report& report) {
    const Summary& summary = report.summary;
    return Json::Object{{"inputs", summary.inputs},
                        {"skipped_files", summary.skipped_files},
                        {"resources", summary.resources},
                        {"policies", summary.policies},
                        {"policies_without_subject", summary.policies_without_subject},
                        {"violations", summary.violations},
                        {"errors", summary.errors},
                        {"unknown", summary.unknown},
                        {"waived", summary.waived},
                        {"suppressions", summary.suppressions},
                        {"suppressions_used", summary.suppressions_used},
                        {"passed", summary.passed},
                        {"not_applicable", summary.not_applicable},
                        {"warnings", Json(report.warnings)}};
}

// Everything but the findings.
Json::Object rest(const Report& report) {
    return {{"policies", policies_json(report)},
            {"inputs", inputs_json(report)},
            {"summary", summary_json(report)},
            {"exit_reason", word(report.exit_reason)}};
}

}  // namespace

std::string write_json(const Report& report) {
    Json::Array findings;
    for (const Finding& finding : report.findings)
        findings.push_back(finding_json(finding));
    Json::Object out{{"schema_version", k_report_version}, {"findings", std::move(findings)}};
    for (auto& member : rest(report))
        out.push_back(std::move(member));
    return print(out, JsonLayout::indented) + "\n";
}

std::string write_jsonl(const Report& report) {
    std::string out;
    for (const Finding& finding : report.findings)
        out += print(finding_json(finding), JsonLayout::one_line) + "\n";
    Json::Object last{{"schema_version", k_report_version}};
    for (auto& member : rest(report))
        last.push_back(std::move(member));
    return out + print(last, JsonLayout::one_line) + "\n";
}

std::string write_baseline(const Report& report) {
    std::vector<BaselineEntry> entries;
    for (const Finding& finding : report.findings) {
        if (finding.verdict == Verdict::error) continue;
        if (finding.waived && finding.waived->source != "baseline") continue;
        entries.push_back({finding.fingerprint, finding.policy, finding.subject.address, finding.subject.document});
    }
    const auto order = [](const BaselineEntry& e) { return std::tie(e.document, e.subject, e.policy, e.fingerprint); };
    std::sort(entries.begin(), entries.end(), [&](const auto& a, const auto& b) { return order(a) < order(b); });
    entries.erase(std::unique(entries.begin(), entries.end()), entries.end());
    Json::Array lines;
    for (const BaselineEntry& entry : entries) {
        lines.emplace_back(Json::Object{{"fingerprint", entry.fingerprint},
                                        {"policy", entry.policy},
                                        {"subject", entry.subject},
                                        {"document", entry.document}});
    }
    return print(Json::Object{{"schema_version", k_baseline_version}, {"fingerprints", std::move(lines)}},
                 JsonLayout::indented) +
           "\n";
}

}  // namespace spile::engine
