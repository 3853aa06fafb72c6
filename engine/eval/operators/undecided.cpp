// Why an operator left `maybe`.
#include <string>

#include "engine/eval/operators/domains.hpp"
#include "engine/eval/operators/support.hpp"

namespace spile::engine {

using namespace operators;

namespace {

bool is_text(Value value) {
    return value.is(Kind::string) || value.is(Kind::partial) || value.is(Kind::unknown) || value.is(Kind::choice) ||
           (value.is(Kind::domain) && value.domain().domain == Domain::glob);
}

bool is_ordered(Value value) {
    switch (value.kind()) {
        case Kind::number:
        case Kind::interval:
        case Kind::unknown:
        case Kind::choice:
            return true;
        case Kind::string:
            return false;
        case Kind::domain: {
            const Domain domain = value.domain().domain;
            return domain == Domain::time || domain == Domain::duration || domain == Domain::version;
        }
        default:
            return false;
    }
}

bool is_collection(Value value) {
    switch (value.kind()) {
        case Kind::list:
        case Kind::map:
        case Kind::unknown:
        case Kind::choice:
        case Kind::missing:
        case Kind::null:
            return true;
        case Kind::domain:
            return value.domain().domain == Domain::cidr || value.domain().domain == Domain::ports;
        default:
            return form_of(value) == Form::partial_cidr;
    }
}

/// "`<` takes numbers, times or versions, not a list"; empty when both fit.
std::string misfit(lang::Op op, Value a, Value b) {
    const auto say = [](std::string_view what, Value got) {
        return std::string(what) + ", not " + std::string(kind_name(got));
    };
    switch (op) {
        case lang::Op::less:
        case lang::Op::less_equal:
        case lang::Op::greater:
        case lang::Op::greater_equal: {
            const auto next_to = [](Value text, Value other) {
                return text.is(Kind::string) && other.is(Kind::domain);
            };
            for (const Value value : {a, b})
                if (!is_ordered(value) && !next_to(a, b) && !next_to(b, a))
                    return say("only numbers, times, durations, versions and severities have an order", value);
            if (!a.is(Kind::unknown) && !b.is(Kind::unknown) && a.is(Kind::domain) != b.is(Kind::domain) &&
                !a.is(Kind::choice) && !b.is(Kind::choice))
                return std::string(kind_name(a)) + " and " + std::string(kind_name(b)) + " have no common order";
            return {};
        }
        case lang::Op::matches:
            return is_text(a) ? std::string() : say("`matches` takes a string", a);
        case lang::Op::like:
            if (!is_text(a)) return say("`like` takes strings", a);
            return is_text(b) ? std::string() : say("`like` takes strings", b);
        case lang::Op::in:
        case lang::Op::not_in:
            return is_collection(b) ? std::string() : say("`in` takes a list, set, map or range", b);
        case lang::Op::negate:
        case lang::Op::conjunction:
        case lang::Op::disjunction:
        case lang::Op::conditional: {
            const bool fits = a.is(Kind::boolean) || a.is(Kind::unknown) || a.is(Kind::choice) || a.is(Kind::missing) ||
                              a.is(Kind::null);
            return fits ? std::string() : say("a condition is a boolean", a);
        }
        default:
            return {};
    }
}

}  // namespace

Undecided undecided(lang::Op op, Value a, Value b) {
    for (const Value value : {a, b})
        if (is_error(value)) return {.error = true, .cause = std::string(cause_of(value))};
    if (std::string cause = misfit(op, a, b); !cause.empty()) return {.error = true, .cause = std::move(cause)};
    for (const Value value : {a, b})
        if (const std::string_view cause = cause_of(value); !cause.empty()) return {.cause = std::string(cause)};
    for (const Value value : {a, b})
        if (value.open()) return {.cause = "further members of " + std::string(kind_name(value)) + " are not known"};
    return {.cause = "the value depends on a condition"};
}

}  // namespace spile::engine
