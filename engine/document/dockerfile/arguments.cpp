#include "engine/document/dockerfile/arguments.hpp"

#include <memory>

#include "engine/document/dockerfile/characters.hpp"
#include "engine/document/readers.hpp"

namespace spile::engine::dockerfile {

namespace {

// A flag's word: quotes group, a backslash takes the next character as it is (whatever `escape` says).
Piece flag_word(std::string_view text, std::uint32_t begin, std::uint32_t end) {
    Piece word;
    char quote = 0;
    std::uint32_t at = begin;
    for (; at < end; ++at) {
        const char c = text[at];
        if (quote == 0 && is_space(c)) break;
        if (c == quote) {
            quote = 0;
        } else if (quote == 0 && (c == '\'' || c == '"')) {
            quote = c;
        } else if (c == '\\') {
            if (at + 1 < end) word.text += text[++at];
        } else {
            word.text += c;
        }
    }
    word.range = {begin, at};
    return word;
}

}  // namespace

Flags split_flags(std::string_view text, Span range) {
    Flags out;
    std::uint32_t at = range.begin;
    while (true) {
        while (at < range.end && is_space(text[at]))
            ++at;
        out.rest = at;
        if (at + 1 >= range.end || text[at] != '-' || text[at + 1] != '-') return out;
        Piece word = flag_word(text, at, range.end);
        at = word.range.end;
        if (word.text == "--") {
            out.rest = at;
            return out;
        }
        out.flags.push_back({std::move(word.text), word.range});
    }
}

std::vector<Piece> split_blanks(std::string_view text, Span range) {
    std::vector<Piece> words;
    std::uint32_t at = range.begin;
    while (at < range.end) {
        while (at < range.end && is_blank(text[at]))
            ++at;
        const std::uint32_t begin = at;
        while (at < range.end && !is_blank(text[at]))
            ++at;
        if (at > begin) words.push_back({std::string(text.substr(begin, at - begin)), {begin, at}});
    }
    return words;
}

std::vector<Piece> split_quoted(std::string_view text, Span range, char escape) {
    std::vector<Piece> words;
    std::uint32_t at = range.begin;
    while (true) {
        while (at < range.end && is_space(text[at]))
            ++at;
        if (at >= range.end) return words;
        Piece word;
        bool quoted = false;
        char quote = 0;
        const std::uint32_t begin = at;
        for (; at < range.end; ++at) {
            const char c = text[at];
            if (quote == 0 && is_space(c)) break;
            if (quote == 0 && (c == '\'' || c == '"')) {
                quote = c;
                quoted = true;
            } else if (c == quote) {
                quote = 0;
            } else if (c == escape && quote != '\'') {
                if (at + 1 == range.end) continue;  // an escape of nothing
                word.text += c;
                ++at;
            }
            word.text += text[at];
        }
        word.range = {begin, at};
        if (quoted || !word.text.empty()) words.push_back(std::move(word));
    }
}

JsonForm read_json_form(const std::string& text, Span range) {
    JsonForm out;
    range = trimmed(text, range);
    if (range.begin >= range.end || text[range.begin] != '[') return out;
    const std::string list = text.substr(range.begin, range.end - range.begin);
    DiagnosticSink sink;
    Limits limits;
    const std::unique_ptr<Cursor> cursor = open_json(list, limits, Reporter({}, sink));
    std::vector<Piece> strings;
    bool only_strings = true;
    for (std::uint32_t depth = 0;;) {
        const Event& event = cursor->next();
        if (event.token == Token::end) break;
        if (event.token == Token::begin_list || event.token == Token::begin_map) {
            only_strings = only_strings && depth == 0;
            ++depth;
        } else if (event.token == Token::end_list || event.token == Token::end_map) {
            --depth;
        } else if (event.token == Token::string) {
            strings.push_back(
                {std::string(event.text), {event.span.begin + range.begin + 1, event.span.end + range.begin - 1}});
        } else {
            only_strings = false;
        }
    }
    if (cursor->failed()) return out;
    out.is_list = true;
    if (only_strings) out.strings = std::move(strings);
    return out;
}

namespace {

// Divides like a shell without variables; nothing when a quote stays open. An escape takes the next character along.
std::optional<std::vector<Span>> shell_words(std::string_view text, char escape) {
    std::vector<Span> words;
    std::uint32_t begin = 0;
    bool inside = false;
    char quote = 0;
    for (std::uint32_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (quote == 0 && is_space(c)) {
            if (inside) words.push_back({begin, at});
            inside = false;
            continue;
        }
        if (!inside) begin = at;
        inside = true;
        if (quote == 0 && (c == '\'' || c == '"'))
            quote = c;
        else if (c == quote)
            quote = 0;
        else if (c == escape && quote != '\'' && at + 1 < text.size())
            ++at;
    }
    if (quote != 0) return std::nullopt;
    if (inside) words.push_back({begin, static_cast<std::uint32_t>(text.size())});
    return words;
}

std::string without_quotes(std::string_view word, char escape) {
    std::string out;
    char quote = 0;
    for (std::size_t at = 0; at < word.size(); ++at) {
        const char c = word[at];
        if (quote == 0 && (c == '\'' || c == '"'))
            quote = c;
        else if (c == quote)
            quote = 0;
        else if (c == escape && quote != '\'' && at + 1 < word.size())
            out += word[++at];
        else
            out += c;
    }
    return out;
}

}  // namespace

std::vector<HeredocWord> heredoc_words(std::string_view text, char escape) {
    std::vector<HeredocWord> found;
    const std::optional<std::vector<Span>> words = shell_words(text, escape);
    if (!words) return found;
    for (const Span range : *words) {
        std::string_view word = text.substr(range.begin, range.end - range.begin);
        HeredocWord heredoc;
        heredoc.range = range;
        while (!word.empty() && is_digit(word.front())) {
            heredoc.descriptor += word.front();
            word.remove_prefix(1);
        }
        if (!word.starts_with("<<")) continue;
        word.remove_prefix(2);
        if (word.starts_with("-")) {
            heredoc.strips_tabs = true;
            word.remove_prefix(1);
        }
        if (word.empty() || word.find('<') != std::string_view::npos) continue;
        heredoc.name = without_quotes(word, escape);
        heredoc.expands = heredoc.name == word;
        found.push_back(std::move(heredoc));
    }
    return found;
}

}  // namespace spile::engine::dockerfile
