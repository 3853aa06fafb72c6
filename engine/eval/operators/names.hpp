// Names with parts: ARNs and image references, as records whose fields may be known in part. Private to the folder.
#pragma once

#include "engine/eval/operators/domains.hpp"
#include "engine/eval/operators/support.hpp"

namespace spile::engine::operators {

/// Of a string or partial string; an error value when it is none.
[[nodiscard]] Value read_arn(Value text, const Operands& with);
[[nodiscard]] Value read_image(Value text, const Operands& with);

}  // namespace spile::engine::operators
