#include "engine/coverage/coverage.hpp"

#include <algorithm>
#include <set>
#include <tuple>


namespace spile::engine::coverage {

namespace {

std::uint32_t as_count(bool seen) {
    return seen ? 1 : 0;
}

// As written on one line.
std::string folded(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
        if (!blank)
            out += c;
        else if (!out.empty() && out.back() != ' ')
            out += ' ';
    }
    return out;
}

void count(const ConditionCoverage& condition, Totals& into) {
    const SeenTruths::Counts& seen = condition.seen;
    into.decided.add({as_count(seen.yes > 0) + as_count(seen.no > 0), 2});
    if (condition.condition.can_be_undecided) into.undecided.add({as_count(seen.undecided > 0), 1});
    into.conditions.add({as_count(condition.never().empty()), 1});
}

void count_verdicts(const PolicyCoverage& policy, Totals& into) {
    const SeenVerdicts& seen = policy.verdicts;
    into.verdicts.add({as_count(seen.pass) + as_count(seen.fail) + as_count(seen.not_applicable), 3});
    if (policy.can_be_unknown) into.verdicts.add({as_count(seen.unknown), 1});
}

void finish(Totals& totals) {
    totals.outcomes = totals.decided;
    totals.outcomes.add(totals.undecided);
}

}  // namespace

void Record::add(const std::vector<std::uint32_t>& policies, const std::vector<Outcome>& outcomes) {
    std::map<std::uint32_t, bool> applied;
    for (const std::uint32_t policy : policies) {
        ++verdicts_[policy].scenarios;
        applied[policy] = false;
    }
    for (const Outcome& outcome : outcomes) {
        applied[outcome.policy] = true;
        SeenVerdicts& seen = verdicts_[outcome.policy];
        switch (outcome.verdict) {
            case Verdict::pass:
                seen.pass = true;
                break;
            case Verdict::fail:
                seen.fail = true;
                break;
            case Verdict::unknown:
            case Verdict::error:
                seen.unknown = true;
                break;
            case Verdict::not_applicable:
                seen.not_applicable = true;
                break;
        }
    }
    for (const auto& [policy, had_subject] : applied) {
        if (!had_subject) verdicts_[policy].not_applicable = true;
    }
}

SeenVerdicts Record::verdicts(std::uint32_t policy) const {
    const auto found = verdicts_.find(policy);
    return found == verdicts_.end() ? SeenVerdicts{} : found->second;
}

void Record::merge(const Record& other) {
    truths_.merge(other.truths_);
    for (const auto& [policy, seen] : other.verdicts_) {
        SeenVerdicts& mine = verdicts_[policy];
        mine.scenarios += seen.scenarios;
        mine.pass = mine.pass || seen.pass;
        mine.fail = mine.fail || seen.fail;
        mine.unknown = mine.unknown || seen.unknown;
        mine.not_applicable = mine.not_applicable || seen.not_applicable;
    }
}

std::uint32_t ConditionCoverage::shown() const {
    return wanted() - static_cast<std::uint32_t>(never().size());
}

std::vector<std::string> ConditionCoverage::never() const {
    std::vector<std::string> words;
    if (seen.yes == 0) words.emplace_back("true");
    if (seen.no == 0) words.emplace_back("false");
    if (seen.undecided == 0 && condition.can_be_undecided) words.emplace_back("undecided");
    return words;
}

std::vector<std::string> PolicyCoverage::never() const {
    std::vector<std::string> words;
    if (!verdicts.pass) words.emplace_back("pass");
    if (!verdicts.fail) words.emplace_back("fail");
    if (!verdicts.not_applicable) words.emplace_back("not applicable");
    if (!verdicts.unknown && can_be_unknown) words.emplace_back("unknown");
    return words;
}

Totals totals(const PolicyCoverage& policy) {
    Totals made;
    for (const ConditionCoverage& condition : policy.conditions)
        count(condition, made);
    count_verdicts(policy, made);
    finish(made);
    return made;
}

Totals Coverage::total() const {
    Totals made;
    std::set<lang::ExprIndex> counted;
    for (const PolicyCoverage& policy : policies) {
        for (const ConditionCoverage& condition : policy.conditions) {
            if (counted.insert(condition.condition.expr).second) count(condition, made);
        }
        count_verdicts(policy, made);
    }
    finish(made);
    return made;
}

Coverage measure(const lang::Program& program, const SourceMap& sources, const std::vector<std::uint32_t>& policies,
                 const Record& record) {
    Coverage made;
    const std::vector<PolicyConditions> all = conditions_of(program, policies);
    for (std::size_t i = 0; i < policies.size(); ++i) {
        const lang::Policy& policy = program.policies[policies[i]];
        PolicyCoverage row;
        row.policy = policies[i];
        row.id = policy.id;
        row.name = policy.name;
        row.path = sources.path(policy.where.source);
        row.at = sources.line_column(policy.where.source, policy.where.span.begin);
        row.verdicts = record.verdicts(policies[i]);
        row.can_be_unknown = all[i].can_be_unknown;
        for (const Condition& condition : all[i].conditions) {
            row.conditions.push_back({condition, folded(sources.text(condition.where)),
                                      sources.line_column(condition.where.source, condition.where.span.begin),
                                      record.truths().of(condition.expr)});
        }
        made.policies.push_back(std::move(row));
    }
    std::sort(made.policies.begin(), made.policies.end(), [](const PolicyCoverage& a, const PolicyCoverage& b) {
        return std::tie(a.path, a.at, a.policy) < std::tie(b.path, b.at, b.policy);
    });
    return made;
}

}  // namespace spile::engine::coverage
