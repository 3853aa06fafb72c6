// Where text came from: byte ranges in numbered sources. Lines and columns exist only when printing (source_map.hpp).
#pragma once

#include <cstdint>

namespace spile {

/// Index of a source (policy file or input document) in a SourceMap.
struct SourceId {
    std::uint32_t value = 0xffffffffU;
    [[nodiscard]] constexpr bool valid() const noexcept { return value != 0xffffffffU; }
    friend constexpr auto operator<=>(SourceId, SourceId) = default;
};

/// Half-open range of byte offsets in one source. Sources are limited to 4 GiB, so 32 bits are enough.
struct Span {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    friend constexpr auto operator<=>(const Span&, const Span&) = default;
};

/// A Span together with its source. Invalid (the default) means "no place in any text".
struct SourceSpan {
    SourceId source;
    Span span;
    [[nodiscard]] constexpr bool valid() const noexcept { return source.valid(); }
    friend constexpr auto operator<=>(const SourceSpan&, const SourceSpan&) = default;
};

/// The smallest span that covers both; both must be of one source.
[[nodiscard]] constexpr Span cover(Span a, Span b) noexcept {
    return {a.begin < b.begin ? a.begin : b.begin, a.end > b.end ? a.end : b.end};
}

}  // namespace spile
