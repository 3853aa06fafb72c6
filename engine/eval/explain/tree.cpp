#include "engine/eval/explain/tree.hpp"

#include <optional>

#include "engine/eval/explain/explain.hpp"

namespace spile::engine {

using lang::Expr;
using lang::ExprIndex;
using lang::Generator;
using lang::k_no_expr;
using lang::Op;

namespace {

std::string word(Truth truth) {
    return truth == Truth::yes ? "true" : truth == Truth::no ? "false" : "undecided";
}

class TreeWriter {
  public:
    explicit TreeWriter(WorldEvaluator& world) : world_(world), program_(world.evaluation().program()) {}

    std::vector<TreeLine> write(const lang::Policy& policy, Value subject) {
        Frame frame = policy_frame(policy, subject);
        for (const ExprIndex when : policy.whens)
            condition("when ", when, frame, 0);
        for (const lang::Demand& demand : policy.demands) {
            condition(demand.kind == lang::Demand::Kind::deny ? "deny " : "require ", demand.condition, frame, 0);
        }
        return std::move(lines_);
    }

  private:
    std::string source(SourceSpan where) const { return world_.evaluation().source_text(where); }

    void condition(const std::string& prefix, ExprIndex index, Frame& frame, int depth) {
        const Expr& expr = program_.expr(index);
        const Truth truth = world_.truth(index, frame);
        lines_.push_back({depth, prefix + source(expr.where), word(truth), {}, nullptr});
        switch (expr.op) {
            case Op::conjunction:
            case Op::disjunction:
            case Op::negate:
                for (const ExprIndex child : expr.children)
                    condition({}, child, frame, depth + 1);
                return;
            case Op::some:
            case Op::none:
            case Op::all:
                quantifier(expr, frame, depth + 1);
                return;
            case Op::call_function:
                function(expr, frame, depth + 1);
                return;
            case Op::call_relation:
                if (truth != Truth::yes) why_not(expr, frame, depth + 1);
                return;
            case Op::local:
                if (frame.definition[expr.slot] != k_no_expr)
                    condition({}, frame.definition[expr.slot], frame, depth + 1);
                return;
            default:
                operands(index, frame, depth + 1);
                return;
        }
    }

    void operands(ExprIndex index, Frame& frame, int depth) {
        const Expr& expr = program_.expr(index);
        const bool compares = expr.op >= Op::equal && expr.op <= Op::empty;
        std::vector<ExprIndex> parts = compares ? expr.children : std::vector<ExprIndex>{index};
        for (const ExprIndex part : parts) {
            const Op op = program_.expr(part).op;
            const bool literal = op <= Op::severity || op == Op::set || op == Op::list;
            if (literal) continue;
            const Value value = world_.resolve_deep(world_.value(part, frame));
            TreeLine line{depth, source(program_.expr(part).where), {}, std::string(cause_of(value)), nullptr};
            line.result = value.is(Kind::missing) ? "missing" : display(value, world_.evaluation().operands());
            if (value.origin() != nullptr && value.origin()->span.valid()) line.at = value.origin();
            lines_.push_back(std::move(line));
        }
    }

    void quantifier(const Expr& expr, Frame& frame, int depth) {
        std::size_t members = 0;
        bool open_end = false;
        std::optional<Frame> witness;
        Truth best = Truth::no;
        world_.each(expr.generators, frame, [&](Truth member, Seen seen) {
            open_end = open_end || seen != Seen::one;
            if (seen == Seen::none) return true;
            ++members;
            Truth here = member;
            if (expr.condition != k_no_expr) here = conjoin(here, world_.truth(expr.condition, frame));
            if (expr.op == Op::all) here = conjoin(here, negate(world_.truth(expr.children[0], frame)));
            if (best < here) {
                best = here;
                witness = frame;
            }
            return best != Truth::yes;
        });
        if (!witness) {
            const std::string none = expr.op == Op::all ? "every one satisfies" : "none does";
            lines_.push_back({depth,
                              "members looked at: " + std::to_string(members) + ", " + none,
                              {},
                              open_end ? "there may be more" : "",
                              nullptr});
            return;
        }
        for (const Generator& generator : expr.generators)
            bound(generator, *witness, depth);
        if (expr.condition != k_no_expr) condition("where ", expr.condition, *witness, depth);
        if (expr.op == Op::all) condition("satisfy ", expr.children[0], *witness, depth);
    }

