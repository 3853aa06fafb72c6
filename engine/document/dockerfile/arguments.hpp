// The forms that arguments take, over one instruction's joined text. All spans given and returned count in that text;
// the caller leads them back to the source.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lang/base/span.hpp"

namespace spile::engine::dockerfile {

/// A word and its place in the joined text.
struct Piece {
    std::string text;
    Span range;
};

struct FlagPiece {
    std::string text;  // with its dashes, quotes and escapes taken off
    Span range;
};

/// The `--name[=value]` words at the beginning of `range`, and where the arguments begin. `--` alone ends them.
struct Flags {
    std::vector<FlagPiece> flags;
    std::uint32_t rest = 0;
};
[[nodiscard]] Flags split_flags(std::string_view text, Span range);

/// Words divided by blanks, whatever they hold.
[[nodiscard]] std::vector<Piece> split_blanks(std::string_view text, Span range);

/// Words divided by blanks outside of quotes; quotes and escapes stay in the words.
[[nodiscard]] std::vector<Piece> split_quoted(std::string_view text, Span range, char escape);

/// The strings of a JSON list; `is_list` without `strings` when a member is no string.
struct JsonForm {
    bool is_list = false;
    std::optional<std::vector<Piece>> strings;
};
[[nodiscard]] JsonForm read_json_form(const std::string& text, Span range);

/// A word of a heredoc: `<<EOF`, `3<<-"EOF"`.
struct HeredocWord {
    std::string name;
    std::string descriptor;
    bool expands = true;
    bool strips_tabs = false;
    Span range;
};
/// Those of a whole instruction; none when its quotes do not close.
[[nodiscard]] std::vector<HeredocWord> heredoc_words(std::string_view text, char escape);

}  // namespace spile::engine::dockerfile
