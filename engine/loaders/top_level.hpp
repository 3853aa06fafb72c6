// The keys at the top of a JSON or YAML text, by a scan that also works on broken texts: enough to tell what a file is.
#pragma once

#include <string_view>
#include <vector>

#include "engine/document/cursor.hpp"

namespace spile::engine {

/// As written, without quotes, in order. O(size).
[[nodiscard]] std::vector<std::string_view> top_level_keys(std::string_view text, Format format);

}  // namespace spile::engine
