// Policies over a fact graph: the face of evaluation.
#pragma once

#include <functional>
#include <vector>

#include "engine/eval/evaluation.hpp"
#include "engine/eval/outcome.hpp"

namespace spile::engine {

struct EvaluateOptions {
    /// Which policies to evaluate; null: all.
    std::function<bool(const lang::Policy&)> selected;
};

/// Evaluates every selected policy for each of its subjects, policies in the program's order, subjects in document
/// order. The outcomes refer to memory of the evaluation and the graph. Never fails: what cannot be decided is a
/// verdict.
[[nodiscard]] std::vector<Outcome> evaluate(Evaluation& evaluation, const EvaluateOptions& options);

}  // namespace spile::engine
