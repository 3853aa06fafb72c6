// Literals. A string takes the domain type that its place expects, and is checked against it.
#include "lang/sema/body.hpp"
#include "lang/sema/literals.hpp"

namespace spile::lang::sema {

namespace {

using syntax::ExprKind;

Op op_of(TypeKind kind) {
    switch (kind) {
        case TypeKind::cidr:
            return Op::cidr;
        case TypeKind::arn:
            return Op::arn;
        case TypeKind::version:
            return Op::version;
        case TypeKind::time:
            return Op::time;
        case TypeKind::duration:
            return Op::duration;
        case TypeKind::protocol:
            return Op::protocol;
        case TypeKind::severity:
            return Op::severity;
        case TypeKind::glob:
            return Op::glob;
        default:
            return Op::string;
    }
}

Typed domain(Body& body, const syntax::Expr& expr, TypeKind kind) {
    const DomainLiteral& literal = *domain_literal(kind);
    const TypeId type = body.env.types.simple(kind);
    if (!literal.accepts(expr.text)) {
        body.report(DiagnosticKind::bad_literal, expr.span, "`" + expr.text + "` is no " + body.env.types.text(type),
                    "write " + std::string(literal.expected));
    }
    return body.emit(op_of(kind), expr.span, type, {}, expr.text);
}

Typed string(Body& body, const syntax::Expr& expr, TypeId expected) {
    const TypeKind wanted = body.env.types.kind(expected);
    if (domain_literal(wanted)) return domain(body, expr, wanted);
    return body.emit(Op::string, expr.span, body.env.types.simple(TypeKind::string), {}, expr.text);
}

Typed regex(Body& body, const syntax::Expr& expr) {
    if (const auto wrong = regex_error(expr.text)) {
        body.report(DiagnosticKind::bad_literal, expr.span, "not a regular expression: " + *wrong,
                    "the syntax is RE2's: no backreferences, no look-around");
    }
    return body.emit(Op::regex, expr.span, body.env.types.simple(TypeKind::regex), {}, expr.text);
}

Typed number(Body& body, const syntax::Expr& expr) {
    const bool whole = expr.text.find_first_of(".eE") == std::string::npos;
    return body.emit(Op::number, expr.span, body.env.types.simple(whole ? TypeKind::integer : TypeKind::decimal), {},
                     expr.text);
}

}  // namespace

Typed lower_literal(Body& body, const syntax::Expr& expr, TypeId expected) {
    TypeTable& types = body.env.types;
    switch (expr.kind) {
        case ExprKind::bool_literal:
            return body.emit(Op::boolean, expr.span, types.simple(TypeKind::boolean), {}, expr.text);
        case ExprKind::number_literal:
            return number(body, expr);
        case ExprKind::string_literal:
            return string(body, expr, expected);
        case ExprKind::regex_literal:
            return regex(body, expr);
        case ExprKind::cidr_literal:
            return domain(body, expr, TypeKind::cidr);
        case ExprKind::arn_literal:
            return domain(body, expr, TypeKind::arn);
        case ExprKind::version_literal:
            return domain(body, expr, TypeKind::version);
        case ExprKind::glob_literal:
            return domain(body, expr, TypeKind::glob);
        case ExprKind::time_literal:
            return domain(body, expr, expr.text.find('-') == std::string::npos ? TypeKind::duration : TypeKind::time);
        default:
            return body.emit(Op::null_value, expr.span, types.simple(TypeKind::null));
    }
}

}  // namespace spile::lang::sema
