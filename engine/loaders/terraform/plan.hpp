// A plan's tree into units.
#pragma once

#include "engine/loaders/terraform/terraform.hpp"
#include "engine/loaders/terraform/tree.hpp"

namespace spile::engine::terraform {

/// Adds all units of a plan to its document.
void load_plan(const Node& root, SourceId source, DocumentId document, FactGraph& graph,
               const TerraformOptions& options, DiagnosticSink& sink);

/// The attribute that holds the name which AWS knows a resource of the type by, where the author gives one: "bucket".
[[nodiscard]] std::string_view naming_attribute(std::string_view type);

}  // namespace spile::engine::terraform
