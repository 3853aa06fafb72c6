// some, none, all.
#include "lang/sema/body.hpp"

namespace spile::lang::sema {

Typed lower_leading(Body& body, const syntax::Expr& expr) {
    std::vector<Generator> generators;
    ExprIndex condition = k_no_expr;
    lower_generators(body, expr, generators, condition);
    std::vector<ExprIndex> satisfy;
    if (expr.kind == syntax::ExprKind::all) satisfy.push_back(lower_condition(body, expr.children.front()));
    const Op op = expr.kind == syntax::ExprKind::all    ? Op::all
                  : expr.kind == syntax::ExprKind::some ? Op::some
                                                        : Op::none;
    const Typed made = body.emit(op, expr.span, body.env.types.simple(TypeKind::boolean), std::move(satisfy));
    body.expr(made).generators = std::move(generators);
    body.expr(made).condition = condition;
    return made;
}

Typed lower_quantifier(Body& body, const syntax::Expr& expr) {
    const ScopeMark outer = mark(body);
    const Typed made = lower_leading(body, expr);
    leave(body, outer);
    return made;
}

}  // namespace spile::lang::sema
