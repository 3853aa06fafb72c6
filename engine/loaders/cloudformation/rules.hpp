// The Rules section: which worlds a template's own assertions allow.
#pragma once

#include "engine/loaders/cloudformation/scope.hpp"

namespace spile::engine::cloudformation {

/// Leaves out of the document's possible worlds those that an assertion certainly refuses.
void apply_rules(Scope& scope);

}  // namespace spile::engine::cloudformation
