#include "engine/findings/until.hpp"

#include <charconv>
#include <chrono>

namespace spile::engine {

namespace {

// A number of exactly `width` digits at `from`.
std::optional<unsigned> digits(std::string_view text, std::size_t from, std::size_t width) {
    if (text.size() < from + width) return std::nullopt;
    unsigned value = 0;
    const char* end = text.data() + from + width;
    const auto [stop, error] = std::from_chars(text.data() + from, end, value);
    if (error != std::errc{} || stop != end) return std::nullopt;
    return value;
}

std::optional<std::int64_t> midnight_of(std::string_view date) {
    const auto year = digits(date, 0, 4);
    const auto month = digits(date, 5, 2);
    const auto day = digits(date, 8, 2);
    if (!year || !month || !day || date[4] != '-' || date[7] != '-') return std::nullopt;
    const std::chrono::year_month_day calendar{std::chrono::year(static_cast<int>(*year)), std::chrono::month(*month),
                                               std::chrono::day(*day)};
    if (!calendar.ok()) return std::nullopt;
    return std::chrono::seconds(std::chrono::sys_days(calendar).time_since_epoch()).count();
}

std::optional<std::int64_t> seconds_of(std::string_view time) {
    if (!time.empty() && time.back() == 'Z') time.remove_suffix(1);
    const auto hour = digits(time, 0, 2);
    const auto minute = digits(time, 3, 2);
    if (!hour || !minute || time[2] != ':' || *hour > 23 || *minute > 59) return std::nullopt;
    if (time.size() == 5) return std::int64_t{*hour} * 3600 + *minute * 60;
    const auto second = digits(time, 6, 2);
    if (!second || time.size() != 8 || time[5] != ':' || *second > 59) return std::nullopt;
    return std::int64_t{*hour} * 3600 + *minute * 60 + *second;
}

}  // namespace

std::optional<std::int64_t> end_of(std::string_view until) {
    const auto midnight = midnight_of(until);
    if (!midnight) return std::nullopt;
    if (until.size() == 10) return *midnight + 86'400;
    if (until[10] != 'T') return std::nullopt;
    const auto seconds = seconds_of(until.substr(11));
    if (!seconds) return std::nullopt;
    return *midnight + *seconds + 1;
}

}  // namespace spile::engine
