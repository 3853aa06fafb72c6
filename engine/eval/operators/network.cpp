// Address ranges (RFC 4632, RFC 4291), also where only the leading octets or the prefix length are known; protocols
// (IANA numbers); ranges of ports.
#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <iterator>
#include <string>

#include "engine/eval/operators/builtins.hpp"
#include "engine/eval/operators/domains.hpp"
#include "lang/base/ascii.hpp"

namespace spile::engine {

namespace operators {

namespace {

constexpr int k_v4_offset = 96;  // IPv4 addresses lie in the last 32 bits

/// A decimal number without sign or leading zeros, at most `limit`.
std::optional<int> small_number(std::string_view text, int limit) {
    if (text.empty() || text.size() > 3 || (text.size() > 1 && text.front() == '0')) return std::nullopt;
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value <= limit ? std::optional(value) : std::nullopt;
}

int offset_of(bool v6) {
    return v6 ? 0 : k_v4_offset;
}
int width_of(bool v6) {
    return v6 ? 128 : 32;
}

bool same_bits(const std::uint8_t (&a)[16], const std::uint8_t (&b)[16], bool v6, int bits) {
    for (int i = 0; i < bits; ++i) {
        const auto at = static_cast<std::size_t>(offset_of(v6)) + static_cast<std::size_t>(i);
        const unsigned differ = static_cast<unsigned>(a[at / 8] ^ b[at / 8]);
        if (((differ >> (7 - at % 8)) & 1U) != 0) return false;
    }
    return true;
}

void clear_bits_from(std::uint8_t (&address)[16], int first) {
    for (auto at = static_cast<std::size_t>(first); at < 128; ++at)
        address[at / 8] = static_cast<std::uint8_t>(address[at / 8] & ~(0x80U >> (at % 8)));
}

std::optional<CidrBounds> bounds_of_domain(const DomainValue& range) {
    CidrBounds bounds;
    bounds.v6 = range.v6;
    std::copy(std::begin(range.address), std::end(range.address), bounds.address);
    bounds.known_bits = width_of(range.v6);
    bounds.least_prefix = bounds.greatest_prefix = range.prefix;
    return bounds;
}

/// The whole octets at the front of an IPv4 address of which the rest is not known.
std::optional<CidrBounds> bounds_of_front(std::string_view front) {
    CidrBounds bounds;
    bounds.greatest_prefix = 32;
    std::size_t octet = 0;
    for (std::size_t dot = front.find('.'); dot != std::string_view::npos && octet < 3; dot = front.find('.')) {
        const auto value = small_number(front.substr(0, dot), 255);
        if (!value) return std::nullopt;
        bounds.address[12 + octet++] = static_cast<std::uint8_t>(*value);
        front.remove_prefix(dot + 1);
    }
    bounds.known_bits = static_cast<int>(octet) * 8;
    return octet == 0 ? std::nullopt : std::optional(bounds);
}

std::optional<CidrBounds> bounds_of_partial(Value text) {
    const auto segments = text.segments();
    if (!segments.front().known()) return std::nullopt;
    const std::string_view front = segments.front().text;
    auto bounds = bounds_of_front(front);
    if (!bounds) return std::nullopt;
    const std::string_view back = segments.back().known() ? segments.back().text : std::string_view();
    const std::size_t slash = back.find('/');
    if (slash == std::string_view::npos) return bounds;
    const auto prefix = small_number(back.substr(slash + 1), 32);
    if (!prefix) return std::nullopt;
    bounds->least_prefix = bounds->greatest_prefix = *prefix;
    return bounds;
}

constexpr std::array<std::string_view, 9> k_private = {"10.0.0.0/8",    "172.16.0.0/12",  "192.168.0.0/16",
                                                       "100.64.0.0/10", "169.254.0.0/16", "127.0.0.0/8",
                                                       "fc00::/7",      "fe80::/10",      "::1/128"};

constexpr std::array<std::pair<std::string_view, int>, 21> k_protocols = {
    {{"all", -1},       {"icmp", 1},   {"igmp", 2},  {"ipv4", 4},  {"tcp", 6},    {"egp", 8},    {"udp", 17},
     {"dccp", 33},      {"ipv6", 41},  {"rsvp", 46}, {"gre", 47},  {"esp", 50},   {"ah", 51},    {"icmpv6", 58},
     {"ipv6-icmp", 58}, {"eigrp", 88}, {"ospf", 89}, {"pim", 103}, {"vrrp", 112}, {"l2tp", 115}, {"sctp", 132}}};

/// One end of a range of ports. All false and without a port: it is no port.
struct Bound {
    std::optional<std::int64_t> port;
    bool absent = false;
    bool unknown = false;
};

Bound bound_of(Value value) {
    if (value.is(Kind::missing) || value.is(Kind::null)) return {.absent = true};
    if (value.is(Kind::unknown) || value.is(Kind::partial) || value.is(Kind::interval)) return {.unknown = true};
    std::optional<Decimal> number;
    if (value.is(Kind::number)) number = value.number();
    if (value.is(Kind::string)) number = Decimal::parse(value.text());
    const auto whole = number ? number->whole() : std::nullopt;
    if (!whole || *whole < -1 || *whole > 65535) return {};
    if (*whole == -1) return {.absent = true};
    return {.port = whole};
}

}  // namespace

std::optional<CidrBounds> cidr_bounds(Value value) {
    if (form_of(value) == Form::partial_cidr) return cidr_bounds(value.fields()[0]);
    if (value.is(Kind::domain) && value.domain().domain == Domain::cidr) return bounds_of_domain(value.domain());
    if (value.is(Kind::partial)) return bounds_of_partial(value);
    if (!value.is(Kind::string)) return std::nullopt;
    const auto range = parse_cidr(value.text());
    return range ? bounds_of_domain(*range) : std::nullopt;
}

Truth same_range(const CidrBounds& a, const CidrBounds& b) {
    if (a.v6 != b.v6 || a.greatest_prefix < b.least_prefix || b.greatest_prefix < a.least_prefix) return Truth::no;
    const int significant = std::max(a.least_prefix, b.least_prefix);
    if (!same_bits(a.address, b.address, a.v6, std::min({significant, a.known_bits, b.known_bits}))) return Truth::no;
    const bool prefixes_known = a.least_prefix == a.greatest_prefix && b.least_prefix == b.greatest_prefix;
    return prefixes_known && significant <= std::min(a.known_bits, b.known_bits) ? Truth::yes : Truth::maybe;
}

Truth range_within(const CidrBounds& inner, const CidrBounds& outer) {
    if (inner.v6 != outer.v6 || inner.greatest_prefix < outer.least_prefix) return Truth::no;
    const int known = std::min(inner.known_bits, outer.known_bits);
    // Bits in front of the least prefix of the outer range must agree; those up to the greatest suffice.
    if (!same_bits(inner.address, outer.address, inner.v6, std::min(outer.least_prefix, known))) return Truth::no;
    if (inner.least_prefix < outer.greatest_prefix || known < outer.greatest_prefix) return Truth::maybe;
    return same_bits(inner.address, outer.address, inner.v6, outer.greatest_prefix) ? Truth::yes : Truth::maybe;
}

std::optional<DomainValue> protocol_number(std::int64_t number) {
    if (number < -1 || number > 255) return std::nullopt;
    return DomainValue{.domain = Domain::protocol, .text = protocol_name(number), .from = number};
}

std::string_view protocol_name(std::int64_t number) {
    for (const auto& [name, value] : k_protocols)
        if (value == number) return name;
    return {};
}

namespace builtins {

Value cidr(Arguments arguments, const Operands& with) {
    const Value text = arguments[0];
    if (text.is(Kind::string)) {
        const auto range = parse_cidr(text.text());
        if (!range) return failure(spelled(text) + " is no address range", text, with);
        return with.factory->domain(*range, text.origin());
    }
    if (text.is(Kind::domain) && text.domain().domain == Domain::cidr) return text;
    if (form_of(text) == Form::partial_cidr) return text;
    if (text.is(Kind::partial)) {
        static constexpr std::array<std::string_view, 1> fields = {"text"};
        const std::array<Value, 1> values = {text};
        return with.factory->record({.name = "cidr", .fields = fields}, values, text.origin());
    }
    if (text.is(Kind::unknown)) return undecided_value(text, TypeHint::any, with);
    return wrong_kind("cidr", "a string", text, with);
}

namespace {

/// Compares two address ranges, whatever form they have.
template <class Compare>
Value compare_ranges(std::string_view name, Arguments arguments, const Operands& with, Compare compare) {
    const std::array<Value, 2> ranges = {cidr(arguments.subspan(0, 1), with), cidr(arguments.subspan(1, 1), with)};
    for (std::size_t i = 0; i < ranges.size(); ++i) {
        if (is_error(ranges[i]) && !arguments[i].is(Kind::string))
            return wrong_kind(name, "address ranges", arguments[i], with);
        if (is_error(ranges[i])) return ranges[i];
    }
    const auto a = cidr_bounds(ranges[0]);
    const auto b = cidr_bounds(ranges[1]);
    return truth_value(a && b ? compare(*a, *b) : Truth::maybe, ranges, with);
}

}  // namespace

Value within(Arguments arguments, const Operands& with) {
    return compare_ranges("within", arguments, with, range_within);
}

Value overlaps(Arguments arguments, const Operands& with) {
    // Ranges of leading bits are nested or apart.
    return compare_ranges("overlaps", arguments, with, [](const CidrBounds& a, const CidrBounds& b) {
        return disjoin(range_within(a, b), range_within(b, a));
    });
}

Value is_private(Arguments arguments, const Operands& with) {
    const std::array<Value, 1> range = {cidr(arguments, with)};
    if (is_error(range[0])) return range[0];
    const auto bounds = cidr_bounds(range[0]);
    Truth inside = bounds ? Truth::no : Truth::maybe;
    for (const std::string_view text : k_private) {
        const auto space = parse_cidr(text);
        if (bounds && space) inside = disjoin(inside, range_within(*bounds, *bounds_of_domain(*space)));
    }
    return truth_value(inside, range, with);
}

Value protocol(Arguments arguments, const Operands& with) {
    const Value value = arguments[0];
    if (value.is(Kind::domain) && value.domain().domain == Domain::protocol) return value;
    if (value.is(Kind::unknown) || value.is(Kind::partial)) return undecided_value(value, TypeHint::any, with);
    std::optional<DomainValue> found;
    if (value.is(Kind::string)) {
        found = parse_protocol(value.text());
        if (!found) return failure(spelled(value) + " is no IP protocol", value, with);
    } else if (value.is(Kind::number)) {
        const auto whole = value.number().whole();
        if (whole) found = protocol_number(*whole);
        if (!found) return failure(spelled(value) + " is no IP protocol", value, with);
        if (found->text.empty()) found->text = with.factory->arena().copy(std::string_view(value.number().text()));
    } else {
        return wrong_kind("protocol", "a string or number", value, with);
    }
    return with.factory->domain(*found, value.origin());
}

Value ports(Arguments arguments, const Operands& with) {
    const Bound from = bound_of(arguments[0]);
    const Bound to = bound_of(arguments[1]);
    for (const Value argument : arguments) {
        const Bound bound = bound_of(argument);
        if (!bound.port && !bound.absent && !bound.unknown)
            return failure("`" + display(argument, with) + "` is no port", argument, with);
    }
    if (from.unknown || to.unknown)
        return undecided_value(from.unknown ? arguments[0] : arguments[1], TypeHint::any, with);
    DomainValue range{.domain = Domain::ports, .to = 65535};
    if (from.port || to.port) {
        range.from = from.port.value_or(to.port.value_or(0));
        range.to = to.port.value_or(range.from);
    }
    if (range.to < range.from) return failure("the range of ports ends before it begins", arguments[0], with);
    std::string text = std::to_string(range.from);
    if (range.to != range.from) text += "-" + std::to_string(range.to);
    range.text = with.factory->arena().copy(std::string_view(text));
    return with.factory->domain(range, (from.absent ? arguments[1] : arguments[0]).origin());
}

}  // namespace builtins

}  // namespace operators

using namespace operators;

std::optional<DomainValue> parse_cidr(std::string_view text) {
    DomainValue range{.domain = Domain::cidr, .text = text};
    const std::size_t slash = text.find('/');
    const std::string address(text.substr(0, slash));
    if (address.find('\0') != std::string::npos) return std::nullopt;
    if (inet_pton(AF_INET, address.c_str(), range.address + 12) != 1) {
        range.v6 = true;
        std::fill(std::begin(range.address), std::end(range.address), std::uint8_t{0});
        if (inet_pton(AF_INET6, address.c_str(), range.address) != 1) return std::nullopt;
    }
    int prefix = width_of(range.v6);
    if (slash != std::string_view::npos) {
        const auto written = small_number(text.substr(slash + 1), prefix);
        if (!written) return std::nullopt;
        prefix = *written;
    }
    range.prefix = static_cast<std::uint8_t>(prefix);
    clear_bits_from(range.address, offset_of(range.v6) + prefix);
    return range;
}

std::optional<DomainValue> parse_protocol(std::string_view text) {
    const std::string name = lower_case(text);
    for (const auto& [known, number] : k_protocols)
        if (known == name) return DomainValue{.domain = Domain::protocol, .text = text, .from = number};
    const auto number = text == "-1" ? std::optional(-1) : small_number(text, 255);
    if (!number) return std::nullopt;
    return DomainValue{.domain = Domain::protocol, .text = text, .from = *number};
}

}  // namespace spile::engine
