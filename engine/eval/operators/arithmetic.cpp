#include <array>
#include <string>

#include "engine/eval/operators/domains.hpp"
#include "engine/eval/operators/support.hpp"

namespace spile::engine {

using namespace operators;

namespace {

std::string_view symbol(lang::Op op) {
    switch (op) {
        case lang::Op::add:
            return "+";
        case lang::Op::subtract:
            return "-";
        case lang::Op::multiply:
            return "*";
        default:
            return "/";
    }
}

bool is_number(Value value) {
    return value.is(Kind::number) || value.is(Kind::interval);
}

std::optional<Decimal> compute(lang::Op op, const Decimal& a, const Decimal& b) {
    switch (op) {
        case lang::Op::add:
            return Decimal::add(a, b);
        case lang::Op::subtract:
            return Decimal::subtract(a, b);
        case lang::Op::multiply:
            return Decimal::multiply(a, b);
        default:
            return Decimal::divide(a, b);
    }
}

Value numbers(lang::Op op, Value a, Value b, const Operands& with) {
    const auto result = compute(op, a.number(), b.number());
    if (result) return with.factory->number(*result, a.origin() != nullptr ? a.origin() : b.origin());
    const bool by_zero = op == lang::Op::divide && b.number() == Decimal(0);
    std::string cause = spelled(a) + " " + std::string(symbol(op)) + " " + spelled(b);
    cause += by_zero ? " divides by zero" : " has no exact decimal result of at most 36 digits";
    return failure(cause, a, with);
}

Value unknown_number(Value a, Value b, const Operands& with) {
    const std::array<Value, 2> both = {a, b};
    // Two values of unknown type may be times as well.
    const auto any = [](Value value) { return value.is(Kind::unknown) && value.unknown().type == TypeHint::any; };
    const Value result =
        undecided_value(first_undecided(both), any(a) && any(b) ? TypeHint::any : TypeHint::number, with);
    const auto absent = [](Value value) { return value.is(Kind::unknown) && value.unknown().may_be_missing; };
    if (!result.is(Kind::unknown) || !(absent(a) || absent(b))) return result;
    Unknown about = result.unknown();  // nothing comes of what turns out to be missing
    about.may_be_missing = true;
    return with.factory->unknown(about, result.origin());
}

/// + and - keep bounds where both ends stay finite.
Value intervals(lang::Op op, Value a, Value b, const Operands& with) {
    const bool adds = op == lang::Op::add;
    if ((!adds && op != lang::Op::subtract) || (!adds && b.open())) return unknown_number(a, b, with);
    const auto lower = adds ? Decimal::add(a.number(), b.number()) : Decimal::subtract(a.number(), b.upper());
    const bool open = a.open() || (adds && b.open());
    const auto upper = open   ? lower
                       : adds ? Decimal::add(a.upper(), b.upper())
                              : Decimal::subtract(a.upper(), b.number());
    if (!lower || !upper) return unknown_number(a, b, with);
    return with.factory->interval(*lower, *upper, open, a.origin() != nullptr ? a.origin() : b.origin());
}

Value moment(Domain domain, std::int64_t seconds, Value at, const Operands& with) {
    const std::string text = domain == Domain::time ? time_text(seconds) : std::to_string(seconds) + "s";
    return with.factory->domain(
        {.domain = domain, .text = with.factory->arena().copy(std::string_view(text)), .seconds = seconds},
        at.origin());
}

/// time ± duration, time - time, duration ± duration.
Value times(lang::Op op, Value a, Value b, const Operands& with) {
    const Domain left = a.domain().domain;
    const Domain right = b.domain().domain;
    const bool adds = op == lang::Op::add;
    const auto fits = [](Domain domain) { return domain == Domain::time || domain == Domain::duration; };
    const bool taken = fits(left) && fits(right) && (adds || op == lang::Op::subtract);
    const bool both_times = left == Domain::time && right == Domain::time;
    if (!taken || (adds && both_times) || (!adds && left == Domain::duration && right == Domain::time))
        return wrong_kind(symbol(op), kind_name(a), b, with);
    std::int64_t seconds = 0;
    const bool overflow = adds ? __builtin_add_overflow(a.domain().seconds, b.domain().seconds, &seconds)
                               : __builtin_sub_overflow(a.domain().seconds, b.domain().seconds, &seconds);
    constexpr std::int64_t limit = std::int64_t{1} << 48;
    if (overflow || seconds > limit || seconds < -limit) return failure("the time is out of range", a, with);
    const bool time = !both_times && (left == Domain::time || right == Domain::time);
    return moment(time ? Domain::time : Domain::duration, seconds, a, with);
}

bool may_compute(Value value) {
    if (is_number(value) || value.is(Kind::domain)) return true;
    return value.is(Kind::unknown) &&
           (value.unknown().type == TypeHint::number || value.unknown().type == TypeHint::any);
}

Value compute_values(lang::Op op, Value a, Value b, const Operands& with) {
    if (is_error(a)) return a;
    if (is_error(b)) return b;
    if (a.is(Kind::missing)) return a;
    if (b.is(Kind::missing)) return b;
    if (!may_compute(a))
        return a.is(Kind::choice) ? unknown_number(a, b, with) : wrong_kind(symbol(op), "numbers", a, with);
    if (!may_compute(b))
        return b.is(Kind::choice) ? unknown_number(a, b, with) : wrong_kind(symbol(op), "numbers", b, with);
    if (a.is(Kind::number) && b.is(Kind::number)) return numbers(op, a, b, with);
    if (is_number(a) && is_number(b)) return intervals(op, a, b, with);
    if (a.is(Kind::domain) && b.is(Kind::domain)) return times(op, a, b, with);
    const std::array<Value, 2> both = {a, b};
    if (a.is(Kind::domain) || b.is(Kind::domain)) {
        if (is_number(a) || is_number(b)) return wrong_kind(symbol(op), kind_name(a), b, with);
        return undecided_value(first_undecided(both), TypeHint::any, with);
    }
    return unknown_number(a, b, with);
}

}  // namespace

Value arithmetic(lang::Op op, Value a, Value b, const Operands& with) {
    const Value result = compute_values(op, a, b, with);
    return with.factory->marked(result, a.sensitive() || b.sensitive(), a.assumed() || b.assumed());
}

}  // namespace spile::engine
