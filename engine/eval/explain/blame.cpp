#include "engine/eval/explain/blame.hpp"

#include <optional>
#include <set>
#include <utility>

namespace spile::engine {

using lang::Expr;
using lang::ExprIndex;
using lang::k_no_expr;
using lang::Op;

namespace {

class Blamer {
  public:
    explicit Blamer(WorldEvaluator& world) : world_(world), program_(world.evaluation().program()) {}

    Blame explain(ExprIndex index, Frame& frame, Wanted wanted) {
        const Expr& expr = program_.expr(index);
        switch (expr.op) {
            case Op::negate:
                return explain(expr.children[0], frame, other(wanted));
            case Op::conjunction:
                return joined(expr, frame, wanted, Wanted::true_);
            case Op::disjunction:
                return joined(expr, frame, wanted, Wanted::false_);
            case Op::conditional:
                return conditional(expr, frame, wanted);
            case Op::some:
            case Op::none:
            case Op::all:
                return quantified(expr, frame, wanted);
            case Op::call_function:
                return called(expr, frame, wanted);
            case Op::call_relation:
                return related(index, frame, wanted);
            case Op::local:
                if (frame.definition[expr.slot] != k_no_expr)
                    return explain(frame.definition[expr.slot], frame, wanted);
                return leaf(index, frame, wanted);
            case Op::field:
                return field(index, frame, wanted);
            default:
                return leaf(index, frame, wanted);
        }
    }

    // The first place that the value of an expression has, looking into operands when the value itself was made by the
    // rule.
    Blame place(ExprIndex index, Frame& frame) {
        const Expr& expr = program_.expr(index);
        // Definitions that each name the one before twice would be followed along every path.
        if (++places_ > k_most_places) return {};
        const Value value = world_.value(index, frame);
        if (has_place(value)) return of_value(value);
        if (Blame inside = place_of_definition(index, frame); inside.at != nullptr) return inside;
        for (const ExprIndex child : expr.children) {
            if (child == k_no_expr) continue;
            const bool bound_inside = !expr.generators.empty() || expr.op == Op::project;
            if (bound_inside && child != expr.children.front()) continue;
            if (!expr.generators.empty()) break;
            Blame found = place(child, frame);
            if (found.at != nullptr) return found;
        }
        for (const lang::Generator& generator : expr.generators) {
            if (generator.source == k_no_expr) break;
            return place(generator.source, frame);
        }
        return {};
    }

  private:
    static Wanted other(Wanted wanted) { return wanted == Wanted::true_ ? Wanted::false_ : Wanted::true_; }
    static Truth bad(Wanted wanted) { return wanted == Wanted::true_ ? Truth::no : Truth::yes; }

    static bool has_place(Value value) { return value.origin() != nullptr && value.origin()->span.valid(); }

    struct Definition {
        ExprIndex expr = k_no_expr;
        Frame* frame = nullptr;
    };

    // What a name or a field stands for: the `let`, the view's definition, the argument of a constructor.
    Definition definition(ExprIndex index, Frame& frame) {
        const Expr& expr = program_.expr(index);
        if (expr.op == Op::local) return {frame.definition[expr.slot], &frame};
        if (expr.op != Op::field) return {};
        const Value base = world_.value(expr.children[0], frame);
        if (base.is(Kind::entity)) {
            const lang::View* const view = world_.view_of(base);
            if (view == nullptr) return {};
            return {named_field(view->entity, expr.text, view->fields), &world_.view_frame(base.entity())};
        }
        Definition made{expr.children[0], &frame};
        while (made.expr != k_no_expr && program_.expr(made.expr).op != Op::construct)
            made = definition(made.expr, *made.frame);
        if (made.expr == k_no_expr) return {};
        const Expr& record = program_.expr(made.expr);
        return {named_field(record.index, expr.text, record.children), made.frame};
    }

