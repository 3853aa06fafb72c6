// Every template of the corpus becomes units: none is refused, each declared resource is there, and the values keep
// what the fact graph promises of them.
#include <simdjson.h>

#include <catch2/catch.hpp>
#include <cstdio>
#include <sstream>

#include "corpus.hpp"
#include "engine/loaders/cloudformation/cloudformation.hpp"
#include "engine/loaders/detect.hpp"
#include "tests/support/graph_promises.hpp"

using namespace spile;
using namespace spile::engine;
using namespace spile::tests;

namespace {

struct Loaded {
    SourceMap sources;
    FactGraph graph{sources};
    DiagnosticSink sink;
    DocumentId document;
};

const schema::Schema& published() {
    static const std::string text = read_file(SPILE_SOURCE_DIR "/stdlib/schema/cloudformation.txt");
    static const std::string sam = read_file(SPILE_SOURCE_DIR "/stdlib/schema/sam.txt");
    static const schema::Schema all({sam, text});
    return all;
}

std::unique_ptr<Loaded> load(const std::filesystem::path& path) {
    auto loaded = std::make_unique<Loaded>();
    std::string text = read_file(path);
    const Format format = detect_format(path.string(), text);
    const SourceId id = loaded->sources.add(path.filename().string(), std::move(text));
    loaded->document = load_cloudformation(id, format, loaded->graph, {.schema = &published()}, loaded->sink);
    loaded->sink.sort();
    return loaded;
}

std::size_t resources(const Loaded& loaded) {
    const auto& units = loaded.graph.units();
    return static_cast<std::size_t>(
        std::count_if(units.begin(), units.end(), [](const Unit& unit) { return unit.kind == UnitKind::resource; }));
}

struct Tally {
    std::size_t loaded = 0;
    std::map<std::string_view, std::size_t> diagnostics;

    void add(const Loaded& one) {
        ++loaded;
        for (const Diagnostic& diagnostic : one.sink.all())
            ++diagnostics[info(diagnostic.kind).code];
    }
    void print(std::string_view name) const {
        std::printf("%.*s: %zu loaded;", static_cast<int>(name.size()), name.data(), loaded);
        for (const auto& [code, count] : diagnostics)
            std::printf(" %s %zu", std::string(code).c_str(), count);
        std::printf("\n");
    }
};

}  // namespace

TEST_CASE("every template of the corpus becomes units") {
    const auto folder = corpus();
    if (!folder) return;
    Tally tally;
    simdjson::dom::parser parser;
    for (const auto& list : files_below(*folder / "templates", {".jsonl"})) {
        std::istringstream lines(read_file(list));
        for (std::string line; std::getline(lines, line);) {
            const simdjson::dom::element row = parser.parse(line);
            const std::string path{row["input_path"].get_string().value()};
            const auto loaded = load(list.parent_path() / list.stem() / path);
            INFO(path);
            CHECK_FALSE(loaded->graph.document(loaded->document).failed);
            const std::uint64_t expected = row["load"]["resources"].get_uint64();
            const bool loops = loaded->sources.text(SourceId{0}).find("Fn::ForEach") != std::string_view::npos;
            if (!loops) CHECK(resources(*loaded) == expected);
            CHECK(broken_promise(loaded->graph) == "");
            tally.add(*loaded);
        }
    }
    tally.print("templates");
    CHECK(tally.loaded >= 173);
}

TEST_CASE("every template of the suites becomes units") {
    const auto folder = corpus();
    if (!folder) return;
    for (const char* suite : {"cfn_nag", "guard-registry"}) {
        Tally tally;
        for (const auto& path : files_below(*folder / "suites" / suite, {".json", ".yaml", ".yml"})) {
            const auto loaded = load(path);
            INFO(path);
            if (!loaded->graph.document(loaded->document).failed) CHECK(broken_promise(loaded->graph) == "");
            tally.add(*loaded);
        }
        tally.print(suite);
        CHECK(tally.loaded > 100);
    }
}
