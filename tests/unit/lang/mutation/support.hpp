// Whether two programs are the same in all that evaluation reads.
#pragma once

#include <algorithm>
#include <tuple>
#include <vector>

#include "lang/program/program.hpp"

namespace spile::lang::test {

// Compared field by field and not as text: a pack has thousands of mutants of tens of thousands of expressions.
template <class T>
bool same(const std::vector<T>& a, const std::vector<T>& b);

inline bool same(const Range& a, const Range& b) {
    return std::tie(a.kind, a.scope, a.entity, a.tool, a.type) == std::tie(b.kind, b.scope, b.entity, b.tool, b.type);
}

inline bool same(const Pattern& a, const Pattern& b) {
    return std::tie(a.kind, a.value, a.slot) == std::tie(b.kind, b.value, b.slot);
}

inline bool same(const Generator& a, const Generator& b) {
    return std::tie(a.kind, a.slot, a.value_slot, a.source, a.relation) ==
               std::tie(b.kind, b.slot, b.value_slot, b.source, b.relation) &&
           same(a.range, b.range) && same(a.patterns, b.patterns);
}

inline bool same(const Expr& a, const Expr& b) {
    return std::tie(a.op, a.text, a.index, a.slot, a.condition, a.by, a.distinct, a.where.span.begin, a.children) ==
               std::tie(b.op, b.text, b.index, b.slot, b.condition, b.by, b.distinct, b.where.span.begin, b.children) &&
           same(a.generators, b.generators) && same(a.patterns, b.patterns);
}

inline bool same(const Demand& a, const Demand& b) {
    return std::tie(a.kind, a.condition) == std::tie(b.kind, b.condition);
}

inline bool same(const Policy& a, const Policy& b) {
    return std::tie(a.id, a.severity, a.whens) == std::tie(b.id, b.severity, b.whens) && same(a.subject, b.subject) &&
           same(a.demands, b.demands);
}

inline bool same(const Rule& a, const Rule& b) {
    return a.condition == b.condition && same(a.generators, b.generators);
}

inline bool same(const Relation& a, const Relation& b) {
    return a.name == b.name && same(a.rules, b.rules);
}

template <class T>
bool same(const std::vector<T>& a, const std::vector<T>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const T& x, const T& y) { return same(x, y); });
}

inline bool same(const Program& a, const Program& b) {
    return same(a.exprs, b.exprs) && same(a.policies, b.policies) && same(a.relations, b.relations);
}

}  // namespace spile::lang::test