    ExprIndex named_field(std::uint32_t entity, const std::string& name, const std::vector<ExprIndex>& given) const {
        const auto& fields = program_.entities[entity].fields;
        for (std::size_t i = 0; i < fields.size() && i < given.size(); ++i)
            if (fields[i].name == name) return given[i];
        return k_no_expr;
    }

    Blame place_of_definition(ExprIndex index, Frame& frame) {
        const Definition found = definition(index, frame);
        return found.expr == k_no_expr ? Blame{} : place(found.expr, *found.frame);
    }

    Blame of_value(Value value) const {
        Blame result;
        result.at = value.origin();
        if (value.is(Kind::missing)) result.missing = std::string(value.text());
        result.assumed = value.assumed();
        return result;
    }

    std::string source(SourceSpan where) const { return world_.evaluation().source_text(where); }

    std::string said(const Expr& expr, Wanted wanted) const {
        return "`" + source(expr.where) + (wanted == Wanted::true_ ? "` does not hold" : "` holds");
    }

    Blame related(ExprIndex index, Frame& frame, Wanted wanted) {
        Blame result;
        result.cause = undecided_text(index, frame);
        if (result.cause.empty()) result.reasons = {said(program_.expr(index), wanted)};
        const Expr& expr = program_.expr(index);
        if (world_.truth(index, frame) != Truth::no)
            proved(prover().prove(expr.index, expr.patterns, frame, world_.truth(index, frame)), result);
        return result;
    }

    Prover& prover() {
        if (!prover_) prover_.emplace(world_);
        return *prover_;
    }

    // What the derivation of a relation shows, and what in it is not known.
    static void proved(Proof proof, Blame& result) {
        result.steps = std::move(proof.steps);
        if (result.cause.empty() || proof.cause.empty()) return;
        result.cause = std::move(proof.cause);
        result.error = proof.error;
        if (proof.at != nullptr) result.at = proof.at;
    }

    std::string undecided_text(ExprIndex index, Frame& frame) {
        if (world_.truth(index, frame) != Truth::maybe) return {};
        return "`" + source(program_.expr(index).where) + "` is not decided";
    }

    // `and` wanted true (or `or` wanted false): the first part that is bad, else the first undecided one. Otherwise
    // every part has its share: the first one's place, everybody's reasons, unless an undecided part is what keeps it
    // from being certain.
    Blame joined(const Expr& expr, Frame& frame, Wanted wanted, Wanted strict) {
        std::optional<ExprIndex> first_bad;
        std::optional<ExprIndex> first_open;
        for (const ExprIndex child : expr.children) {
            const Truth here = world_.truth(child, frame);
            if (here == bad(wanted) && !first_bad) first_bad = child;
            if (here == Truth::maybe && !first_open) first_open = child;
        }
        if (wanted == strict) {
            if (first_bad) return explain(*first_bad, frame, wanted);
            return explain(first_open.value_or(expr.children.front()), frame, wanted);
        }
        if (first_open) return explain(*first_open, frame, wanted);
        Blame all;
        for (const ExprIndex child : expr.children) {
            Blame part = explain(child, frame, wanted);
            if (all.at == nullptr) {
                all.at = part.at;
                all.missing = part.missing;
            }
            all.assumed = all.assumed || part.assumed;
            all.steps.insert(all.steps.end(), part.steps.begin(), part.steps.end());
            for (std::string& reason : part.reasons)
                all.reasons.push_back(std::move(reason));
        }
        return all;
    }

    Blame conditional(const Expr& expr, Frame& frame, Wanted wanted) {
        const Truth condition = world_.truth(expr.children[0], frame);
        if (condition == Truth::yes) return explain(expr.children[1], frame, wanted);
        if (condition == Truth::no) return explain(expr.children[2], frame, wanted);
        return explain(expr.children[0], frame, wanted);
    }

