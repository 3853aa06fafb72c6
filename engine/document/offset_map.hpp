// From an offset in a decoded scalar back to the byte in the source: needed for holes of a `!Sub`, JSON inside strings,
// lines of a block.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/document/cursor.hpp"

namespace spile::engine {

/// Piecewise-linear map; made on demand from the source text of one scalar, so that plain values cost nothing.
class OffsetMap {
  public:
    /// `written` is the scalar's source text (with quotes or block header), `begin` its offset in the source.
    OffsetMap(std::string_view written, std::uint32_t begin, Format format, ScalarStyle style);

    /// Source offset of the decoded byte at `offset` (at most the decoded length, which maps to the end). O(log
    /// pieces).
    [[nodiscard]] std::uint32_t source_offset(std::uint32_t offset) const;
    [[nodiscard]] Span source_span(Span decoded) const {
        return {source_offset(decoded.begin), source_offset(decoded.end)};
    }

  private:
    struct Piece {
        std::uint32_t decoded;
        std::uint32_t source;
    };
    std::vector<Piece> pieces_;
    std::uint32_t end_ = 0;
};

}  // namespace spile::engine
