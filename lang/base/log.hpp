// The one logging face. Events for whoever looks into a run (`--verbose`), to stderr; never a finding, never a value of
// a document.
#pragma once

#include <string_view>

namespace spile::log {

enum class Level { off, warn, info, debug };

void set_level(Level level);
void debug(std::string_view message);
void info(std::string_view message);
void warn(std::string_view message);

}  // namespace spile::log
