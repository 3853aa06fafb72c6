// "did you mean": the nearest name to one that is unknown.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace spile {

/// Number of insertions, deletions, substitutions and swaps of neighbours that turn `a` into `b`, where a difference of
/// ASCII case alone costs nothing (so `bucket` finds `Bucket` first). Optimal string alignment distance. O(|a|*|b|).
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b);

/// The candidate nearest to `name`, or nothing when none is within a third of the longer length (at least 1). Ties go
/// to the first.
[[nodiscard]] std::optional<std::string> nearest(std::string_view name, std::span<const std::string_view> candidates);

/// "; did you mean `X`?" or the empty string.
[[nodiscard]] std::string did_you_mean(std::string_view name, std::span<const std::string_view> candidates);

}  // namespace spile
