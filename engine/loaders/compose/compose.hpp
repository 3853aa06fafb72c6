// Compose files (compose-spec.io): a unit for each service, and which image the services that are built become.
#pragma once

#include <string_view>
#include <vector>

#include "engine/document/cursor.hpp"
#include "engine/loaders/builds/builds.hpp"
#include "lang/schema/schema.hpp"

namespace spile::engine {

struct ComposeOptions {
    Limits limits;
    const schema::Schema* schema = nullptr;
};

/// `compose.yaml`, `docker-compose.test.yml` and their kind, with `services` at their top.
[[nodiscard]] bool is_compose(std::string_view path, std::string_view text);

/// Adds the document, of kind yaml, with its services: tool `docker`, type `service`. What stands for an environment
/// variable is a hole of its text. Services with `build` and `image` are appended to `builds`; one whose image compose
/// names itself, after the folder, is none. Anchors and `extends` of other files are not followed.
DocumentId load_compose(SourceId source, FactGraph& graph, const ComposeOptions& options,
                        std::vector<BuildStatement>& builds, DiagnosticSink& sink);

}  // namespace spile::engine
