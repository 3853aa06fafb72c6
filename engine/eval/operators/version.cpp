// Versions in the order of semver.org: number by number, text after numbers, a pre-release before its release, build
// metadata left out. Any count of parts is taken, and parts that are not there count as zero.
#include <algorithm>
#include <compare>
#include <string>

#include "engine/eval/operators/builtins.hpp"
#include "engine/eval/operators/domains.hpp"

namespace spile::engine {

namespace operators {

namespace {

bool is_number(std::string_view part) {
    return !part.empty() && part.find_first_not_of("0123456789") == std::string_view::npos;
}

std::strong_ordering compare_parts(std::string_view a, std::string_view b) {
    if (a.empty() || b.empty()) return !a.empty() <=> !b.empty();  // of two pre-releases the longer is later
    if (!is_number(a) || !is_number(b)) {
        if (is_number(a) != is_number(b))
            return is_number(a) ? std::strong_ordering::less : std::strong_ordering::greater;
        return a.compare(b) <=> 0;
    }
    const auto significant = [](std::string_view digits) {
        digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size()));
        return digits;
    };
    a = significant(a);
    b = significant(b);
    if (a.size() != b.size()) return a.size() <=> b.size();
    return a.compare(b) <=> 0;
}

std::string_view take_part(std::string_view& text) {
    const std::size_t dot = text.find('.');
    const std::string_view part = text.substr(0, dot);
    text = dot == std::string_view::npos ? std::string_view() : text.substr(dot + 1);
    return part;
}

std::strong_ordering compare_lists(std::string_view a, std::string_view b, std::string_view filler) {
    while (!a.empty() || !b.empty()) {
        const std::string_view left = a.empty() ? filler : take_part(a);
        const std::string_view right = b.empty() ? filler : take_part(b);
        if (const auto order = compare_parts(left, right); std::is_neq(order)) return order;
    }
    return std::strong_ordering::equal;
}

struct Version {
    std::string_view release;
    std::string_view pre_release;
};

Version split(std::string_view text) {
    if (text.starts_with('v') || text.starts_with('V')) text.remove_prefix(1);
    text = text.substr(0, text.find('+'));
    const std::size_t dash = text.find('-');
    if (dash == std::string_view::npos) return {.release = text};
    return {.release = text.substr(0, dash), .pre_release = text.substr(dash + 1)};
}

}  // namespace

std::strong_ordering compare_versions(std::string_view a, std::string_view b) {
    const Version left = split(a);
    const Version right = split(b);
    if (const auto order = compare_lists(left.release, right.release, "0"); std::is_neq(order)) return order;
    if (left.pre_release.empty() != right.pre_release.empty())
        return left.pre_release.empty() ? std::strong_ordering::greater : std::strong_ordering::less;
    return compare_lists(left.pre_release, right.pre_release, "");
}

namespace builtins {

Value version(Arguments arguments, const Operands& with) {
    const Value text = arguments[0];
    if (text.is(Kind::domain) && text.domain().domain == Domain::version) return text;
    if (text.is(Kind::unknown) || text.is(Kind::partial)) return undecided_value(text, TypeHint::any, with);
    if (!text.is(Kind::string)) return wrong_kind("version", "a string", text, with);
    const auto version = parse_version(text.text());
    if (!version) return failure(spelled(text) + " is no version", text, with);
    return with.factory->domain(*version, text.origin());
}

}  // namespace builtins

}  // namespace operators

std::optional<DomainValue> parse_version(std::string_view text) {
    const bool prefixed = text.starts_with('v') || text.starts_with('V');
    const std::string_view digits = prefixed ? text.substr(1) : text;
    if (digits.empty() || digits.front() < '0' || digits.front() > '9') return std::nullopt;
    for (const char c : digits) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (!letter && std::string_view(".-+_~:").find(c) == std::string_view::npos) return std::nullopt;
    }
    if (digits.find("..") != std::string_view::npos || digits.ends_with('.')) return std::nullopt;
    return DomainValue{.domain = Domain::version, .text = text};
}

}  // namespace spile::engine
