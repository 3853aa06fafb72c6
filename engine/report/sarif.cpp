// SARIF 2.1.0 (OASIS standard, 27 March 2020; section numbers below), within what GitHub code scanning takes: at most
// 25,000 results, 20 tags a rule, no empty artifact URI.
#include <algorithm>
#include <array>
#include <map>

#include "engine/report/escape.hpp"
#include "engine/report/utf16_columns.hpp"
#include "engine/report/writers.hpp"

namespace spile::engine {

namespace {

constexpr std::size_t k_max_results = 25'000;
constexpr std::size_t k_max_tags = 20;
constexpr std::size_t k_max_related = 100;

struct SeverityRow {
    std::string_view level;
    std::string_view security_severity;  // GitHub's scale: over 9 critical, 7 high, 4 medium
};

const SeverityRow& row(lang::Severity severity) {
    static constexpr std::array<SeverityRow, 5> k_rows = {
        {{"note", "0.0"}, {"note", "2.0"}, {"warning", "5.5"}, {"error", "8.0"}, {"error", "9.5"}}};
    return k_rows[static_cast<std::size_t>(severity)];
}

Json message(std::string_view text) {
    return Json::Object{{"text", sarif_text(text)}};
}

// A sentence, as viewers show several behind each other (SARIF2001).
std::string sentence(std::string text) {
    if (text.empty() || std::string_view(".!?").find(text.back()) == std::string_view::npos) text += '.';
    return text;
}

// `s3_encrypted` as viewers like a rule's friendly name (SARIF2012): S3Encrypted.
std::string pascal_case(std::string_view name) {
    std::string out;
    bool first = true;
    for (const char c : name) {
        if (c == '_') {
            first = true;
            continue;
        }
        out += first && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        first = false;
    }
    return out;
}

class SarifWriter {
  public:
    SarifWriter(const Report& report, const SourceMap& sources, const WriteOptions& options)
        : report_(report), columns_(sources), options_(options) {}

