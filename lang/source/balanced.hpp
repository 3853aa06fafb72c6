// The span of an expression leaves out the parentheses around its first or last operand: `(a ?? 1) >= 7` begins at `a`.
#pragma once

#include "lang/source/source_map.hpp"

namespace spile {

/// The span widened over the parentheses, brackets and braces that are open or closed in it only.
[[nodiscard]] SourceSpan balanced(const SourceMap& sources, SourceSpan where);

}  // namespace spile
