// From the worlds in which a policy fails for a subject to its findings: least world first, each explanation valid for
// the worlds that agree on the atoms it looked at.
#pragma once

#include <vector>

#include "engine/eval/guarded/relations.hpp"
#include "engine/eval/outcome.hpp"
#include "engine/eval/world/world.hpp"

namespace spile::engine {

/// Tuples of a relation as one world sees them, from the guards' relations; marks the atoms they hang on as looked at.
class WorldRelationView {
  public:
    WorldRelationView(RelationStore& store) : store_(&store) {}
    void attach(WorldEvaluator& world) { world_ = &world; }
    const std::vector<WorldTuple>& tuples(std::uint32_t relation, Era era);

  private:
    RelationStore* store_;
    WorldEvaluator* world_ = nullptr;
    std::map<std::pair<std::uint32_t, Era>, std::vector<WorldTuple>> made_;
};

/// Frame of a policy with its subject bound.
[[nodiscard]] Frame policy_frame(const lang::Policy& policy, Value subject);

/// Places that violate the policy in this world (`fail`), or that keep it from being decided (`unknown`, also set to
/// `error` by what is found).
[[nodiscard]] std::vector<RawFinding> findings_in_world(WorldEvaluator& world, const lang::Policy& policy,
                                                        Value subject, Verdict sought);

/// Fills outcome.findings for the worlds of `where`, which must not be never. For unknown the least world speaks for
/// all.
void explain(Evaluation& evaluation, RelationStore& relations, const lang::Policy& policy, Value subject, Guard where,
             Outcome& outcome);

}  // namespace spile::engine
