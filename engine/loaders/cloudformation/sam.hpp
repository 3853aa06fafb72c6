// The Globals section of serverless templates, merged into the resources it speaks about.
#pragma once

#include "engine/loaders/cloudformation/scope.hpp"

namespace spile::engine::cloudformation {

/// The properties that a resource of the type has with Globals; `own` may be null. Nodes from Globals are marked.
[[nodiscard]] const Raw* with_globals(Scope& scope, std::string_view type, const Raw* own);

}  // namespace spile::engine::cloudformation
