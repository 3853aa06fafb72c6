#include "engine/eval/explain/tree.hpp"

#include <algorithm>
#include <optional>

#include "engine/eval/explain/explain.hpp"
#include "engine/eval/explain/proof.hpp"

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
                if (truth != Truth::no) proof(expr.index, expr.patterns, frame, truth, depth + 1);
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
            const bool literal = is_literal(op) || op == Op::set || op == Op::list;
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

    // What the derivation of a tuple has to show, each step at its place.
    void proof(std::uint32_t relation, const std::vector<lang::Pattern>& patterns, Frame& frame, Truth least,
               int depth) {
        const Proof proof = Prover(world_).prove(relation, patterns, frame, least);
        for (const ProofStep& step : proof.steps)
            lines_.push_back({depth, "by " + step.text, {}, {}, step.at});
        if (!proof.cause.empty()) lines_.push_back({depth, "undecided: " + proof.cause, {}, {}, proof.at});
    }

    void bound(const Generator& generator, Frame& frame, int depth) {
        if (generator.kind == Generator::Kind::relation) {
            lines_.push_back({depth, "for " + source(generator.where), {}, {}, nullptr});
            return proof(generator.relation, generator.patterns, frame, Truth::maybe, depth + 1);
        }
        if (generator.slot == lang::k_no_slot) return;
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
        Frame inner(function.frame, frame.era);
        for (std::uint32_t i = 0; i < function.parameters; ++i)
            inner.slots[i] = world_.value(expr.children[i], frame);
        condition({}, function.body, inner, depth);
    }

    /// How far a rule comes: its generators in order, then the parts of its condition.
    struct Reach {
        std::size_t parts = 0;    // satisfied ones that the rule's author wrote
        SourceSpan stop;          // the part that is not
        Truth truth = Truth::no;  // of that part, when it is a condition
        bool is_condition = false;
    };

    // The rule that comes furthest; ties go to the first rule.
    void why_not(const Expr& expr, Frame& frame, int depth) {
        const lang::Relation& relation = program_.relations[expr.index];
        Reach furthest;
        const lang::Rule* nearest = nullptr;
        for (const lang::Rule& rule : relation.rules) {
            const Reach reached = reach_of(rule, expr, frame);
            if (nearest != nullptr && reached.parts <= furthest.parts) continue;
            nearest = &rule;
            furthest = reached;
        }
        if (nearest == nullptr) return;
        const SourceMap& sources = world_.evaluation().graph().sources();
        const LineColumn at = sources.line_column(nearest->where.source, nearest->where.span.begin);
        lines_.push_back({depth,
                          "nearest rule: " + source(nearest->where) + " (" +
                              std::string(sources.path(nearest->where.source)) + ":" + std::to_string(at.line) + ")",
                          "not satisfied",
                          {},
                          nullptr});
        if (!furthest.stop.valid()) return;
        lines_.push_back({depth + 1,
                          "stops at: " + source(furthest.stop),
                          furthest.is_condition ? word(furthest.truth) : "nothing matches",
                          {},
                          nullptr});
    }

    Reach reach_of(const lang::Rule& rule, const Expr& call, Frame& frame) {
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
        for (std::size_t length = rule.generators.size();; --length) {
            const std::vector<Generator> prefix(rule.generators.begin(),
                                                rule.generators.begin() + static_cast<std::ptrdiff_t>(length));
            std::optional<Reach> best;
            Frame inner(rule.frame, frame.era);
            const bool whole = length == rule.generators.size();
            if (length > 0) {
                world_.each(prefix, inner, [&](Truth, Seen seen) {
                    if (seen != Seen::one || !agrees(inner)) return true;
                    const Reach here = whole ? in_condition(rule, inner) : Reach{};
                    if (!best || here.parts > best->parts) best = here;
                    return whole;  // another binding may come further
                });
                if (!best) continue;
            } else {
                best = whole ? in_condition(rule, inner) : Reach{};
            }
            if (!whole) best->stop = rule.generators[length].where;
            best->parts += static_cast<std::size_t>(std::count_if(
                prefix.begin(), prefix.end(), [&](const Generator& each) { return written(rule, each); }));
            return *best;
        }
    }

    // A typed generator over a head's slot only says what the head ranges over.
    static bool written(const lang::Rule& rule, const Generator& generator) {
        return generator.kind != Generator::Kind::typed ||
               std::find(rule.head.begin(), rule.head.end(), generator.slot) == rule.head.end();
    }

    Reach in_condition(const lang::Rule& rule, Frame& inner) {
        Reach reach;
        if (rule.condition == k_no_expr) return reach;
        const Expr& condition = program_.expr(rule.condition);
        const std::vector<ExprIndex> parts =
            condition.op == Op::conjunction ? condition.children : std::vector<ExprIndex>{rule.condition};
        reach.is_condition = true;
        for (const ExprIndex part : parts) {
            reach.truth = world_.truth(part, inner);
            if (reach.truth != Truth::yes) {
                reach.stop = program_.expr(part).where;
                return reach;
            }
            ++reach.parts;
        }
        return reach;
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
