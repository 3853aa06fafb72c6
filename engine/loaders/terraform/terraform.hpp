// Terraform plans and states (`terraform show -json`) into the fact graph: a unit for each resource instance, with what
// is known of its values after the change, what the plan does to it, and what its configuration refers to.
#pragma once

#include <optional>
#include <string_view>

#include "engine/document/cursor.hpp"
#include "engine/document/interest.hpp"
#include "engine/graph/fact_graph.hpp"
#include "lang/schema/schema.hpp"

namespace spile::engine {

struct TerraformOptions {
    Limits limits;
    const schema::Schema* schema = nullptr;  // null: types are not looked up
    const Interest* interest = nullptr;      // null: everything
};

/// Adds the document with its units: tool `tf`, named by Terraform's own addresses; see
/// docs/decisions/0010-terraform.md. Reads plans of format versions 0.1 to 1.x (hashicorp/terraform-json, plan.go),
/// with or without `format_version`, and states as `terraform show -json` prints them (state.go). Other outputs of
/// Terraform are a diagnostic that says what to run instead. A document that cannot be read is there, `failed`, without
/// units; the sink says why. O(size x log size).
DocumentId load_terraform(SourceId source, FactGraph& graph, const TerraformOptions& options, DiagnosticSink& sink);

/// What a text in JSON is by its first bytes and the keys at its top; nothing when it comes from no command of
/// Terraform. Its other outputs count as plans, so that the loader explains them.
[[nodiscard]] std::optional<InputKind> terraform_kind(std::string_view text);

}  // namespace spile::engine
