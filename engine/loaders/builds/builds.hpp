// Which image a Dockerfile becomes: said by `[[build]]` of spile.toml, by compose files, and later by build evidence.
#pragma once

#include <string>
#include <vector>

#include "engine/graph/fact_graph.hpp"
#include "lang/schema/schema.hpp"

namespace spile::engine {

struct BuildStatement {
    /// The reference that the image gets; may have holes. Its origin is the place that says so.
    Value image;
    std::string dockerfile;  // path as inputs are named
    std::string context;     // folder, "" for the current one
    std::string target;      // stage; empty: the last one
    std::string said_by;     // "spile.toml:3", for warnings
};

/// Adds a unit `docker "build"` to the document of each statement's Dockerfile, with the stage that is the image. A
/// statement whose Dockerfile or stage is not among the inputs is a warning.
void add_builds(const std::vector<BuildStatement>& statements, FactGraph& graph, const schema::Schema* schema,
                std::vector<std::string>& warnings);

}  // namespace spile::engine
