// Where parsing goes on after a syntax error. No text spans lines, so the first word of each line is enough to see
// where the next declaration or member starts.
#include <optional>

#include "lang/syntax/parse_state.hpp"

namespace spile::lang::syntax {

namespace {

struct Line {
    std::uint32_t begin = 0;
    std::uint32_t token = 0;  // offset of the first thing on it
    std::uint32_t next = 0;
    [[nodiscard]] std::uint32_t indent() const { return token - begin; }
};

Line line_at(std::string_view text, std::uint32_t begin) {
    const std::size_t found = text.find('\n', begin);
    const auto end = static_cast<std::uint32_t>(found == std::string_view::npos ? text.size() : found);
    std::uint32_t token = begin;
    while (token < end && (text[token] == ' ' || text[token] == '\t' || text[token] == '\r'))
        ++token;
    return {begin, token, found == std::string_view::npos ? end : end + 1};
}

std::uint32_t line_begin(std::string_view text, std::uint32_t offset) {
    const std::size_t found = offset == 0 ? std::string_view::npos : text.rfind('\n', offset - 1);
    return found == std::string_view::npos ? 0 : static_cast<std::uint32_t>(found + 1);
}

std::string_view view(std::string_view text, Span span) {
    return text.substr(span.begin, span.end - span.begin);
}

// The first byte behind the token and the blanks of its line; '\0' at the end of the line.
char after(std::string_view text, Span token) {
    const std::size_t at = text.find_first_not_of(" \t\r", token.end);
    return at == std::string_view::npos || text[at] == '\n' ? '\0' : text[at];
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

bool starts_declaration(std::string_view text, const Line& line, std::uint32_t deepest) {
    const Span word = token_at(text, line.token);
    return line.indent() <= deepest && declaration_keywords.has(view(text, word)) && is_letter(after(text, word));
}

std::uint32_t indent_of(std::string_view text, std::uint32_t offset) {
    return line_at(text, line_begin(text, offset)).indent();
}

// The start of the comment lines right above `line`, none of them before `from`.
std::uint32_t with_comments(std::string_view text, Line line, std::uint32_t from) {
    while (line.begin > from) {
        const Line above = line_at(text, line_begin(text, line.begin - 1));
        if (above.begin < from || above.token >= text.size() || text[above.token] != '#') break;
        line = above;
    }
    return line.token;
}

// A line indented like the member that failed is taken for its neighbour, so that a misspelt one is reported, too.
bool starts_member(std::string_view text, const Line& line, const Line& failed, std::uint32_t outer,
                   const Members& members) {
    if (line.token >= text.size()) return false;
    if (text[line.token] == '}') return line.indent() <= outer;
    if (line.indent() <= outer || !is_letter(text[line.token])) return false;
    const Span word = token_at(text, line.token);
    const bool named = members.after_name != '\0' && after(text, word) == members.after_name;
    const bool neighbour =
        line.indent() == failed.indent() && members.after_name == '\0' && is_letter(after(text, word));
    return named || neighbour || (members.has(view(text, word)) && after(text, word) != '=');
}

}  // namespace

bool starts_declaration(std::string_view text, std::uint32_t offset, std::uint32_t declaration) {
    // Nearly always false at the first step, which only looks at the blanks before `offset`.
    std::uint32_t begin = offset;
    while (begin > 0 && (text[begin - 1] == ' ' || text[begin - 1] == '\t'))
        --begin;
    if (begin > 0 && text[begin - 1] != '\n') return false;
    if (!declaration_keywords.has(view(text, token_at(text, offset)))) return false;
    return starts_declaration(text, line_at(text, begin), indent_of(text, declaration));
}

std::uint32_t next_declaration(std::string_view text, std::uint32_t from, std::uint32_t declaration) {
    const std::uint32_t deepest = indent_of(text, declaration);
    // Two words on a line that is indented alike may be a declaration whose keyword is misspelt.
    const auto neighbour = [&](const Line& line) {
        return line.token > from && line.token < text.size() && line.indent() == deepest &&
               is_letter(text[line.token]) && is_letter(after(text, token_at(text, line.token)));
    };
    std::uint32_t begin = line_begin(text, from);
    while (begin < text.size()) {
        const Line line = line_at(text, begin);
        if (line.token >= from && (starts_declaration(text, line, deepest) || neighbour(line)))
            return with_comments(text, line, from);
        begin = line.next;
    }
    return static_cast<std::uint32_t>(text.size());
}

Resume next_member(std::string_view text, std::uint32_t member, std::uint32_t from, std::uint32_t declaration,
                   const Members& members) {
    const std::uint32_t outer = indent_of(text, declaration);
    const Line failed = line_at(text, line_begin(text, member));
    std::uint32_t begin = line_begin(text, from);
    while (begin < text.size()) {
        const Line line = line_at(text, begin);
        if (line.token >= from) {
            if (starts_declaration(text, line, outer)) return {with_comments(text, line, from), false};
            if (line.token > member && starts_member(text, line, failed, outer, members)) return {line.token, true};
        }
        begin = line.next;
    }
    return {static_cast<std::uint32_t>(text.size()), false};
}

}  // namespace spile::lang::syntax
