// Which expressions are conditions.
#include <algorithm>

#include "engine/coverage/coverage.hpp"
#include "engine/coverage/unknowns.hpp"

namespace spile::engine::coverage {

using lang::Asked;
using lang::AskedExpr;
using lang::Expr;
using lang::Op;
using lang::Part;

namespace {

class Finder {
  public:
    explicit Finder(const lang::Program& program) : program_(program), unknowns_(program) {}

    PolicyConditions find(std::uint32_t policy) {
        found_ = {};
        for (const Part& part : lang::own_parts(program_, policy)) {
            slots_ = unknowns_.slots_of(part);
            lets_ = &part.lets;
            for (const AskedExpr& root : part.roots) {
                walk(root);
                const bool decides = part.kind == Part::Kind::policy && root.asked == Asked::truth;
                if (decides && unknowns_.truth(root.expr, slots_)) found_.can_be_unknown = true;
            }
        }
        std::sort(found_.conditions.begin(), found_.conditions.end(), [](const Condition& a, const Condition& b) {
            return std::pair(a.where, a.expr) < std::pair(b.where, b.expr);
        });
        return std::move(found_);
    }

  private:
    void walk(const AskedExpr& at) {
        const Expr& expr = program_.expr(at.expr);
        if (is_condition(expr, at.asked)) {
            const bool open = unknowns_.truth(at.expr, slots_);
            found_.conditions.push_back({at.expr, expr.where, open});
        }
        for (const AskedExpr& child : lang::children_of(expr, at.asked))
            walk(child);
    }

    // Logic joins conditions; a literal has one outcome only; the name of a `let` repeats the condition that it names.
    bool is_condition(const Expr& expr, Asked asked) const {
        switch (expr.op) {
            case Op::negate:
            case Op::conjunction:
            case Op::disjunction:
            case Op::conditional:
            case Op::boolean:
                return false;
            case Op::local:
                return asked == Asked::truth && !names_condition(expr.slot);
            default:
                return asked == Asked::truth || lang::makes_truth(expr.op);
        }
    }

    bool names_condition(lang::Slot slot) const {
        return std::any_of(lets_->begin(), lets_->end(), [&](const lang::Let& let) {
            return let.slot == slot && lang::makes_truth(program_.expr(let.value).op);
        });
    }

    const lang::Program& program_;
    Unknowns unknowns_;
    OpenSlots slots_;
    const std::vector<lang::Let>* lets_ = nullptr;
    PolicyConditions found_;
};

}  // namespace

std::vector<PolicyConditions> conditions_of(const lang::Program& program, const std::vector<std::uint32_t>& policies) {
    Finder finder(program);
    std::vector<PolicyConditions> all;
    for (const std::uint32_t policy : policies)
        all.push_back(finder.find(policy));
    return all;
}

}  // namespace spile::engine::coverage
