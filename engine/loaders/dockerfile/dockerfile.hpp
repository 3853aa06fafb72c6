// Dockerfiles into the fact graph: a unit for each stage, with what holds at its end, and one for each instruction.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "engine/document/cursor.hpp"
#include "engine/graph/fact_graph.hpp"
#include "lang/schema/schema.hpp"

namespace spile::engine {

struct DockerfileOptions {
    std::map<std::string, std::string> build_arguments;  // --build-arg; names that the file lacks are ignored
    std::string target;                                  // --target: name or number of a stage; empty: the last one
    std::optional<SourceId> ignore_file;                 // `.dockerignore` of the build context
    bool has_context = true;  // false: what lies in the build context is not known, as for standard input
    Limits limits;
    const schema::Schema* schema = nullptr;
};

/// Adds the document with all its units: tool `docker`, types `stage` and the instructions' keywords, attributes as
/// stdlib/schema/dockerfile.txt lists them. A stage is known by its name, an instruction by its stage, its text and its
/// number among equal ones, so that an insertion renames nothing. What BuildKit would refuse is a diagnostic in the
/// sink; everything around it is there.
DocumentId load_dockerfile(SourceId source, FactGraph& graph, const DockerfileOptions& options, DiagnosticSink& sink);

}  // namespace spile::engine
