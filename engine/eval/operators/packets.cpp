// Ranges of addresses and ports, taken apart: what packets are looked at one by one, so that every rule of a security
// group, a network ACL or a route table either holds of all of a part or of none of it.
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/eval/operators/builtins.hpp"
#include "engine/eval/operators/domains.hpp"

namespace spile::engine::operators {

namespace {

__extension__ using Address = unsigned __int128;

/// First and last address of a range of leading bits; IPv4 lies in the last 32 bits.
struct Span {
    Address first = 0;
    Address last = 0;
    friend bool operator==(const Span&, const Span&) = default;
};

Span span_of(const DomainValue& range) {
    Address first = 0;
    for (const std::uint8_t byte : range.address)
        first = (first << 8U) | byte;
    const unsigned free = (range.v6 ? 128U : 32U) - range.prefix;
    const Address size = free >= 128U ? 0 : Address{1} << free;  // 0: all of them, and 0 - 1 is the last one
    return {first, first + (size - 1)};
}

Value address_value(Address address, const DomainValue& within, Value at, const Operands& with) {
    DomainValue one{.domain = Domain::cidr, .prefix = static_cast<std::uint8_t>(within.v6 ? 128 : 32), .v6 = within.v6};
    std::string text;
    for (int i = 15; i >= 0; --i) {
        one.address[i] = static_cast<std::uint8_t>(address & 0xffU);
        address >>= 8U;
    }
    if (within.v6) {
        constexpr std::string_view k_digits = "0123456789abcdef";
        for (int i = 0; i < 16; ++i) {
            if (i > 0 && i % 2 == 0) text += ':';
            text += k_digits[one.address[i] >> 4U];
            text += k_digits[one.address[i] & 0xfU];
        }
    } else {
        for (int i = 12; i < 16; ++i)
            text += (i > 12 ? "." : "") + std::to_string(one.address[i]);
    }
    one.text = with.factory->arena().copy(std::string_view(text));
    return with.factory->domain(one, at.origin());
}

/// Calls `visit` for the known values among list elements; arms of choices are all looked at, for a finer division does
/// no harm.
template <class Visit>
void each_known(Value value, const Visit& visit) {
    if (value.is(Kind::list)) {
        for (const Element& element : value.elements())
            each_known(element.value, visit);
    } else if (value.is(Kind::choice)) {
        for (const Arm& arm : value.arms())
            each_known(arm.value, visit);
    } else {
        visit(value);
    }
}

/// The first address of `whole` that is in none of the ranges inside it; `inside` is sorted by first address, larger
/// ranges first.
std::optional<Address> first_of_its_own(const Span& whole, const std::vector<Span>& inside) {
    Address next = whole.first;
    for (const Span& part : inside) {
        if (part == whole || part.first < whole.first || part.last > whole.last) continue;
        if (part.first > next) return next;
        if (part.last < next) continue;
        if (part.last == whole.last) return std::nullopt;
        next = part.last + 1;
    }
    return next;
}

/// Domain values of this kind, or nothing.
const DomainValue* domain_of(Value value, Domain domain) {
    return value.is(Kind::domain) && value.domain().domain == domain ? &value.domain() : nullptr;
}

Value ports_value(std::int64_t from, std::int64_t to, Value at, const Operands& with) {
    std::string text = std::to_string(from);
    if (to != from) text += "-" + std::to_string(to);
    return with.factory->domain(
        {.domain = Domain::ports, .text = with.factory->arena().copy(std::string_view(text)), .from = from, .to = to},
        at.origin());
}

}  // namespace

namespace builtins {

Value covers(Arguments arguments, const Operands& with) {
    const std::array<Value, 2> ranges = {cidr(arguments.subspan(0, 1), with), cidr(arguments.subspan(1, 1), with)};
    for (const Value range : ranges)
        if (is_error(range)) return range;
    const auto outer = cidr_bounds(ranges[0]);
    const auto inner = cidr_bounds(ranges[1]);
    // Of an address of which nothing is known, that it is one of IPv4 is: ranges of IPv6 have properties of their own.
    if (outer && ranges[1].is(Kind::unknown) && outer->greatest_prefix == 0)
        return with.factory->boolean(!outer->v6, ranges[1].origin());
    if (!outer || !inner) return truth_value(Truth::maybe, ranges, with);
    const Truth all = range_within(*inner, *outer);
    if (all == Truth::yes) return truth_value(all, ranges, with);
    const Truth some = disjoin(all, range_within(*outer, *inner));
    if (some == Truth::no || !cause_of(first_undecided(ranges)).empty())
        return truth_value(conjoin(some, Truth::maybe), ranges, with);
    const std::string cause =
        "an address in " + display(ranges[1], with) + " may lie in " + display(ranges[0], with) + " or not";
    return with.factory->unknown(
        {.cause = with.factory->arena().copy(std::string_view(cause)), .type = TypeHint::boolean}, ranges[1].origin());
}

Value samples(Arguments arguments, const Operands& with) {
    const std::array<Value, 1> whole = {cidr(arguments.subspan(0, 1), with)};
    if (is_error(whole[0])) return whole[0];
    const DomainValue* const range = domain_of(whole[0], Domain::cidr);
    if (range == nullptr) return undecided_value(whole[0], TypeHint::list, with);
    std::vector<Span> parts = {span_of(*range)};
    const Span all = parts.front();
    each_known(arguments[1], [&](Value cut) {
        std::optional<DomainValue> text;
        if (cut.is(Kind::string)) text = parse_cidr(cut.text());
        const DomainValue* const known = text ? &*text : domain_of(cut, Domain::cidr);
        if (known == nullptr || known->v6 != range->v6) return;
        const Span part = span_of(*known);
        if (part.first >= all.first && part.last <= all.last) parts.push_back(part);
    });
    std::sort(parts.begin(), parts.end(),
              [](const Span& a, const Span& b) { return a.first != b.first ? a.first < b.first : a.last > b.last; });
    parts.erase(std::unique(parts.begin(), parts.end()), parts.end());
    std::vector<Element> found;
    for (const Span& part : parts) {
        if (const auto address = first_of_its_own(part, parts))
            found.push_back({address_value(*address, *range, whole[0], with)});
    }
    return with.factory->list(found, false, whole[0].origin());
}

Value split_ports(Arguments arguments, const Operands& with) {
    const DomainValue* const range = domain_of(arguments[0], Domain::ports);
    if (range == nullptr) {
        if (!cause_of(arguments[0]).empty()) return undecided_value(arguments[0], TypeHint::list, with);
        return wrong_kind("split_ports", "a range of ports", arguments[0], with);
    }
    std::vector<std::int64_t> begins = {range->from};
    const auto begin = [&](std::int64_t port) {
        if (port > range->from && port <= range->to) begins.push_back(port);
    };
    each_known(arguments[1], [&](Value cut) {
        const DomainValue* const known = domain_of(cut, Domain::ports);
        if (known == nullptr) return;
        begin(known->from);
        begin(known->to + 1);
    });
    std::sort(begins.begin(), begins.end());
    begins.erase(std::unique(begins.begin(), begins.end()), begins.end());
    std::vector<Element> parts;
    for (std::size_t i = 0; i < begins.size(); ++i) {
        const std::int64_t to = i + 1 < begins.size() ? begins[i + 1] - 1 : range->to;
        parts.push_back({ports_value(begins[i], to, arguments[0], with)});
    }
    return with.factory->list(parts, false, arguments[0].origin());
}

Value shared_ports(Arguments arguments, const Operands& with) {
    const DomainValue* const a = domain_of(arguments[0], Domain::ports);
    const DomainValue* const b = domain_of(arguments[1], Domain::ports);
    if (a == nullptr || b == nullptr) {
        const Value undecided = first_undecided(arguments);
        if (cause_of(undecided).empty())
            return wrong_kind("shared_ports", "ranges of ports", arguments[a == nullptr ? 0 : 1], with);
        const Value result = undecided_value(undecided, TypeHint::any, with);
        if (!result.is(Kind::unknown)) return result;
        Unknown about = result.unknown();
        about.may_be_missing = true;
        return with.factory->unknown(about, result.origin());
    }
    const std::int64_t from = std::max(a->from, b->from);
    const std::int64_t to = std::min(a->to, b->to);
    if (from > to) return Value();
    if (from == a->from && to == a->to) return arguments[0];
    if (from == b->from && to == b->to) return arguments[1];
    return ports_value(from, to, arguments[0], with);
}

}  // namespace builtins

}  // namespace spile::engine::operators
