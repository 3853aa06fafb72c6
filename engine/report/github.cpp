// GitHub workflow commands: annotations at the lines of a change. GitHub shows ten of a kind for a step and drops the
// rest without a word, so the tenth says how many more there are.
#include <algorithm>
#include <array>

#include "engine/report/escape.hpp"
#include "engine/report/writers.hpp"

namespace spile::engine {

namespace {

constexpr std::size_t k_shown = 9;

enum class Level : std::uint8_t { error, warning, notice };
constexpr std::array<std::string_view, 3> k_levels = {"error", "warning", "notice"};

Level level_of(const Finding& finding) {
    if (finding.fails_gate) return Level::error;
    return finding.severity == lang::Severity::info ? Level::notice : Level::warning;
}

std::string annotation(const Finding& finding) {
    const Location& at = finding.location;
    std::string out = "::" + std::string(k_levels[static_cast<std::size_t>(level_of(finding))]) +
                      " file=" + github_property(at.path) + ",line=" + std::to_string(at.line) +
                      ",endLine=" + std::to_string(at.end_line);
    if (at.line == at.end_line) {
        // The end is inclusive there.
        out += ",col=" + std::to_string(at.column) +
               ",endColumn=" + std::to_string(std::max(at.column, at.end_column - 1));
    }
    const std::string title =
        finding.policy + (finding.verdict == Verdict::fail ? " (" + std::string(lang::word(finding.severity)) + ")"
                                                           : " (" + std::string(word(finding.verdict)) + ")");
    out += ",title=" + github_property(visible(title)) + "::" + github_data(visible(full_message(finding)));
    if (!finding.remedy.empty()) out += "%0Afix: " + github_data(visible(finding.remedy));
    return out + "\n";
}

}  // namespace

std::string write_github(const Report& report) {
    std::vector<const Finding*> open;
    for (const Finding& finding : report.findings) {
        const bool accepted = finding.verdict == Verdict::unknown && finding.treatment == lang::UnknownTreatment::pass;
        if (!finding.waived && !accepted) open.push_back(&finding);
    }
    std::stable_sort(open.begin(), open.end(),
                     [](const Finding* a, const Finding* b) { return a->severity > b->severity; });
    std::string out;
    for (const Level level : {Level::error, Level::warning, Level::notice}) {
        std::size_t count = 0;
        for (const Finding* finding : open) {
            if (level_of(*finding) == level && ++count <= k_shown) out += annotation(*finding);
        }
        if (count > k_shown) {
            out += "::" + std::string(k_levels[static_cast<std::size_t>(level)]) +
                   " title=spile::" + std::to_string(count - k_shown) + " more; the report has all of them\n";
        }
    }
    for (const InputSummary& input : report.inputs) {
        if (input.error.empty()) continue;
        out += "::error file=" + github_property(input.path) +
               ",line=1,title=input::" + github_data(visible(input.error)) + "\n";
    }
    return out + github_data(visible(summary_line(report))) + "\n";
}

}  // namespace spile::engine
