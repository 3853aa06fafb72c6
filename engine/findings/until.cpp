#include "engine/findings/until.hpp"

#include "engine/eval/operators.hpp"

namespace spile::engine {

std::optional<std::int64_t> end_of(std::string_view until) {
    constexpr std::int64_t day = 86'400;
    const std::optional<DomainValue> time = parse_time(until);
    if (!time) return std::nullopt;
    return time->seconds + (time->whole_day ? day : 1);
}

}  // namespace spile::engine
