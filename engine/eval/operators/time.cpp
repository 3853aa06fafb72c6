// Times (RFC 3339) as seconds since 1970 UTC; a date stands for its first second. Days from civil dates after
// H. Hinnant, chrono-Compatible Low-Level Date Algorithms.
#include <algorithm>
#include <array>
#include <cstdio>
#include <string>

#include "engine/eval/operators/builtins.hpp"
#include "engine/eval/operators/domains.hpp"

namespace spile::engine {

namespace operators {

namespace {

constexpr std::int64_t k_day = 86400;

std::int64_t days_from_civil(std::int64_t year, int month, int day) {
    year -= month <= 2 ? 1 : 0;
    const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
    const std::int64_t of_era = year - era * 400;
    const std::int64_t of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

int days_in_month(int year, int month) {
    constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : days[static_cast<std::size_t>(month - 1)];
}

/// Exactly `count` digits at the front.
std::optional<int> take_digits(std::string_view& text, std::size_t count) {
    if (text.size() < count) return std::nullopt;
    int value = 0;
    for (const char c : text.substr(0, count)) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    text.remove_prefix(count);
    return value;
}

bool take(std::string_view& text, char c) {
    if (!text.starts_with(c)) return false;
    text.remove_prefix(1);
    return true;
}

std::optional<std::int64_t> take_date(std::string_view& text) {
    const auto year = take_digits(text, 4);
    const bool first = take(text, '-');
    const auto month = take_digits(text, 2);
    const bool second = take(text, '-');
    const auto day = take_digits(text, 2);
    if (!year || !first || !month || !second || !day) return std::nullopt;
    if (*month < 1 || *month > 12 || *day < 1 || *day > days_in_month(*year, *month)) return std::nullopt;
    return days_from_civil(*year, *month, *day) * k_day;
}

std::optional<std::int64_t> take_clock(std::string_view& text) {
    const auto hour = take_digits(text, 2);
    const bool colon = take(text, ':');
    const auto minute = take_digits(text, 2);
    if (!hour || !colon || !minute || *hour > 23 || *minute > 59) return std::nullopt;
    return *hour * 3600 + *minute * 60;
}

/// Seconds and their fraction, which is dropped.
std::optional<std::int64_t> take_seconds(std::string_view& text) {
    if (!take(text, ':')) return 0;
    const auto second = take_digits(text, 2);
    if (!second || *second > 60) return std::nullopt;
    if (take(text, '.')) {
        const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
        if (digits == 0) return std::nullopt;
        text.remove_prefix(digits);
    }
    return *second;
}

/// What to add for UTC.
std::optional<std::int64_t> take_zone(std::string_view& text) {
    if (text.empty() || take(text, 'Z') || take(text, 'z')) return 0;
    const bool west = text.front() == '-';
    if (!take(text, '-') && !take(text, '+')) return std::nullopt;
    const auto offset = take_clock(text);
    if (!offset) return std::nullopt;
    return west ? *offset : -*offset;
}

}  // namespace

std::string time_text(std::int64_t seconds) {
    const std::int64_t days = seconds >= 0 ? seconds / k_day : -((k_day - 1 - seconds) / k_day);
    const auto rest = static_cast<int>(seconds - days * k_day);
    const std::int64_t shifted = days + 719468;
    const std::int64_t era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
    const std::int64_t of_era = shifted - era * 146097;
    const std::int64_t year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    const std::int64_t of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const std::int64_t part = (5 * of_year + 2) / 153;
    const auto day = static_cast<int>(of_year - (153 * part + 2) / 5 + 1);
    const auto month = static_cast<int>(part < 10 ? part + 3 : part - 9);
    const long long year = year_of_era + era * 400 + (month <= 2 ? 1 : 0);
    std::array<char, 64> buffer{};
    const int length = std::snprintf(buffer.data(), buffer.size(), "%04lld-%02d-%02dT%02d:%02d:%02dZ", year, month, day,
                                     rest / 3600, rest / 60 % 60, rest % 60);
    return {buffer.data(), static_cast<std::size_t>(length)};
}

namespace builtins {

Value time(Arguments arguments, const Operands& with) {
    const Value text = arguments[0];
    if (text.is(Kind::domain) && text.domain().domain == Domain::time) return text;
    if (text.is(Kind::unknown) || text.is(Kind::partial)) return undecided_value(text, TypeHint::any, with);
    if (!text.is(Kind::string)) return wrong_kind("time", "a string", text, with);
    const auto time = parse_time(text.text());
    if (!time) return failure(spelled(text) + " is no date or time", text, with);
    return with.factory->domain(*time, text.origin());
}

Value now(Arguments /*arguments*/, const Operands& with) {
    const std::string_view text = with.factory->arena().copy(std::string_view(time_text(with.now)));
    return with.factory->domain({.domain = Domain::time, .text = text, .seconds = with.now}, nullptr);
}

Value days(Arguments arguments, const Operands& with) {
    const Value count = arguments[0];
    if (count.is(Kind::unknown) || count.is(Kind::interval)) return undecided_value(count, TypeHint::any, with);
    if (!count.is(Kind::number)) return wrong_kind("days", "a number", count, with);
    const auto seconds = Decimal::multiply(count.number(), Decimal(k_day));
    const auto whole = seconds ? seconds->whole() : std::nullopt;
    if (!whole) return failure(spelled(count) + " days are no whole number of seconds", count, with);
    const std::string text = count.number().text() + "d";
    return with.factory->domain(
        {.domain = Domain::duration, .text = with.factory->arena().copy(std::string_view(text)), .seconds = *whole},
        count.origin());
}

}  // namespace builtins

}  // namespace operators

using namespace operators;

std::optional<DomainValue> parse_time(std::string_view text) {
    DomainValue time{.domain = Domain::time, .text = text};
    const auto date = take_date(text);
    if (!date) return std::nullopt;
    time.seconds = *date;
    time.whole_day = text.empty();
    if (time.whole_day) return time;
    if (!take(text, 'T') && !take(text, 't') && !take(text, ' ')) return std::nullopt;
    const auto clock = take_clock(text);
    const auto seconds = clock ? take_seconds(text) : std::nullopt;
    const auto zone = seconds ? take_zone(text) : std::nullopt;
    if (!zone || !text.empty()) return std::nullopt;
    time.seconds += *clock + *seconds + *zone;
    return time;
}

std::optional<DomainValue> parse_duration(std::string_view text) {
    constexpr std::array<std::pair<char, std::int64_t>, 5> units = {
        {{'s', 1}, {'m', 60}, {'h', 3600}, {'d', k_day}, {'w', 7 * k_day}}};
    constexpr std::size_t most_digits = 10;
    constexpr std::size_t longest = 60;  // so that no sum overflows
    if (text.empty() || text.size() > longest) return std::nullopt;
    DomainValue duration{.domain = Domain::duration, .text = text};
    for (std::string_view rest = text; !rest.empty();) {
        const std::size_t digits = std::min(rest.find_first_not_of("0123456789"), rest.size());
        if (digits == 0 || digits > most_digits || digits == rest.size()) return std::nullopt;
        std::int64_t count = 0;
        for (const char c : rest.substr(0, digits))
            count = count * 10 + (c - '0');
        const auto unit =
            std::find_if(units.begin(), units.end(), [&](const auto& each) { return each.first == rest[digits]; });
        if (unit == units.end()) return std::nullopt;
        duration.seconds += count * unit->second;
        rest.remove_prefix(digits + 1);
    }
    return duration;
}

}  // namespace spile::engine
