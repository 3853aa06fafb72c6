// What Dockerfiles take for a blank: Unicode's ASCII white space, and within arguments that without the line break.
#pragma once

#include <string_view>

#include "lang/base/span.hpp"

namespace spile::engine::dockerfile {

[[nodiscard]] constexpr bool is_blank(char c) noexcept {
    return c == ' ' || c == '\t' || c == '\v' || c == '\f' || c == '\r';
}
[[nodiscard]] constexpr bool is_space(char c) noexcept {
    return is_blank(c) || c == '\n';
}
[[nodiscard]] constexpr bool is_digit(char c) noexcept {
    return c >= '0' && c <= '9';
}
[[nodiscard]] constexpr bool is_letter(char c) noexcept {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// `range` of `text` without the blanks at both ends.
[[nodiscard]] constexpr Span trimmed(std::string_view text, Span range) noexcept {
    while (range.begin < range.end && is_space(text[range.begin]))
        ++range.begin;
    while (range.end > range.begin && is_space(text[range.end - 1]))
        --range.end;
    return range;
}

}  // namespace spile::engine::dockerfile
