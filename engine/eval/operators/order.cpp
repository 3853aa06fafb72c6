#include <compare>

#include "engine/eval/operators/domains.hpp"
#include "engine/eval/operators/support.hpp"

namespace spile::engine {

using namespace operators;

namespace {

bool is_number(Value value) {
    return value.is(Kind::number) || value.is(Kind::interval);
}

Truth numbers(Value a, Value b, bool or_equal) {
    const auto before = [&](const Decimal& left, const Decimal& right) {
        return or_equal ? left <= right : left < right;
    };
    if (!a.open() && before(a.upper(), b.number())) return Truth::yes;
    if (!b.open() && !before(a.number(), b.upper())) return Truth::no;
    return Truth::maybe;
}

Truth domains(const DomainValue& a, const DomainValue& b, bool or_equal) {
    if (a.domain != b.domain) return Truth::maybe;
    std::strong_ordering order = std::strong_ordering::equal;
    switch (a.domain) {
        case Domain::time:
        case Domain::duration:
            order = a.seconds <=> b.seconds;
            break;
        case Domain::version:
            order = compare_versions(a.text, b.text);
            break;
        default:
            return Truth::maybe;
    }
    return std::is_lt(order) || (or_equal && std::is_eq(order)) ? Truth::yes : Truth::no;
}

/// Severities are the only texts with an order; the checker lets no others come here, unless their type was not known.
Truth severities(std::string_view a, std::string_view b, bool or_equal) {
    const auto left = lang::parse_severity(a);
    const auto right = lang::parse_severity(b);
    if (!left || !right) return Truth::maybe;
    return *left < *right || (or_equal && *left == *right) ? Truth::yes : Truth::no;
}

/// One unknown number on both sides.
bool same_number(Value a, Value b) {
    return same_unknown(a, b) && a.unknown().type == TypeHint::number && b.unknown().type == TypeHint::number &&
           !a.unknown().may_be_missing && !b.unknown().may_be_missing;
}

Truth ordered(Value a, Value b, bool or_equal, const Operands& with) {
    if (a.is(Kind::choice)) return over_arms(a, [&](Value arm) { return ordered(arm, b, or_equal, with); });
    if (b.is(Kind::choice)) return over_arms(b, [&](Value arm) { return ordered(a, arm, or_equal, with); });
    if (is_number(a) && is_number(b)) return numbers(a, b, or_equal);
    if (same_number(a, b)) return or_equal ? Truth::yes : Truth::no;
    if (a.is(Kind::domain) && b.is(Kind::domain)) return domains(a.domain(), b.domain(), or_equal);
    if (a.is(Kind::domain) && b.is(Kind::string)) {
        const auto read = read_like(a, b, with);
        return read && read->is(Kind::domain) ? domains(a.domain(), read->domain(), or_equal) : Truth::maybe;
    }
    if (a.is(Kind::string) && b.is(Kind::string)) return severities(a.text(), b.text(), or_equal);
    if (a.is(Kind::string) && b.is(Kind::domain)) {
        const auto read = read_like(b, a, with);
        return read && read->is(Kind::domain) ? domains(read->domain(), b.domain(), or_equal) : Truth::maybe;
    }
    return Truth::maybe;
}

}  // namespace

Truth less(Value a, Value b, const Operands& with) {
    return ordered(a, b, false, with);
}
Truth less_equal(Value a, Value b, const Operands& with) {
    return ordered(a, b, true, with);
}

}  // namespace spile::engine
