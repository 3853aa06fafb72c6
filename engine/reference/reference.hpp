// The naive interpreter: the executable meaning of the language. Enumerates every world, computes all relations of each
// world by blind iteration, and asks each policy for each subject. Slow, short, no shortcuts; the oracle of all tests.
#pragma once

#include <string>
#include <vector>

#include "engine/eval/evaluation.hpp"
#include "engine/eval/outcome.hpp"

namespace spile::engine {

struct ReferenceOutcome {
    std::uint32_t policy = 0;
    UnitId subject;
    std::string key;
    std::string path;
    /// One verdict a world; error counts as unknown. In worlds where the subject is not even enumerated:
    /// not_applicable.
    std::vector<Verdict> by_world;
    /// Places that fail, one sorted list a world.
    std::vector<std::vector<std::string>> failing_paths;
};

struct Reference {
    std::vector<World> worlds;
    std::vector<ReferenceOutcome> outcomes;  // by (policy, subject, key)
};

/// Every world of the graph's atoms, in order; empty when there are more than `limit`.
[[nodiscard]] std::vector<World> all_worlds(const GuardSpace& guards, std::size_t limit);

/// Interprets the program. `worlds` from all_worlds.
[[nodiscard]] Reference interpret(Evaluation& evaluation, const std::vector<World>& worlds);

/// How the engine's outcomes differ from the reference's, one line each; empty when they agree in every world. Outcomes
/// evaluated without correlation must only not contradict: their decided verdicts hold in every world.
[[nodiscard]] std::vector<std::string> differences(const Reference& reference, const std::vector<Outcome>& outcomes,
                                                   Evaluation& evaluation);

}  // namespace spile::engine
