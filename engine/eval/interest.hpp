// What a program can read of resources, for the loader.
#pragma once

#include "engine/document/interest.hpp"
#include "lang/program/program.hpp"

namespace spile::engine {

/// Every property path that some rule, view or policy of the program names, as far as it is written out; where a
/// resource itself is handed on, all of its type. Names and tags are not in it: loaders keep what `refers` and the
/// entity `Resource` read of any resource.
[[nodiscard]] Interest interest_of(const lang::Program& program);

}  // namespace spile::engine
