#include "engine/coverage/coverage.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "lang/source/balanced.hpp"

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

void Record::begin(const std::vector<std::uint32_t>& policies) {
    for (const std::uint32_t policy : present_) {
        Evaluations& of = evaluations_[policy];
        if (subjects_of(policy) == of.subjects_before) of.without_subject = true;
    }
    present_ = policies;
    for (const std::uint32_t policy : policies) {
        Evaluations& of = evaluations_[policy];
        ++of.scenarios;
        of.subjects_before = subjects_of(policy);
    }
}

std::uint32_t Record::subjects_of(std::uint32_t policy) const {
    std::uint32_t all = 0;
    for (const Verdict verdict :
         {Verdict::pass, Verdict::fail, Verdict::unknown, Verdict::error, Verdict::not_applicable})
        all += truths_.verdicts(policy, verdict);
    return all;
}

SeenVerdicts Record::verdicts(std::uint32_t policy) const {
    SeenVerdicts seen;
    const auto shown = [&](Verdict verdict) { return truths_.verdicts(policy, verdict) > 0; };
    seen.pass = shown(Verdict::pass);
    seen.fail = shown(Verdict::fail);
    seen.unknown = shown(Verdict::unknown) || shown(Verdict::error);
    seen.not_applicable = shown(Verdict::not_applicable);
    const auto found = evaluations_.find(policy);
    if (found == evaluations_.end()) return seen;
    seen.scenarios = found->second.scenarios;
    seen.not_applicable = seen.not_applicable || found->second.without_subject;
    return seen;
}

void Record::merge(const Record& other) {
    truths_.merge(other.truths_);
    for (const auto& [policy, of] : other.evaluations_) {
        Evaluations& mine = evaluations_[policy];
        mine.scenarios += of.scenarios;
        mine.without_subject = mine.without_subject || of.without_subject;
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
            const SourceSpan where = balanced(sources, condition.where);
            row.conditions.push_back({condition, folded(sources.text(where)),
                                      sources.line_column(where.source, where.span.begin),
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
