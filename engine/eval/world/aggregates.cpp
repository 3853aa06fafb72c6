// Aggregates and comprehensions in one world.
#include <algorithm>

#include "engine/eval/aggregate.hpp"
#include "engine/eval/world/world.hpp"

namespace spile::engine {

using lang::Expr;
using lang::k_no_expr;
using lang::Op;

Value WorldEvaluator::aggregate(const Expr& expr, Frame& frame) {
    switch (expr.op) {
        case Op::count:
            return counted(expr, frame);
        case Op::the:
        case Op::first:
            return picked(expr, frame);
        default:
            return folded(expr, frame);
    }
}

// Goes through what an aggregate is about: each member is certainly there or perhaps. Gives whether there may be more.
bool WorldEvaluator::each_member(const Expr& expr, Frame& frame, const std::function<void(bool sure)>& visit) {
    bool open = false;
    each(expr.generators, frame, [&](Truth member, Seen seen) {
        if (seen == Seen::none) {
            open = true;
            return true;
        }
        const Truth here = membership(expr.condition, member, frame);
        if (here == Truth::no) return true;
        if (seen == Seen::many)
            open = true;
        else
            visit(here == Truth::yes);
        return true;
    });
    return open;
}

// Distinct values count once. Undecided ones may coincide with any other: they raise the upper bound, and the lower
// only from zero.
Value WorldEvaluator::counted(const Expr& expr, Frame& frame) {
    std::int64_t sure = 0;
    std::int64_t possible = 0;
    bool sure_undecided = false;
    std::map<std::string, bool> known;  // canonical key → certainly there
    std::map<std::string, bool> undecided;
    const bool open = each_member(expr, frame, [&](bool certainly) {
        if (!expr.distinct) {
            ++possible;
            if (certainly) ++sure;
            return;
        }
        const Value item = resolve_deep(value(expr.children[0], frame));
        if (item.is(Kind::missing)) return;
        const bool decided = cause_of(item).empty();
        bool& there = (decided ? known : undecided)[canonical_key(item)];
        there = there || certainly;
    });
    if (expr.distinct) {
        for (const auto& [key, there] : known)
            sure += there ? 1 : 0;
        for (const auto& [key, there] : undecided)
            sure_undecided = sure_undecided || there;
        if (sure == 0 && sure_undecided) sure = 1;
        possible = static_cast<std::int64_t>(known.size() + undecided.size());
    }
    return evaluation_->factory().interval(sure, possible, open, nullptr);
}

Value WorldEvaluator::folded(const Expr& expr, Frame& frame) {
    const ValueFactory& make = evaluation_->factory();
    std::vector<std::pair<Value, bool>> items;  // value, certainly there
    Value undecided;
    const bool open = each_member(expr, frame, [&](bool sure) {
        const Value item = value(expr.children[0], frame);
        if (item.is(Kind::missing) || item.is(Kind::null)) return;
        if (!item.is(Kind::number))
            undecided = item;
        else
            items.emplace_back(item, sure);
    });
    return fold_numbers(expr.op, items, open, undecided, make);
}

Value WorldEvaluator::picked(const Expr& expr, Frame& frame) {
    struct Candidate {
        Value item;
        Value key;
        bool sure;
    };
    std::vector<Candidate> found;
    const bool open = each_member(expr, frame, [&](bool sure) {
        const Value item = value(expr.children[0], frame);
        if (item.is(Kind::missing)) return;
        const Value key = expr.by == k_no_expr ? Value() : value(expr.by, frame);
        found.push_back({item, key, sure});
    });
    const ValueFactory& make = evaluation_->factory();
    if (expr.op == Op::the) {
        std::vector<std::pair<Value, bool>> items;
        for (const Candidate& each : found)
            items.emplace_back(each.item, each.sure);
        return the_one(items, open, make);
    }
    if (expr.by != k_no_expr && found.size() > 1) {
        for (const Candidate& each : found) {
            if (!cause_of(each.key).empty() || each.key.is(Kind::missing)) return undecided_pick(make);
        }
        const Operands& with = evaluation_->operands();
        std::stable_sort(found.begin(), found.end(),
                         [&](const Candidate& a, const Candidate& b) { return orders_before(a.key, b.key, with); });
    }
    if (open && expr.by != k_no_expr) return undecided_pick(make);
    if (found.empty()) return open ? undecided_pick(make) : Value();
    return found.front().sure ? found.front().item : undecided_pick(make);
}

Value WorldEvaluator::comprehension(const Expr& expr, Frame& frame) {
    std::vector<Element> elements;
    const bool open = each_member(expr, frame, [&](bool sure) {
        const Value item = value(expr.children[0], frame);
        if (!item.is(Kind::missing)) elements.push_back({item, sure ? k_always : k_never, k_always});
    });
    const ValueFactory& make = evaluation_->factory();
    const Origin* origin = elements.empty() ? nullptr : elements.front().value.origin();
    return expr.op == Op::set_comprehension ? make.set(distinct(elements, evaluation_->guards()), open, origin)
                                            : make.list(elements, open, origin);
}

Value WorldEvaluator::map_comprehension(const Expr& expr, Frame& frame) {
    const ValueFactory& make = evaluation_->factory();
    std::vector<Member> members;
    bool unsure_key = false;
    bool secret = false;  // a key is: it cannot be marked by itself
    const bool more = each_member(expr, frame, [&](bool sure) {
        const Value key = value(expr.children[0], frame);
        if (!key.is(Kind::string)) {
            unsure_key = unsure_key || !key.is(Kind::missing);
            return;
        }
        const Value content = value(expr.children[1], frame);
        if (content.is(Kind::missing)) return;
        secret = secret || key.sensitive();
        const auto same =
            std::find_if(members.begin(), members.end(), [&](const Member& m) { return m.key == key.text(); });
        const Value entered = sure ? content : perhaps(content, make);
        if (same == members.end())
            members.push_back({key.text(), key.origin() != nullptr ? key.origin()->span : SourceSpan{}, entered});
        else
            same->value = repeated_key(same->value, sure ? Truth::yes : Truth::maybe, key, make);
    });
    const Origin* const origin = members.empty() ? nullptr : members.front().value.origin();
    return make.marked(make.map(members, more || unsure_key, origin), secret, false);
}

}  // namespace spile::engine
