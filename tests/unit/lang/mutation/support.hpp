// A program as text, so that two can be compared: all that evaluation reads.
#pragma once

#include <sstream>
#include <string>

#include "lang/program/program.hpp"

namespace spile::lang::test {

inline void describe(std::ostringstream& out, const Range& range) {
    out << static_cast<int>(range.kind) << static_cast<int>(range.scope) << range.entity << range.tool << range.type;
}

inline void describe(std::ostringstream& out, const std::vector<Pattern>& patterns) {
    for (const Pattern& pattern : patterns)
        out << '(' << static_cast<int>(pattern.kind) << ' ' << pattern.value << ' ' << pattern.slot << ')';
}

inline void describe(std::ostringstream& out, const std::vector<Generator>& generators) {
    for (const Generator& each : generators) {
        out << '<' << static_cast<int>(each.kind) << ' ' << each.slot << ' ' << each.value_slot << ' ' << each.source
            << ' ' << each.relation << ' ';
        describe(out, each.range);
        describe(out, each.patterns);
        out << '>';
    }
}

inline std::string described(const Program& program) {
    std::ostringstream out;
    for (const Expr& expr : program.exprs) {
        out << static_cast<int>(expr.op) << ' ' << expr.text << ' ' << expr.index << ' ' << expr.slot << ' '
            << expr.condition << ' ' << expr.by << ' ' << expr.distinct << ' ' << expr.where.span.begin << ' ';
        for (const ExprIndex child : expr.children)
            out << child << ',';
        describe(out, expr.generators);
        describe(out, expr.patterns);
        out << '\n';
    }
    for (const Policy& policy : program.policies) {
        out << policy.id << ' ' << static_cast<int>(policy.severity) << ' ';
        describe(out, policy.subject);
        for (const ExprIndex when : policy.whens)
            out << when << ',';
        for (const Demand& demand : policy.demands)
            out << static_cast<int>(demand.kind) << demand.condition << ',';
        out << '\n';
    }
    for (const Relation& relation : program.relations) {
        out << relation.name << ' ';
        for (const Rule& rule : relation.rules) {
            describe(out, rule.generators);
            out << rule.condition << ';';
        }
        out << '\n';
    }
    return out.str();
}

}  // namespace spile::lang::test
