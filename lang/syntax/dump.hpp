// The tree as text without spans: what tests compare and what a reader of the parser looks at.
#pragma once

#include <string>

#include "lang/syntax/ast.hpp"

namespace spile::lang::syntax {

/// One declaration a line, expressions in prefix form: `(and (== a "b") (not c))`. Equal trees give equal text and
/// different ones different text, spans and comments apart.
[[nodiscard]] std::string dump(const Module& module);
[[nodiscard]] std::string dump(const Module& module, ExprId id);

}  // namespace spile::lang::syntax
