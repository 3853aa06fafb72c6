// Logic, tests, arithmetic, `if` and `??`.
#include "lang/sema/body.hpp"

namespace spile::lang::sema {

namespace {

using syntax::ExprKind;

// Every conjunct may rely on what the others say is there; every disjunct on what the others say is not.
Typed connective(Body& body, const syntax::Expr& expr) {
    const bool conjunction = expr.kind == ExprKind::conjunction;
    const std::vector<syntax::ExprId> operands = expr.children;
    std::vector<ExprIndex> lowered;
    for (std::size_t i = 0; i < operands.size(); ++i) {
        const std::size_t known = body.present.size();
        for (std::size_t j = 0; j < operands.size(); ++j) {
            if (j != i) assume(body, operands[j], conjunction ? Holds::yes : Holds::no);
        }
        lowered.push_back(lower_condition(body, operands[i]));
        body.present.resize(known);
    }
    return body.emit(conjunction ? Op::conjunction : Op::disjunction, expr.span,
                     body.env.types.simple(TypeKind::boolean), std::move(lowered));
}

Typed test(Body& body, const syntax::Expr& expr) {
    const Typed operand = lower(body, expr.children.front());
    const Op op = expr.text == "exists" ? Op::exists : expr.text == "missing" ? Op::missing : Op::empty;
    return body.emit(op, expr.span, body.env.types.simple(TypeKind::boolean), {operand.expr});
}

Typed conditional(Body& body, const syntax::Expr& expr, TypeId expected) {
    const ExprIndex condition = lower_condition(body, expr.children[0]);
    const std::size_t known = body.present.size();
    assume(body, expr.children[0], Holds::yes);
    const Typed then = lower(body, expr.children[1], expected);
    body.present.resize(known);
    assume(body, expr.children[0], Holds::no);
    const Typed otherwise = lower(body, expr.children[2], expected);
    body.present.resize(known);
    return body.emit(Op::conditional, expr.span, body.env.types.join(then.type, otherwise.type),
                     {condition, then.expr, otherwise.expr});
}

Typed coalesce(Body& body, const syntax::Expr& expr, TypeId expected) {
    TypeTable& types = body.env.types;
    const Typed left = lower(body, expr.children[0], expected);
    const TypeId present = types.present(left.type);
    const Typed right = lower(body, expr.children[1], present);
    if (!comparable(types, present, types.present(right.type)) && body.kind(right) != TypeKind::null) {
        body.report(DiagnosticKind::type_mismatch, body.expr(right).where.span,
                    "`??` supplies `" + types.text(right.type) + "` for a missing `" + types.text(present) + "`");
    }
    const TypeId type = types.with_optional(types.join(present, right.type), types.optional(right.type));
    return body.emit(Op::coalesce, expr.span, type, {left.expr, right.expr});
}

std::optional<TypeKind> sum_kind(std::string_view op, TypeKind a, TypeKind b) {
    using enum TypeKind;
    if (a == any || b == any) {
        const TypeKind known = a == any ? b : a;
        const bool possible = known == any || numeric(known) || known == time || known == duration;
        return possible ? std::optional(any) : std::nullopt;
    }
    if (numeric(a) && numeric(b)) return a == integer && b == integer ? integer : decimal;
    if (a == time && b == duration) return time;
    if (op == "-" && a == time && b == time) return duration;
    if (a == duration && b == duration) return duration;
    if (op == "+" && a == duration && b == time) return time;
    return std::nullopt;
}

std::optional<TypeKind> product_kind(std::string_view op, TypeKind a, TypeKind b) {
    using enum TypeKind;
    const auto possible = [](TypeKind kind) { return kind == any || numeric(kind); };
    if (!possible(a) || !possible(b)) return std::nullopt;
    if (a == any || b == any) return any;
    return op == "*" && a == integer && b == integer ? integer : decimal;
}

std::optional<TypeId> concatenation(TypeTable& types, TypeId a, TypeId b) {
    const Type left = types[a];
    const Type right = types[b];
    const auto possible = [](TypeKind kind) {
        return kind == TypeKind::any || kind == TypeKind::string || kind == TypeKind::list || kind == TypeKind::set;
    };
    if (!possible(left.kind) || !possible(right.kind)) return std::nullopt;
    if (left.kind == TypeKind::any || right.kind == TypeKind::any) return k_any;
    if (left.kind != right.kind) return std::nullopt;
    if (left.kind == TypeKind::string) return types.present(a);
    const TypeId element = types.join(left.element, right.element);
    return left.kind == TypeKind::list ? types.list(element) : types.set(element);
}

std::optional<TypeId> arithmetic_type(TypeTable& types, std::string_view op, TypeId a, TypeId b) {
    if (op == "++") return concatenation(types, a, b);
    const bool sum = op == "+" || op == "-";
    const auto kind = sum ? sum_kind(op, types.kind(a), types.kind(b)) : product_kind(op, types.kind(a), types.kind(b));
    return kind ? std::optional(types.simple(*kind)) : std::nullopt;
}

Op arithmetic_op(std::string_view text) {
    return text == "++"  ? Op::concatenate
           : text == "+" ? Op::add
           : text == "-" ? Op::subtract
           : text == "*" ? Op::multiply
                         : Op::divide;
}

Typed arithmetic(Body& body, const syntax::Expr& expr) {
    TypeTable& types = body.env.types;
    const Typed left = lower(body, expr.children[0]);
    const Typed right = lower(body, expr.children[1]);
    require_present(body, left, "`" + expr.text + "`");
    require_present(body, right, "`" + expr.text + "`");
    const auto type = arithmetic_type(types, expr.text, left.type, right.type);
    if (!type) {
        const bool texts = expr.text == "+" && body.kind(left) == TypeKind::string;
        body.report(DiagnosticKind::type_mismatch, expr.span,
                    "`" + expr.text + "` does not take `" + types.text(types.present(left.type)) + "` and `" +
                        types.text(types.present(right.type)) + "`",
                    texts ? "`++` joins texts" : "");
    }
    return body.emit(arithmetic_op(expr.text), expr.span, type.value_or(k_any), {left.expr, right.expr});
}

}  // namespace

Typed lower_operator(Body& body, const syntax::Expr& expr, TypeId expected) {
    switch (expr.kind) {
        case ExprKind::conjunction:
        case ExprKind::disjunction:
            return connective(body, expr);
        case ExprKind::test:
            return test(body, expr);
        case ExprKind::conditional:
            return conditional(body, expr, expected);
        case ExprKind::coalesce:
            return coalesce(body, expr, expected);
        case ExprKind::arithmetic:
            return arithmetic(body, expr);
        default:
            break;
    }
    const ExprIndex operand = lower_condition(body, expr.children.front());
    return body.emit(Op::negate, expr.span, body.env.types.simple(TypeKind::boolean), {operand});
}

}  // namespace spile::lang::sema
