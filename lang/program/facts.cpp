#include "lang/program/facts.hpp"

#include <algorithm>
#include <set>

#include "lang/program/walk.hpp"

namespace spile::lang {

namespace {

class Search {
  public:
    explicit Search(const Program& program) : program_(program) {}

    bool found_in(ExprIndex at, Slot subject) {
        const Expr& expr = program_.expr(at);
        if (expr.op == Op::call_relation) return true;
        if (expr.op == Op::local && subject != k_no_slot && expr.slot == subject) return true;
        const auto ranges = [](const Generator& generator) {
            return generator.kind == Generator::Kind::typed || generator.kind == Generator::Kind::relation;
        };
        if (std::any_of(expr.generators.begin(), expr.generators.end(), ranges)) return true;
        // A function's parameters are looked at where it is called: its own slots stand for nothing more.
        if (expr.op == Op::call_function && seen_.insert(expr.index).second &&
            found_in(program_.functions[expr.index].body, k_no_slot))
            return true;
        const std::vector<AskedExpr> children = children_of(expr, Asked::value);
        return std::any_of(children.begin(), children.end(),
                           [&](const AskedExpr& child) { return found_in(child.expr, subject); });
    }

  private:
    const Program& program_;
    std::set<std::uint32_t> seen_;
};

}  // namespace

bool reads_facts(const Program& program, ExprIndex expr, Slot subject) {
    return Search(program).found_in(expr, subject);
}

}  // namespace spile::lang
