#include <cmath>

#include "engine/coverage/table.hpp"
#include "engine/coverage/write.hpp"
#include "lang/base/visible.hpp"

namespace spile::engine::coverage {

namespace {

constexpr std::size_t k_longest_excerpt = 100;

std::string fraction(const Count& count) {
    return std::to_string(count.seen) + "/" + std::to_string(count.of);
}

std::string place(const std::string& path, LineColumn at) {
    return path + ":" + std::to_string(at.line) + ":" + std::to_string(at.column);
}

std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (std::size_t i = 0; i < words.size(); ++i)
        out += (i == 0 ? "" : i + 1 == words.size() ? " or " : ", ") + words[i];
    return out;
}

std::string excerpt(const std::string& text) {
    if (text.size() <= k_longest_excerpt) return text;
    std::size_t end = k_longest_excerpt;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0U) == 0x80U)
        --end;  // not inside of a character
    return text.substr(0, end) + "…";
}

Row row_of(const std::string& name, const Totals& all) {
    return {name,
            fraction(all.conditions),
            fraction(all.decided),
            fraction(all.undecided),
            percent(all.outcomes),
            fraction(all.verdicts)};
}

std::string notes_of(const PolicyCoverage& policy) {
    std::string out;
    if (!policy.never().empty())
        out += "    " + visible(place(policy.path, policy.at)) + "  no scenario shows " + joined(policy.never()) + "\n";
    for (const ConditionCoverage& condition : policy.conditions) {
        if (condition.never().empty()) continue;
        out += "    " + visible(place(policy.path, condition.at)) + "  never " + joined(condition.never()) + ": `" +
               visible(excerpt(condition.text)) + "`\n";
    }
    return out;
}

}  // namespace

std::string percent(const Count& count) {
    const auto tenths = static_cast<long>(std::floor(count.percent() * 10.0 + 1e-9));
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " %";
}

std::string write_text(const Coverage& coverage) {
    std::vector<Row> rows{{"policy", "conditions", "true, false", "undecided", "coverage", "verdicts"}};
    std::vector<std::string> notes{""};
    for (const PolicyCoverage& policy : coverage.policies) {
        rows.push_back(row_of(policy.id, totals(policy)));
        notes.push_back(notes_of(policy));
    }
    rows.push_back(row_of("all", coverage.total()));
    notes.emplace_back("");
    return table(rows, notes);
}

}  // namespace spile::engine::coverage
