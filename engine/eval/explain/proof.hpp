// Why a tuple is in a relation, in one world: the rule that derives it, what its names stand for, and so on for the
// relations below. What a rule's author wants to be shown of it are the records with a field `label`: they are the
// steps of the proof, in the order of the rules, each with the place that its field `text` has.
#pragma once

#include <string>
#include <vector>

#include "engine/eval/world/world.hpp"

namespace spile::engine {

struct ProofStep {
    std::string text;
    const Origin* at = nullptr;  // null: nothing in the documents
};

struct Proof {
    bool found = false;
    std::vector<ProofStep> steps;
    std::string cause;           // of an undecided tuple: what is not known
    const Origin* at = nullptr;  // where; may be null
    bool error = false;
};

/// Looks for derivations in one world, which must outlive it.
class Prover {
  public:
    explicit Prover(WorldEvaluator& world) : world_(world) {}

    /// `columns` in the relation's order, missing ones stand for any value. The first derivation in the order of rules
    /// and tuples that is as sure as `least`; none is found where that takes too long (budget in steps, not in time).
    [[nodiscard]] Proof prove(std::uint32_t relation, const std::vector<Value>& columns, Truth least);
    /// The same for a pattern, with what the frame holds.
    [[nodiscard]] Proof prove(std::uint32_t relation, const std::vector<lang::Pattern>& patterns, Frame& frame,
                              Truth least);

  private:
    struct Search;
    bool derive(Search& search, std::size_t at);
    bool derive_from_relation(Search& search, std::size_t at);
    bool agrees(const Search& search, std::size_t at);
    Proof concluded(Search& search);
    void add_step(Value value, Proof& proof) const;
    void add_cause(Search& search, std::size_t at, Proof& proof);

    static constexpr std::uint32_t k_most_steps = 2'000'000;
    static constexpr std::size_t k_depth = 40;
    WorldEvaluator& world_;
    std::vector<std::string> open_goals_;  // tuples that are being proved: a circle proves nothing
    std::uint32_t steps_ = 0;
};

}  // namespace spile::engine
