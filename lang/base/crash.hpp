// What the command prints when a bug of ours ends it.
#pragma once

#include <exception>
#include <string>

namespace spile {

/// One line without its end. Only a Bug speaks for itself, because its words are ours; what any other exception says
/// may be made of an input, and inputs hold secrets: of those the type is told.
[[nodiscard]] std::string crash_text(const std::exception& bug);

}  // namespace spile
