// The commands of a RUN: a shell text divided into simple commands, each with its words and its place, so that a
// finding can point at the command and not at the instruction. Knows the syntax of POSIX shell (IEEE 1003.1, 2.10) and
// what bash adds of it in common use; says what is written, runs nothing.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lang/base/span.hpp"

namespace spile::engine::dockerfile {

/// A word after quotes and escapes are taken off. What a variable or a substitution stands for stays a hole.
struct ShellWord {
    struct Piece {
        std::string text;   // a hole: as written, "$X", "$(id -u)"
        bool known = true;  // false: a hole
    };
    std::vector<Piece> pieces;
    Span range;           // in the shell text
    bool quoted = false;  // some part was: blanks and wildcards in it are ordinary

    [[nodiscard]] bool known() const noexcept;
    /// Holes as they are written.
    [[nodiscard]] std::string text() const;
};

/// `2>/dev/null`, `<<<word`; heredocs inside a RUN are the Dockerfile's own.
struct ShellRedirect {
    std::string operation;  // with its descriptor: "2>"
    ShellWord target;
};

struct ShellCommand {
    /// How it hangs on the command before it.
    enum class Link : std::uint8_t { first, next, and_then, or_else, pipe, background };
    Link link = Link::first;
    /// Only under a condition: in a branch, a loop's body, a function, or behind `&&` or `||`.
    bool conditional = false;
    std::uint32_t depth = 0;             // of subshells, groups and substitutions around it
    std::vector<ShellWord> assignments;  // `A=1` in front of the command's name, or alone
    std::vector<ShellWord> words;        // its name and arguments; empty for assignments alone
    std::vector<ShellRedirect> redirects;
    Span range;
};

/// In order of their first words; the commands of a substitution come before the one that holds it. Never fails: a text
/// that is no shell gives the commands that could be told apart, and `broken` says so. O(length), nesting up to 64.
struct ShellText {
    std::vector<ShellCommand> commands;
    bool broken = false;
};
[[nodiscard]] ShellText read_shell(std::string_view text);

}  // namespace spile::engine::dockerfile
