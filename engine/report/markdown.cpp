// A comment on a change: what fails, what is undecided, in a table; short enough for GitHub (64 KiB) and GitLab.
#include <algorithm>

#include "engine/report/escape.hpp"
#include "engine/report/writers.hpp"

namespace spile::engine {

namespace {

constexpr std::size_t k_limit = std::size_t{60} * 1024;
constexpr std::size_t k_cell = 1'000;  // bytes of one message before escaping
constexpr std::size_t k_footer = 1'000;

std::string cell(std::string_view text) {
    const std::string_view start = prefix(text, k_cell);
    return markdown(start) + (start.size() < text.size() ? "…" : "");
}

std::string line_of(const Finding& finding) {
    const std::string label = finding.verdict == Verdict::fail ? std::string(lang::word(finding.severity))
                                                               : std::string(word(finding.verdict)) + ", " +
                                                                     std::string(lang::word(finding.severity));
    std::string out = "| " + label + " | " + cell(finding.policy) + " | " + cell(finding.location.path) + ":" +
                      std::to_string(finding.location.line) + " | " + cell(finding.subject.address) + " | " +
                      cell(full_message(finding));
    if (!finding.remedy.empty()) out += "<br>fix: " + cell(finding.remedy);
    return out + " |\n";
}

bool shown(const Finding& finding) {
    if (finding.waived) return false;
    return finding.verdict != Verdict::unknown || finding.treatment != lang::UnknownTreatment::pass;
}

}  // namespace

std::string write_markdown(const Report& report) {
    std::string out =
        "### Spile: " + std::string(word(report.exit_reason)) + "\n\n" + markdown(summary_line(report)) + "\n";
    for (const InputSummary& input : report.inputs) {
        if (!input.error.empty() && out.size() < k_limit - k_footer)
            out += "\n**" + cell(input.path) + "** " + cell(input.error) + "\n";
    }
    std::vector<const Finding*> rows;
    for (const Finding& finding : report.findings) {
        if (shown(finding)) rows.push_back(&finding);
    }
    std::stable_sort(rows.begin(), rows.end(), [](const Finding* a, const Finding* b) {
        if (a->fails_gate != b->fails_gate) return a->fails_gate;
        return a->severity > b->severity;
    });
    std::size_t written = 0;
    for (const Finding* finding : rows) {
        const std::string row = line_of(*finding);
        if (out.size() + row.size() > k_limit - k_footer) break;
        if (written == 0) out += "\n| severity | policy | where | subject | what |\n| --- | --- | --- | --- | --- |\n";
        out += row;
        ++written;
    }
    if (written < rows.size()) out += "\n… and " + std::to_string(rows.size() - written) + " more.\n";
    return out;
}

}  // namespace spile::engine
