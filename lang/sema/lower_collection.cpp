// Lists, sets and maps, written out or by comprehension. Members are never optional: what is missing does not become a
// member.
#include "lang/sema/body.hpp"

namespace spile::lang::sema {

namespace {

using syntax::ExprKind;

Op literal_op(ExprKind kind) {
    switch (kind) {
        case ExprKind::list:
            return Op::list;
        case ExprKind::set:
            return Op::set;
        case ExprKind::list_comprehension:
            return Op::list_comprehension;
        case ExprKind::set_comprehension:
            return Op::set_comprehension;
        case ExprKind::map_comprehension:
            return Op::map_comprehension;
        default:
            return Op::map;
    }
}

struct Hints {
    TypeId element = k_any;
    TypeId key = k_any;
};

Hints hints_of(TypeTable& types, TypeId expected) {
    const Type of = types[expected];
    const bool collection = of.kind == TypeKind::list || of.kind == TypeKind::set || of.kind == TypeKind::map;
    return collection ? Hints{of.element, of.key} : Hints{};
}

Typed sequence(Body& body, const syntax::Expr& expr, Hints hints) {
    TypeTable& types = body.env.types;
    std::vector<ExprIndex> members;
    std::optional<TypeId> element;
    const std::vector<syntax::ExprId> children = expr.children;
    for (const syntax::ExprId child : children) {
        const Typed member = lower(body, child, hints.element);
        const TypeId type = types.present(member.type);
        element = element ? types.join(*element, type) : type;
        members.push_back(member.expr);
    }
    const TypeId of = element.value_or(k_any);
    const TypeId type = expr.kind == ExprKind::list ? types.list(of) : types.set(of);
    return body.emit(literal_op(expr.kind), expr.span, type, std::move(members));
}

void check_key(Body& body, const Typed& key) {
    const TypeKind kind = body.kind(key);
    if (kind == TypeKind::string || kind == TypeKind::any || kind == TypeKind::union_of) return;
    body.report(DiagnosticKind::type_mismatch, body.expr(key).where.span,
                "keys of a map are texts, and this is `" + body.env.types.text(key.type) + "`",
                "`to_text(…)` makes a text of a number");
}

Typed map(Body& body, const syntax::Expr& expr, Hints hints) {
    TypeTable& types = body.env.types;
    std::vector<ExprIndex> members;
    std::optional<TypeId> element;
    for (std::size_t i = 0; i + 1 < expr.children.size(); i += 2) {
        const Typed key = lower(body, expr.children[i]);
        check_key(body, key);
        const Typed value = lower(body, expr.children[i + 1], hints.element);
        const TypeId type = types.present(value.type);
        element = element ? types.join(*element, type) : type;
        members.insert(members.end(), {key.expr, value.expr});
    }
    const TypeId type = types.map(types.simple(TypeKind::string), element.value_or(k_any));
    return body.emit(Op::map, expr.span, type, std::move(members));
}

Typed comprehension(Body& body, const syntax::Expr& expr, Hints hints) {
    TypeTable& types = body.env.types;
    const ScopeMark outer = mark(body);
    std::vector<Generator> generators;
    ExprIndex condition = k_no_expr;
    lower_generators(body, expr, generators, condition);
    std::vector<ExprIndex> children;
    TypeId type = k_any;
    if (expr.kind == ExprKind::map_comprehension) {
        const Typed key = lower(body, expr.children[0]);
        check_key(body, key);
        const Typed value = lower(body, expr.children[1], hints.element);
        children = {key.expr, value.expr};
        type = types.map(types.simple(TypeKind::string), types.present(value.type));
    } else {
        const Typed element = lower(body, expr.children[0], hints.element);
        children = {element.expr};
        const TypeId of = types.present(element.type);
        type = expr.kind == ExprKind::list_comprehension ? types.list(of) : types.set(of);
    }
    leave(body, outer);
    const Typed made = body.emit(literal_op(expr.kind), expr.span, type, std::move(children));
    body.expr(made).generators = std::move(generators);
    body.expr(made).condition = condition;
    return made;
}

}  // namespace

Typed lower_collection(Body& body, const syntax::Expr& expr, TypeId expected) {
    const Hints hints = hints_of(body.env.types, expected);
    if (expr.kind == ExprKind::list || expr.kind == ExprKind::set) return sequence(body, expr, hints);
    if (expr.kind == ExprKind::map) return map(body, expr, hints);
    return comprehension(body, expr, hints);
}

}  // namespace spile::lang::sema
