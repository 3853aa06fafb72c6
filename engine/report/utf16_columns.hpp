// Columns in UTF-16 code units, as SARIF counts them (2.1.0, 3.14.17), also in texts that are one long line.
#pragma once

#include <cstdint>
#include <map>
#include <string_view>
#include <vector>

#include "lang/source/source_map.hpp"

namespace spile::engine {

/// Counts each source once and remembers counts on the way, so that a column costs no walk through its whole line.
class Utf16Columns {
  public:
    explicit Utf16Columns(const SourceMap& sources) : sources_(&sources) {}

    /// The 1-based column of the byte at the 1-based column `bytes` of a line; what lies behind the line's end is its
    /// end. O(4096) after the first call for a source, which is O(length).
    [[nodiscard]] std::uint32_t column(SourceId source, std::uint32_t line, std::uint32_t bytes);

  private:
    /// Bytes and the code units in front of them.
    struct Mark {
        std::size_t bytes;
        std::uint32_t units;
    };
    [[nodiscard]] std::uint32_t units_before(SourceId source, std::size_t offset);
    [[nodiscard]] const std::vector<Mark>& marks_of(SourceId source);

    const SourceMap* sources_;
    std::map<SourceId, std::vector<Mark>> marks_;
};

}  // namespace spile::engine
