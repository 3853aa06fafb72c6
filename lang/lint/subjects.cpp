// A demand that never looks at its policy's subject gives every subject the same verdict.
#include <algorithm>
#include <set>

#include "lang/lint/lint.hpp"

namespace spile::lang::lints {

namespace {

class Reads {
  public:
    Reads(const Program& program, std::set<Slot> slots) : program_(program), slots_(std::move(slots)) {}

    [[nodiscard]] bool any(ExprIndex index) const {
        if (index == k_no_expr) return false;
        const Expr& expr = program_.expr(index);
        if (expr.op == Op::local && slots_.contains(expr.slot)) return true;
        const auto deeper = [&](ExprIndex child) { return any(child); };
        const auto pattern = [&](const Pattern& each) { return any(each.value); };
        const auto generator = [&](const Generator& each) {
            return any(each.source) || std::any_of(each.patterns.begin(), each.patterns.end(), pattern);
        };
        return std::any_of(expr.children.begin(), expr.children.end(), deeper) || any(expr.condition) || any(expr.by) ||
               std::any_of(expr.patterns.begin(), expr.patterns.end(), pattern) ||
               std::any_of(expr.generators.begin(), expr.generators.end(), generator);
    }

    void add(Slot slot) { slots_.insert(slot); }

  private:
    const Program& program_;
    std::set<Slot> slots_;
};

}  // namespace

void subjects(const syntax::Module& module, const Program& program, DiagnosticSink& sink) {
    for (const Policy& policy : program.policies) {
        if (policy.where.source != module.source) continue;
        Reads reads(program, {policy.variable});
        for (const Let& let : policy.lets) {
            if (reads.any(let.value)) reads.add(let.slot);
        }
        for (const Demand& demand : policy.demands) {
            if (reads.any(demand.condition)) continue;
            sink.add({.kind = DiagnosticKind::subject_not_mentioned,
                      .where = demand.where,
                      .message = "this demand does not look at the subject of `" + policy.name + "`",
                      .labels = {},
                      .help = "its verdict is the same for every subject; compare something of the subject"});
        }
    }
}

}  // namespace spile::lang::lints