    // A witness is a member of the quantified collection that makes `some` true, or `all` and `none` false.
    Blame quantified(const Expr& expr, Frame& frame, Wanted wanted) {
        const bool witness_is_bad = (expr.op == Op::some) == (wanted == Wanted::false_);
        if (!witness_is_bad) return without_witness(expr, frame, wanted);
        for (const Truth looked_for : {Truth::yes, Truth::maybe}) {
            std::optional<Blame> found;
            world_.each(expr.generators, frame, [&](Truth member, Seen seen) {
                if (seen == Seen::none) {
                    if (looked_for == Truth::maybe) found = open_collection(expr, frame);
                    return !found.has_value();
                }
                Truth here = member;
                if (expr.condition != k_no_expr) here = conjoin(here, world_.truth(expr.condition, frame));
                if (expr.op == Op::all) here = conjoin(here, engine::negate(world_.truth(expr.children[0], frame)));
                if (here == looked_for) found = at_witness(expr, frame);
                return !found.has_value();
            });
            if (!found) continue;
            if (looked_for == Truth::maybe && found->cause.empty()) {
                found->cause = "`" + source(expr.where) + "` may have a member or not";
                found->reasons.clear();
            }
            return *found;
        }
        Blame bare;
        bare.reasons = {said(expr, wanted)};
        return bare;
    }

    Blame at_witness(const Expr& expr, Frame& frame) {
        Blame inner;
        if (expr.op == Op::all)
            inner = explain(expr.children[0], frame, Wanted::true_);
        else if (expr.condition != k_no_expr)
            inner = explain(expr.condition, frame, Wanted::false_);
        relations_of(expr, frame, inner);
        const lang::Generator& first = expr.generators.front();
        const lang::Slot slot = first.kind == lang::Generator::Kind::pair_in ? first.value_slot : first.slot;
        if (slot == lang::k_no_slot) return inner;
        const Value element = world_.resolve(frame.slots[slot]);
        if (!inner.cause.empty() && inner.at != nullptr) return inner;
        if (has_place(element) && element.origin()->path != nullptr) {
            inner.at = element.origin();
            inner.missing.clear();
        }
        return inner;
    }

  public:
    // The proofs of the tuples that a witness stands on.
    void relations_of(const Expr& expr, Frame& frame, Blame& result) {
        for (const lang::Generator& generator : expr.generators) {
            if (generator.kind != lang::Generator::Kind::relation) continue;
            Proof proof = prover().prove(generator.relation, generator.patterns, frame, Truth::yes);
            if (!proof.found) proof = prover().prove(generator.relation, generator.patterns, frame, Truth::maybe);
            if (!proof.cause.empty() && result.cause.empty()) {
                result.cause = proof.cause;
                result.error = proof.error;
                result.at = proof.at;
            }
            result.steps.insert(result.steps.end(), proof.steps.begin(), proof.steps.end());
        }
    }

  private:
    Blame open_collection(const Expr& expr, Frame& frame) {
        for (const lang::Generator& generator : expr.generators) {
            if (generator.source == k_no_expr) continue;
            const Value collection = world_.value(generator.source, frame);
            if (collection.is(Kind::list) && !collection.open()) continue;
            Blame result = of_value(collection);
            result.cause = std::string(cause_of(collection));
            if (result.cause.empty())
                result.cause = "`" + source(program_.expr(generator.source).where) + "` may have further members";
            result.error = is_error(collection);
            return result;
        }
        return {};
    }

    Blame without_witness(const Expr& expr, Frame& frame, Wanted wanted) {
        const lang::Generator& first = expr.generators.front();
        Blame result;
        if (first.source != k_no_expr) result = place(first.source, frame);
        result.reasons = {said(expr, wanted)};
        if (quantifier_truth(expr, frame) == Truth::maybe) {
            Blame open = open_or_undecided(expr, frame);
            if (open.at == nullptr) open.at = result.at;
            if (!open.cause.empty()) return open;
        }
        return result;
    }

    Truth quantifier_truth(const Expr& expr, Frame& frame) {
        Truth some = Truth::no;
        world_.each(expr.generators, frame, [&](Truth member, Seen seen) {
            Truth here = seen == Seen::none ? Truth::maybe : member;
            if (seen != Seen::none && expr.condition != k_no_expr)
                here = conjoin(here, world_.truth(expr.condition, frame));
            some = disjoin(some, here);
            return some != Truth::yes;
        });
        return some;
    }

