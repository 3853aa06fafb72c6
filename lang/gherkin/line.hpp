// A feature file as lines, and what a character and a blank are. Views point into the file's text.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace spile::gherkin {

struct Line {
    std::string_view text;     // without its end
    std::string_view trimmed;  // without the blanks in front
    std::uint32_t number = 0;  // 1-based
    std::uint32_t indent = 0;  // characters in front of `trimmed`
};

/// Lines end with "\n" or "\r\n"; a last one of blanks only is left out, and so is a byte order mark.
[[nodiscard]] std::vector<Line> split_lines(std::string_view text);

/// The line without `indent` characters of its indentation; without any of it where it has fewer.
[[nodiscard]] std::string_view without_indent(const Line& line, std::uint32_t indent);

/// Code points; bytes that are not UTF-8 count as what their lead byte says.
[[nodiscard]] std::uint32_t count_characters(std::string_view text);

/// Bytes of the blank that `text` begins with, 0 when it begins with none. Blanks are those of ECMAScript's \s, after
/// which the official parsers were made: ASCII's, no-break spaces, Unicode's Zs, line and paragraph separator, byte
/// order mark.
[[nodiscard]] std::size_t blank_length(std::string_view text);
[[nodiscard]] std::string_view trim_left(std::string_view text);
[[nodiscard]] std::string_view trim_right(std::string_view text);
[[nodiscard]] std::string_view trim(std::string_view text);

}  // namespace spile::gherkin
