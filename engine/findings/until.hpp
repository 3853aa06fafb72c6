// The last moment of a waiver.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace spile::engine {

/// The first second (since 1970 UTC) at which a waiver `until` this time no longer holds: the day after a date, the
/// second after a date and time (as the language writes both). Nothing when the text is neither.
[[nodiscard]] std::optional<std::int64_t> end_of(std::string_view until);

}  // namespace spile::engine
