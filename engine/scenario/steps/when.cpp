// When: which of the loaded policies are evaluated over the documents.
#include <algorithm>

#include "engine/scenario/subjects.hpp"

namespace spile::engine::scenario {

namespace {

using Keyword = StepDefinition::Keyword;
using Takes = StepDefinition::Takes;

// What was looked at, where no policy was applicable to any of it.
std::string why_nothing(const Evaluated& evaluated) {
    std::vector<std::string> wanted;
    for (const std::uint32_t index : evaluated.policies) {
        const lang::Policy& policy = evaluated.program().policies[index];
        wanted.push_back(subject_type(evaluated.program(), policy));
    }
    std::sort(wanted.begin(), wanted.end());
    wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
    std::vector<std::string> there;
    for (const Unit& unit : evaluated.graph().units()) {
        if (unit.kind == UnitKind::resource && !unit.external)
            there.push_back(std::string(unit.name) + ": " + std::string(unit.type));
    }
    std::vector<std::string> subjects;
    for (const Outcome& outcome : *evaluated.outcomes)
        subjects.push_back(subject_text(evaluated.graph().unit(outcome.subject).name, outcome.key));
    std::string text = "nothing was evaluated: ";
    if (!subjects.empty())
        text += "the policy is not applicable to " + listed(subjects);
    else if (there.empty())
        text += "the documents declare no resource";
    else
        text += "the policy is for " + listed(wanted) + ", the documents have " + listed(there);
    return text + "; if that is meant, say so with `nothing was evaluated` or a verdict `not applicable`";
}

Answer evaluate(Play& play, std::vector<std::uint32_t> policies) {
    if (Answer failed = play.evaluate(std::move(policies))) return failed;
    const Evaluated& evaluated = *play.evaluated();
    if (evaluated.anything() || play.stage().may_evaluate_nothing) return std::nullopt;
    return Failure{why_nothing(evaluated), {}};
}

Answer one_policy(Play& play, const Call& call) {
    const Result<std::uint32_t> policy = find_policy(play.stage().policies->program(), call.argument(0));
    if (!policy.ok()) return Failure{policy.error().message, {}};
    return evaluate(play, {policy.value()});
}

Answer one_pack(Play& play, const Call& call) {
    const Result<std::vector<std::uint32_t>> pack = find_pack(play.stage().policies->program(), call.argument(0));
    if (!pack.ok()) return Failure{pack.error().message, {}};
    return evaluate(play, pack.value());
}

Answer all_policies(Play& play, const Call&) {
    std::vector<std::uint32_t> all(play.stage().policies->program().policies.size());
    for (std::uint32_t i = 0; i < all.size(); ++i)
        all[i] = i;
    if (all.empty()) return Failure{"no policy is loaded", {}};
    return evaluate(play, std::move(all));
}

constexpr StepDefinition k_steps[] = {
    {Keyword::when, "the policy {policy} is evaluated", Takes::nothing, one_policy},
    {Keyword::when, "the pack {string} is evaluated", Takes::nothing, one_pack},
    {Keyword::when, "all policies are evaluated", Takes::nothing, all_policies},
};

}  // namespace

std::span<const StepDefinition> when_steps() {
    return k_steps;
}

std::vector<std::uint32_t> policies_of(const StepDefinition& step, const Call& call, const lang::Program& program) {
    if (step.run == one_policy) {
        const Result<std::uint32_t> policy = find_policy(program, call.argument(0));
        return policy.ok() ? std::vector<std::uint32_t>{policy.value()} : std::vector<std::uint32_t>{};
    }
    if (step.run == one_pack) {
        const Result<std::vector<std::uint32_t>> pack = find_pack(program, call.argument(0));
        return pack.ok() ? pack.value() : std::vector<std::uint32_t>{};
    }
    std::vector<std::uint32_t> all;
    for (std::uint32_t i = 0; step.run == all_policies && i < program.policies.size(); ++i)
        all.push_back(i);
    return all;
}

}  // namespace spile::engine::scenario
