// The relations of a program over one graph, each computed when first asked for: naive iteration of a stratum until no
// tuple's guards grow. An index by column keeps joins on known values from looking at every tuple.
#pragma once

#include <array>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/eval/guarded/guarded.hpp"

namespace spile::engine {

/// Tuples of one relation; positions never change while it grows.
class GuardedRelation {
  public:
    [[nodiscard]] const std::vector<GuardedTuple>& tuples() const noexcept { return tuples_; }
    /// Adds the tuple or widens the guards of the one that is there; true when something changed.
    bool add(GuardedTuple tuple, GuardSpace& guards);
    /// Positions of the tuples whose column may equal the value, ascending.
    [[nodiscard]] std::vector<std::uint32_t> candidates(std::size_t column, Value value);
    /// How many these are.
    [[nodiscard]] std::size_t count(std::size_t column, Value value);

  private:
    std::vector<GuardedTuple> tuples_;
    std::unordered_map<std::string, std::uint32_t> by_key_;
    struct Index {
        std::size_t covered = 0;
        std::unordered_map<std::string, std::vector<std::uint32_t>> exact;
        std::vector<std::uint32_t> open;  // no single known value
    };
    /// Up to the last tuple.
    Index& index(std::size_t column);
    std::map<std::size_t, Index> indices_;
};

class RelationStore {
  public:
    explicit RelationStore(Evaluation& evaluation);
    /// Computed with everything below it at the first call.
    [[nodiscard]] GuardedRelation& relation(std::uint32_t index, Era era);
    /// As GuardedEvaluator::forget; relations that are complete stay.
    void forget() {
        if (evaluator_) evaluator_->forget();
    }

  private:
    struct OfEra {
        std::vector<GuardedRelation> relations;
        std::vector<bool> started;    // by stratum
        std::vector<bool> exhausted;  // their guards cost too much
    };
    OfEra& of(Era era) { return eras_[static_cast<std::size_t>(era)]; }
    void compute(std::uint32_t stratum, Era era);
    bool apply(const lang::Rule& rule, Era era, GuardedRelation& into);
    [[nodiscard]] GuardedEvaluator::Mode mode() const;

    Evaluation* evaluation_;
    std::array<OfEra, 2> eras_;
    std::unique_ptr<GuardedEvaluator> evaluator_;
};

/// Atoms that the attributes and the existence of a unit depend on, ascending.
[[nodiscard]] std::vector<AtomId> atoms_of(const Unit& unit, const GuardSpace& guards);

}  // namespace spile::engine
