// Comparing texts that are known in part with wildcard patterns that are known in part. Equality, prefixes, suffixes,
// substrings and `like` are all one question: may, and must, this text match that pattern? A hole of the text may be
// any string; a hole of the pattern may be any pattern. (Product construction of two automata without states of their
// own, so time is text × pattern, memory one row.)
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "engine/eval/operators.hpp"

namespace spile::engine::operators {

struct TextToken {
    enum class Kind : std::uint8_t { character, any_character, any_run, hole };
    Kind kind = Kind::character;
    char32_t character = 0;     // a code point; a byte that is no UTF-8 counts as one of its own
    std::string_view producer;  // hole
    bool account = false;       // hole: the number of an AWS account, which is digits only
};
using Tokens = std::vector<TextToken>;

/// Adds the characters of a text, wildcards not being special.
void append_characters(std::string_view text, Tokens& out);
/// `*` and `?` are special.
void append_pattern(std::string_view pattern, Tokens& out);

/// A string, partial string or unknown string as tokens; nothing for everything else.
[[nodiscard]] std::optional<Tokens> text_tokens(Value text);
/// The same with wildcards; also for glob values.
[[nodiscard]] std::optional<Tokens> pattern_tokens(Value pattern);

/// Both known: the usual greedy match.
[[nodiscard]] bool match_known(std::string_view text, std::string_view pattern);
[[nodiscard]] Truth match(const Tokens& text, const Tokens& pattern);

}  // namespace spile::engine::operators
