// Rule text -> Module. The only face of the grammar.
#pragma once

#include "lang/diagnostics/diagnostic.hpp"
#include "lang/syntax/ast.hpp"

namespace spile::lang::syntax {

/// Parses one file. Never throws; every syntax error is a diagnostic with the span of what was seen, and parsing goes
/// on at the next declaration, so one run reports several. Nesting is limited to 64. O(length).
[[nodiscard]] Module parse(SourceId source, const SourceMap& sources, DiagnosticSink& sink);

/// Parses a lone expression (query, a step's backticks). Its text is the source's whole text; the root is the last of
/// `exprs`, or no_expr when it could not be read.
struct ParsedExpression {
    Module holder;
    ExprId root = no_expr;
};
[[nodiscard]] ParsedExpression parse_expression(SourceId source, const SourceMap& sources, DiagnosticSink& sink);

}  // namespace spile::lang::syntax
