// policy-engine's golden files: for each input its resources with their attributes as that tool normalises them, from
// templates and plans. Its way of writing what is not known: a reference alone is the name of what it leads to, a text
// with several is the list of their names, what else is unknown is left out of plans.
#include <simdjson.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdio>
#include <map>
#include <sstream>

#include "corpus.hpp"
#include "engine/loaders/cloudformation/cloudformation.hpp"
#include "engine/loaders/detect.hpp"
#include "engine/loaders/terraform/terraform.hpp"
#include "stdlib/schema/embedded.hpp"

using namespace spile;
using namespace spile::engine;
using namespace spile::tests;

namespace {

/// At most one case may differ, with its reason.
struct Difference {
    std::string_view name;
    std::string_view reason;
};
const std::vector<Difference> k_differences = {};

std::string in_quotes(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        if (c == '\n')
            out += "\\n";
        else
            out += c;
    }
    return out + "\"";
}

template <class Items>
std::string joined(const Items& items, char open, char close) {
    std::string out(1, open);
    for (const std::string& item : items)
        out += (out.size() == 1 ? "" : ", ") + item;
    return out + close;
}

std::string canonical(const simdjson::dom::element& json) {
    if (json.is_object()) {
        std::map<std::string, std::string> members;
        for (const auto [key, value] : json.get_object())
            members[std::string(key)] = in_quotes(key) + ": " + canonical(value);
        std::vector<std::string> items;
        for (const auto& [key, item] : members)
            items.push_back(item);
        return joined(items, '{', '}');
    }
    if (json.is_array()) {
        std::vector<std::string> items;
        for (const auto item : json.get_array())
            items.push_back(canonical(item));
        return joined(items, '[', ']');
    }
    if (json.is_string()) return in_quotes(json.get_string().value());
    return simdjson::to_string(json);
}

/// The word in the first backticks of a text.
std::string in_backticks(std::string_view text) {
    const std::size_t begin = text.find('`');
    const std::size_t end = begin == std::string_view::npos ? begin : text.find('`', begin + 1);
    return end == std::string_view::npos ? std::string(text) : std::string(text.substr(begin + 1, end - begin - 1));
}

class Normaliser {
  public:
    explicit Normaliser(const FactGraph& graph, bool plan) : graph_(graph), plan_(plan) {}

    /// Empty: the value is left out.
    [[nodiscard]] std::string text(Value value) const {
        if (value.sensitive()) return in_quotes("******");
        if (value.is(Kind::string) || value.is(Kind::number)) {
            if (const std::string name = referenced(value); !name.empty()) return in_quotes(name);
        }
        switch (value.kind()) {
            case Kind::missing:
            case Kind::null:
                return value.origin() != nullptr ? "null" : "";
            case Kind::boolean:
                return value.boolean() ? "true" : "false";
            case Kind::number:
                return value.number().text();
            case Kind::string:
                return in_quotes(value.text());
            case Kind::unknown:
            case Kind::error:
                return name_of(value);
            case Kind::partial:
                return names(value);
            case Kind::list: {
                std::vector<std::string> items;
                for (const Element& element : value.elements())
                    items.push_back(text(element.value));
                return joined(items, '[', ']');
            }
            case Kind::map: {
                std::map<std::string, std::string> members;
                for (const Member& member : value.members())
                    if (const std::string item = text(member.value); !item.empty())
                        members[std::string(member.key)] = in_quotes(member.key) + ": " + item;
                std::vector<std::string> items;
                for (const auto& [key, item] : members)
                    items.push_back(item);
                return joined(items, '{', '}');
            }
            default:
                return "?";
        }
    }

  private:
    /// Of a template's value that is known through a reference: what the reference names.
    [[nodiscard]] std::string referenced(Value value) const {
        const Step* step = plan_ || value.origin() == nullptr ? nullptr : value.origin()->chain;
        for (; step != nullptr; step = step->next) {
            if (step->role != Step::Role::reference && step->role != Step::Role::parameter) continue;
            std::string name(step->text.substr(step->text.rfind(' ') + 1));
            return name.substr(0, name.find('.'));
        }
        return {};
    }

    [[nodiscard]] std::string name_of(Value value) const {
        if (value.is(Kind::unknown) && value.unknown().unit.valid())
            return in_quotes(graph_.unit(value.unknown().unit).name);
        if (plan_) return {};
        return in_quotes(in_backticks(value.is(Kind::unknown) ? value.unknown().cause : value.text()));
    }

    [[nodiscard]] std::string names(Value value) const {
        std::vector<std::string> found;
        for (const Segment& segment : value.segments())
            if (!segment.known()) found.push_back(name_of(segment.hole));
        return found.size() == 1 ? found.front() : joined(found, '[', ']');
    }

    const FactGraph& graph_;
    bool plan_;
};

const schema::Schema& published() {
    static const schema::Schema the(stdlib::all_schemas());
    return the;
}

std::string as_text(const std::map<std::string, std::string>& resources) {
    std::string out;
    for (const auto& [name, attributes] : resources)
        out += name + " " + attributes + "\n";
    return out;
}

std::map<std::string, std::string> resources_of(const std::string& path, const std::string& text) {
    SourceMap sources;
    FactGraph graph(sources);
    DiagnosticSink sink;
    const auto detected = detect_input(path, text);
    const bool plan = detected && detected->kind == InputKind::tfplan;
    const SourceId source = sources.add(path, text);
    if (plan) {
        TerraformOptions options;
        options.schema = &published();
        load_terraform(source, graph, options, sink);
    } else {
        CloudFormationOptions options;
        options.schema = &published();
        load_cloudformation(source, detect_format(path, text), graph, options, sink);
    }
    const Normaliser normaliser(graph, plan);
    std::map<std::string, std::string> out;
    for (const Unit& unit : graph.units()) {
        if (unit.kind == UnitKind::resource)
            out[std::string(unit.type) + " " + std::string(unit.name)] = normaliser.text(unit.attributes);
    }
    return out;
}

}  // namespace

TEST_CASE("resources are normalised as policy-engine's golden files list them") {
    const auto folder = corpus();
    if (!folder) return;
    REQUIRE(k_differences.size() <= 1);
    std::size_t all = 0;
    std::size_t equal = 0;
    simdjson::dom::parser parser;
    std::istringstream lines(read_file(*folder / "suites" / "policy-engine-golden.jsonl"));
    for (std::string line; std::getline(lines, line);) {
        const simdjson::dom::element row = parser.parse(line);
        const std::string name{row["case"].get_string().value()};
        const std::string path{row["input_path"].get_string().value()};
        std::map<std::string, std::string> listed;
        for (const auto resource : row["resources"].get_array()) {
            const std::string key =
                std::string(std::string_view(resource["type"])) + " " + std::string(std::string_view(resource["id"]));
            listed[key] = canonical(resource["attributes"]);
        }
        const std::string expected = as_text(listed);
        const std::string found =
            as_text(resources_of(path, read_file(*folder / "suites" / "policy-engine-golden" / path)));
        const bool differs = std::any_of(k_differences.begin(), k_differences.end(),
                                         [&](const Difference& each) { return each.name == name; });
        INFO(name);
        ++all;
        equal += found == expected ? 1 : 0;
        if (differs)
            CHECK(found != expected);
        else
            CHECK(found == expected);
    }
    std::printf("policy-engine: %zu of %zu inputs with equal resources\n", equal, all);
    CHECK(all >= 8);
}
