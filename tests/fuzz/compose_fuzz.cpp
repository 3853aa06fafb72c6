// Any text as a compose file: it loads or says why not, and every build names a Dockerfile.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/loaders/compose/compose.hpp"
#include "lang/base/check.hpp"

using namespace spile;
using namespace spile::engine;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    if (size > 20'000) return 0;
    SourceMap sources;
    FactGraph graph(sources);
    DiagnosticSink sink;
    std::vector<BuildStatement> builds;
    const SourceId source = sources.add("shop/compose.yaml", std::string(reinterpret_cast<const char*>(bytes), size));
    const DocumentId id = load_compose(source, graph, {}, builds, sink);
    SPILE_CHECK(!graph.document(id).failed || sink.has_errors() || graph.units().empty(), "a failure says why");
    for (const Unit& unit : graph.units())
        SPILE_CHECK(unit.span.span.end <= size, "a service lies outside the text");
    for (const BuildStatement& build : builds)
        SPILE_CHECK(!build.dockerfile.empty() && build.image.origin() != nullptr,
                    "a build has its Dockerfile and place");
    std::vector<std::string> warnings;
    add_builds(builds, graph, nullptr, warnings);
    SPILE_CHECK(warnings.size() == builds.size(), "a build without its Dockerfile is said");
    return 0;
}
