#include "engine/eval/aggregate.hpp"

#include <algorithm>
#include <string>

namespace spile::engine {

namespace {

Value unknown_number(const ValueFactory& make, Value why) {
    Unknown about;
    about.type = TypeHint::number;
    about.cause = cause_of(why).empty() ? "a member of the aggregate is not known" : cause_of(why);
    return make.unknown(about, why.origin());
}

Value sum_of(const std::vector<std::pair<Value, bool>>& items, const ValueFactory& make) {
    Decimal lower = 0;
    Decimal upper = 0;
    for (const auto& [item, sure] : items) {
        const Decimal& n = item.number();
        const bool negative = n < Decimal(0);
        const auto low = sure || negative ? Decimal::add(lower, n) : lower;
        const auto high = sure || !negative ? Decimal::add(upper, n) : upper;
        if (!low || !high) return make.error("the sum has too many digits", item.origin());
        lower = *low;
        upper = *high;
    }
    return make.interval(lower, upper, false, items.empty() ? nullptr : items.front().first.origin());
}

// Least of all members that may be there, and least of those that surely are; for the maximum likewise.
Value extreme_of(lang::Op op, const std::vector<std::pair<Value, bool>>& items, const ValueFactory& make) {
    const bool least = op == lang::Op::minimum;
    const auto better = [&](Value a, Value b) { return least ? a.number() < b.number() : b.number() < a.number(); };
    Value possible;
    Value sure;
    for (const auto& [item, certain] : items) {
        if (possible.is(Kind::missing) || better(item, possible)) possible = item;
        if (certain && (sure.is(Kind::missing) || better(item, sure))) sure = item;
    }
    if (possible.is(Kind::missing)) return Value();
    if (sure.is(Kind::missing)) return perhaps(possible, make);
    if (possible.number() == sure.number()) return sure;
    return least ? make.interval(possible.number(), sure.number(), false, possible.origin())
                 : make.interval(sure.number(), possible.number(), false, possible.origin());
}

}  // namespace

Value fold_numbers(lang::Op op, const std::vector<std::pair<Value, bool>>& items, bool open, Value undecided,
                   const ValueFactory& make) {
    if (open || !undecided.is(Kind::missing)) return unknown_number(make, undecided);
    return op == lang::Op::sum ? sum_of(items, make) : extreme_of(op, items, make);
}

Value the_one(const std::vector<std::pair<Value, bool>>& items, bool open, const ValueFactory& make) {
    std::size_t sure = 0;
    for (const auto& [item, certain] : items) {
        if (certain && ++sure == 2) return make.error("there are two where one is expected", item.origin());
    }
    if (!open && items.size() == sure) return sure == 0 ? Value() : items.front().first;
    Unknown about;
    about.cause = "it is not decided which one there is";
    about.may_be_missing = sure == 0;
    return make.unknown(about, items.empty() ? nullptr : items.front().first.origin());
}

Value undecided_pick(const ValueFactory& make) {
    Unknown about;
    about.cause = "it is not decided which one comes first";
    about.may_be_missing = true;
    return make.unknown(about, nullptr);
}

bool orders_before(Value a, Value b, const Operands& with) {
    if (a.is(Kind::string) && b.is(Kind::string)) return a.text() < b.text();
    return less(a, b, with) == Truth::yes;
}

Value perhaps(Value content, const ValueFactory& make) {
    Unknown about;
    about.cause = cause_of(content).empty() ? "it is not decided whether it is there" : cause_of(content);
    about.may_be_missing = true;
    return make.unknown(about, content.origin());
}

Value repeated_key(Value first, Truth again, Value key, const ValueFactory& make) {
    const bool sure = again == Truth::yes && !(first.is(Kind::unknown) && first.unknown().may_be_missing);
    if (!sure) return perhaps(first, make);
    const std::string cause =
        key.sensitive() ? "a sensitive key occurs twice" : "the key `" + std::string(key.text()) + "` occurs twice";
    return make.error(make.arena().copy(cause), key.origin());
}

}  // namespace spile::engine
