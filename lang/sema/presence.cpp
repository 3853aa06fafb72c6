// Which paths are known to be there: `exists` in a conjunction, a `when`, a `where` or an `if` makes `T?` a `T` for the
// same path. Operators commute, so the order of the conjuncts does not matter.
#include <algorithm>

#include "lang/sema/body.hpp"

namespace spile::lang::sema {

namespace {

void add_with_prefixes(Body& body, syntax::ExprId id) {
    for (;;) {
        if (auto key = path_key(body, id)) body.present.push_back(std::move(*key));
        const syntax::Expr& expr = body.syntax_of(id);
        if (expr.kind != syntax::ExprKind::field && expr.kind != syntax::ExprKind::index) return;
        id = expr.children.front();
    }
}

}  // namespace

void assume(Body& body, syntax::ExprId condition, Holds holds) {
    const syntax::Expr& expr = body.syntax_of(condition);
    switch (expr.kind) {
        case syntax::ExprKind::conjunction:
        case syntax::ExprKind::disjunction:
            if ((expr.kind == syntax::ExprKind::conjunction) != (holds == Holds::yes)) return;
            for (const syntax::ExprId child : expr.children)
                assume(body, child, holds);
            return;
        case syntax::ExprKind::negate:
            assume(body, expr.children.front(), holds == Holds::yes ? Holds::no : Holds::yes);
            return;
        case syntax::ExprKind::test:
            if ((expr.text == "exists") == (holds == Holds::yes)) add_with_prefixes(body, expr.children.front());
            return;
        default:
            return;
    }
}

std::optional<std::string> path_key(Body& body, syntax::ExprId id) {
    const syntax::Expr& expr = body.syntax_of(id);
    if (expr.kind == syntax::ExprKind::name) {
        if (const Binding* binding = find_binding(body, expr.text)) return "#" + std::to_string(binding->slot);
        return "@" + expr.text;
    }
    if (expr.kind != syntax::ExprKind::field && expr.kind != syntax::ExprKind::index) return std::nullopt;
    const auto base = path_key(body, expr.children.front());
    if (!base) return std::nullopt;
    if (expr.kind == syntax::ExprKind::field) return *base + "." + expr.text;
    const syntax::Expr& key = body.syntax_of(expr.children.at(1));
    const bool text = key.kind == syntax::ExprKind::string_literal;
    if (!text && key.kind != syntax::ExprKind::number_literal) return std::nullopt;
    return *base + (text ? "[\"" : "[") + key.text + "]";
}

bool is_present(const Body& body, const std::string& key) {
    return std::find(body.present.begin(), body.present.end(), key) != body.present.end();
}

void require_present(Body& body, const Typed& value, const std::string& what) {
    if (!body.env.types.optional(value.type) || body.kind(value) == TypeKind::any) return;
    const Span span = body.expr(value).where.span;
    const std::string text(body.text(span));
    body.report(DiagnosticKind::possibly_missing, span, "`" + text + "` may be missing, and " + what + " needs a value",
                "guard it with `" + text + " exists and …`, or supply a value with `" + text + " ?? …`");
}

}  // namespace spile::lang::sema
