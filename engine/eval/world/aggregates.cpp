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

// Distinct values count once. Undecided ones may coincide with any other: they raise the upper bound, and the lower
// only from zero.
Value WorldEvaluator::counted(const Expr& expr, Frame& frame) {
    std::int64_t sure = 0;
    std::int64_t possible = 0;
    bool open = false;
    bool sure_undecided = false;
    std::map<std::string, bool> known;  // canonical key → certainly there
    std::map<std::string, bool> undecided;
    each(expr.generators, frame, [&](Truth member, bool more) {
        if (more) {
            open = true;
            return true;
        }
        const Truth here = membership(expr.condition, member, frame);
        if (here == Truth::no) return true;
        if (!expr.distinct) {
            ++possible;
            if (here == Truth::yes) ++sure;
            return true;
        }
        const Value item = resolve_deep(value(expr.children[0], frame));
        if (item.is(Kind::missing)) return true;
        const bool decided = cause_of(item).empty();
        bool& there = (decided ? known : undecided)[canonical_key(item)];
        there = there || here == Truth::yes;
        return true;
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
    bool open = false;
    Value undecided;
    each(expr.generators, frame, [&](Truth member, bool more) {
        open = open || more;
        if (more) return true;
        const Truth here = membership(expr.condition, member, frame);
        if (here == Truth::no) return true;
        const Value item = value(expr.children[0], frame);
        if (item.is(Kind::missing) || item.is(Kind::null)) return true;
        if (!item.is(Kind::number))
            undecided = item;
        else
            items.emplace_back(item, here == Truth::yes);
        return true;
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
    bool open = false;
    each(expr.generators, frame, [&](Truth member, bool more) {
        open = open || more;
        if (more) return true;
        const Truth here = membership(expr.condition, member, frame);
        if (here == Truth::no) return true;
        const Value item = value(expr.children[0], frame);
        if (item.is(Kind::missing)) return true;
        const Value key = expr.by == k_no_expr ? Value() : value(expr.by, frame);
        found.push_back({item, key, here == Truth::yes});
        return true;
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
    bool open = false;
    each(expr.generators, frame, [&](Truth member, bool more) {
        open = open || more;
        if (more) return true;
        const Truth here = membership(expr.condition, member, frame);
        if (here == Truth::no) return true;
        const Value item = value(expr.children[0], frame);
        if (!item.is(Kind::missing)) elements.push_back({item, here == Truth::yes ? k_always : k_never, k_always});
        return true;
    });
    const ValueFactory& make = evaluation_->factory();
    const Origin* origin = elements.empty() ? nullptr : elements.front().value.origin();
    return expr.op == Op::set_comprehension ? make.set(distinct(elements, evaluation_->guards()), open, origin)
                                            : make.list(elements, open, origin);
}

Value WorldEvaluator::map_comprehension(const Expr& expr, Frame& frame) {
    const ValueFactory& make = evaluation_->factory();
    std::vector<Member> members;
    bool open = false;
    each(expr.generators, frame, [&](Truth member, bool more) {
        open = open || more;
        if (more) return true;
        const Truth here = membership(expr.condition, member, frame);
        if (here == Truth::no) return true;
        const Value key = value(expr.children[0], frame);
        if (!key.is(Kind::string)) {
            open = open || !key.is(Kind::missing);
            return true;
        }
        const Value content = value(expr.children[1], frame);
        if (content.is(Kind::missing)) return true;
        const auto same =
            std::find_if(members.begin(), members.end(), [&](const Member& m) { return m.key == key.text(); });
        const Value entered = here == Truth::yes ? content : perhaps(content, make);
        if (same == members.end())
            members.push_back({key.text(), key.origin() != nullptr ? key.origin()->span : SourceSpan{}, entered});
        else
            same->value = repeated_key(same->value, here, key, make);
        return true;
    });
    return make.map(members, open, members.empty() ? nullptr : members.front().value.origin());
}

}  // namespace spile::engine
