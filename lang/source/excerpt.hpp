// The line that a finding or a diagnostic is about, safe to print and short enough to read, with carets under its part.
#pragma once

#include <string>

#include "lang/source/source_map.hpp"

namespace spile {

struct Excerpt {
    std::string line;
    std::string indent;  // blanks (and the line's own tabs) up to the carets
    std::string carets;  // at least one
};

/// The first line of what lies between the two places. Of a long line (a whole template can be one) only the
/// neighbourhood stays.
[[nodiscard]] Excerpt excerpt_of(const SourceMap& sources, SourceId source, LineColumn first, LineColumn last);

}  // namespace spile
