#include <algorithm>

#include "engine/coverage/table.hpp"
#include "engine/coverage/write.hpp"
#include "engine/mutation/write.hpp"
#include "lang/base/visible.hpp"
#include "lang/source/excerpt.hpp"

namespace spile::engine::mutation {

namespace {

using coverage::Row;

constexpr std::size_t k_context = 60;
constexpr std::size_t k_worth_leaving_out = 20;

// Bytes from the front (or back) that end between characters.
std::size_t between_characters(std::string_view text, std::size_t at) {
    while (at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xc0U) == 0x80U)
        --at;
    return at;
}

// What differs between the two, with some of what surrounds it.
std::string shortened(const std::string& text, std::size_t same_front, std::size_t same_back) {
    const std::size_t from = same_front > k_context + k_worth_leaving_out
                                 ? between_characters(text, same_front - k_context)
                                 : std::size_t{0};
    const std::size_t behind = text.size() - same_back;
    const std::size_t to =
        same_back > k_context + k_worth_leaving_out ? between_characters(text, behind + k_context) : text.size();
    return (from > 0 ? "…" : "") + text.substr(from, to - from) + (to < text.size() ? "…" : "");
}

struct Change {
    std::string original;
    std::string mutated;
};

Change change_of(const lang::Mutant& mutant) {
    const std::string& a = mutant.original;
    const std::string& b = mutant.mutated;
    std::size_t front = 0;
    while (front < std::min(a.size(), b.size()) && a[front] == b[front])
        ++front;
    std::size_t back = 0;
    while (back < std::min(a.size(), b.size()) - front && a[a.size() - 1 - back] == b[b.size() - 1 - back])
        ++back;
    return {shortened(a, front, back), shortened(b, front, back)};
}

std::string survivor(const PolicyMutation& policy, const TestedMutant& tested, const SourceMap& sources) {
    const lang::Mutant& mutant = tested.mutant;
    const LineColumn first = sources.line_column(mutant.where.source, mutant.where.span.begin);
    const LineColumn last = sources.line_column(mutant.where.source, mutant.where.span.end);
    const Excerpt excerpt = excerpt_of(sources, mutant.where.source, first, last);
    const std::string line = std::to_string(first.line);
    const std::string gap(line.size(), ' ');
    const Change change = change_of(mutant);
    std::string out = "survived[" + visible(policy.id) + "]: " + std::string(lang::word(mutant.kind)) + "\n";
    out += "  --> " + visible(policy.path) + ":" + line + ":" + std::to_string(first.column) + "\n";
    out += line + " | " + excerpt.line + "\n" + gap + " | " + excerpt.indent + excerpt.carets + "\n";
    out += "  = policy: `" + visible(change.original) + "`\n";
    out += "  = mutant: `" + visible(change.mutated) + "`\n";
    out += "  = needs: " + visible(mutant.needs) + "\n";
    out += "  = or, where both mean the same: `# equivalent mutant " + mutant.fingerprint + ": REASON`\n\n";
    return out;
}

Row row_of(const std::string& name, const Score& score) {
    return {name,
            std::to_string(score.mutants),
            std::to_string(score.killed),
            std::to_string(score.survived),
            std::to_string(score.equivalent),
            coverage::percent(score.score())};
}

}  // namespace

std::string write_text(const Mutation& mutation, const SourceMap& sources) {
    std::string out;
    std::vector<Row> rows{{"policy", "mutants", "killed", "survived", "equivalent", "score"}};
    for (const PolicyMutation& policy : mutation.policies) {
        if (policy.scenarios == 0) {
            out += "survived[" + visible(policy.id) + "]: all mutants\n  --> " + visible(policy.path) +
                   "\n  = needs: a scenario that evaluates the policy; there is none\n\n";
        } else {
            for (const TestedMutant& tested : policy.mutants) {
                if (tested.fate == Fate::survived) out += survivor(policy, tested, sources);
            }
        }
        rows.push_back(row_of(policy.id, policy.score()));
    }
    rows.push_back(row_of("all", mutation.total()));
    return out + coverage::table(rows, std::vector<std::string>(rows.size()));
}

}  // namespace spile::engine::mutation
