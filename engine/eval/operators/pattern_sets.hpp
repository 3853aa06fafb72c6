// Two wildcard patterns as sets of texts: whether one lies within the other, whether they share a text. Containment is
// decided exactly by walking the narrow pattern against the sets of states that the wide one can be in (the subset
// construction, made as far as it is needed). A hole stands for one text that nobody knows. Private to the folder.
#pragma once

#include "engine/eval/operators/wildcard.hpp"

namespace spile::engine::operators {

/// Undecided for holes that matter, and where the sets of states become too many.
[[nodiscard]] Truth contains_pattern(const Tokens& wide, const Tokens& narrow);
/// O(|a|·|b|).
[[nodiscard]] Truth meet(const Tokens& a, const Tokens& b);

}  // namespace spile::engine::operators
