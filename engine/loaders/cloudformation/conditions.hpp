// Conditions as guards: who is equal to whom in which worlds.
#pragma once

#include "engine/loaders/cloudformation/evaluate.hpp"

namespace spile::engine::cloudformation {

/// Worlds in which a statement certainly holds, and in which it certainly does not; the rest is undecided.
struct Truth {
    Guard yes = k_never;
    Guard no = k_never;
    bool assumed = false;
};

/// The guard of a named condition, made at the first asking. A cycle or an unknown name gives nothing, and a
/// diagnostic.
[[nodiscard]] const Condition* find_condition(Scope& scope, std::string_view name, SourceSpan at);

/// Equality as Fn::Equals has it (scalars by their text). Nothing is decided about what is not known.
[[nodiscard]] Truth equal(Scope& scope, Value a, Value b);

/// A condition's expression; comparisons that stay undecided become atoms of their own, so that a guard results.
[[nodiscard]] Truth decided_truth(Scope& scope, const Raw& raw, const Place& place);

/// An expression of the Rules section; what cannot be decided stays so.
[[nodiscard]] Truth rule_truth(Scope& scope, const Raw& raw, const Place& place);

/// Adds one class to a parameter for each literal that the template compares it with, or looks up by it.
void collect_classes(Scope& scope);

}  // namespace spile::engine::cloudformation
