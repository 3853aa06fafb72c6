// Expressions inside of texts (`{bucket}` in a message): parsed on their own and put into the module that the text
// stands in, with spans of its file.
#pragma once

#include <functional>

#include "lang/diagnostics/diagnostic.hpp"
#include "lang/syntax/ast.hpp"

namespace spile::lang::sema {

/// Maps an offset of the expression's own text to one of the module's file.
using OffsetMap = std::function<std::uint32_t(std::uint32_t)>;

/// Parses `text` and appends its expressions to `module`; syntax errors go to `sink` at their place in the file.
/// no_expr when it could not be read.
[[nodiscard]] syntax::ExprId graft_expression(syntax::Module& module, std::string_view text, const OffsetMap& place,
                                              DiagnosticSink& sink);

/// For each byte of a quoted string's decoded content (and its end) the offset in the file. `written` is the literal
/// with quotes, which begins at `begin`.
[[nodiscard]] std::vector<std::uint32_t> decoded_offsets(std::string_view written, std::uint32_t begin);

}  // namespace spile::lang::sema
