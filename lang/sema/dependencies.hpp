// Who needs whom, over the finished program: relations, functions, entities and their fields. Strata and the checks
// that everything ends read this graph.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "lang/sema/environment.hpp"

namespace spile::lang::sema {

struct Node {
    enum class Kind : std::uint8_t { relation, function, entity, entity_field };
    Kind kind = Kind::relation;
    std::uint32_t index = 0;  // of the relation, function or entity
    std::uint32_t field = 0;  // entity_field
    std::string name;         // as printed
};

struct Dependency {
    std::uint32_t to = 0;
    bool strict = false;  // through negation, aggregation or a value: `to` must be complete first
    SourceSpan where;
};

/// Nodes in a fixed order, the edges of each in the order of the text. Components are strongly connected, each after
/// all that it depends on (Tarjan 1972).
struct DependencyGraph {
    std::vector<Node> nodes;
    std::vector<std::vector<Dependency>> edges;
    std::vector<std::vector<std::uint32_t>> components;
    std::vector<std::uint32_t> component_of;

    [[nodiscard]] bool is_recursive(const std::vector<std::uint32_t>& component) const;
};

/// Relations come first, so relation i is node i. O(size of the program).
[[nodiscard]] DependencyGraph dependencies(Environment& env);

/// Sets strata and `recursive`; reports negation and aggregation through a cycle (stratify.cpp).
void stratify(Environment& env, const DependencyGraph& graph);

/// Reports functions that call themselves, entities whose definition needs itself, and recursion that makes values
/// (termination.cpp).
void check_termination(Environment& env, const DependencyGraph& graph);

/// One cycle within a component that begins with `first`: the edges in order. `first` leads from `from`.
[[nodiscard]] std::vector<Dependency> cycle_through(const DependencyGraph& graph, std::uint32_t from,
                                                    const Dependency& first);
/// "`a` → not `b` → `a`", and a label a step.
[[nodiscard]] std::string cycle_text(const DependencyGraph& graph, std::uint32_t from,
                                     const std::vector<Dependency>& cycle);
[[nodiscard]] std::vector<Label> cycle_labels(const DependencyGraph& graph, std::uint32_t from,
                                              const std::vector<Dependency>& cycle);

}  // namespace spile::lang::sema
