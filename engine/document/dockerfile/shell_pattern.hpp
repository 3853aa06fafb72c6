// Patterns of `${X#…}`, `${X%…}` and `${X/…/…}`: `*` and `?`, an escape makes them ordinary. POSIX shell, 2.14, without
// brackets.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lang/base/result.hpp"

namespace spile::engine::dockerfile {

class ShellPattern {
  public:
    [[nodiscard]] static Result<ShellPattern> compile(std::string_view text);

    enum class Length : std::uint8_t { shortest, longest };
    /// Bytes of the match that begins `text`; nothing when none does. O(text × pattern).
    [[nodiscard]] std::optional<std::size_t> prefix(std::string_view text, Length length) const;
    /// Where the match that ends `text` begins.
    [[nodiscard]] std::optional<std::size_t> suffix(std::string_view text, Length length) const;
    /// The first match, or all, replaced; of several at one place the longest.
    [[nodiscard]] std::string replaced(std::string_view text, std::string_view with, std::size_t most) const;

  private:
    struct Part {
        enum class Kind : std::uint8_t { literal, one, many };
        Kind kind = Kind::literal;
        std::string text;  // literal: one character
    };
    std::vector<Part> parts_;
};

}  // namespace spile::engine::dockerfile
