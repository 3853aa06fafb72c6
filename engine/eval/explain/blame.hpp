// Why a truth is what it is, in one world: the place to point at, reasons in the document's terms, the cause of an
// undecided value. The place follows one order: first false conjunct, first disjunct, left operand before right, for
// what is missing the key of its deepest ancestor, the witness of a quantifier, the subject's name for a relation, the
// undecided value itself.
#pragma once

#include <string>
#include <vector>

#include "engine/eval/explain/proof.hpp"
#include "engine/eval/world/world.hpp"

namespace spile::engine {

struct Blame {
    const Origin* at = nullptr;  // null: nothing in the documents; callers take the subject's name
    std::string missing;         // path of what is missing below `at`
    std::vector<std::string> reasons;
    std::string cause;             // undecided: why
    std::vector<ProofStep> steps;  // of the relation that holds, or may hold
    bool error = false;
    bool assumed = false;
};

/// Which truth the author wanted: `require x` wants true, `deny x` wants false.
enum class Wanted : std::uint8_t { true_, false_ };

/// Explains why `expr` does not have the wanted truth. The frame is used for bindings and left in the state of the
/// witness.
[[nodiscard]] Blame blame(WorldEvaluator& world, lang::ExprIndex expr, Frame& frame, Wanted wanted);

/// Adds the proofs of the relations that a quantifier's witness, bound in the frame, stands on; and the cause, where
/// one of them is undecided and nothing else was.
void prove_witness(WorldEvaluator& world, const lang::Expr& quantifier, Frame& frame, Blame& result);

/// The place of a value as `at` names it.
[[nodiscard]] Blame place_of(WorldEvaluator& world, lang::ExprIndex expr, Frame& frame);

}  // namespace spile::engine
