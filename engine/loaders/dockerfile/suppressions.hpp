// Suppressions of other tools in a Dockerfile's comments and directives, as facts.
#pragma once

#include "engine/document/dockerfile/dockerfile.hpp"
#include "engine/graph/fact_graph.hpp"

namespace spile::engine::dockerfile {

/// `# hadolint ignore=DL3008,DL3009`, `# hadolint global ignore=…`, `# trivy:ignore:DS-0002` and `# kics-scan
/// ignore-line` for the instruction below; `# check=skip=…`, `# checkov:skip=ID:reason` and `# kics-scan disable=…` for
/// the file.
/// Whether a comment's text switches rules of a tool off.
[[nodiscard]] bool is_suppression(std::string_view comment);

void add_suppressions(const Dockerfile& read, FactGraph& graph, DocumentId document);

}  // namespace spile::engine::dockerfile
