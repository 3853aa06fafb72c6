// Fn::ForEach: loops over keys and bodies, written out before anything else is evaluated.
#pragma once

#include "engine/loaders/cloudformation/scope.hpp"

namespace spile::engine::cloudformation {

/// The template without its loops. A loop whose collection is not known stays, with a diagnostic where it would have
/// made resources. Spans are those of the loop's text.
[[nodiscard]] const Raw* unrolled(Scope& scope, const Raw& root);

}  // namespace spile::engine::cloudformation
