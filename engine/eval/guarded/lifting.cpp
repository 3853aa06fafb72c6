// Operators over choices: the plain operator for each possible combination of arms, results gathered under the arms'
// guards.
#include "engine/eval/guarded/guarded.hpp"

namespace spile::engine {

namespace {

// More combinations than this are left undecided rather than worked out.
constexpr std::size_t k_combinations = 256;

}  // namespace

GuardTruth GuardedEvaluator::lifted(Value a, const std::function<Truth(Value)>& test) {
    GuardTruth result{k_never, k_never};
    GuardSpace& guards = evaluation_->guards();
    const auto gather = [&](Guard guard, Truth truth) {
        if (truth == Truth::yes) result.yes = guards.disjoin(result.yes, guard);
        if (truth == Truth::no) result.no = guards.disjoin(result.no, guard);
    };
    if (!a.is(Kind::choice)) {
        gather(k_always, test(a));
        return result;
    }
    for (const Arm& arm : a.arms())
        gather(arm.guard, test(arm.value));
    return collapse(result);
}

GuardTruth GuardedEvaluator::lifted(Value a, Value b, const std::function<Truth(Value, Value)>& test) {
    if (!a.is(Kind::choice)) return lifted(b, [&](Value right) { return test(a, right); });
    if (!b.is(Kind::choice)) return lifted(a, [&](Value left) { return test(left, b); });
    GuardTruth result{k_never, k_never};
    GuardSpace& guards = evaluation_->guards();
    for (const Arm& left : a.arms()) {
        for (const Arm& right : b.arms()) {
            const Guard both = guards.conjoin(left.guard, right.guard);
            if (both == k_never) continue;
            const Truth truth = test(left.value, right.value);
            if (truth == Truth::yes) result.yes = guards.disjoin(result.yes, both);
            if (truth == Truth::no) result.no = guards.disjoin(result.no, both);
        }
    }
    return collapse(result);
}

Value GuardedEvaluator::lifted_value(Value a, const std::function<Value(Value)>& make) {
    if (!a.is(Kind::choice)) return make(a);
    std::vector<Arm> arms;
    for (const Arm& arm : a.arms())
        arms.push_back({arm.guard, make(arm.value)});
    return choose(arms, a.origin());
}

Value GuardedEvaluator::lifted_value(const std::vector<Value>& operands,
                                     const std::function<Value(const std::vector<Value>&)>& make) {
    bool plain = true;
    for (const Value operand : operands)
        plain = plain && !operand.is(Kind::choice);
    if (plain) return make(operands);
    GuardSpace& guards = evaluation_->guards();
    std::vector<std::pair<Guard, std::vector<Value>>> rows{{k_always, {}}};
    for (const Value operand : operands) {
        std::vector<std::pair<Guard, std::vector<Value>>> longer;
        for (const auto& [guard, row] : rows) {
            const Arm whole{k_always, operand};
            const std::span<const Arm> arms =
                operand.is(Kind::choice) ? operand.arms() : std::span<const Arm>(&whole, 1);
            for (const Arm& arm : arms) {
                const Guard both = guards.conjoin(guard, arm.guard);
                if (both == k_never) continue;
                longer.emplace_back(both, row);
                longer.back().second.push_back(arm.value);
            }
        }
        rows = std::move(longer);
        if (rows.size() > k_combinations) {
            Unknown about;
            about.cause = "it depends on too many conditions at once";
            about.may_be_missing = true;
            return evaluation_->factory().unknown(about, operands.front().origin());
        }
    }
    std::vector<Arm> arms;
    for (const auto& [guard, row] : rows)
        arms.push_back({guard, make(row)});
    return choose(arms, operands.front().origin());
}

// Membership element by element, so that members under conditions need no combinations.
GuardTruth GuardedEvaluator::contained(Value item, Value collection) {
    const Operands& with = evaluation_->operands();
    GuardSpace& guards = evaluation_->guards();
    const auto one = [&](Value list) {
        const bool composite = item.is(Kind::list) || item.is(Kind::map) || item.is(Kind::record);
        if (!list.is(Kind::list) || composite) {
            return lifted(composite ? spread(item) : item, spread(list),
                          [&](Value a, Value b) { return in(a, b, with); });
        }
        GuardTruth any{k_never, list.open() ? k_never : k_always};
        for (const Element& element : list.elements()) {
            const GuardTruth same =
                lifted(item, spread(element.value), [&](Value a, Value b) { return equal(a, b, with); });
            const GuardTruth there = collapse({element.must, guards.complement(element.may)});
            any = disjoin(any, conjoin(there, same));
            if (any.yes == k_always) break;
        }
        return any;
    };
    if (!collection.is(Kind::choice)) return one(collection);
    GuardTruth result{k_never, k_never};
    for (const Arm& arm : collection.arms()) {
        const GuardTruth here = one(arm.value);
        result.yes = guards.disjoin(result.yes, guards.conjoin(arm.guard, here.yes));
        result.no = guards.disjoin(result.no, guards.conjoin(arm.guard, here.no));
    }
    return collapse(result);
}

namespace {

bool uncertain(Value value) {
    switch (value.kind()) {
        case Kind::choice:
            return true;
        case Kind::list:
            for (const Element& element : value.elements()) {
                const bool decided = element.must == k_always || (element.must == k_never && element.may == k_always);
                if (!decided || uncertain(element.value)) return true;
            }
            return false;
        case Kind::map:
            for (const Member& member : value.members()) {
                if (uncertain(member.value)) return true;
            }
            return false;
        case Kind::record:
            for (const Value field : value.fields()) {
                if (uncertain(field)) return true;
            }
            return false;
        default:
            return false;
    }
}

}  // namespace

Value GuardedEvaluator::spread(Value value) {
    if (!uncertain(value)) return value;
    const std::vector<Arm> arms = spread_arms(value);
    return arms.empty() ? value : choose(arms, value.origin());
}

// The possible shapes of a composite under their guards; empty when there are too many.
std::vector<Arm> GuardedEvaluator::spread_arms(Value value) {
    GuardSpace& guards = evaluation_->guards();
    const ValueFactory& make = evaluation_->factory();
    if (!uncertain(value)) return {{k_always, value}};
    std::vector<Arm> result;
    if (value.is(Kind::choice)) {
        for (const Arm& arm : value.arms()) {
            const std::vector<Arm> inner = spread_arms(arm.value);
            if (inner.empty()) return {};
            for (const Arm& each : inner) {
                const Guard both = guards.conjoin(arm.guard, each.guard);
                if (both != k_never) result.push_back({both, each.value});
            }
        }
        return result.size() > k_combinations ? std::vector<Arm>{} : result;
    }
    std::vector<std::pair<Guard, std::vector<Element>>> rows{{k_always, {}}};
    const auto extend = [&](Value part, Guard must, Guard may) {
        const std::vector<Arm> shapes = spread_arms(part);
        std::vector<std::pair<Guard, std::vector<Element>>> longer;
        for (const auto& [guard, row] : rows) {
            const Guard absent = guards.without(guard, may);
            if (absent != k_never) longer.emplace_back(absent, row);
            for (const Arm& shape : shapes) {
                const Guard sure = guards.conjoin(guards.conjoin(guard, must), shape.guard);
                const Guard maybe = guards.conjoin(guards.without(guards.conjoin(guard, may), must), shape.guard);
                if (sure != k_never) {
                    longer.emplace_back(sure, row);
                    longer.back().second.push_back({shape.value, k_always, k_always});
                }
                if (maybe != k_never) {
                    longer.emplace_back(maybe, row);
                    longer.back().second.push_back({shape.value, k_never, k_always});
                }
            }
        }
        rows = std::move(longer);
        return !shapes.empty() && rows.size() <= k_combinations;
    };
    if (value.is(Kind::list)) {
        for (const Element& element : value.elements()) {
            if (!extend(element.value, element.must, element.may)) return {};
        }
        for (const auto& [guard, row] : rows) {
            result.push_back({guard, value.is_set() ? make.set(distinct(row, guards), value.open(), value.origin())
                                                    : make.list(row, value.open(), value.origin())});
        }
        return result;
    }
    const std::size_t parts = value.is(Kind::map) ? value.members().size() : value.fields().size();
    for (std::size_t i = 0; i < parts; ++i) {
        const Value part = value.is(Kind::map) ? value.members()[i].value : value.fields()[i];
        if (!extend(part, k_always, k_always)) return {};
    }
    for (const auto& [guard, row] : rows) {
        if (value.is(Kind::record)) {
            std::vector<Value> fields;
            for (const Element& element : row)
                fields.push_back(element.value);
            result.push_back({guard, make.record(value.record_type(), fields, value.origin())});
            continue;
        }
        std::vector<Member> members;
        for (std::size_t i = 0; i < parts; ++i) {
            Member member = value.members()[i];
            member.value = row[i].value;
            if (!member.value.is(Kind::missing)) members.push_back(member);
        }
        result.push_back({guard, make.map(members, value.open(), value.origin())});
    }
    return result;
}

}  // namespace spile::engine
