// One handmade report with every kind of finding, and texts that no format may take for its own syntax.
#pragma once

#include "engine/findings/report.hpp"
#include "lang/source/source_map.hpp"

namespace spile::test {

struct Sample {
    SourceMap sources;
    engine::Report report;
};

[[nodiscard]] Sample sample_report();

/// The place of the first occurrence of `text` in the source.
[[nodiscard]] engine::Location place_of(const SourceMap& sources, SourceId source, std::string_view text);

}  // namespace spile::test
