#include "engine/eval/operators/wildcard.hpp"

#include <algorithm>

#include "engine/eval/operators/support.hpp"

namespace spile::engine::operators {

namespace {

/// Beyond this many steps a question about holes stays open; known texts of that size are answered all the same.
constexpr std::size_t k_budget = std::size_t{1} << 24;

/// The code point at the front, taken off.
char32_t take_character(std::string_view& text) {
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    const unsigned char lead = byte(0);
    const std::size_t length = lead < 0x80   ? 1
                               : lead < 0xC2 ? 0
                               : lead < 0xE0 ? 2
                               : lead < 0xF0 ? 3
                               : lead < 0xF5 ? 4
                                             : 0;
    bool whole = length != 0 && length <= text.size();
    for (std::size_t i = 1; whole && i < length; ++i)
        whole = (byte(i) & 0xC0U) == 0x80U;
    if (!whole) {
        text.remove_prefix(1);
        return char32_t{0x110000} + lead;
    }
    char32_t point = length == 1 ? lead : lead & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i)
        point = (point << 6U) | (byte(i) & 0x3FU);
    text.remove_prefix(length);
    return point;
}

void append_hole(Value hole, Tokens& out) {
    const std::string_view producer = hole.unknown().producer;
    out.push_back({.kind = TextToken::Kind::hole,
                   .producer = producer,
                   .account = producer.ends_with("Parameters/AWS::AccountId")});
}

template <class Append>
std::optional<Tokens> tokens_of(Value value, Append append) {
    Tokens out;
    if (value.is(Kind::string)) {
        append(value.text(), out);
    } else if (value.is(Kind::partial)) {
        for (const Segment& segment : value.segments()) {
            if (segment.known())
                append(segment.text, out);
            else
                append_hole(segment.hole, out);
        }
    } else if (value.is(Kind::unknown) && value.unknown().type == TypeHint::string && !value.unknown().may_be_missing) {
        append_hole(value, out);
    } else {
        return std::nullopt;
    }
    return out;
}

bool has_hole(const Tokens& tokens) {
    return std::any_of(tokens.begin(), tokens.end(),
                       [](const TextToken& token) { return token.kind == TextToken::Kind::hole; });
}

/// What one token of the pattern can do with one of the text.
struct Moves {
    bool take_both = false;     // both are used up
    bool take_text = false;     // the pattern's token goes on
    bool take_pattern = false;  // the text's token goes on
};

/// Whether a hole that stands for the number of an account can hold this.
bool fits_account(const TextToken& pattern) {
    return pattern.kind != TextToken::Kind::character || (pattern.character >= U'0' && pattern.character <= U'9');
}

Moves possible(const TextToken& text, const TextToken& pattern) {
    const bool run = pattern.kind == TextToken::Kind::any_run || pattern.kind == TextToken::Kind::hole;
    if (text.kind == TextToken::Kind::hole)
        return {.take_both = run, .take_text = true, .take_pattern = !text.account || fits_account(pattern)};
    if (run) return {.take_text = true, .take_pattern = true};
    return {.take_both = pattern.kind == TextToken::Kind::any_character || pattern.character == text.character};
}

Moves certain(const TextToken& text, const TextToken& pattern) {
    if (pattern.kind == TextToken::Kind::any_run) return {.take_text = true, .take_pattern = true};
    if (pattern.kind == TextToken::Kind::hole || text.kind == TextToken::Kind::hole) {
        const bool same = pattern.kind == text.kind && !text.producer.empty() && text.producer == pattern.producer;
        return {.take_both = same};
    }
    return {.take_both = pattern.kind == TextToken::Kind::any_character || pattern.character == text.character};
}

/// Whether the end of both can be reached. At the text's end only what may be empty can be passed over, likewise at the
/// pattern's end; `optional` says which tokens these are.
template <class MovesOf, class Optional>
bool reaches_end(const Tokens& text, const Tokens& pattern, MovesOf moves, Optional optional) {
    const std::size_t width = pattern.size() + 1;
    std::vector<char> row(width, 0);
    std::vector<char> next(width, 0);
    row[0] = 1;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        std::fill(next.begin(), next.end(), 0);
        for (std::size_t j = 0; j < width; ++j) {
            if (row[j] == 0) continue;
            const bool text_ends = i == text.size();
            const bool pattern_ends = j == pattern.size();
            Moves can;
            if (!text_ends && !pattern_ends)
                can = moves(text[i], pattern[j]);
            else if (!pattern_ends)
                can.take_pattern = optional(pattern[j]);
            else if (!text_ends)
                can.take_text = optional(text[i]);
            if (can.take_pattern) row[j + 1] = 1;
            if (can.take_text) next[j] = 1;
            if (can.take_both) next[j + 1] = 1;
        }
        if (i < text.size()) std::swap(row, next);
    }
    return row[pattern.size()] != 0;
}

}  // namespace

void append_characters(std::string_view text, Tokens& out) {
    while (!text.empty())
        out.push_back({.character = take_character(text)});
}

void append_pattern(std::string_view pattern, Tokens& out) {
    while (!pattern.empty()) {
        const char32_t character = take_character(pattern);
        const TextToken::Kind kind = character == U'*'   ? TextToken::Kind::any_run
                                     : character == U'?' ? TextToken::Kind::any_character
                                                         : TextToken::Kind::character;
        if (kind != TextToken::Kind::any_run || out.empty() || out.back().kind != kind)
            out.push_back({.kind = kind, .character = character});
    }
}

bool match_known(std::string_view text, std::string_view pattern) {
    // Greedy: after a later `*`, what an earlier one took never needs to change.
    std::string_view text_retry;
    std::string_view pattern_retry;
    bool starred = false;
    while (true) {
        if (!pattern.empty() && pattern.front() == '*') {
            pattern.remove_prefix(1);
            starred = true;
            text_retry = text;
            pattern_retry = pattern;
            continue;
        }
        if (text.empty()) return pattern.empty();
        if (!pattern.empty() && pattern.front() == '?') {
            pattern.remove_prefix(1);
            (void)take_character(text);
            continue;
        }
        if (!pattern.empty() && pattern.front() == text.front()) {
            pattern.remove_prefix(1);
            text.remove_prefix(1);
            continue;
        }
        if (!starred || text_retry.empty()) return false;
        (void)take_character(text_retry);
        text = text_retry;
        pattern = pattern_retry;
    }
}

std::optional<Tokens> text_tokens(Value text) {
    return tokens_of(text, append_characters);
}

std::optional<Tokens> pattern_tokens(Value pattern) {
    if (pattern.is(Kind::domain) && pattern.domain().domain == Domain::glob) {
        Tokens out;
        append_pattern(pattern.domain().text, out);
        return out;
    }
    return tokens_of(pattern, append_pattern);
}

Truth match(const Tokens& text, const Tokens& pattern) {
    const bool known = !has_hole(text) && !has_hole(pattern);
    if (!known && (text.size() + 1) * (pattern.size() + 1) > k_budget) return Truth::maybe;
    const auto is_run = [](const TextToken& token) { return token.kind == TextToken::Kind::any_run; };
    if (reaches_end(text, pattern, certain, is_run)) return Truth::yes;
    if (known) return Truth::no;
    const auto may_be_empty = [](const TextToken& token) {
        return token.kind == TextToken::Kind::any_run || token.kind == TextToken::Kind::hole;
    };
    return reaches_end(text, pattern, possible, may_be_empty) ? Truth::maybe : Truth::no;
}

}  // namespace spile::engine::operators
