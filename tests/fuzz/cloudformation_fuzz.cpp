// Any text as a template: it ends in units or diagnostics, and the values keep what the fact graph promises.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "engine/loaders/cloudformation/cloudformation.hpp"
#include "engine/loaders/detect.hpp"
#include "lang/base/check.hpp"
#include "tests/support/graph_promises.hpp"

using namespace spile;
using namespace spile::engine;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(bytes), size);
    SourceMap sources;
    FactGraph graph(sources);
    DiagnosticSink sink;
    const Format format = detect_format("input", text);
    CloudFormationOptions options;
    options.limits = {.depth = 50, .bytes = 1U << 20U, .events = 20'000, .alias_events = 2'000};
    // Every nested stack is this text again, under other names.
    options.read_file = [&](const std::string&) -> Result<std::string> { return std::string(text); };
    const DocumentId id = load_cloudformation(sources.add("input", std::string(text)), format, graph, options, sink);
    SPILE_CHECK(!graph.document(id).failed || sink.has_errors(), "a document that failed says why");
    const std::string broken = tests::broken_promise(graph);
    SPILE_CHECK(broken.empty(), broken);
    return 0;
}
