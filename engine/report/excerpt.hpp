// The line that a finding is about, safe to print and short enough to read, with carets under its part.
#pragma once

#include <string>

#include "engine/findings/report.hpp"
#include "lang/source/source_map.hpp"

namespace spile::engine {

struct Excerpt {
    std::string line;
    std::string indent;  // blanks (and the line's own tabs) up to the carets
    std::string carets;  // at least one
};

/// The location must have a valid span. Of a long line (a whole template can be one) only the neighbourhood stays.
[[nodiscard]] Excerpt excerpt_of(const SourceMap& sources, const Location& at);

}  // namespace spile::engine
