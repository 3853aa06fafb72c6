// Conditions that say nothing: constant, compared with themselves, doubly negated, or true of what is not there.
#include <algorithm>

#include "lang/lint/lint.hpp"

namespace spile::lang::lints {

namespace {

using syntax::ExprKind;

class Conditions {
  public:
    Conditions(const syntax::Module& module, DiagnosticSink& sink) : module_(module), sink_(sink) {}

    void check(const syntax::Expr& expr) {
        if (expr.kind == ExprKind::negate && at(expr.children.front()).kind == ExprKind::negate) {
            warn(DiagnosticKind::double_negation, expr.span, "`not not` says the same without either", "remove both");
        }
        if (expr.kind == ExprKind::compare) compare(expr);
        const bool logic =
            expr.kind == ExprKind::conjunction || expr.kind == ExprKind::disjunction || expr.kind == ExprKind::negate;
        if (logic) {
            for (const syntax::ExprId child : expr.children)
                constant(child);
        }
        if (expr.kind == ExprKind::conditional || expr.kind == ExprKind::all) constant(expr.children.front());
        constant(expr.where);
    }

    void constant(syntax::ExprId id) {
        if (id == syntax::no_expr) return;
        const syntax::Expr& expr = at(id);
        const bool literals =
            expr.kind == ExprKind::compare && std::all_of(expr.children.begin(), expr.children.end(),
                                                          [&](syntax::ExprId child) { return is_literal(child); });
        if (expr.kind != ExprKind::bool_literal && !literals) return;
        warn(DiagnosticKind::constant_condition, expr.span, "this condition is the same for every subject", "");
    }

  private:
    [[nodiscard]] const syntax::Expr& at(syntax::ExprId id) const { return module_.exprs.at(id); }

    [[nodiscard]] bool is_literal(syntax::ExprId id) const { return at(id).kind <= ExprKind::time_literal; }

    void compare(const syntax::Expr& expr) {
        // Two literals are a constant condition, and said to be one.
        if (is_literal(expr.children[0]) || !same(expr.children[0], expr.children[1])) return;
        warn(DiagnosticKind::self_comparison, expr.span, "both sides of `" + expr.text + "` are the same", "");
    }

    // Equal but for spans; generators are taken as different, as nobody writes them twice.
    [[nodiscard]] bool same(syntax::ExprId left, syntax::ExprId right) const {
        if (left == syntax::no_expr || right == syntax::no_expr) return left == right;
        const syntax::Expr& a = at(left);
        const syntax::Expr& b = at(right);
        const auto both = [&](syntax::ExprId x, syntax::ExprId y) { return same(x, y); };
        const auto arguments = [&](const syntax::Argument& x, const syntax::Argument& y) {
            return x.name.has_value() == y.name.has_value() && (!x.name || x.name->text == y.name->text) &&
                   same(x.value, y.value);
        };
        return a.kind == b.kind && a.text == b.text && a.generators.empty() && b.generators.empty() &&
               std::equal(a.children.begin(), a.children.end(), b.children.begin(), b.children.end(), both) &&
               std::equal(a.arguments.begin(), a.arguments.end(), b.arguments.begin(), b.arguments.end(), arguments);
    }

    void warn(DiagnosticKind kind, Span span, std::string message, std::string help) {
        sink_.add({.kind = kind,
                   .where = {module_.source, span},
                   .message = std::move(message),
                   .labels = {},
                   .help = std::move(help)});
    }

    const syntax::Module& module_;
    DiagnosticSink& sink_;
};

// `all` over what may be missing holds when it is missing; `exists` in reach makes the type lose its `?`.
void all_over_optional(const syntax::Module& module, const Program& program, DiagnosticSink& sink) {
    for (const Expr& expr : program.exprs) {
        if (expr.op != Op::all || expr.where.source != module.source) continue;
        for (const Generator& generator : expr.generators) {
            if (generator.source == k_no_expr) continue;
            const Expr& source = program.expr(generator.source);
            if (!program.types.at(source.type).text.ends_with('?')) continue;
            sink.add({.kind = DiagnosticKind::all_over_optional,
                      .where = source.where,
                      .message = "this collection may be missing, and then `all` holds",
                      .labels = {},
                      .help = "add `exists` for it to the condition, or `?? []` where that is meant"});
        }
    }
}

}  // namespace

void conditions(const syntax::Module& module, const Program& program, DiagnosticSink& sink) {
    Conditions conditions(module, sink);
    for (const syntax::Expr& expr : module.exprs)
        conditions.check(expr);
    for (const syntax::Policy& policy : module.policies) {
        for (const syntax::ExprId when : policy.whens)
            conditions.constant(when);
        for (const syntax::Demand& demand : policy.demands)
            conditions.constant(demand.condition);
    }
    all_over_optional(module, program, sink);
}

}  // namespace spile::lang::lints
