// Whether the scenarios notice mistakes: each mutant of a policy is run by the scenarios that evaluate the policy,
// until one of them fails.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/coverage/coverage.hpp"
#include "engine/scenario/runner.hpp"
#include "lang/mutation/mutation.hpp"

namespace spile::engine::mutation {

enum class Fate : std::uint8_t { killed, survived, equivalent };

struct TestedMutant {
    lang::Mutant mutant;
    Fate fate = Fate::survived;
    std::string by;  // killed: the scenario's place, "s3.feature:12"; equivalent: the reason
};

struct Score {
    std::uint32_t mutants = 0;
    std::uint32_t killed = 0;
    std::uint32_t survived = 0;
    std::uint32_t equivalent = 0;

    /// Killed ones of those that mean something else.
    [[nodiscard]] coverage::Count score() const { return {killed, mutants - equivalent}; }
    [[nodiscard]] coverage::Count equivalents() const { return {equivalent, mutants}; }
    void add(const Score& other);
};

struct PolicyMutation {
    std::uint32_t policy = 0;
    std::string id;
    std::string path;
    std::uint32_t scenarios = 0;  // that evaluate it
    std::vector<TestedMutant> mutants;
    std::string unsteady;  // the place of a scenario that fails without a mutant; then none is made

    [[nodiscard]] Score score() const;
};

struct Mutation {
    std::vector<PolicyMutation> policies;  // by (path, place)
    std::vector<std::string> problems;     // scenarios that fail by themselves, untrue equivalences; each fails the run
    [[nodiscard]] Score total() const;
};

/// Mutants of these policies, run by the scenarios of `options.only` (all without it), which pass without a mutant.
/// `options.jobs` policies at a time; the result does not depend on it.
[[nodiscard]] Mutation run_mutants(const scenario::Suite& suite, const scenario::PolicySet& policies,
                                   const std::vector<std::uint32_t>& tested, const scenario::RunOptions& options);

}  // namespace spile::engine::mutation
