// Nested stacks whose template lies in the tree: AWS::CloudFormation::Stack with a local TemplateURL.
#pragma once

#include "engine/loaders/cloudformation/evaluate.hpp"

namespace spile::engine::cloudformation {

/// Opens the templates of the scope's nested stacks, as far as they can be read; no value is made yet.
void open_children(Scope& scope);

/// Loads a child's units and parameters, once.
void load_child(Scope& parent, std::string_view name);

/// The value of an output of a loaded child; nothing when it has none of that name.
[[nodiscard]] std::optional<Value> child_output(Scope& child, std::string_view name);

}  // namespace spile::engine::cloudformation
