// GitLab's Code Quality report: an array of issues, each with its own fingerprint, paths without `./`.
#include <array>

#include "engine/report/escape.hpp"
#include "engine/report/writers.hpp"

namespace spile::engine {

namespace {

std::string_view severity_word(const Finding& finding) {
    static constexpr std::array<std::string_view, 5> k_words = {"info", "minor", "major", "critical", "blocker"};
    if (finding.verdict == Verdict::unknown && !finding.fails_gate) return "info";
    return k_words[static_cast<std::size_t>(finding.severity)];
}

}  // namespace

std::string write_gitlab(const Report& report) {
    Json::Array issues;
    for (const Finding& finding : report.findings) {
        if (finding.waived) continue;
        if (finding.verdict == Verdict::unknown && finding.treatment == lang::UnknownTreatment::pass) continue;
        const Location& at = finding.location;
        std::string path = at.path;
        while (path.substr(0, 2) == "./")
            path.erase(0, 2);
        const std::string verdict = finding.verdict == Verdict::fail ? "" : std::string(word(finding.verdict)) + ": ";
        issues.emplace_back(Json::Object{
            {"description", visible(verdict + full_message(finding))},
            {"check_name", finding.policy},
            {"fingerprint", finding.fingerprint},
            {"severity", severity_word(finding)},
            {"location", Json::Object{{"path", std::move(path)},
                                      {"lines", Json::Object{{"begin", at.line}, {"end", at.end_line}}}}}});
    }
    return print(issues, JsonLayout::indented) + "\n";
}

}  // namespace spile::engine
