// Variables in a Dockerfile's words: `$X`, `${X}`, `${X:-y}`, `${X#p}`, `${X/a/b}` …, quotes and escapes, as BuildKit
// expands them in the instructions that it expands. What nobody knows yet stays a hole.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "lang/base/result.hpp"

namespace spile::engine::dockerfile {

struct Variable {
    enum class State : std::uint8_t { unset, known, unknown };
    State state = State::unset;
    std::string value;  // known
};
using Variables = std::function<Variable(std::string_view name)>;

/// A text with holes: `known` pieces, and names of variables whose value is not known.
struct Expanded {
    struct Piece {
        std::string text;
        bool known = true;
    };
    std::vector<Piece> pieces;  // neighbours that are known are one

    [[nodiscard]] bool known() const noexcept;
    /// Holes as `${NAME}`.
    [[nodiscard]] std::string text() const;
};

struct Expansion {
    Expanded whole;               // one text, blanks kept
    std::vector<Expanded> words;  // divided at blanks outside of quotes, after expansion; a hole is taken for no blank
    std::vector<std::string> unset;  // names that were asked for and have no value, in order, once
};

/// The error says what is wrong: an open quote, a substitution that does not exist, `${X:?message}` of an unset X.
/// Nesting is limited to 64. O(length × expanded length).
[[nodiscard]] Result<Expansion> expand(std::string_view text, char escape, const Variables& variables);

}  // namespace spile::engine::dockerfile
