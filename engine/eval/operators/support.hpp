// What the files of this folder share: making results that say why, walking undecided values. Private to the folder.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "engine/eval/operators.hpp"

namespace spile::engine::operators {

using Arguments = std::span<const Value>;

/// Whether a list's element is there.
[[nodiscard]] Truth membership(const Element& element);
/// Whether a value is there at all: no for missing; null is there.
[[nodiscard]] Truth presence(Value value);

/// An error value, at the place of `at`. A cause that spells a value spells it by spelled().
[[nodiscard]] Value failure(std::string_view cause, Value at, const Operands& with);
/// "`lower` takes a string, not a number".
[[nodiscard]] Value wrong_kind(std::string_view operation, std::string_view wanted, Value got, const Operands& with);
/// An unknown of the given type (or the error, when `because` holds one) whose cause is that of `because`.
[[nodiscard]] Value undecided_value(Value because, TypeHint type, const Operands& with);
/// A boolean, or what undecided_value makes of the first undecided one of `because`.
[[nodiscard]] Value truth_value(Truth truth, Arguments because, const Operands& with);
/// The first value that has a cause; missing when none has.
[[nodiscard]] Value first_undecided(Arguments values);

[[nodiscard]] Value text_value(std::string_view text, Value at, const Operands& with);
[[nodiscard]] Value number_value(std::int64_t number, Value at, const Operands& with);

/// A text or number as a cause spells it: `text`, or that it is sensitive.
[[nodiscard]] std::string spelled(Value value);

/// "a string", "a list"; for messages.
[[nodiscard]] std::string_view kind_name(Value value);

/// The truth of all arms when they agree; `of` maps a value to a truth.
template <class Function>
[[nodiscard]] Truth over_arms(Value choice, Function of) {
    bool first = true;
    Truth all = Truth::maybe;
    for (const Arm& arm : choice.arms()) {
        const Truth one = of(arm.value);
        if (!first && one != all) return Truth::maybe;
        all = one;
        first = false;
    }
    return all;
}

/// Two unknowns that are known to be one value.
[[nodiscard]] bool same_unknown(Value a, Value b);

}  // namespace spile::engine::operators
