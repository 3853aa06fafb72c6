// The unit behind a resource or entity. Private to the folder.
#pragma once

#include "engine/eval/operators/support.hpp"

namespace spile::engine::operators {

/// Null for other values.
[[nodiscard]] const Unit* unit_of(Value subject, const Operands& with);

}  // namespace spile::engine::operators
