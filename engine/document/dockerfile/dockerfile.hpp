// A Dockerfile as written: directives, instructions, their flags and arguments, each with its place. The syntax is that
// of docs.docker.com/reference/dockerfile and of BuildKit's parser; variables are expanded by words.hpp, meaning is the
// loader's.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/document/dockerfile/mapped_text.hpp"
#include "lang/base/span.hpp"

namespace spile::engine::dockerfile {

/// `# syntax=…`, `# escape=…`, `# check=…` in front of everything else.
struct Directive {
    std::string name;  // lower case
    std::string value;
    Span name_span;
    Span value_span;
};

/// One argument: a word with its quotes as written, or a decoded string of the JSON form.
struct Word {
    std::string text;
    Span span;
};

/// `--mount=type=secret,id=key`, quotes and escapes taken off as BuildKit does.
struct Flag {
    std::string name;                  // "mount"
    std::optional<std::string> value;  // nothing: `--link`
    Span span;

    [[nodiscard]] std::string text() const { return "--" + name + (value ? "=" + *value : std::string()); }
};

/// `NAME=value`, or `NAME value` of the old form, of ENV and LABEL; both sides with their quotes.
struct Pair {
    Word name;
    Word value;
    bool equals = true;
};

/// `<<EOF`, `<<-EOF`, `<<"EOF"` and the lines up to the terminator.
struct Heredoc {
    std::string name;
    std::string descriptor;    // "3" of `3<<EOF`; empty: standard input, or a file of COPY and ADD
    bool expands = true;       // false when the name is quoted
    bool strips_tabs = false;  // `<<-`
    MappedText content;        // tabs stripped
    Span span;                 // of the word in the instruction
    Span body;                 // of the lines without the terminator
};

enum class Form : std::uint8_t {
    none,   // an instruction that does not exist, or one without arguments
    words,  // ADD, ARG, COPY, EXPOSE, FROM, VOLUME
    pairs,  // ENV, LABEL
    text,   // MAINTAINER, STOPSIGNAL, USER, WORKDIR; RUN, CMD, ENTRYPOINT, SHELL, HEALTHCHECK CMD in shell form
    json,   // exec form
    nested  // ONBUILD
};

struct Instruction {
    std::string keyword;  // upper case; as written when it does not exist
    std::string written;  // the keyword as written
    bool known = false;
    Span keyword_span;
    Span span;  // from the keyword to the end of the arguments, heredocs included
    std::vector<Flag> flags;
    Form form = Form::none;
    std::vector<Word> words;  // also those of the JSON form
    std::vector<Pair> pairs;
    MappedText text;  // everything after the flags
    std::vector<Heredoc> heredocs;
    std::vector<Instruction> nested;    // the one that ONBUILD puts off
    std::string health;                 // HEALTHCHECK: "CMD" or "NONE", as written
    std::vector<std::string> comments;  // the lines right above
};

struct Problem {
    Span where;
    std::string message;
};

/// `# …` anywhere that a line may begin, without directives.
struct Comment {
    std::string text;  // without `#` and the blanks around
    Span span;
};

struct Dockerfile {
    std::vector<Directive> directives;
    char escape = '\\';
    std::vector<Instruction> instructions;
    std::vector<Comment> comments;
    std::vector<Span> empty_continuations;  // blank lines inside an instruction
    std::vector<Problem> problems;          // where BuildKit refuses the file; reading goes on behind them

    [[nodiscard]] const Directive* directive(std::string_view name) const;
};

/// The instructions that exist, upper case.
[[nodiscard]] const std::vector<std::string_view>& instruction_keywords();

/// Never throws on any bytes. O(length).
[[nodiscard]] Dockerfile read_dockerfile(std::string_view text);

}  // namespace spile::engine::dockerfile
