// A policy's evaluation for one subject in one world, condition by condition, as `spile explain` shows it: why, and why
// not.
#pragma once

#include <string>
#include <vector>

#include "engine/eval/world/world.hpp"

namespace spile::engine {

struct TreeLine {
    int depth = 0;
    std::string text;            // the condition as written, blanks folded
    std::string result;          // "true", "false", "undecided", or a value
    std::string note;            // what an operand is, why something is undecided
    const Origin* at = nullptr;  // where the operand is written; may be null
};

/// Subject, `when`s, demands and what they are made of. Quantifiers show the first witness or how many members were
/// looked at; a relation that does not hold names the rule with the longest satisfied beginning and the first condition
/// that stops it.
[[nodiscard]] std::vector<TreeLine> explain_tree(WorldEvaluator& world, const lang::Policy& policy, Value subject);

}  // namespace spile::engine
