// The only wildcards of waivers and of --select: `*`, `**`, `?`. Everything else, `[` too, stands for itself.
#pragma once

#include <cstdint>
#include <string_view>

namespace spile::engine {

/// In paths `*` and `?` stop at a slash, `**` does not, and `**/` matches no folder too. In names a slash is like any
/// other character and `**` is `*`.
enum class GlobOver : std::uint8_t { path, name };

/// Whether the whole text matches, case and all. O(pattern × text).
[[nodiscard]] bool glob_match(std::string_view pattern, std::string_view text, GlobOver over);

[[nodiscard]] inline bool has_wildcard(std::string_view pattern) {
    return pattern.find_first_of("*?") != std::string_view::npos;
}

}  // namespace spile::engine