    Blame open_or_undecided(const Expr& expr, Frame& frame) {
        Blame found;
        world_.each(expr.generators, frame, [&](Truth member, Seen seen) {
            if (seen == Seen::none)
                found = open_collection(expr, frame);
            else if (expr.condition != k_no_expr && world_.truth(expr.condition, frame) == Truth::maybe) {
                found = explain(expr.condition, frame, Wanted::true_);
            } else if (member == Truth::maybe) {
                found.cause = "`" + source(expr.where) + "` may have a member or not";
            }
            if (found.cause.empty() && seen != Seen::none) found = undecided_item(expr, frame);
            return found.cause.empty();
        });
        return found;
    }

    // What a comprehension or an aggregate makes of a member: its value, its key.
    Blame undecided_item(const Expr& expr, Frame& frame) {
        const bool quantifier = expr.op == Op::some || expr.op == Op::none || expr.op == Op::all;
        for (const ExprIndex child : expr.children) {
            if (quantifier || child == k_no_expr) continue;
            if (std::optional<Blame> found = undecided_operand({child}, frame)) return *found;
        }
        return {};
    }

    Blame called(const Expr& expr, Frame& frame, Wanted wanted) {
        const lang::Function& function = program_.functions[expr.index];
        Frame inner(function.frame, frame.era);
        for (std::uint32_t i = 0; i < function.parameters; ++i)
            inner.slots[i] = world_.value(expr.children[i], frame);
        Blame result = explain(function.body, inner, wanted);
        // Where nothing inside decided it alone, the function's name says more than its body.
        if (result.reasons == std::vector{said(program_.expr(function.body), wanted)})
            result.reasons = {said(expr, wanted)};
        if (result.at == nullptr) {
            for (const ExprIndex child : expr.children) {
                if (result.at == nullptr) result.at = place(child, frame).at;
            }
        }
        return result;
    }

    // A field that a view works out is explained by its definition.
    Blame field(ExprIndex index, Frame& frame, Wanted wanted) {
        const Definition found = definition(index, frame);
        if (found.expr != k_no_expr) {
            Blame inner = explain(found.expr, *found.frame, wanted);
            if (inner.at != nullptr) return inner;
        }
        return leaf(index, frame, wanted);
    }

    Blame leaf(ExprIndex index, Frame& frame, Wanted wanted) {
        const Expr& expr = program_.expr(index);
        const bool test = expr.op == Op::exists || expr.op == Op::missing || expr.op == Op::empty;
        const bool compares = expr.op >= Op::equal && expr.op <= Op::like;
        std::vector<ExprIndex> operands;
        if (test)
            operands = {expr.children[0]};
        else if (compares)
            operands = {expr.children[0], expr.children[1]};
        else
            operands = {index};
        const bool open = world_.truth(index, frame) == Truth::maybe;
        if (open) {
            if (std::optional<Blame> found = undecided_operand(operands, frame)) return *found;
        }
        Blame result;
        for (const ExprIndex operand : operands) {
            if (expr.op == Op::matches && operand != operands.front()) continue;
            result = place(operand, frame);
            if (result.at != nullptr) break;
        }
        for (const ExprIndex operand : operands) {
            if (!expr.children.empty() && program_.expr(operand).op != Op::regex)
                result.assumed = result.assumed || world_.value(operand, frame).assumed();
        }
        result.reasons = {reason(expr, telling_operand(operands), frame, wanted)};
        if (open) undecided_leaf(expr, operands, compares, frame, result);
        return result;
    }

