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
    /// `written` is the scalar's source text (the event's span: with quotes or block header), `begin` its offset in the
    /// source. `decoded` is the event's text; it is needed for block scalars whose header gives the indentation
    /// (`|2`), and may be empty for all others.
    OffsetMap(std::string_view written, std::uint32_t begin, Format format, ScalarStyle style,
              std::string_view decoded = {});

    /// Source offset of the byte that wrote the decoded byte at `offset`: of an escape its backslash, of a folded line
    /// break the break. The decoded length maps to the end of the content (before a closing quote), as do line breaks
    /// that end a block scalar. O(log pieces).
    [[nodiscard]] std::uint32_t source_offset(std::uint32_t offset) const;
    [[nodiscard]] Span source_span(Span decoded) const {
        return {source_offset(decoded.begin), source_offset(decoded.end)};
    }

  private:
    friend class OffsetWriter;
    struct Piece {
        std::uint32_t decoded;
        std::uint32_t source;
    };
    std::vector<Piece> pieces_;  // by decoded; within a piece both offsets grow alike
    std::uint32_t end_ = 0;
};

}  // namespace spile::engine
