// Expressions from the outside in: what hangs below one, and whether its truth or its value is asked for there.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "lang/program/program.hpp"

namespace spile::lang {

/// What the place of an expression asks of it.
enum class Asked : std::uint8_t { value, truth };

struct AskedExpr {
    ExprIndex expr = k_no_expr;
    Asked asked = Asked::value;
};

/// Whether the operator makes a truth of its operands, whatever is asked: comparisons, tests, logic, quantifiers,
/// relations.
[[nodiscard]] bool makes_truth(Op op);

/// The expressions right below, those of generators and patterns too, in order of writing; never k_no_expr. `asked` is
/// what is asked of the expression itself: the arms of an `if` pass it on.
[[nodiscard]] std::vector<AskedExpr> children_of(const Expr& expr, Asked asked);

}  // namespace spile::lang
