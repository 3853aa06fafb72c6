// Strata: each recursive component of relations after all that it reads. Negation or aggregation inside one has no
// meaning and is an error.
#include <algorithm>

#include "lang/sema/dependencies.hpp"

namespace spile::lang::sema {

namespace {

void check_component(Environment& env, const DependencyGraph& graph, const std::vector<std::uint32_t>& component) {
    for (const std::uint32_t node : component) {
        for (const Dependency& edge : graph.edges[node]) {
            if (!edge.strict || graph.component_of[edge.to] != graph.component_of[node]) continue;
            const auto cycle = cycle_through(graph, node, edge);
            env.report(DiagnosticKind::unstratified, edge.where,
                       "`" + graph.nodes[node].name +
                           "` is defined by what is not, or by all, of itself: " + cycle_text(graph, node, cycle),
                       "`not`, `none`, `all`, comparisons and aggregates need a relation that is complete before",
                       cycle_labels(graph, node, cycle));
            return;
        }
    }
}

bool only_relations(const DependencyGraph& graph, const std::vector<std::uint32_t>& component) {
    return std::all_of(component.begin(), component.end(),
                       [&](std::uint32_t node) { return graph.nodes[node].kind == Node::Kind::relation; });
}

}  // namespace

void stratify(Environment& env, const DependencyGraph& graph) {
    for (const std::vector<std::uint32_t>& component : graph.components) {
        if (!only_relations(graph, component)) continue;
        const bool recursive = graph.is_recursive(component);
        for (const std::uint32_t relation : component) {
            env.program.relations[relation].recursive = recursive;
            env.program.relations[relation].stratum = static_cast<std::uint32_t>(env.program.strata.size());
        }
        env.program.strata.push_back(component);
        if (recursive) check_component(env, graph, component);
    }
}

}  // namespace spile::lang::sema
