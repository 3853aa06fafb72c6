// Suppressions of other tools, in Metadata and in comments, as facts.
#pragma once

#include "engine/loaders/cloudformation/scope.hpp"

namespace spile::engine::cloudformation {

/// cfn_nag, guard and checkov in the Metadata of a resource, or of the template when there is no unit.
void metadata_suppressions(Scope& scope, const Raw* metadata, std::optional<UnitId> unit);

/// `# checkov:skip=ID:reason`, `#trivy:ignore:ID` (tfsec, too), `# kics-scan ignore-line` and its kin in YAML.
void comment_suppressions(Scope& scope);

}  // namespace spile::engine::cloudformation
