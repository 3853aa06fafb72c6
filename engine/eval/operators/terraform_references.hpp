// Whether a value of a plan leads to a resource: by the expressions of the configuration first, by the text where it is
// known. Private to the folder.
#pragma once

#include "engine/eval/operators/support.hpp"

namespace spile::engine::operators {

/// `refers` for a target that Terraform declares.
[[nodiscard]] Truth terraform_refers(Value value, UnitId target, const Operands& with);

/// Whether a known text, or an ARN, spells a resource by that name: as it is, in an ARN, in a URL.
[[nodiscard]] Truth spells(Value text, Value name, UnitId unit, const Operands& with);

}  // namespace spile::engine::operators
