// Comparisons: what can be equal, what has an order, what patterns take. A literal on either side takes the domain of
// the other side.
#include "lang/sema/body.hpp"
#include "lang/sema/literals.hpp"

namespace spile::lang::sema {

namespace {

using syntax::ExprKind;

Op compare_op(std::string_view text) {
    if (text == "==") return Op::equal;
    if (text == "!=") return Op::not_equal;
    if (text == "<") return Op::less;
    if (text == "<=") return Op::less_equal;
    if (text == ">") return Op::greater;
    if (text == ">=") return Op::greater_equal;
    if (text == "in") return Op::in;
    if (text == "matches") return Op::matches;
    return text == "like" ? Op::like : Op::not_in;
}

// Whether what the expression is depends on what it is compared with.
bool takes_hint(Body& body, syntax::ExprId id) {
    const syntax::Expr& expr = body.syntax_of(id);
    if (expr.kind == ExprKind::name) return !is_resolvable(body, expr.text) && parse_severity(expr.text);
    return expr.kind == ExprKind::string_literal || expr.kind == ExprKind::list || expr.kind == ExprKind::set;
}

// `high` beside a value of any type is the severity; as a name it would mean nothing.
TypeId hint_for(Body& body, syntax::ExprId id, TypeId hint) {
    const bool word = body.syntax_of(id).kind == ExprKind::name && takes_hint(body, id);
    return word && body.env.types.kind(hint) == TypeKind::any ? body.env.types.simple(TypeKind::severity) : hint;
}

struct Operands {
    Typed left;
    Typed right;
};

// What the item is like, given the collection; and the other way round.
TypeId item_hint(TypeTable& types, TypeId collection) {
    const Type of = types[collection];
    switch (of.kind) {
        case TypeKind::list:
        case TypeKind::set:
            return of.element;
        case TypeKind::map:
            return of.key;
        case TypeKind::cidr:
            return types.present(collection);
        default:
            return k_any;
    }
}

Operands lower_operands(Body& body, const syntax::Expr& expr, bool membership) {
    TypeTable& types = body.env.types;
    const auto present = [&](const Typed& value) { return types.present(value.type); };
    Operands operands;
    if (takes_hint(body, expr.children[0]) && !takes_hint(body, expr.children[1])) {
        operands.right = lower(body, expr.children[1]);
        const TypeId hint = membership ? item_hint(types, operands.right.type) : present(operands.right);
        operands.left = lower(body, expr.children[0], hint_for(body, expr.children[0], hint));
        return operands;
    }
    operands.left = lower(body, expr.children[0]);
    const TypeId hint = membership ? types.set(present(operands.left)) : present(operands.left);
    operands.right = lower(body, expr.children[1], hint_for(body, expr.children[1], hint));
    return operands;
}

std::string both(Body& body, const Operands& operands) {
    const auto about = [&](const Typed& value) {
        const std::string text(body.text(body.expr(value).where.span));
        const bool brief = text.size() <= 60 && text.find('\n') == std::string::npos;
        return (brief ? "`" + text + "`" : "one side") + " is `" + body.env.types.text(value.type) + "`";
    };
    return about(operands.left) + ", " + about(operands.right);
}

// A text beside a domain value: name the conversion.
std::string conversion_help(Body& body, const Operands& operands) {
    const TypeKind left = body.kind(operands.left);
    const TypeKind right = body.kind(operands.right);
    const TypeKind other = left == TypeKind::string ? right : right == TypeKind::string ? left : TypeKind::any;
    const std::string name = body.env.types.text(body.env.types.simple(other));
    for (const BuiltinInfo& builtin : all_builtins()) {
        if (builtin.name == name) return "`" + name + "(…)` makes one from a text";
    }
    return "";
}

void check_equality(Body& body, const syntax::Expr& expr, const Operands& operands) {
    if (comparable(body.env.types, operands.left.type, operands.right.type)) return;
    body.report(DiagnosticKind::never_equal, expr.span, both(body, operands) + ": they are never equal",
                conversion_help(body, operands));
}

bool holds_item(Body& body, TypeId item, TypeId collection) {
    const Type of = body.env.types[collection];
    const TypeTable& types = body.env.types;
    switch (of.kind) {
        case TypeKind::any:
        case TypeKind::union_of:
            return true;
        case TypeKind::list:
        case TypeKind::set:
            return comparable(types, item, of.element);
        case TypeKind::map:
            return comparable(types, item, of.key);
        case TypeKind::record:
            return comparable(types, item, body.env.types.simple(TypeKind::string));
        case TypeKind::ports:
            return comparable(types, item, body.env.types.simple(TypeKind::integer)) ||
                   comparable(types, item, body.env.types.simple(TypeKind::ports));
        case TypeKind::cidr:
            return comparable(types, item, body.env.types.simple(TypeKind::cidr));
        default:
            return false;
    }
}

void check_membership(Body& body, const syntax::Expr& expr, const Operands& operands) {
    const TypeId item = body.env.types.present(operands.left.type);
    if (holds_item(body, item, operands.right.type)) return;
    const TypeKind kind = body.kind(operands.right);
    if (item_hint(body.env.types, operands.right.type) != k_any || kind == TypeKind::ports) {
        body.report(DiagnosticKind::never_equal, expr.span, both(body, operands) + ": it is never in there",
                    conversion_help(body, operands));
        return;
    }
    body.report(DiagnosticKind::type_mismatch, body.expr(operands.right).where.span,
                "`in` takes a list, set, map, ports or cidr, not `" + body.env.types.text(operands.right.type) + "`",
                kind == TypeKind::string ? "`contains(text, part)` looks into a text" : "");
}

void check_order(Body& body, const syntax::Expr& expr, const Operands& operands) {
    const std::string what = "`" + expr.text + "`";
    require_present(body, operands.left, what);
    require_present(body, operands.right, what);
    const TypeKind left = body.kind(operands.left);
    const TypeKind right = body.kind(operands.right);
    const auto possible = [](TypeKind kind) {
        return kind == TypeKind::any || kind == TypeKind::union_of || ordered(kind);
    };
    const bool known = left != TypeKind::any && right != TypeKind::any;
    const bool same =
        left == right || (numeric(left) && numeric(right)) || left == TypeKind::union_of || right == TypeKind::union_of;
    if (possible(left) && possible(right) && (!known || same)) return;
    body.report(DiagnosticKind::type_mismatch, expr.span, both(body, operands) + ": they have no order",
                left == TypeKind::string && right == TypeKind::string
                    ? "texts are not ordered; `version(…)`, `time(…)` and `to_number(…)` make values that are"
                    : conversion_help(body, operands));
}

bool is_text(TypeKind kind) {
    return kind == TypeKind::string || kind == TypeKind::any || kind == TypeKind::union_of;
}

void check_pattern(Body& body, const syntax::Expr& expr, const Operands& operands) {
    const bool regex = expr.text == "matches";
    require_present(body, operands.left, "`" + expr.text + "`");
    require_present(body, operands.right, "`" + expr.text + "`");
    if (!is_text(body.kind(operands.left))) {
        body.report(DiagnosticKind::type_mismatch, body.expr(operands.left).where.span,
                    "`" + expr.text + "` takes a text, and this is `" + body.env.types.text(operands.left.type) + "`");
    }
    const TypeKind pattern = body.kind(operands.right);
    if (regex ? pattern == TypeKind::regex : is_text(pattern) || pattern == TypeKind::glob) return;
    body.report(DiagnosticKind::type_mismatch, body.expr(operands.right).where.span,
                "`" + expr.text + "` wants " + (regex ? "a regular expression" : "a pattern") + ", and this is `" +
                    body.env.types.text(operands.right.type) + "`",
                regex ? "regular expressions are raw strings: r\"…\"" : "");
}

}  // namespace

Typed lower_compare(Body& body, const syntax::Expr& expr) {
    const Op op = compare_op(expr.text);
    const bool membership = op == Op::in || op == Op::not_in;
    const bool pattern = op == Op::matches || op == Op::like;
    Operands operands;
    if (pattern) {
        operands.left = lower(body, expr.children[0]);
        operands.right = lower(body, expr.children[1]);
        check_pattern(body, expr, operands);
    } else {
        operands = lower_operands(body, expr, membership);
        if (membership) {
            check_membership(body, expr, operands);
        } else if (op == Op::equal || op == Op::not_equal) {
            check_equality(body, expr, operands);
        } else {
            check_order(body, expr, operands);
        }
    }
    return body.emit(op, expr.span, body.env.types.simple(TypeKind::boolean),
                     {operands.left.expr, operands.right.expr});
}

}  // namespace spile::lang::sema
