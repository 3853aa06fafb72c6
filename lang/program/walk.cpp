#include "lang/program/walk.hpp"

namespace spile::lang {

bool makes_truth(Op op) {
    switch (op) {
        case Op::negate:
        case Op::conjunction:
        case Op::disjunction:
        case Op::equal:
        case Op::not_equal:
        case Op::less:
        case Op::less_equal:
        case Op::greater:
        case Op::greater_equal:
        case Op::in:
        case Op::not_in:
        case Op::matches:
        case Op::like:
        case Op::exists:
        case Op::missing:
        case Op::empty:
        case Op::some:
        case Op::none:
        case Op::all:
        case Op::call_relation:
            return true;
        default:
            return false;
    }
}

namespace {

// What is asked of the operand at this position.
Asked asked_of_child(const Expr& expr, std::size_t position, Asked asked) {
    switch (expr.op) {
        case Op::negate:
        case Op::conjunction:
        case Op::disjunction:
        case Op::all:
            return Asked::truth;
        case Op::conditional:
            return position == 0 ? Asked::truth : asked;
        default:
            return Asked::value;
    }
}

}  // namespace

std::vector<AskedExpr> children_of(const Expr& expr, Asked asked) {
    std::vector<AskedExpr> found;
    const auto add = [&](ExprIndex index, Asked here) {
        if (index != k_no_expr) found.push_back({index, here});
    };
    const auto add_patterns = [&](const std::vector<Pattern>& patterns) {
        for (const Pattern& pattern : patterns)
            add(pattern.value, Asked::value);
    };
    for (const Generator& generator : expr.generators) {
        add(generator.source, Asked::value);
        add_patterns(generator.patterns);
    }
    add_patterns(expr.patterns);
    add(expr.condition, Asked::truth);
    for (std::size_t i = 0; i < expr.children.size(); ++i)
        add(expr.children[i], asked_of_child(expr, i, asked));
    add(expr.by, Asked::value);
    return found;
}

}  // namespace spile::lang
