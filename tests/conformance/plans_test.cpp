// Every Terraform plan of the corpus loads with the counts that come with it.
#include <simdjson.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdio>
#include <map>
#include <memory>
#include <set>
#include <sstream>

#include "corpus.hpp"
#include "engine/loaders/detect.hpp"
#include "engine/loaders/terraform/instances.hpp"
#include "engine/loaders/terraform/terraform.hpp"
#include "engine/loaders/terraform/values.hpp"
#include "stdlib/schema/embedded.hpp"
#include "tests/support/graph_promises.hpp"

using namespace spile;
using namespace spile::engine;
using namespace spile::tests;

namespace {

/// In the words of the corpus' `load`.
struct Counts {
    std::map<std::string, std::uint64_t> actions;
    std::uint64_t modules = 0;
    std::uint64_t module_depth = 0;
    std::uint64_t planned = 0;
    std::uint64_t changes = 0;
    std::uint64_t types = 0;
    std::uint64_t unknown = 0;
    std::uint64_t sensitive = 0;

    [[nodiscard]] std::string text() const {
        std::ostringstream out;
        for (const auto& [word, count] : actions)
            out << word << ' ' << count << ' ';
        out << "modules " << modules << " depth " << module_depth << " planned " << planned << " changes " << changes
            << " types " << types << " unknown " << unknown << " sensitive " << sensitive;
        return out.str();
    }
};

Counts expected_counts(const simdjson::dom::element& load) {
    Counts out;
    for (const auto [word, count] : load["actions"].get_object())
        out.actions[std::string(word)] = count.get_uint64();
    const auto number = [&](const char* name) { return load[name].get_uint64().value(); };
    out.modules = number("modules");
    out.module_depth = number("module_depth");
    out.planned = number("planned_resources");
    out.changes = number("resource_changes");
    out.types = number("types");
    out.unknown = number("unknown_values");
    out.sensitive = number("sensitive_values");
    return out;
}

/// Unknown and sensitive leaves are counted in the values of the graph: a list or map that is known after apply as a
/// whole is one leaf, and of a marked collection the collection is.
struct Leaves {
    std::uint64_t unknown = 0;
    std::uint64_t sensitive = 0;
    void add(Value value, bool inside) {
        if (value.sensitive() && !inside) ++sensitive;
        if (value.is(Kind::unknown)) ++unknown;
        for (const Element& element : value.elements())
            add(element.value, inside || value.sensitive());
        for (const Member& member : value.members())
            add(member.value, inside || value.sensitive());
    }
};

struct Loaded {
    SourceMap sources;
    FactGraph graph{sources};
    DiagnosticSink sink;
    DocumentId document;
};

const schema::Schema& published() {
    static const schema::Schema the(stdlib::all_schemas());
    return the;
}

std::unique_ptr<Loaded> load_plan(const std::filesystem::path& path) {
    auto out = std::make_unique<Loaded>();
    TerraformOptions options;
    options.schema = &published();
    const SourceId source = out->sources.add(path.filename().string(), read_file(path));
    out->document = load_terraform(source, out->graph, options, out->sink);
    return out;
}

/// Modules are no units: they are counted where the loader finds its instances.
void count_modules(const Loaded& loaded, Counts& out) {
    SourceMap sources;
    const SourceId source =
        sources.add("plan.json", std::string(loaded.sources.text(loaded.graph.document(loaded.document).source)));
    FactGraph graph(sources);
    DiagnosticSink sink;
    const auto cursor = open_document(source, sources, Format::json, {}, sink);
    const terraform::Node* root = terraform::read_tree(*cursor, sources.text(source), graph.arena(), {});
    REQUIRE(root != nullptr);
    const terraform::Values values(graph, source);
    const terraform::InstanceList list = terraform::find_instances(*root, sources, values, sink);
    out.modules = root->get("planned_values") == nullptr ? 0 : 1 + list.modules.size();
    for (const terraform::InstanceList::Module& module : list.modules)
        out.module_depth = std::max<std::uint64_t>(out.module_depth, module.depth);
}

Counts found_counts(const Loaded& loaded) {
    Counts out;
    std::set<std::string_view> types;
    Leaves leaves;
    for (const Unit& unit : loaded.graph.units()) {
        const bool instance = unit.kind == UnitKind::resource || unit.kind == UnitKind::removed ||
                              (unit.kind == UnitKind::data && unit.change != nullptr);
        if (!instance) continue;
        leaves.add(unit.attributes, false);
        const Origin* body = unit.body.origin();
        out.planned += body != nullptr && FactGraph::pointer(body->path).starts_with("/planned_values/") ? 1 : 0;
        if (unit.change == nullptr) continue;
        types.insert(unit.type);
        ++out.changes;
        std::string words;
        for (const std::string_view word : unit.change->actions)
            words += (words.empty() ? "" : "+") + std::string(word);
        ++out.actions[words];
    }
    out.types = types.size();
    out.unknown = leaves.unknown;
    out.sensitive = leaves.sensitive;
    count_modules(loaded, out);
    return out;
}

}  // namespace

TEST_CASE("every Terraform plan of the corpus loads with its counts") {
    const auto folder = corpus();
    if (!folder) return;
    std::size_t all = 0;
    std::size_t equal = 0;
    simdjson::dom::parser parser;
    for (const auto& list : files_below(*folder / "plans", {".jsonl"})) {
        std::istringstream lines(read_file(list));
        for (std::string line; std::getline(lines, line);) {
            const simdjson::dom::element row = parser.parse(line);
            const std::string path{row["input_path"].get_string().value()};
            const std::filesystem::path file = list.parent_path() / list.stem() / path;
            INFO(path);
            const std::string text = read_file(file);
            const auto detected = detect_input(path, text);
            REQUIRE(detected);
            CHECK(detected->kind == InputKind::tfplan);
            const auto loaded = load_plan(file);
            CHECK_FALSE(loaded->sink.has_errors());
            CHECK(broken_promise(loaded->graph) == "");
            const std::string expected = expected_counts(row["load"]).text();
            const std::string found = found_counts(*loaded).text();
            CHECK(found == expected);
            ++all;
            equal += found == expected ? 1 : 0;
        }
    }
    std::printf("plans: %zu of %zu load with equal counts\n", equal, all);
    CHECK(all >= 63);
}
