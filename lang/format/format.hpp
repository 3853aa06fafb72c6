// Rule text -> the same rules in the one layout (`spile fmt`).
#pragma once

#include <string>

#include "lang/source/source_map.hpp"
#include "lang/syntax/ast.hpp"

namespace spile::lang::format {

/// The module's canonical text. Keeps every comment, changes no meaning (parsing it gives an equal module but for
/// spans) and is idempotent. The module must have been parsed without errors.
[[nodiscard]] std::string format(const syntax::Module& module, const SourceMap& sources);

}  // namespace spile::lang::format
