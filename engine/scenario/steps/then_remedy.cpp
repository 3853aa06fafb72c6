// Then: the edit that turns a verdict into pass. It is made on a copy; the scenario's documents stay.
#include "engine/scenario/edits.hpp"
#include "engine/scenario/instructions.hpp"
#include "engine/scenario/subjects.hpp"

namespace spile::engine::scenario {

namespace {

using Keyword = StepDefinition::Keyword;
using Takes = StepDefinition::Takes;

template <class Change>
Answer passes_once(Play& play, const Call& call, const Change& change) {
    const Evaluated* before = play.evaluated();
    if (before == nullptr) return nothing_evaluated_yet();
    const Result<std::uint32_t> policy = only_policy(*before);
    if (!policy.ok()) return Failure{policy.error().message, {}};
    const Result<Judged> first = judge(*before, policy.value(), call.argument(0));
    if (!first.ok()) return Failure{first.error().message, {}};
    if (first.value().outcome->verdict == Verdict::pass)
        return Failure{call.argument(0) + " passes already, without the edit", {}};
    Given given = play.given();
    if (Answer failed = change(given)) return failed;
    const Result<Evaluated> after = play.evaluate(given, before->policies, nullptr);
    if (!after.ok()) return Failure{after.error().message, {}};
    const Result<Judged> second = judge(after.value(), policy.value(), call.argument(0));
    if (!second.ok()) return Failure{"after the edit: " + second.error().message, {}};
    const Verdict verdict = second.value().outcome->verdict;
    if (verdict == Verdict::pass) return std::nullopt;
    return differs("after the edit the verdict is " + verdict_text(verdict) + described(second.value()), "pass",
                   verdict_text(verdict));
}

Answer once_set(Play& play, const Call& call) {
    return passes_once(play, call, [&](Given& given) {
        return set_value(given, call.argument(1), call.argument(2), play.stage().policies->schema());
    });
}

Answer once_removed(Play& play, const Call& call) {
    return passes_once(play, call, [&](Given& given) {
        return remove_value(given, call.argument(1), play.stage().policies->schema());
    });
}

Answer once_instruction_removed(Play& play, const Call& call) {
    return passes_once(play, call, [&](Given& given) { return replace_instruction(given, call.argument(1), {}); });
}

Answer once_instruction_replaced(Play& play, const Call& call) {
    return passes_once(play, call,
                       [&](Given& given) { return replace_instruction(given, call.argument(1), call.argument(2)); });
}

Answer once_instruction_added(Play& play, const Call& call) {
    return passes_once(play, call, [&](Given& given) { return add_instruction(given, call.argument(1)); });
}

constexpr StepDefinition k_steps[] = {
    {Keyword::then, "{resource} passes once {path} is set to {value}", Takes::nothing, once_set},
    {Keyword::then, "{resource} passes once {path} is removed", Takes::nothing, once_removed},
    {Keyword::then, "{resource} passes once the instruction {instruction} is removed", Takes::nothing,
     once_instruction_removed},
    {Keyword::then, "{resource} passes once the instruction {instruction} is replaced by {instruction}", Takes::nothing,
     once_instruction_replaced},
    {Keyword::then, "{resource} passes once the instruction {instruction} is added", Takes::nothing,
     once_instruction_added},
};

}  // namespace

std::span<const StepDefinition> then_remedy() {
    return k_steps;
}

}  // namespace spile::engine::scenario
