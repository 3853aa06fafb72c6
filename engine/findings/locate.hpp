// Spans become lines and columns here, and nowhere else in findings.
#pragma once

#include "engine/findings/report.hpp"
#include "lang/source/source_map.hpp"

namespace spile::engine {

/// `where` must be valid.
[[nodiscard]] Location locate(const SourceMap& sources, SourceSpan where);

/// "waivers.spile:3", for notes about rule text.
[[nodiscard]] std::string path_and_line(const SourceMap& sources, SourceSpan where);

}  // namespace spile::engine