    void bound(const Generator& generator, Frame& frame, int depth) {
        if (generator.kind == Generator::Kind::relation || generator.slot == lang::k_no_slot) return;
        const Value value = world_.resolve(frame.slots[generator.slot]);
        TreeLine line{depth,
                      "for " + source(generator.where),
                      display(world_.resolve_deep(value), world_.evaluation().operands()),
                      {},
                      nullptr};
        if (value.origin() != nullptr && value.origin()->span.valid()) line.at = value.origin();
        lines_.push_back(std::move(line));
    }

    void function(const Expr& expr, Frame& frame, int depth) {
        if (depth > 12) return;
        const lang::Function& function = program_.functions[expr.index];
        Frame inner(function.frame);
        for (std::uint32_t i = 0; i < function.parameters; ++i)
            inner.slots[i] = world_.value(expr.children[i], frame);
        condition({}, function.body, inner, depth);
    }

    // The rule that comes furthest: generators in order, then the condition; ties go to the first rule.
    void why_not(const Expr& expr, Frame& frame, int depth) {
        const lang::Relation& relation = program_.relations[expr.index];
        std::size_t furthest = 0;
        const lang::Rule* nearest = nullptr;
        for (const lang::Rule& rule : relation.rules) {
            const std::size_t reached = satisfied_prefix(rule, expr, frame);
            if (nearest != nullptr && reached <= furthest) continue;
            nearest = &rule;
            furthest = reached;
        }
        if (nearest == nullptr) return;
        lines_.push_back({depth, "nearest rule: " + source(nearest->where), "not satisfied", {}, nullptr});
        if (furthest < nearest->generators.size()) {
            lines_.push_back({depth + 1,
                              "stops at: " + source(nearest->generators[furthest].where),
                              "nothing matches",
                              {},
                              nullptr});
        } else if (nearest->condition != k_no_expr) {
            lines_.push_back(
                {depth + 1, "stops at: " + source(program_.expr(nearest->condition).where), "false", {}, nullptr});
        }
    }

    // How many generators can be satisfied together with the call's known arguments.
    std::size_t satisfied_prefix(const lang::Rule& rule, const Expr& call, Frame& frame) {
        std::vector<Value> wanted;
        for (const lang::Pattern& pattern : call.patterns) {
            wanted.push_back(pattern.kind == lang::Pattern::Kind::match ? world_.value(pattern.value, frame) : Value());
        }
        const auto agrees = [&](const Frame& inner) {
            for (std::size_t i = 0; i < wanted.size(); ++i) {
                const Value here = world_.resolve(inner.slots[rule.head[i]]);
                if (wanted[i].is(Kind::missing) || here.is(Kind::missing)) continue;
                if (equal(world_.resolve_deep(wanted[i]), world_.resolve_deep(here), world_.evaluation().operands()) ==
                    Truth::no)
                    return false;
            }
            return true;
        };
        for (std::size_t length = rule.generators.size(); length > 0; --length) {
            const std::vector<Generator> prefix(rule.generators.begin(),
                                                rule.generators.begin() + static_cast<std::ptrdiff_t>(length));
            Frame inner(rule.frame);
            bool found = false;
            world_.each(prefix, inner, [&](Truth, Seen seen) {
                found = found || (seen == Seen::one && agrees(inner));
                return !found;
            });
            if (found) return length;
        }
        return 0;
    }

    WorldEvaluator& world_;
    const lang::Program& program_;
    std::vector<TreeLine> lines_;
};

}  // namespace

std::vector<TreeLine> explain_tree(WorldEvaluator& world, const lang::Policy& policy, Value subject) {
    return TreeWriter(world).write(policy, subject);
}

}  // namespace spile::engine
