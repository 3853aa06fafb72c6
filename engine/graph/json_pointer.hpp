// JSON pointers (RFC 6901), made key by key.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace spile::engine {

/// Adds "/KEY" with `~` and `/` inside the key written as `~0` and `~1`.
void append_pointer(std::string& pointer, std::string_view key);
/// Adds "/POSITION".
void append_pointer(std::string& pointer, std::size_t position);

}  // namespace spile::engine
