// Then: verdicts, and all findings of an evaluation.
#include <algorithm>
#include <array>

#include "engine/scenario/subjects.hpp"
#include "engine/scenario/table.hpp"

namespace spile::engine::scenario {

namespace {

using Keyword = StepDefinition::Keyword;
using Takes = StepDefinition::Takes;

Answer verdict_is(const Result<Judged>& judged, const lang::Program& program, const std::string& resource,
                  const std::string& expected) {
    const Result<Verdict> wanted = parse_verdict(expected);
    if (!wanted.ok()) return Failure{wanted.error().message, {}};
    if (!judged.ok()) return Failure{judged.error().message, {}};
    const Verdict actual = judged.value().outcome->verdict;
    if (actual == wanted.value()) return std::nullopt;
    return differs("the verdict of " + program.policies[judged.value().policy].id + " for " + resource + " is " +
                       verdict_text(actual) + ", not " + verdict_text(wanted.value()) + described(judged.value()),
                   verdict_text(wanted.value()), verdict_text(actual));
}

Answer verdict(Play& play, const Call& call) {
    const Evaluated* evaluated = play.evaluated();
    if (evaluated == nullptr) return nothing_evaluated_yet();
    const Result<std::uint32_t> policy = only_policy(*evaluated);
    if (!policy.ok()) return Failure{policy.error().message, {}};
    return verdict_is(judge(*evaluated, policy.value(), call.argument(0)), evaluated->program(), call.argument(0),
                      call.argument(1));
}

Answer verdict_of_policy(Play& play, const Call& call) {
    const Evaluated* evaluated = play.evaluated();
    if (evaluated == nullptr) return nothing_evaluated_yet();
    const Result<std::uint32_t> policy = find_policy(evaluated->program(), call.argument(0));
    if (!policy.ok()) return Failure{policy.error().message, {}};
    return verdict_is(judge(*evaluated, policy.value(), call.argument(1)), evaluated->program(), call.argument(1),
                      call.argument(2));
}

Answer findings_exactly(Play& play, const Call& call) {
    const Evaluated* evaluated = play.evaluated();
    if (evaluated == nullptr) return nothing_evaluated_yet();
    return compare_findings(*evaluated, call.table());
}

Answer no_findings(Play& play, const Call&) {
    const Evaluated* evaluated = play.evaluated();
    if (evaluated == nullptr) return nothing_evaluated_yet();
    Failure failure;
    for (const Finding& finding : evaluated->report.findings) {
        if (finding.waived) continue;
        failure.difference.push_back(
            {Difference::Kind::unexpected, verdict_text(finding.verdict) + " " + finding.policy + " " +
                                               subject_text(finding.subject.name, finding.subject.key) + ": " +
                                               described(finding)});
    }
    if (failure.difference.empty()) return std::nullopt;
    failure.message = failure.difference.size() == 1
                          ? "there is a finding"
                          : "there are " + std::to_string(failure.difference.size()) + " findings";
    return failure;
}

Answer nothing_evaluated(Play& play, const Call&) {
    const Evaluated* evaluated = play.evaluated();
    if (evaluated == nullptr) return nothing_evaluated_yet();
    Failure failure;
    for (const Outcome& outcome : *evaluated->outcomes) {
        if (outcome.verdict == Verdict::not_applicable) continue;
        failure.difference.push_back({Difference::Kind::unexpected,
                                      evaluated->program().policies[outcome.policy].id + " " +
                                          subject_text(evaluated->graph().unit(outcome.subject).name, outcome.key) +
                                          ": " + verdict_text(outcome.verdict)});
    }
    if (failure.difference.empty()) return std::nullopt;
    failure.message = "something was evaluated";
    return failure;
}

constexpr StepDefinition k_steps[] = {
    {Keyword::then, "the verdict for {resource} is {verdict}", Takes::nothing, verdict},
    {Keyword::then, "the verdict of {policy} for {resource} is {verdict}", Takes::nothing, verdict_of_policy},
    {Keyword::then, "the findings are exactly:", Takes::table, findings_exactly},
    {Keyword::then, "there are no findings", Takes::nothing, no_findings},
    {Keyword::then, "nothing was evaluated", Takes::nothing, nothing_evaluated},
};

}  // namespace

std::span<const StepDefinition> then_verdict() {
    return k_steps;
}

Result<Verdict> parse_verdict(const std::string& text) {
    static constexpr std::array<Verdict, 5> k_all = {Verdict::pass, Verdict::fail, Verdict::unknown,
                                                     Verdict::not_applicable, Verdict::error};
    std::vector<std::string> known;
    for (const Verdict verdict : k_all) {
        if (verdict_text(verdict) == text) return verdict;
        known.push_back(verdict_text(verdict));
    }
    return Error{"there is no verdict `" + text + "`; there are " + listed(known) + nearest_of(text, known)};
}

bool expects_nothing(const StepDefinition& step, const Call& call) {
    if (step.run == nothing_evaluated) return true;
    const bool is_verdict = step.run == verdict || step.run == verdict_of_policy;
    return is_verdict && call.arguments.back().text == verdict_text(Verdict::not_applicable);
}

}  // namespace spile::engine::scenario
