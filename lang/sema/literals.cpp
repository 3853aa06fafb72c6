#include "lang/sema/literals.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "lang/base/ascii.hpp"
#include "lang/program/program.hpp"

namespace spile::lang::sema {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// The number that the whole text is, within the bounds.
std::optional<int> number_in(std::string_view text, int low, int high) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value < low || value > high) return std::nullopt;
    return value;
}

bool is_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
    const auto year = number_in(text.substr(0, 4), 1, 9999);
    const auto month = number_in(text.substr(5, 2), 1, 12);
    if (!year || !month) return false;
    constexpr std::array<int, 12> lengths = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (*year % 4 == 0 && *year % 100 != 0) || *year % 400 == 0;
    const int days = *month == 2 && leap ? 29 : lengths[static_cast<std::size_t>(*month - 1)];
    return number_in(text.substr(8, 2), 1, days).has_value();
}

bool is_clock(std::string_view text) {
    return text.size() == 5 && text[2] == ':' && number_in(text.substr(0, 2), 0, 23) &&
           number_in(text.substr(3, 2), 0, 59);
}

bool accepts_any(std::string_view) {
    return true;
}

bool is_severity(std::string_view text) {
    return parse_severity(text).has_value();
}

}  // namespace

bool is_cidr(std::string_view text) {
    const std::size_t slash = text.find('/');
    const std::string address(text.substr(0, slash));
    std::array<unsigned char, 16> bytes{};
    const bool v4 = inet_pton(AF_INET, address.c_str(), bytes.data()) == 1;
    if (!v4 && inet_pton(AF_INET6, address.c_str(), bytes.data()) != 1) return false;
    return slash == text.npos || number_in(text.substr(slash + 1), 0, v4 ? 32 : 128).has_value();
}

bool is_arn(std::string_view text) {
    return text.starts_with("arn:") && std::count(text.begin(), text.end(), ':') >= 5;
}

bool is_version(std::string_view text) {
    if (text.starts_with('v')) text.remove_prefix(1);
    if (text.empty() || !is_digit(text.front())) return false;
    return std::all_of(text.begin(), text.end(), [](char c) {
        return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               std::string_view(".-+_~").find(c) != std::string_view::npos;
    });
}

bool is_time(std::string_view text) {
    if (!is_date(text.substr(0, 10))) return false;
    if (text.size() == 10) return true;
    if (text.size() < 17 || text[10] != 'T' || !is_clock(text.substr(11, 5))) return false;
    std::string_view rest = text.substr(16);
    if (rest.starts_with(':')) {
        if (rest.size() < 3 || !number_in(rest.substr(1, 2), 0, 60)) return false;
        rest.remove_prefix(3);
    }
    if (rest.starts_with('.')) {
        rest.remove_prefix(1);
        if (rest.empty() || !is_digit(rest.front())) return false;
        while (!rest.empty() && is_digit(rest.front()))
            rest.remove_prefix(1);
    }
    if (rest.empty() || rest == "Z") return true;
    return (rest.front() == '+' || rest.front() == '-') && is_clock(rest.substr(1));
}

bool is_duration(std::string_view text) {
    if (text.empty() || text.size() > 60) return false;
    while (!text.empty()) {
        const std::size_t unit = text.find_first_of("smhdw");
        if (unit == text.npos || !number_in(text.substr(0, unit), 0, 1'000'000'000)) return false;
        text.remove_prefix(unit + 1);
    }
    return true;
}

bool is_protocol(std::string_view text) {
    constexpr std::array<std::string_view, 12> names = {"all", "tcp",  "udp", "icmp", "icmpv6", "igmp",
                                                        "gre", "sctp", "esp", "ah",   "ospf",   "ipv6-icmp"};
    const std::string lower = lower_case(text);
    return std::find(names.begin(), names.end(), lower) != names.end() || number_in(text, -1, 255).has_value();
}

const DomainLiteral* domain_literal(TypeKind kind) {
    static constexpr std::array<DomainLiteral, 8> all = {{
        {TypeKind::cidr, is_cidr, "an address range such as `10.0.0.0/8`"},
        {TypeKind::arn, is_arn, "`arn:partition:service:region:account:resource`"},
        {TypeKind::version, is_version, "a version such as `1.24.3`"},
        {TypeKind::time, is_time, "a date such as `2027-03-31`, or a date and time such as `2027-03-31T10:00:00Z`"},
        {TypeKind::duration, is_duration, "whole numbers with s, m, h, d or w, such as `24h` or `1h30m`"},
        {TypeKind::protocol, is_protocol, "a protocol's name or number, such as `tcp`, `17` or `all`"},
        {TypeKind::severity, is_severity, "info, low, medium, high or critical"},
        {TypeKind::glob, accepts_any, "a pattern"},
    }};
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const DomainLiteral& each) { return each.kind == kind; });
    return found == all.end() ? nullptr : found;
}

}  // namespace spile::lang::sema
