#include "engine/document/dockerfile/mapped_text.hpp"

#include <algorithm>

namespace spile::engine::dockerfile {

void MappedText::append(std::string_view bytes, std::uint32_t source) {
    const auto offset = static_cast<std::uint32_t>(text_.size());
    const bool goes_on =
        !pieces_.empty() && offset > 0 && source_offset(offset - 1) + 1 == source;  // only the last piece can end here
    if (!goes_on && (pieces_.empty() || pieces_.back().offset != offset))
        pieces_.push_back({offset, source});
    else if (!goes_on)
        pieces_.back().source = source;
    text_ += bytes;
}

MappedText MappedText::slice(Span range) const {
    MappedText out;
    std::uint32_t begin = range.begin;
    while (begin < range.end) {
        const auto next = std::upper_bound(pieces_.begin(), pieces_.end(), begin,
                                           [](std::uint32_t at, const Piece& piece) { return at < piece.offset; });
        const std::uint32_t end = next == pieces_.end() ? range.end : std::min(range.end, next->offset);
        out.append(std::string_view(text_).substr(begin, end - begin), source_offset(begin));
        begin = end;
    }
    if (range.begin == range.end) out.append({}, source_offset(range.begin));
    return out;
}

std::uint32_t MappedText::source_offset(std::uint32_t offset) const {
    if (pieces_.empty()) return 0;
    // The end belongs to the last byte, not to what comes after a line break.
    if (offset > 0 && offset == text_.size()) return source_offset(offset - 1) + 1;
    auto piece = std::upper_bound(pieces_.begin(), pieces_.end(), offset,
                                  [](std::uint32_t at, const Piece& each) { return at < each.offset; });
    if (piece != pieces_.begin()) --piece;
    return piece->source + (offset - piece->offset);
}

Span MappedText::source_span(Span range) const {
    const std::uint32_t begin = source_offset(range.begin);
    if (range.begin >= range.end) return {begin, begin};
    return {begin, source_offset(range.end - 1) + 1};
}

}  // namespace spile::engine::dockerfile