    std::string write() {
        Json::Array rules;
        for (const PolicySummary& policy : report_.policies) {
            rule_index_[policy.id] = static_cast<std::uint32_t>(rules.size());
            rules.push_back(rule(policy));
        }
        const auto waived = [](const Finding& finding) { return finding.waived.has_value(); };
        any_waived_ = std::any_of(report_.findings.begin(), report_.findings.end(), waived);
        Json::Object driver{{"name", "spile"}, {"fullName", "Spile policy engine"}};
        if (!options_.version.empty()) driver.emplace_back("version", options_.version);
        if (!options_.version.empty()) driver.emplace_back("semanticVersion", options_.version);
        driver.emplace_back("rules", std::move(rules));
        Json::Object run{{"tool", Json::Object{{"driver", std::move(driver)}}},
                         {"invocations", Json::Array{invocation()}},
                         {"columnKind", "utf16CodeUnits"},
                         {"results", results()}};
        return print(Json::Object{{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                                  {"version", "2.1.0"},
                                  {"runs", Json::Array{std::move(run)}}},
                     JsonLayout::indented) +
               "\n";
    }

  private:
    static Json rule(const PolicySummary& policy) {
        Json::Array tags{"security"};
        for (const std::string& control : policy.controls) {
            if (tags.size() < k_max_tags) tags.emplace_back(control);
        }
        const std::string title = sentence(policy.title);
        const std::string about = policy.doc.empty() ? title : policy.doc;
        return Json::Object{
            {"id", policy.id},
            {"name", pascal_case(policy.name)},
            {"shortDescription", message(title)},
            {"fullDescription", message(sentence(about))},
            {"help", message(policy.remedy.empty() ? about : policy.remedy)},
            {"defaultConfiguration", Json::Object{{"level", row(policy.severity).level}}},
            {"properties", Json::Object{{"tags", std::move(tags)},
                                        {"precision", "high"},
                                        {"security-severity", row(policy.severity).security_severity}}}};
    }

    Json invocation() const {
        const ExitReason reason = report_.exit_reason;
        const bool done = reason != ExitReason::internal && reason != ExitReason::usage && reason != ExitReason::input;
        Json::Array notifications;
        for (const std::string& warning : report_.warnings)
            notifications.emplace_back(Json::Object{{"level", "warning"}, {"message", message(sentence(warning))}});
        for (const InputSummary& input : report_.inputs) {
            if (input.error.empty()) continue;
            notifications.emplace_back(Json::Object{
                {"level", "error"},
                {"message", message(sentence(input.path + ": " + input.error))},
                {"locations", Json::Array{Json::Object{
                                  {"physicalLocation", Json::Object{{"artifactLocation", artifact(input.path)}}}}}}});
        }
        if (report_.findings.size() > k_max_results) {
            notifications.emplace_back(
                Json::Object{{"level", "warning"},
                             {"message", message(std::to_string(report_.findings.size() - k_max_results) +
                                                 " further results are left out here; the JSON report has them.")}});
        }
        return Json::Object{{"executionSuccessful", done},
                            {"exitCode", exit_code(reason)},
                            {"exitCodeDescription", word(reason)},
                            {"toolExecutionNotifications", std::move(notifications)}};
    }

    // Those that fail the run come first where not all can stay; the order of what stays is the report's.
    Json results() const {
        std::vector<const Finding*> chosen;
        for (const bool failing : {true, false}) {
            for (const Finding& finding : report_.findings) {
                if (finding.fails_gate == failing && chosen.size() < k_max_results) chosen.push_back(&finding);
            }
        }
        std::sort(chosen.begin(), chosen.end());  // they point into one vector: its order
        Json::Array out;
        for (const Finding* finding : chosen)
            out.push_back(result(*finding));
        return out;
    }

    Json result(const Finding& finding) const {
        Json::Object out{{"ruleId", finding.policy}};
        if (const auto found = rule_index_.find(finding.policy); found != rule_index_.end())
            out.emplace_back("ruleIndex", found->second);
        // 3.27.10: what is no failure has no level. A review is a result that people must look at.
        const bool review = finding.verdict == Verdict::unknown && !finding.fails_gate;
        out.emplace_back("kind", review ? "review" : "fail");
        out.emplace_back("level", review ? "none" : row(finding.severity).level);
        out.emplace_back("message", message(sentence(full_message(finding))));
        out.emplace_back("locations", Json::Array{location(finding)});
        if (Json::Array related = related_locations(finding); !related.empty())
            out.emplace_back("relatedLocations", std::move(related));
        out.emplace_back("partialFingerprints", Json::Object{{"spile/v1", finding.fingerprint}});
        // 3.27.23: all results of a run have suppressions, or none.
        if (any_waived_) out.emplace_back("suppressions", suppressions(finding));
        Json::Object properties{{"verdict", word(finding.verdict)}};
        if (!finding.aliases.empty()) properties.emplace_back("aliases", Json(finding.aliases));
        if (!finding.pointer.empty()) properties.emplace_back("pointer", finding.pointer);
        if (finding.assumed) properties.emplace_back("assumed", true);
        out.emplace_back("properties", std::move(properties));
        return out;
    }

    static Json suppressions(const Finding& finding) {
        if (!finding.waived) return Json::Array{};
        const bool in_source = finding.waived->source == "inline";
        const std::string why = finding.waived->where.empty()
                                    ? finding.waived->text
                                    : finding.waived->text + " (" + finding.waived->where + ")";
        return Json::Array{Json::Object{
            {"kind", in_source ? "inSource" : "external"}, {"status", "accepted"}, {"justification", why}}};
    }

    Json location(const Finding& finding) const {
        const Subject& subject = finding.subject;
        Json::Object logical{{"name", subject.name.empty() ? subject.address : subject.name},
                             {"fullyQualifiedName", subject.address},
                             {"kind", "resource"}};
        return Json::Object{{"physicalLocation", physical(finding.location)},
                            {"logicalLocations", Json::Array{std::move(logical)}}};
    }

    Json::Array related_locations(const Finding& finding) const {
        Json::Array out;
        for (const auto* notes : {&finding.chain, &finding.related}) {
            for (const Note& note : *notes) {
                if (!note.location || out.size() == k_max_related) continue;
                out.emplace_back(Json::Object{{"id", static_cast<int>(out.size())},
                                              {"physicalLocation", physical(*note.location)},
                                              {"message", message(sentence(note.text))}});
            }
        }
        return out;
    }

    static Json artifact(std::string_view path) { return Json::Object{{"uri", uri(path)}}; }

    Json physical(const Location& place) const {
        return Json::Object{{"artifactLocation", artifact(place.path)},
                            {"region", Json::Object{{"startLine", place.line},
                                                    {"startColumn", column(place, place.line, place.column)},
                                                    {"endLine", place.end_line},
                                                    {"endColumn", column(place, place.end_line, place.end_column)}}}};
    }

    // Reports count bytes, SARIF counts UTF-16 code units (3.14.17).
    [[nodiscard]] std::uint32_t column(const Location& place, std::uint32_t line, std::uint32_t bytes) const {
        if (!place.span.valid()) return bytes;
        return columns_.column(place.span.source, line, bytes);
    }

    const Report& report_;
    mutable Utf16Columns columns_;  // remembers what it counted
    const WriteOptions& options_;
    std::map<std::string_view, std::uint32_t> rule_index_;
    bool any_waived_ = false;
};

}  // namespace

std::string write_sarif(const Report& report, const SourceMap& sources, const WriteOptions& options) {
    return SarifWriter(report, sources, options).write();
}

}  // namespace spile::engine
