// The node list that matching leaves, and the words of a syntax error.
#include "lang/syntax/parse_state.hpp"

#include <algorithm>

#include "lang/base/suggest.hpp"

namespace spile::lang::syntax {

namespace {

bool is_word_char(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

bool is_declaration(NodeKind kind) {
    return kind == NodeKind::declaration || (kind >= NodeKind::param && kind <= NodeKind::gate);
}

// A chain of one operand is that operand.
bool folds(NodeKind kind) {
    return kind == NodeKind::disjunction || kind == NodeKind::conjunction ||
           (kind >= NodeKind::comparison && kind <= NodeKind::path);
}

std::string seen(std::string_view text, Span token) {
    if (token.begin >= text.size()) return "the end of the file";
    const char first = text[token.begin];
    if (first == '"') return "a text in quotes";
    const auto byte = static_cast<unsigned char>(first);
    if (byte < 0x20 || byte == 0x7f) return "a control character";
    return "`" + std::string(text.substr(token.begin, std::min(token.end - token.begin, 40U))) + "`";
}

std::uint32_t quoted_end(std::string_view text, std::uint32_t offset) {
    std::uint32_t end = offset + 1;
    while (end < text.size() && text[end] != '"' && text[end] != '\n')
        end += text[end] == '\\' && end + 1 < text.size() && text[end + 1] != '\n' ? 2 : 1;
    return end < text.size() && text[end] == '"' ? end + 1 : std::min(end, static_cast<std::uint32_t>(text.size()));
}

// What helps on besides the message.
std::string help_for(std::string_view token) {
    if (token == "some" || token == "none" || token == "all" || token == "not" || token == "if")
        return "inside another expression write `(" + std::string(token) + " …)`";
    if (token == "is") return "absence is tested by `exists`, `missing` and `empty` behind the value";
    if (token == "&&") return "write `and`";
    if (token == "||") return "write `or`";
    if (token == "!") return "write `not`";
    if (token == "'" || token == "\u201c" || token == "\u2018") return "texts are written in straight double quotes";
    return "";
}

}  // namespace

bool Members::has(std::string_view word) const {
    return std::find(first, first + count, word) != first + count;
}

void ParseState::success(std::uint32_t offset) {
    const Start open = starts.back();
    starts.pop_back();
    const bool one_child = open.nodes < nodes.size() && nodes.back().first == open.nodes;
    if (one_child && folds(open.kind)) return;
    const std::uint32_t end = std::max(open.offset, token_end(offset));
    nodes.push_back({open.kind, false, {open.offset, end}, open.nodes});
}

void ParseState::gap(std::uint32_t offset) {
    const std::uint32_t begin = starts.back().offset;
    starts.pop_back();
    if (begin < offset) gap_begin[offset] = std::min(gap_begin[offset], begin);
}

std::uint32_t ParseState::token_end(std::uint32_t offset) const {
    return gap_begin[offset] == no_gap ? offset : gap_begin[offset];
}

void ParseState::fail(DiagnosticKind kind, std::uint32_t offset, std::string_view expected) const {
    if (kind == DiagnosticKind::unclosed_body) fail_unclosed(offset);
    Span token = token_at(text, offset);
    if (kind == DiagnosticKind::unterminated_text) {
        token = {starts.back().offset, std::min(offset, static_cast<std::uint32_t>(text.size()))};
        throw SyntaxError{kind, token, "the text has no closing `\"` on its line", "write a line break as `\\n`", {}};
    }
    if (kind == DiagnosticKind::malformed_literal) token.begin = starts.back().offset;
    throw SyntaxError{kind,
                      token,
                      "found " + seen(text, token) + ", expected " + std::string(expected),
                      help_for(text.substr(token.begin, token.end - token.begin)),
                      {}};
}

void ParseState::fail_member(std::uint32_t offset, const Members& members) const {
    const Span token = token_at(text, offset);
    const std::string_view word = text.substr(token.begin, token.end - token.begin);
    const std::size_t line = text.rfind('\n', offset == 0 ? 0 : offset - 1);
    const std::size_t line_begin = line == std::string_view::npos ? 0 : line + 1;
    const bool first_on_line = text.substr(0, offset).find_last_not_of(" \t\r") + 1 <= line_begin;
    std::string what(members.noun);
    if (members.count > 0 && members.count < 12) {
        what = "one of ";
        for (std::size_t i = 0; i < members.count; ++i)
            what += (i == 0 ? "`" : ", `") + std::string(members.first[i]) + "`";
    }
    const bool is_word = !word.empty() && is_word_char(word.front());
    if (is_word && first_on_line && !members.has(word) && members.count > 0) {
        const std::string hint = did_you_mean(word, std::span(members.first, members.count));
        throw SyntaxError{DiagnosticKind::unknown_keyword,
                          token,
                          "unknown " + std::string(members.noun) + " `" + std::string(word) + "`" +
                              (hint.empty() ? "; expected " + what : hint),
                          "",
                          {}};
    }
    const std::string expected = !first_on_line      ? "an operator or the next " + std::string(members.noun)
                                 : members.count > 0 ? what
                                                     : "a " + what;
    throw SyntaxError{DiagnosticKind::syntax_error,
                      token,
                      "found " + seen(text, token) + ", expected " + expected,
                      word == "=" ? "equality is written `==`" : help_for(word),
                      {}};
}

void ParseState::fail_nesting(std::uint32_t offset) const {
    throw SyntaxError{DiagnosticKind::nesting_too_deep,
                      token_at(text, offset),
                      "nested more than " + std::to_string(nesting_limit) + " deep",
                      "name a part of it with `let` or `fn`",
                      {}};
}

void ParseState::fail_unclosed(std::uint32_t offset) const {
    const Span token = token_at(text, offset);
    throw SyntaxError{DiagnosticKind::unclosed_body,
                      token,
                      "found " + seen(text, token) + ", expected `}`",
                      "",
                      {{{source, token_at(text, declaration_begin)}, "the body of this declaration is open"}}};
}

void ParseState::report(SyntaxError error) {
    if (error_offsets.size() >= error_limit) return;
    error_offsets.push_back(error.span.begin);
    sink->add(
        {error.kind, {source, error.span}, std::move(error.message), std::move(error.labels), std::move(error.help)});
}

void ParseState::unwind(std::size_t starts_count, std::size_t nodes_count, std::uint32_t offset) {
    std::size_t kept = starts_count;
    while (kept < starts.size() && is_declaration(starts[kept].kind))
        ++kept;
    if (kept == starts_count) {
        nodes.resize(nodes_count);
    } else if (kept < starts.size()) {
        nodes.resize(starts[kept].nodes);
    }
    while (kept > starts_count) {
        const Start& open = starts[--kept];
        nodes.push_back({open.kind, true, {open.offset, std::max(open.offset, offset)}, open.nodes});
    }
    starts.resize(starts_count);
}

Span token_at(std::string_view text, std::uint32_t offset) {
    const auto size = static_cast<std::uint32_t>(text.size());
    if (offset >= size) return {size, size};
    const char first = text[offset];
    std::uint32_t end = offset + 1;
    if (is_word_char(first)) {
        while (end < size && is_word_char(text[end]))
            ++end;
    } else if (first == '"') {
        end = quoted_end(text, offset);
    } else if (static_cast<unsigned char>(first) >= 0x80) {
        while (end < size && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80)
            ++end;
    } else {
        for (const std::string_view pair : {"==", "!=", "<=", ">=", "->", "++", "??", "&&", "||"})
            if (text.substr(offset, 2) == pair) end = offset + 2;
    }
    return {offset, end};
}

}  // namespace spile::lang::syntax
