// What every value of a fact graph keeps, whatever the input: checked on real templates and on mutants.
#pragma once

#include <string>

#include "engine/graph/fact_graph.hpp"

namespace spile::tests {

namespace detail {

using namespace spile::engine;

inline std::string broken_value(FactGraph& graph, Value value);

inline std::string broken_choice(FactGraph& graph, Value value) {
    GuardSpace& guards = graph.guards();
    Guard all = k_never;
    for (const Arm& arm : value.arms()) {
        if (arm.guard == k_never) return "an arm can never hold";
        if (!guards.disjoint(all, arm.guard)) return "two arms hold at once";
        all = guards.disjoin(all, arm.guard);
        if (arm.value.is(Kind::choice)) return "a choice has a choice as arm";
        if (const std::string broken = broken_value(graph, arm.value); !broken.empty()) return broken;
    }
    return all == k_always ? "" : "no arm holds in some world";
}

inline std::string broken_origin(const FactGraph& graph, Value value) {
    const Origin* origin = value.origin();
    if (origin == nullptr) return "a value has no origin";
    for (const SourceSpan& span : {origin->span, origin->key}) {
        if (!span.valid()) continue;
        if (span.source.value >= graph.sources().size()) return "a span is in no source";
        const std::size_t size = graph.sources().text(span.source).size();
        if (span.span.begin > span.span.end || span.span.end > size) return "a span is not in its text";
    }
    return "";
}

inline std::string broken_value(FactGraph& graph, Value value) {
    if (std::string broken = broken_origin(graph, value); !broken.empty()) return broken;
    if (value.is(Kind::choice)) return broken_choice(graph, value);
    for (const Element& element : value.elements()) {
        if (!graph.guards().implies(element.must, element.may)) return "an element must be there where it may not";
        if (std::string broken = broken_value(graph, element.value); !broken.empty()) return broken;
    }
    for (const Member& member : value.members())
        if (std::string broken = broken_value(graph, member.value); !broken.empty()) return broken;
    for (const Segment& segment : value.segments())
        if (!segment.known() && !segment.hole.is(Kind::unknown)) return "a hole is not unknown";
    return "";
}

}  // namespace detail

/// The first promise that is not kept, and of which unit; empty when all are.
[[nodiscard]] inline std::string broken_promise(engine::FactGraph& graph) {
    for (const engine::Unit& unit : graph.units())
        for (const engine::Value value : {unit.attributes, unit.body})
            if (const std::string broken = detail::broken_value(graph, value); !broken.empty())
                return std::string(unit.address) + ": " + broken;
    for (const engine::Document& document : graph.documents())
        if (document.possible == engine::k_never) return "no world is possible";
    return "";
}

}  // namespace spile::tests
