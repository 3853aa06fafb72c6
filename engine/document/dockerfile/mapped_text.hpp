// Text put together from pieces of a source, with the way back: a Dockerfile's instruction without the line breaks that
// were escaped and the comments in between.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lang/base/span.hpp"

namespace spile::engine::dockerfile {

class MappedText {
  public:
    /// Bytes that stand in the source from `source` on.
    void append(std::string_view bytes, std::uint32_t source);
    /// The bytes of `range`, which still know their places.
    [[nodiscard]] MappedText slice(Span range) const;

    [[nodiscard]] const std::string& text() const noexcept { return text_; }
    /// Source offset of the byte at `offset`; of the length, the end of the last byte. O(log pieces).
    [[nodiscard]] std::uint32_t source_offset(std::uint32_t offset) const;
    /// Of a range of this text; an empty range is an empty span.
    [[nodiscard]] Span source_span(Span range) const;

  private:
    struct Piece {
        std::uint32_t offset;
        std::uint32_t source;
    };
    std::string text_;
    std::vector<Piece> pieces_;  // by offset; inside one, both grow alike
};

}  // namespace spile::engine::dockerfile