    // An interval has no place of its own: what is not known is whether some member counts.
    Blame undecided_member(ExprIndex index, Frame& frame) {
        const Expr& expr = program_.expr(index);
        if (!expr.generators.empty()) return open_or_undecided(expr, frame);
        if (expr.op == Op::local) {
            const ExprIndex definition = frame.definition[expr.slot];
            // Once a definition: lets that use each other twice would be walked twice at each step.
            if (definition == k_no_expr || !looked_into_.insert({&frame, definition}).second) return {};
            return undecided_member(definition, frame);
        }
        for (const ExprIndex child : expr.children) {
            if (child == k_no_expr) continue;
            Blame found = undecided_member(child, frame);
            if (!found.cause.empty()) return found;
            if (expr.op == Op::project) break;
        }
        return {};
    }

    // No operand is unknown: a comparison of what it does not take is an error, anything else hangs on the documents.
    void undecided_leaf(const Expr& expr, const std::vector<ExprIndex>& operands, bool compares, Frame& frame,
                        Blame& result) {
        result.cause = "`" + source(expr.where) + "` is not decided";
        for (const ExprIndex operand : operands) {
            const Blame member = undecided_member(operand, frame);
            if (member.cause.empty()) continue;
            if (member.at != nullptr) result.at = member.at;
            result.cause = member.cause;
            result.error = member.error;
            return;
        }
        if (!compares) return;
        const Value left = world_.resolve_deep(world_.value(operands[0], frame));
        const bool regex = program_.expr(operands[1]).op == Op::regex;
        const Value right = regex ? Value() : world_.resolve_deep(world_.value(operands[1], frame));
        Undecided why = undecided(expr.op, left, right);
        if (!why.error) return;
        result.error = true;
        result.cause = std::move(why.cause);
    }

    // A literal says nothing that the reader of the policy does not see: the other operand is what the document says.
    ExprIndex telling_operand(const std::vector<ExprIndex>& operands) const {
        for (const ExprIndex operand : operands) {
            if (!is_literal(program_.expr(operand).op)) return operand;
        }
        return operands.front();
    }

    std::optional<Blame> undecided_operand(const std::vector<ExprIndex>& operands, Frame& frame) {
        for (const ExprIndex operand : operands) {
            if (program_.expr(operand).op == Op::regex) continue;
            const Value value = world_.resolve_deep(world_.value(operand, frame));
            const std::string_view cause = cause_of(value);
            if (cause.empty()) continue;
            Blame result = place(operand, frame);
            if (has_place(value)) result.at = value.origin();
            result.cause = std::string(cause);
            result.error = is_error(value);
            if (result.at == nullptr || !result.at->span.valid()) {
                Blame member = undecided_member(operand, frame);
                if (!member.cause.empty()) return member;
            }
            return result;
        }
        return std::nullopt;
    }

    std::string reason(const Expr& expr, ExprIndex operand, Frame& frame, Wanted wanted) {
        const Value value = world_.resolve_deep(world_.value(operand, frame));
        std::string out = "`" + source(program_.expr(operand).where) + "` ";
        if (value.is(Kind::missing))
            out += "is missing";
        else
            out += "is " + display(value, world_.evaluation().operands());
        const bool whole = program_.expr(operand).where == expr.where;
        if (!whole && wanted == Wanted::true_) out += ", where `" + source(expr.where) + "` is required";
        return out;
    }

    static constexpr std::uint32_t k_most_places = 1000;
    std::uint32_t places_ = 0;
    WorldEvaluator& world_;
    const lang::Program& program_;
    std::optional<Prover> prover_;
    std::set<std::pair<const Frame*, ExprIndex>> looked_into_;  // by undecided_member, and nothing found
};

}  // namespace

Blame blame(WorldEvaluator& world, ExprIndex expr, Frame& frame, Wanted wanted) {
    return Blamer(world).explain(expr, frame, wanted);
}

void prove_witness(WorldEvaluator& world, const Expr& quantifier, Frame& frame, Blame& result) {
    Blamer(world).relations_of(quantifier, frame, result);
}

Blame place_of(WorldEvaluator& world, ExprIndex expr, Frame& frame) {
    return Blamer(world).place(expr, frame);
}

}  // namespace spile::engine
