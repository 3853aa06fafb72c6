// Foreign text on a terminal: what would act on it, reorder it or hide is shown as an escape.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace spile {

/// For a line on a terminal: control characters, and characters that reorder or hide text, as \x1b and \u{202e}. A line
/// break becomes \n.
[[nodiscard]] std::string visible(std::string_view text);
/// The same, but a tab stays: for source excerpts.
[[nodiscard]] std::string visible_line(std::string_view text);
/// Characters (code points) of a UTF-8 text.
[[nodiscard]] std::size_t character_count(std::string_view text);

/// The character that begins at `at`: its code point and length in bytes. A byte that begins none is one by itself.
struct Character {
    std::uint32_t code = 0;
    std::size_t length = 1;
    bool valid = true;
};
[[nodiscard]] Character character_at(std::string_view text, std::size_t at);
/// Bidirectional overrides, zero-width characters, non-characters: text that does not read as it is.
[[nodiscard]] bool misleads(std::uint32_t code);

}  // namespace spile
