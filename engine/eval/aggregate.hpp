// The parts of aggregates that do not depend on how bindings are found: folding numbers with uncertain members,
// choosing the only one, repeated keys.
#pragma once

#include <utility>
#include <vector>

#include "engine/eval/operators.hpp"

namespace spile::engine {

/// sum, minimum or maximum of items that are certainly (true) or possibly there. `undecided` not missing: some item is
/// no known number.
[[nodiscard]] Value fold_numbers(lang::Op op, const std::vector<std::pair<Value, bool>>& items, bool open,
                                 Value undecided, const ValueFactory& make);
/// the(…): none → missing, one → it, two certain ones → an error at the second, else unknown.
[[nodiscard]] Value the_one(const std::vector<std::pair<Value, bool>>& items, bool open, const ValueFactory& make);
/// first(…) that an undecided earlier member hides.
[[nodiscard]] Value undecided_pick(const ValueFactory& make);
[[nodiscard]] bool orders_before(Value a, Value b, const Operands& with);
/// A map member that may be absent.
[[nodiscard]] Value perhaps(Value content, const ValueFactory& make);
/// What a key has that occurs again.
[[nodiscard]] Value repeated_key(Value first, Truth again, Value key, const ValueFactory& make);

}  // namespace spile::engine
