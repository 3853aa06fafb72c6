// Which family an expression belongs to, and the checks that every place shares: conditions, and values of a wanted
// type.
#include "lang/sema/body.hpp"

namespace spile::lang::sema {

using syntax::ExprKind;

Typed lower(Body& body, syntax::ExprId id, TypeId expected) {
    const syntax::Expr& expr = body.syntax_of(id);
    switch (expr.kind) {
        case ExprKind::null_literal:
        case ExprKind::bool_literal:
        case ExprKind::number_literal:
        case ExprKind::string_literal:
        case ExprKind::regex_literal:
        case ExprKind::cidr_literal:
        case ExprKind::arn_literal:
        case ExprKind::version_literal:
        case ExprKind::glob_literal:
        case ExprKind::time_literal:
            return lower_literal(body, expr, expected);
        case ExprKind::name:
        case ExprKind::field:
        case ExprKind::project:
        case ExprKind::index:
            return lower_path(body, id, expected);
        case ExprKind::call:
            return lower_call(body, expr);
        case ExprKind::list:
        case ExprKind::set:
        case ExprKind::map:
        case ExprKind::list_comprehension:
        case ExprKind::set_comprehension:
        case ExprKind::map_comprehension:
            return lower_collection(body, expr, expected);
        case ExprKind::aggregate:
            return lower_aggregate(body, expr);
        case ExprKind::compare:
            return lower_compare(body, expr);
        case ExprKind::some:
        case ExprKind::none:
        case ExprKind::all:
            return lower_quantifier(body, expr);
        case ExprKind::negate:
        case ExprKind::conjunction:
        case ExprKind::disjunction:
        case ExprKind::conditional:
        case ExprKind::test:
        case ExprKind::arithmetic:
        case ExprKind::coalesce:
            return lower_operator(body, expr, expected);
        case ExprKind::wildcard:
            body.report(DiagnosticKind::misplaced_wildcard, expr.span, "`_` stands where a value is needed",
                        "`_` is for arguments of relations");
            break;
        case ExprKind::error:
            break;
    }
    return body.emit(Op::null_value, expr.span, k_any);
}

ExprIndex lower_condition(Body& body, syntax::ExprId id) {
    const Typed value = lower(body, id);
    const TypeKind kind = body.kind(value);
    if (kind != TypeKind::boolean && kind != TypeKind::any) {
        body.report(DiagnosticKind::type_mismatch, body.syntax_of(id).span,
                    "a condition is `bool`, and this is `" + body.env.types.text(value.type) + "`",
                    kind == TypeKind::string ? "compare it, or test it with `exists`" : "");
    }
    return value.expr;
}

void check_fits(Body& body, const Typed& value, TypeId wanted, const std::string& what) {
    TypeTable& types = body.env.types;
    if (fits(types, value.type, wanted)) return;
    if (types.optional(value.type) && fits(types, types.present(value.type), wanted)) {
        require_present(body, value, what);
        return;
    }
    body.report(DiagnosticKind::type_mismatch, body.expr(value).where.span,
                what + " is `" + types.text(wanted) + "`, and this is `" + types.text(value.type) + "`");
}

ExprIndex lower_as(Body& body, syntax::ExprId id, TypeId type, const std::string& what) {
    const Typed value = lower(body, id, type);
    if (type != k_any) check_fits(body, value, type, what);
    return value.expr;
}

}  // namespace spile::lang::sema
