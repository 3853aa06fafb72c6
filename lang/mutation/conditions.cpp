// Conditions left out: what is left of a conjunction is `true`, of a disjunction `false`.
#include <algorithm>

#include "lang/mutation/lister.hpp"

namespace spile::lang::mutation {

void Lister::left_out_operands(const Place& place) {
    const Expr& expr = *place.expr;
    if (expr.op != Op::conjunction && expr.op != Op::disjunction) return;
    const bool conjunction = expr.op == Op::conjunction;
    for (std::size_t i = 0; i < expr.children.size(); ++i) {
        if (conjunction && guards_presence(place, i)) continue;
        const Expr& left_out = operand(place, i);
        Place there{.index = expr.children[i], .expr = &left_out, .shown = expr.where};
        add(MutationKind::condition, there, truth_literal(left_out, conjunction),
            {{left_out.where.span, conjunction ? "true" : "false"}},
            "an input in which `" + text(there.index) + "` alone is " + (conjunction ? "false" : "true"));
    }
}

// `x exists and x > 3`: without the first the compiler refuses the second, so nobody could write this mistake.
bool Lister::guards_presence(const Place& connective, std::size_t index) const {
    const Expr& guard = operand(connective, index);
    if (guard.op != Op::exists) return false;
    const std::string path = text(guard.children.front());
    for (std::size_t i = 0; i < connective.expr->children.size(); ++i) {
        if (i != index && relies_on(connective.expr->children[i], path, false)) return true;
    }
    return false;
}

// Whether the path stands below where a value is needed.
bool Lister::relies_on(ExprIndex index, const std::string& path, bool wants_value) const {
    const Expr& expr = program_.expr(index);
    if (wants_value && expr.where.source == source_ && text(index) == path) return true;
    bool needs = false;
    switch (expr.op) {
        case Op::less:
        case Op::less_equal:
        case Op::greater:
        case Op::greater_equal:
        case Op::matches:
        case Op::like:
        case Op::add:
        case Op::subtract:
        case Op::multiply:
        case Op::divide:
        case Op::concatenate:
            needs = true;
            break;
        case Op::call_builtin: {
            const std::string_view signature = all_builtins()[expr.index].signature;
            needs = signature.substr(0, signature.find("->")).find('?') == std::string_view::npos;
            break;
        }
        case Op::call_function: {
            const std::vector<RecordField>& parameters = program_.functions[expr.index].signature;
            needs = std::none_of(parameters.begin(), parameters.end(),
                                 [](const RecordField& each) { return each.type.ends_with('?'); });
            break;
        }
        default:
            break;
    }
    const std::vector<AskedExpr> children = children_of(expr, Asked::value);
    return std::any_of(children.begin(), children.end(),
                       [&](const AskedExpr& child) { return relies_on(child.expr, path, needs); });
}

// The `where` of quantifiers, aggregates and comprehensions.
void Lister::left_out_where(const Place& place) {
    const Expr& expr = *place.expr;
    if (expr.condition == k_no_expr) return;
    const Expr& where = program_.expr(expr.condition);
    if (where.where.source != source_) return;
    Place there{.index = expr.condition, .expr = &where, .shown = expr.where};
    add(MutationKind::condition, there, truth_literal(where, true), {{where.where.span, "true"}},
        "a member for which `" + text(expr.condition) + "` is false and that would count otherwise");
}

// Whole `when`s and demands; the conditions of rules and views.
void Lister::left_out_roots() {
    const auto leave_out = [&](ExprIndex index, bool becomes, const std::string& needs) {
        const Expr& expr = program_.expr(index);
        Place there{.index = index, .expr = &expr, .shown = expr.where};
        add(MutationKind::condition, there, truth_literal(expr, becomes),
            {{expr.where.span, becomes ? "true" : "false"}}, needs);
    };
    const Policy& policy = program_.policies[policy_];
    for (const ExprIndex when : policy.whens)
        leave_out(when, true, "a subject for which `" + text(when) + "` is false, and that fails otherwise");
    for (const Demand& demand : policy.demands) {
        const bool require = demand.kind == Demand::Kind::require;
        leave_out(demand.condition, require, "a subject that fails for this demand alone");
    }
    for (const Part& part : own_parts(program_, policy_)) {
        ExprIndex condition = k_no_expr;
        if (part.kind == Part::Kind::rule) condition = program_.relations[part.index].rules[part.rule].condition;
        if (part.kind == Part::Kind::view) condition = program_.views[part.index].where;
        if (condition != k_no_expr)
            leave_out(condition, true, "an input in which `" + text(condition) + "` alone is false");
    }
}

}  // namespace spile::lang::mutation
