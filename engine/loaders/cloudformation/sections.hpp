// The sections of a template: units for everything declared, then their values.
#pragma once

#include "engine/loaders/cloudformation/evaluate.hpp"

namespace spile::engine::cloudformation {

/// Declares and adds the units of a template: parameters with their classes, conditions, resources, outputs.
void declare(Scope& scope);

/// Makes the values of everything that `declare` added.
void fill(Scope& scope);

/// A resource's properties, made at the first asking.
[[nodiscard]] Value properties_of(Scope& scope, std::string_view name);

/// The value of an output, made at the first asking.
[[nodiscard]] Value output_of(Scope& scope, std::string_view name);

}  // namespace spile::engine::cloudformation
