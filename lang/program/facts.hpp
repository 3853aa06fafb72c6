// Whether an expression reads anything of the documents, or comes to the same whatever they say.
#pragma once

#include "lang/program/program.hpp"

namespace spile::lang {

/// True if the expression, or a function that it calls, ranges over units or entities, asks a relation, or reads
/// `subject`, the slot of a policy's subject (k_no_slot: there is none). Params, literals, builtins and names bound to
/// them are no facts.
[[nodiscard]] bool reads_facts(const Program& program, ExprIndex expr, Slot subject = k_no_slot);

}  // namespace spile::lang
