#include <algorithm>
#include <map>

#include "engine/coverage/write.hpp"

namespace spile::engine::coverage {

namespace {

struct File {
    std::vector<const PolicyCoverage*> policies;
    std::map<lang::ExprIndex, const ConditionCoverage*> by_expr;  // each once
};

std::vector<const ConditionCoverage*> in_order(const File& file) {
    std::vector<const ConditionCoverage*> conditions;
    for (const auto& [expr, condition] : file.by_expr)
        conditions.push_back(condition);
    std::sort(conditions.begin(), conditions.end(), [](const ConditionCoverage* a, const ConditionCoverage* b) {
        return std::pair(a->at, a->condition.expr) < std::pair(b->at, b->condition.expr);
    });
    return conditions;
}

// A count for an outcome; "-" when the condition was never evaluated at all.
std::string taken(const SeenTruths::Counts& seen, std::uint32_t count) {
    const bool evaluated = seen.yes + seen.no + seen.undecided > 0;
    return evaluated ? std::to_string(count) : "-";
}

void add_functions(const File& file, std::string& out) {
    std::size_t hit = 0;
    for (const PolicyCoverage* policy : file.policies)
        out += "FN:" + std::to_string(policy->at.line) + "," + policy->id + "\n";
    for (const PolicyCoverage* policy : file.policies) {
        out += "FNDA:" + std::to_string(policy->verdicts.scenarios) + "," + policy->id + "\n";
        if (policy->verdicts.scenarios > 0) ++hit;
    }
    out += "FNF:" + std::to_string(file.policies.size()) + "\nFNH:" + std::to_string(hit) + "\n";
}

void add_conditions(const File& file, std::string& out) {
    std::map<std::uint32_t, std::uint32_t> blocks;  // by line
    std::map<std::uint32_t, std::uint32_t> lines;   // evaluations
    std::size_t found = 0;
    std::size_t hit = 0;
    for (const ConditionCoverage* condition : in_order(file)) {
        const std::uint32_t line = condition->at.line;
        const std::uint32_t block = blocks[line]++;
        const SeenTruths::Counts& seen = condition->seen;
        std::vector<std::uint32_t> counts{seen.yes, seen.no};
        if (condition->condition.can_be_undecided) counts.push_back(seen.undecided);
        for (std::size_t i = 0; i < counts.size(); ++i) {
            out += "BRDA:" + std::to_string(line) + "," + std::to_string(block) + "," + std::to_string(i) + "," +
                   taken(seen, counts[i]) + "\n";
            ++found;
            if (counts[i] > 0) ++hit;
        }
        lines[line] = std::max(lines[line], seen.yes + seen.no + seen.undecided);
    }
    out += "BRF:" + std::to_string(found) + "\nBRH:" + std::to_string(hit) + "\n";
    for (const auto& [line, count] : lines)
        out += "DA:" + std::to_string(line) + "," + std::to_string(count) + "\n";
    const auto evaluated = std::count_if(lines.begin(), lines.end(), [](const auto& each) { return each.second > 0; });
    out += "LF:" + std::to_string(lines.size()) + "\nLH:" + std::to_string(evaluated) + "\n";
}

}  // namespace

std::string write_lcov(const Coverage& coverage) {
    std::map<std::string, File> files;
    for (const PolicyCoverage& policy : coverage.policies) {
        File& file = files[policy.path];
        file.policies.push_back(&policy);
        for (const ConditionCoverage& condition : policy.conditions)
            file.by_expr.emplace(condition.condition.expr, &condition);
    }
    std::string out;
    for (const auto& [path, file] : files) {
        out += "TN:\nSF:" + path + "\n";
        add_functions(file, out);
        add_conditions(file, out);
        out += "end_of_record\n";
    }
    return out;
}

}  // namespace spile::engine::coverage
