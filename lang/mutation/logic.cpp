// Comparisons, tests and what joins them.
#include "lang/mutation/lister.hpp"
#include "lang/source/balanced.hpp"

namespace spile::lang::mutation {

namespace {

struct Comparison {
    Op op;
    std::string_view written;
    Op other;
    std::string_view other_written;
    MutationKind kind;
};

constexpr Comparison k_comparisons[] = {
    {Op::equal, "==", Op::not_equal, "!=", MutationKind::equality},
    {Op::not_equal, "!=", Op::equal, "==", MutationKind::equality},
    {Op::in, "in", Op::not_in, "not in", MutationKind::membership},
    {Op::less, "<", Op::less_equal, "<=", MutationKind::boundary},
    {Op::less_equal, "<=", Op::less, "<", MutationKind::boundary},
    {Op::greater, ">", Op::greater_equal, ">=", MutationKind::boundary},
    {Op::greater_equal, ">=", Op::greater, ">", MutationKind::boundary},
    {Op::less, "<", Op::greater, ">", MutationKind::direction},
    {Op::less_equal, "<=", Op::greater_equal, ">=", MutationKind::direction},
    {Op::greater, ">", Op::less, "<", MutationKind::direction},
    {Op::greater_equal, ">=", Op::less_equal, "<=", MutationKind::direction},
};

// Conditions that no other operator of the language turns round.
bool wants_not(Op op) {
    switch (op) {
        case Op::call_function:
        case Op::call_builtin:
        case Op::call_relation:
        case Op::matches:
        case Op::like:
        case Op::empty:
        case Op::local:
        case Op::param:
        case Op::field:
        case Op::index:
        case Op::coalesce:
            return true;
        default:
            return false;
    }
}

}  // namespace

void Lister::comparisons(const Place& place) {
    const Expr& expr = *place.expr;
    if (expr.children.size() != 2) return;
    const SourceSpan left = operand(place, 0).where;
    const SourceSpan right = operand(place, 1).where;
    const Span between{left.span.end, right.span.begin};
    const std::string sides = "`" + text(expr.children[0]) + "` and `" + text(expr.children[1]) + "`";
    if (expr.op == Op::not_in) {
        const auto negation = find_word(sources_, source_, between, "not");
        const auto in = find_word(sources_, source_, between, "in");
        if (!negation || !in || below_negation(place)) return;
        add(MutationKind::membership, place, with_op(expr, Op::in), {{cover(*negation, *in), "in"}},
            "an input in which `" + text(expr.children[0]) + "` is one of `" + text(expr.children[1]) +
                "` and nothing else decides");
        return;
    }
    for (const Comparison& each : k_comparisons) {
        if (each.op != expr.op) continue;
        const bool opposite = each.kind == MutationKind::equality || each.kind == MutationKind::membership;
        if (opposite && below_negation(place)) continue;
        const auto token = find_word(sources_, source_, between, each.written);
        if (!token) continue;
        const std::string needs = each.kind == MutationKind::boundary    ? "an input in which " + sides + " are equal"
                                  : each.kind == MutationKind::direction ? "an input in which " + sides + " differ"
                                  : each.kind == MutationKind::membership
                                      ? "an input in which `" + text(expr.children[0]) + "` is one of `" +
                                            text(expr.children[1]) + "` and nothing else decides"
                                      : "an input in which " + sides + " are equal and nothing else decides";
        add(each.kind, place, with_op(expr, each.other), {{*token, std::string(each.other_written)}}, needs);
    }
}

// Every `and` of a chain at once. What a rule's conditions were joined from need not stand side by side.
void Lister::connectives(const Place& place) {
    const Expr& expr = *place.expr;
    if (expr.op != Op::conjunction && expr.op != Op::disjunction) return;
    const bool conjunction = expr.op == Op::conjunction;
    std::vector<Edit> edits;
    for (std::size_t i = 1; i < expr.children.size(); ++i) {
        const Span between{operand(place, i - 1).where.span.end, operand(place, i).where.span.begin};
        const auto token = find_word(sources_, source_, between, conjunction ? "and" : "or");
        if (!token) return;
        edits.push_back({*token, conjunction ? "or" : "and"});
    }
    Place shown = place;
    shown.shown = expr.where;
    add(MutationKind::connective, shown, with_op(expr, conjunction ? Op::disjunction : Op::conjunction),
        std::move(edits),
        "an input in which one of `" + text(expr.children.front()) + "` and `" + text(expr.children.back()) +
            "` holds and the other does not");
}

void Lister::presence(const Place& place) {
    const Expr& expr = *place.expr;
    if ((expr.op != Op::exists && expr.op != Op::missing) || below_negation(place)) return;
    const bool exists = expr.op == Op::exists;
    const Span behind{operand(place, 0).where.span.end, expr.where.span.end};
    const auto token = find_word(sources_, source_, behind, exists ? "exists" : "missing");
    if (!token) return;
    add(MutationKind::presence, place, with_op(expr, exists ? Op::missing : Op::exists),
        {{*token, exists ? "missing" : "exists"}},
        "an input with `" + text(expr.children[0]) + "` or one without it, in which nothing else decides");
}

void Lister::negations(const Place& place) {
    const Expr& expr = *place.expr;
    if (expr.op == Op::negate) {
        const Span front{expr.where.span.begin, operand(place, 0).where.span.begin};
        const auto token = find_word(sources_, source_, front, "not");
        if (!token) return;
        Place shown = place;
        shown.shown = expr.where;
        add(MutationKind::negation, shown, standing_in(operand(place, 0), expr), {{*token, ""}},
            "an input in which `" + text(expr.children[0]) + "` decides");
        return;
    }
    const bool condition = place.asked == Asked::truth || makes_truth(expr.op);
    if (!condition || !wants_not(expr.op) || below_negation(place)) return;
    if (expr.op == Op::local && named_conditions_.contains(expr.slot)) return;
    ProgramChange change;
    Expr negation;
    negation.op = Op::negate;
    negation.where = expr.where;
    negation.type = expr.type;
    change.first_added = static_cast<ExprIndex>(program_.exprs.size());
    negation.children = {change.first_added};
    change.added = {expr};
    change.exprs.emplace_back(place.index, std::move(negation));
    add(MutationKind::negation, place.shown, {{{expr.where.span.begin, expr.where.span.begin}, "not "}},
        "an input in which `" + text(place.index) + "` decides", std::move(change));
}

void Lister::branches(const Place& place) {
    const Expr& expr = *place.expr;
    if (expr.op != Op::conditional) return;
    Expr changed = expr;
    std::swap(changed.children[1], changed.children[2]);
    const SourceSpan then = balanced(sources_, operand(place, 1).where);
    const SourceSpan otherwise = balanced(sources_, operand(place, 2).where);
    Place shown = place;
    shown.shown = expr.where;
    add(MutationKind::branch, shown, std::move(changed),
        {{then.span, std::string(sources_.text(otherwise))}, {otherwise.span, std::string(sources_.text(then))}},
        "an input in which `" + text(expr.children[0]) + "` is true, or one in which it is false");
}

}  // namespace spile::lang::mutation
