#include "engine/session/graph_text.hpp"

#include <set>
#include <tuple>

namespace spile::engine {

namespace {

// Names in documents are foreign text: quotes, brackets and control characters must not leave their label.
std::string label(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '"')
            out += "'";
        else if (c == '\\' || c == '<' || c == '>' || c == '{' || c == '}' || c == '[' || c == ']' || c == '|')
            out += '_';
        else if (static_cast<unsigned char>(c) >= 0x20)
            out += c;
    }
    return out;
}

struct Drawn {
    std::uint32_t from;
    std::uint32_t to;
    std::string attribute;
    bool conditional;
    friend auto operator<=>(const Drawn&, const Drawn&) = default;
};

std::set<Drawn> drawn_edges(const FactGraph& graph) {
    std::set<Drawn> edges;
    for (const Edge& edge : graph.edges()) {
        const bool resources =
            graph.unit(edge.from).kind == UnitKind::resource && graph.unit(edge.to).kind == UnitKind::resource;
        if (resources)
            edges.insert({edge.from.value, edge.to.value, std::string(edge.attribute), edge.guard != k_always});
    }
    return edges;
}

template <class Visit>
void each_resource(const FactGraph& graph, const Document& document, const Visit& visit) {
    for (const UnitId id : document.units) {
        if (graph.unit(id).kind == UnitKind::resource) visit(id, graph.unit(id));
    }
}

}  // namespace

std::string graph_dot(const FactGraph& graph) {
    std::string out = "digraph facts {\n  rankdir=LR;\n  node [shape=box, fontname=\"sans-serif\"];\n";
    std::size_t cluster = 0;
    for (const Document& document : graph.documents()) {
        out += "  subgraph cluster_" + std::to_string(cluster++) + " {\n    label=\"" + label(document.path) + "\";\n";
        each_resource(graph, document, [&](UnitId id, const Unit& unit) {
            const std::string style = unit.exists == k_always ? "" : ", style=dashed";
            out += "    u" + std::to_string(id.value) + " [label=\"" + label(unit.name) + "\\n" + label(unit.type) +
                   "\"" + style + "];\n";
        });
        out += "  }\n";
    }
    for (const Drawn& edge : drawn_edges(graph)) {
        out += "  u" + std::to_string(edge.from) + " -> u" + std::to_string(edge.to) + " [label=\"" +
               label(edge.attribute) + "\"" + (edge.conditional ? ", style=dashed" : "") + "];\n";
    }
    return out + "}\n";
}

std::string graph_mermaid(const FactGraph& graph) {
    std::string out = "flowchart LR\n";
    std::size_t cluster = 0;
    for (const Document& document : graph.documents()) {
        out += "  subgraph d" + std::to_string(cluster++) + "[\"" + label(document.path) + "\"]\n";
        each_resource(graph, document, [&](UnitId id, const Unit& unit) {
            out += "    u" + std::to_string(id.value) + "[\"" + label(unit.name) + "<br/>" + label(unit.type) + "\"]\n";
        });
        out += "  end\n";
    }
    for (const Drawn& edge : drawn_edges(graph)) {
        out += "  u" + std::to_string(edge.from) + (edge.conditional ? " -.->|" : " -->|") + label(edge.attribute) +
               "| u" + std::to_string(edge.to) + "\n";
    }
    return out;
}

}  // namespace spile::engine
