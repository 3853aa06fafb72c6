// Every template of the corpus loads with the counts that come with it.
#include <simdjson.h>

#include <catch2/catch.hpp>
#include <cstdio>
#include <sstream>

#include "corpus.hpp"
#include "load_counts.hpp"

using namespace spile;
using namespace spile::tests;

namespace {

/// Templates whose counts differ, each with its reason. At most 3.
struct Difference {
    std::string_view path;
    std::string_view reason;
};
const std::vector<Difference> k_differences = {};

std::uint64_t number(const simdjson::dom::element& load, std::string_view name) {
    std::uint64_t out = 0;
    return load[name].get(out) == simdjson::SUCCESS ? out : 0;
}

/// The expected counts in the same words as the found ones, so that a difference can be read.
std::string describe(const simdjson::dom::element& load) {
    std::ostringstream out;
    out << "nodes " << number(load, "nodes") << " depth " << number(load, "depth");
    for (const char* name : {"resources", "types", "parameters", "conditions", "mappings", "outputs", "rules"}) {
        out << ' ' << name << ' ' << number(load, name);
    }
    std::map<std::string, std::uint64_t> intrinsics;
    for (const auto [key, value] : load["intrinsics"].get_object()) {
        intrinsics[std::string(key)] = value.get_uint64();
    }
    for (const auto& [key, count] : intrinsics)
        out << ' ' << key << ' ' << count;
    out << " transform";
    simdjson::dom::element transform;
    if (load["transform"].get(transform) == simdjson::SUCCESS) {
        if (transform.is_string()) {
            out << ' ' << std::string_view(transform);
        } else {
            for (const auto each : transform.get_array())
                out << ' ' << std::string_view(each);
        }
    }
    return out.str();
}

std::string describe(LoadCounts counts) {
    std::ostringstream out;
    out << "nodes " << counts.nodes << " depth " << counts.depth;
    out << " resources " << counts.members["Resources"] << " types " << counts.types.size();
    for (const char* name : {"Parameters", "Conditions", "Mappings", "Outputs", "Rules"}) {
        std::string lower = name;
        lower[0] = static_cast<char>(lower[0] - 'A' + 'a');
        out << ' ' << lower << ' ' << counts.members[name];
    }
    for (const auto& [key, count] : counts.intrinsics)
        out << ' ' << key << ' ' << count;
    out << " transform";
    for (const auto& each : counts.transform)
        out << ' ' << each;
    return out.str();
}

std::string load(const std::filesystem::path& path) {
    SourceMap sources;
    DiagnosticSink sink;
    const auto format = path.extension() == ".json" ? engine::Format::json : engine::Format::yaml;
    const auto id = sources.add(path.filename().string(), read_file(path));
    const auto cursor = engine::open_document(id, sources, format, {}, sink);
    LoadCounts counts = count_load(*cursor);
    if (!cursor->failed()) return describe(std::move(counts));
    std::string out;
    for (const Diagnostic& each : sink.all())
        out += render_text(each, sources, Colour::off);
    return out;
}

}  // namespace

TEST_CASE("every template of the corpus loads with its counts") {
    const auto folder = corpus();
    if (!folder) return;
    REQUIRE(k_differences.size() <= 3);
    std::size_t all = 0;
    std::size_t equal = 0;
    simdjson::dom::parser parser;
    for (const auto& list : files_below(*folder / "templates", {".jsonl"})) {
        std::istringstream lines(read_file(list));
        for (std::string line; std::getline(lines, line);) {
            const simdjson::dom::element row = parser.parse(line);
            const std::string path{row["input_path"].get_string().value()};
            const bool differs = std::any_of(k_differences.begin(), k_differences.end(),
                                             [&](const Difference& each) { return path.ends_with(each.path); });
            const std::string expected = describe(simdjson::dom::element(row["load"]));
            const std::string found = load(list.parent_path() / list.stem() / path);
            ++all;
            equal += found == expected ? 1 : 0;
            INFO(path);
            if (differs) {
                CHECK(found != expected);
            } else {
                CHECK(found == expected);
            }
        }
    }
    std::printf("templates: %zu of %zu load with equal counts\n", equal, all);
    CHECK(all >= 173);
}
