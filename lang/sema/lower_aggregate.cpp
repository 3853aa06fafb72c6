// count, sum, min, max, the, first.
#include "lang/sema/body.hpp"

namespace spile::lang::sema {

namespace {

Op aggregate_op(std::string_view name) {
    return name == "count" ? Op::count
           : name == "sum" ? Op::sum
           : name == "min" ? Op::minimum
           : name == "max" ? Op::maximum
           : name == "the" ? Op::the
                           : Op::first;
}

void misuse(Body& body, const syntax::Expr& expr, std::string message, std::string help = "") {
    body.report(DiagnosticKind::bad_aggregate, expr.span, std::move(message), std::move(help));
}

// `the(x in xs where …)` means x: the variable of the last generator, when it has one.
std::optional<Typed> generated_value(Body& body, const syntax::Expr& expr, const std::vector<Generator>& generators) {
    const Generator& last = generators.back();
    const Slot slot = last.kind == Generator::Kind::pair_in ? last.value_slot : last.slot;
    for (Binding& binding : body.scope) {
        if (binding.slot != slot || last.kind == Generator::Kind::relation) continue;
        ++binding.uses;
        const Typed made = body.emit(Op::local, expr.generators.back().span, binding.type, {}, binding.name);
        body.expr(made).slot = slot;
        return made;
    }
    misuse(body, expr, "`" + expr.text + "` does not say of what", "write `" + expr.text + "(value for …)`");
    return std::nullopt;
}

TypeId result_type(Body& body, Op op, const Typed& value) {
    TypeTable& types = body.env.types;
    if (op == Op::count) return types.simple(TypeKind::integer);
    if (op == Op::the || op == Op::first) return types.maybe(value.type);
    const std::string what = op == Op::sum ? "`sum`" : op == Op::minimum ? "`min`" : "`max`";
    require_present(body, value, what);
    const TypeKind kind = body.kind(value);
    if (kind != TypeKind::any && !numeric(kind)) {
        body.report(DiagnosticKind::type_mismatch, body.expr(value).where.span,
                    what + " does not take `" + types.text(value.type) + "`",
                    op != Op::sum && ordered(kind) ? "`first(x for … by x)` gives the least of what has an order" : "");
        return k_any;
    }
    const TypeId present = types.present(value.type);
    return op == Op::sum ? present : types.maybe(present);
}

void check_parts(Body& body, const syntax::Expr& expr, Op op) {
    if (expr.distinct && op != Op::count) misuse(body, expr, "`distinct` is for `count`, not `" + expr.text + "`");
    const bool ordered_by = expr.by != syntax::no_expr;
    if (op == Op::first && !ordered_by) {
        misuse(body, expr, "`first` does not say by what order", "write `first(… by key)`");
    }
    if (op != Op::first && ordered_by) misuse(body, expr, "`by` is for `first`, not `" + expr.text + "`");
}

ExprIndex lower_by(Body& body, const syntax::Expr& expr) {
    if (expr.by == syntax::no_expr) return k_no_expr;
    const Typed key = lower(body, expr.by);
    require_present(body, key, "`by`");
    const TypeKind kind = body.kind(key);
    if (kind != TypeKind::any && kind != TypeKind::string && !ordered(kind)) {
        body.report(DiagnosticKind::type_mismatch, body.expr(key).where.span,
                    "`by` takes what has an order, and this is `" + body.env.types.text(key.type) + "`");
    }
    return key.expr;
}

}  // namespace

Typed lower_aggregate(Body& body, const syntax::Expr& expr) {
    const Op op = aggregate_op(expr.text);
    check_parts(body, expr, op);
    const ScopeMark outer = mark(body);
    std::vector<Generator> generators;
    ExprIndex condition = k_no_expr;
    lower_generators(body, expr, generators, condition);
    std::optional<Typed> value;
    if (!expr.children.empty() && expr.children.front() != syntax::no_expr) {
        value = lower(body, expr.children.front());
    } else if (op != Op::count && !generators.empty()) {
        value = generated_value(body, expr, generators);
    }
    const ExprIndex by = lower_by(body, expr);
    const TypeId type = value || op == Op::count ? result_type(body, op, value.value_or(Typed{})) : k_any;
    leave(body, outer);
    const Typed made = body.emit(op, expr.span, type, {value ? value->expr : k_no_expr});
    body.expr(made).generators = std::move(generators);
    body.expr(made).condition = condition;
    body.expr(made).by = by;
    body.expr(made).distinct = expr.distinct;
    return made;
}

}  // namespace spile::lang::sema
