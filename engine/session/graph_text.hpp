// The fact graph as a picture's text: Graphviz dot or Mermaid. Resources are nodes, references are edges, dashed where
// a condition governs them.
#pragma once

#include <string>

#include "engine/graph/fact_graph.hpp"

namespace spile::engine {

[[nodiscard]] std::string graph_dot(const FactGraph& graph);
[[nodiscard]] std::string graph_mermaid(const FactGraph& graph);

}  // namespace spile::engine
