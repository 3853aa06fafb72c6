// The expression phrase of the grammar, compiled once.
#include "lang/syntax/grammar_expressions.hpp"

namespace spile::lang::syntax {

bool match_expression(grammar::Input& in, ParseState& state) {
    return grammar::matches<grammar::expression>(in, state);
}

bool match_sum(grammar::Input& in, ParseState& state) {
    return grammar::matches<grammar::deeper<grammar::sum>>(in, state);
}

}  // namespace spile::lang::syntax
