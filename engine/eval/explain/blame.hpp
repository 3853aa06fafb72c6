// Why a truth is what it is, in one world: the place to point at, reasons in the document's terms, the cause of an
// undecided value. The place follows one order: first false conjunct, first disjunct, left operand before right, for
// what is missing the key of its deepest ancestor, the witness of a quantifier, the subject's name for a relation, the
// undecided value itself.
#pragma once

#include <string>
#include <vector>

#include "engine/eval/world/world.hpp"

namespace spile::engine {

struct Blame {
    const Origin* at = nullptr;  // null: nothing in the documents; callers take the subject's name
    std::string missing;         // path of what is missing below `at`
    std::vector<std::string> reasons;
    std::string cause;  // undecided: why
    bool error = false;
    bool assumed = false;
};

/// Which truth the author wanted: `require x` wants true, `deny x` wants false.
enum class Wanted : std::uint8_t { true_, false_ };

/// Explains why `expr` does not have the wanted truth. The frame is used for bindings and left in the state of the
/// witness.
[[nodiscard]] Blame blame(WorldEvaluator& world, lang::ExprIndex expr, Frame& frame, Wanted wanted);

/// The place of a value as `at` names it.
[[nodiscard]] Blame place_of(WorldEvaluator& world, lang::ExprIndex expr, Frame& frame);

}  // namespace spile::engine
