// some, all, none.
#include "lang/mutation/lister.hpp"

namespace spile::lang::mutation {

namespace {

std::string_view written(Op op) {
    return op == Op::some ? "some" : op == Op::none ? "none" : "all";
}

std::string members_of(const std::string& what, bool universal) {
    return universal ? "two members of `" + what + "` of which one satisfies the condition"
                     : "a member of `" + what + "` that meets the condition, and one that does not";
}

}  // namespace

void Lister::quantifiers(const Place& place) {
    switch (place.expr->op) {
        case Op::some:
            to_universal(place, Op::all);
            from_universal(place, Op::none);
            return;
        case Op::none:
            from_universal(place, Op::some);
            return;
        case Op::all:
            from_universal(place, Op::some);
            from_universal(place, Op::none);
            return;
        default:
            return;
    }
}

// some … where c -> all … satisfy c.
void Lister::to_universal(const Place& place, Op op) {
    const Expr& expr = *place.expr;
    if (expr.condition == k_no_expr) return;
    const Span condition = program_.expr(expr.condition).where.span;
    const auto head = find_word(sources_, source_, expr.where.span, written(expr.op));
    const auto where = find_word(sources_, source_, {expr.generators.back().where.span.end, condition.begin}, "where");
    if (!head || !where) return;
    Expr changed = with_op(expr, op);
    changed.children = {expr.condition};
    changed.condition = k_no_expr;
    add(MutationKind::quantifier, place, std::move(changed), {{*head, std::string(written(op))}, {*where, "satisfy"}},
        members_of(on_one_line(sources_.text(expr.generators.front().where)), true));
}

// all … where c satisfy d -> some … where c and d; some <-> none.
void Lister::from_universal(const Place& place, Op op) {
    const Expr& expr = *place.expr;
    const bool opposite = expr.op != Op::all;
    if (opposite && below_negation(place)) return;
    const auto head = find_word(sources_, source_, expr.where.span, written(expr.op));
    if (!head) return;
    std::vector<Edit> edits{{*head, std::string(written(op))}};
    ProgramChange change;
    Expr changed = with_op(expr, op);
    if (expr.op == Op::all) {
        const std::uint32_t from = expr.condition == k_no_expr ? expr.generators.back().where.span.end
                                                               : program_.expr(expr.condition).where.span.end;
        const auto satisfy = find_word(sources_, source_, {from, operand(place, 0).where.span.begin}, "satisfy");
        if (!satisfy) return;
        edits.push_back({*satisfy, expr.condition == k_no_expr ? "where" : "and"});
        changed.children.clear();
        changed.condition = expr.children.front();
        if (expr.condition != k_no_expr) {
            Expr both;
            both.op = Op::conjunction;
            both.where = expr.where;
            both.type = expr.type;
            both.children = {expr.condition, expr.children.front()};
            change.first_added = static_cast<ExprIndex>(program_.exprs.size());
            changed.condition = change.first_added;
            change.added = {std::move(both)};
        }
    }
    change.exprs.emplace_back(place.index, std::move(changed));
    const std::string what = on_one_line(sources_.text(expr.generators.front().where));
    add(MutationKind::quantifier, place.shown, std::move(edits),
        opposite ? "an input in which `" + text(place.index) + "` decides" : members_of(what, false),
        std::move(change));
}

}  // namespace spile::lang::mutation
