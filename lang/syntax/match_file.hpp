// Runs the grammar over the text of a state; what it finds is in the state's nodes, what it misses in its sink.
#pragma once

#include "lang/syntax/parse_state.hpp"

namespace spile::lang::syntax {

/// Never fails: what cannot be read is reported and skipped.
void match_file(ParseState& state);
/// The whole text as one expression; false when it was reported.
bool match_lone_expression(ParseState& state);

}  // namespace spile::lang::syntax
