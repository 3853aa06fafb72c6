// One function for each entry of builtins.def; `call` finds them by a table over the same list. They get no error, no
// choice, and no missing value where the signature does not take one. Private to the folder.
#pragma once

#include "engine/eval/operators/support.hpp"

namespace spile::engine::operators::builtins {

#define SPILE_BUILTIN(name, signature, doc) [[nodiscard]] Value name(Arguments arguments, const Operands& with);
#include "lang/program/builtins.def"
#undef SPILE_BUILTIN

}  // namespace spile::engine::operators::builtins
