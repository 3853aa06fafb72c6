// Aggregates and comprehensions in all worlds at once.
#include <algorithm>
#include <map>

#include "engine/eval/aggregate.hpp"
#include "engine/eval/guarded/guarded.hpp"

namespace spile::engine {

using lang::k_no_expr;
using lang::Op;

namespace {

// More states than this and the aggregate is left undecided.
constexpr std::size_t k_states = 256;

}  // namespace

GuardedAggregates::GuardedAggregates(GuardedEvaluator& evaluator, const lang::Expr& expr, Frame& frame)
    : evaluator_(&evaluator), evaluation_(evaluator.evaluation_), expr_(&expr), frame_(&frame) {}

Value GuardedAggregates::value() {
    collect();
    switch (expr_->op) {
        case Op::count:
            return expr_->distinct ? counted_distinct() : counted();
        case Op::list_comprehension:
        case Op::set_comprehension:
            return listed();
        case Op::map_comprehension:
            return mapped();
        default:
            return picked_or_folded();
    }
}

// Every binding that may be a member, with choices taken apart: arms exclude each other by their guards.
void GuardedAggregates::collect() {
    GuardSpace& guards = evaluation_->guards();
    const bool counts = expr_->op == Op::count && !expr_->distinct;
    const bool maps = expr_->op == Op::map_comprehension;
    evaluator_->each(expr_->generators, *frame_, [&](const GuardTruth& member, Seen seen) {
        const GuardTruth here = seen == Seen::none ? member : evaluator_->membership(expr_->condition, member, *frame_);
        if (seen != Seen::one) open_ = guards.disjoin(open_, guards.complement(here.no));
        if (seen != Seen::one || here.no == k_always) return;
        if (counts) {
            candidates_.push_back({Value(), Value(), here});
            return;
        }
        const lang::ExprIndex key_of = maps ? expr_->children[0] : expr_->by;
        const Value item = evaluator_->value(expr_->children[maps ? 1 : 0], *frame_);
        const Value key = key_of == k_no_expr ? Value() : evaluator_->value(key_of, *frame_);
        const Value spread = maps || !expr_->distinct ? item : evaluator_->spread(item);
        const Arm whole{k_always, spread};
        const Arm whole_key{k_always, key};
        for (const Arm& arm : spread.is(Kind::choice) ? spread.arms() : std::span<const Arm>(&whole, 1)) {
            for (const Arm& key_arm : key.is(Kind::choice) ? key.arms() : std::span<const Arm>(&whole_key, 1)) {
                const Guard both = guards.conjoin(arm.guard, key_arm.guard);
                GuardTruth chosen{guards.conjoin(here.yes, both), guards.disjoin(here.no, guards.complement(both))};
                chosen = evaluator_->collapse(chosen);
                if (chosen.no != k_always) candidates_.push_back({arm.value, key_arm.value, chosen});
            }
        }
    });
}

Value GuardedAggregates::opened(Guard where, const std::function<Value(bool)>& make) {
    if (where == k_never || where == k_always) return make(where == k_always);
    return evaluator_->choose({{where, make(true)}, {evaluation_->guards().complement(where), make(false)}}, nullptr);
}

namespace {

struct Bounds {
    std::int64_t lower = 0;
    std::int64_t upper = 0;
    friend auto operator<=>(const Bounds&, const Bounds&) = default;
};

}  // namespace

// How many there are, as a partition of the worlds by (at least, at most): each member splits each state in three.
Value GuardedAggregates::interval_of(const std::vector<Counted>& members) {
    GuardSpace& guards = evaluation_->guards();
    std::map<Bounds, Guard> states{{Bounds{}, k_always}};
    for (const Counted& member : members) {
        std::map<Bounds, Guard> next;
        const auto put = [&](Bounds bounds, Guard guard) {
            if (guard == k_never) return;
            auto [entry, added] = next.try_emplace(bounds, guard);
            if (!added) entry->second = guards.disjoin(entry->second, guard);
        };
        for (const auto& [bounds, guard] : states) {
            const Guard yes = guards.conjoin(guard, member.membership.yes);
            const Guard no = guards.conjoin(guard, member.membership.no);
            const std::int64_t raised =
                member.may_coincide ? std::max<std::int64_t>(bounds.lower, 1) : bounds.lower + 1;
            put({raised, bounds.upper + 1}, yes);
            put(bounds, no);
            put({bounds.lower, bounds.upper + 1}, guards.without(guard, guards.disjoin(yes, no)));
        }
        states = std::move(next);
    }
    return opened(open_, [&](bool open) {
        std::vector<Arm> arms;
        for (const auto& [bounds, guard] : states) {
            arms.push_back({guard, evaluation_->factory().interval(bounds.lower, bounds.upper, open, nullptr)});
        }
        return evaluator_->choose(arms, nullptr);
    });
}

Value GuardedAggregates::counted() {
    std::vector<Counted> members;
    for (const Candidate& candidate : candidates_)
        members.push_back({candidate.membership, false});
    return interval_of(members);
}

// Distinct values: known ones by value, undecided ones by identity, which raise the lower bound only from zero.
Value GuardedAggregates::counted_distinct() {
    std::map<std::pair<bool, std::string>, GuardTruth> groups;  // undecided ones last
    for (const Candidate& candidate : candidates_) {
        if (candidate.item.is(Kind::missing)) continue;
        const bool undecided = !cause_of(candidate.item).empty();
        auto [entry, added] = groups.try_emplace({undecided, canonical_key(candidate.item)}, candidate.membership);
        if (!added) entry->second = evaluator_->disjoin(entry->second, candidate.membership);
    }
    std::vector<Counted> members;
    for (const auto& [group, membership] : groups)
        members.push_back({membership, group.first});
    return interval_of(members);
}

// sum, min, max, the, first: the possible memberships as states, the plain aggregate in each.
Value GuardedAggregates::picked_or_folded() {
    GuardSpace& guards = evaluation_->guards();
    const ValueFactory& make = evaluation_->factory();
    using State = std::vector<std::pair<const Candidate*, bool>>;
    std::vector<std::pair<Guard, State>> states{{k_always, {}}};
    const bool folds = expr_->op != Op::the && expr_->op != Op::first;
    for (const Candidate& candidate : candidates_) {
        if (candidate.item.is(Kind::missing) || (folds && candidate.item.is(Kind::null))) continue;
        std::vector<std::pair<Guard, State>> next;
        for (auto& [guard, state] : states) {
            const Guard yes = guards.conjoin(guard, candidate.membership.yes);
            const Guard no = guards.conjoin(guard, candidate.membership.no);
            const Guard maybe = guards.without(guard, guards.disjoin(yes, no));
            const auto put = [&](Guard where, bool sure) {
                if (where == k_never) return;
                next.emplace_back(where, state);
                next.back().second.emplace_back(&candidate, sure);
            };
            put(yes, true);
            put(maybe, false);
            if (no != k_never) next.emplace_back(no, state);
        }
        states = std::move(next);
        if (states.size() > k_states) return undecided_pick(make);
    }
    const auto in_state = [&](const State& state, bool open) {
        std::vector<std::pair<Value, bool>> items;
        Value undecided;
        for (const auto& [candidate, sure] : state) {
            if (folds && !candidate->item.is(Kind::number))
                undecided = candidate->item;
            else
                items.emplace_back(candidate->item, sure);
        }
        if (folds) return fold_numbers(expr_->op, items, open, undecided, make);
        if (expr_->op == Op::the) return the_one(items, open, make);
        State sorted = state;
        if (expr_->by != k_no_expr && sorted.size() > 1) {
            for (const auto& [candidate, sure] : sorted) {
                if (!cause_of(candidate->key).empty() || candidate->key.is(Kind::missing)) return undecided_pick(make);
            }
            std::stable_sort(sorted.begin(), sorted.end(), [&](const auto& a, const auto& b) {
                return orders_before(a.first->key, b.first->key, evaluation_->operands());
            });
        }
        if (open && (expr_->by != k_no_expr || sorted.empty())) return undecided_pick(make);
        if (sorted.empty()) return Value();
        return sorted.front().second ? sorted.front().first->item : undecided_pick(make);
    };
    return opened(open_, [&](bool open) {
        std::vector<Arm> arms;
        for (const auto& [guard, state] : states)
            arms.push_back({guard, in_state(state, open)});
        return evaluator_->choose(arms, nullptr);
    });
}

Value GuardedAggregates::listed() {
    const ValueFactory& make = evaluation_->factory();
    GuardSpace& guards = evaluation_->guards();
    std::vector<Element> elements;
    for (const Candidate& candidate : candidates_) {
        if (candidate.item.is(Kind::missing)) continue;
        elements.push_back({candidate.item, candidate.membership.yes, guards.complement(candidate.membership.no)});
    }
    const Origin* origin = elements.empty() ? nullptr : elements.front().value.origin();
    return opened(open_, [&](bool open) {
        return expr_->op == Op::set_comprehension ? make.set(distinct(elements, guards), open, origin)
                                                  : make.list(elements, open, origin);
    });
}

Value GuardedAggregates::mapped() {
    const ValueFactory& make = evaluation_->factory();
    GuardSpace& guards = evaluation_->guards();
    struct Entry {
        std::string_view key;
        SourceSpan span;
        std::vector<Arm> arms;
    };
    std::vector<Entry> entries;
    bool secret = false;  // a key is: it cannot be marked by itself
    Guard open_where = open_;
    for (const Candidate& candidate : candidates_) {
        const GuardTruth& here = candidate.membership;
        const Guard maybe = guards.complement(guards.disjoin(here.yes, here.no));
        if (!candidate.key.is(Kind::string)) {
            if (!candidate.key.is(Kind::missing)) open_where = guards.disjoin(open_where, guards.complement(here.no));
            continue;
        }
        if (candidate.item.is(Kind::missing)) continue;
        secret = secret || candidate.key.sensitive();
        auto entry =
            std::find_if(entries.begin(), entries.end(), [&](const Entry& e) { return e.key == candidate.key.text(); });
        if (entry == entries.end()) {
            const SourceSpan span = candidate.key.origin() != nullptr ? candidate.key.origin()->span : SourceSpan{};
            entries.push_back({candidate.key.text(), span, {{k_always, Value()}}});
            entry = entries.end() - 1;
        }
        std::vector<Arm> next;
        const auto put = [&](Guard guard, Value content) {
            if (guard != k_never) next.push_back({guard, content});
        };
        for (const Arm& arm : entry->arms) {
            const bool first = arm.value.is(Kind::missing);
            put(guards.conjoin(arm.guard, here.no), arm.value);
            put(guards.conjoin(arm.guard, here.yes),
                first ? candidate.item : repeated_key(arm.value, Truth::yes, candidate.key, make));
            put(guards.conjoin(arm.guard, maybe),
                first ? perhaps(candidate.item, make) : repeated_key(arm.value, Truth::maybe, candidate.key, make));
        }
        entry->arms = std::move(next);
    }
    std::vector<Member> members;
    for (const Entry& entry : entries)
        members.push_back({entry.key, entry.span, evaluator_->choose(entry.arms, nullptr)});
    const Origin* origin = members.empty() ? nullptr : members.front().value.origin();
    // Where a key is uncertain, a key that is seen in other worlds only may be that one.
    const auto unsure = [&] {
        std::vector<Member> out = members;
        for (std::size_t i = 0; i < out.size(); ++i) {
            std::vector<Arm> arms = entries[i].arms;
            for (Arm& arm : arms) {
                if (arm.value.is(Kind::missing)) arm.value = perhaps(arm.value, make);
            }
            out[i].value = evaluator_->choose(arms, nullptr);
        }
        return out;
    };
    return opened(open_where, [&](bool open) {
        return make.marked(make.map(open ? unsure() : members, open, origin), secret, false);
    });
}

}  // namespace spile::engine
