#include "engine/eval/operators/pattern_sets.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "engine/eval/operators/builtins.hpp"

namespace spile::engine::operators {

namespace {

using TokenKind = TextToken::Kind;
using States = std::vector<std::uint16_t>;  // ascending

/// Beyond so many sets of states, or longer patterns, a containment stays open.
constexpr std::size_t k_sets = 4096;
constexpr std::size_t k_length = 4096;
/// A letter that no pattern has.
constexpr char32_t k_fresh = 0xffffffffU;

bool has_hole(const Tokens& tokens) {
    return std::any_of(tokens.begin(), tokens.end(),
                       [](const TextToken& token) { return token.kind == TokenKind::hole; });
}

/// Adds a state and those that are reached from it without a letter.
void enter(const Tokens& pattern, std::uint16_t state, States& into) {
    for (;; ++state) {
        const auto at = std::lower_bound(into.begin(), into.end(), state);
        if (at == into.end() || *at != state) into.insert(at, state);
        if (state >= pattern.size() || pattern[state].kind != TokenKind::any_run) return;
    }
}

States after(const Tokens& pattern, const States& states, char32_t letter) {
    States next;
    for (const std::uint16_t state : states) {
        if (state >= pattern.size()) continue;
        const TextToken& token = pattern[state];
        if (token.kind == TokenKind::any_run) {
            enter(pattern, state, next);
        } else if (token.kind == TokenKind::any_character || token.character == letter) {
            enter(pattern, static_cast<std::uint16_t>(state + 1), next);
        }
    }
    return next;
}

/// The exact answer for patterns without holes.
Truth contains_language(const Tokens& wide, const Tokens& narrow) {
    if (wide.size() > k_length || narrow.size() > k_length) return Truth::maybe;
    std::set<char32_t> letters{k_fresh};
    for (const TextToken& token : wide)
        if (token.kind == TokenKind::character) letters.insert(token.character);
    States begin;
    enter(wide, 0, begin);
    std::set<std::pair<std::size_t, States>> seen{{0, begin}};
    std::vector<std::pair<std::size_t, States>> open{{0, begin}};
    const auto visit = [&](std::size_t position, States states) {
        if (seen.emplace(position, states).second) open.emplace_back(position, std::move(states));
    };
    while (!open.empty()) {
        if (seen.size() > k_sets) return Truth::maybe;
        const auto [position, states] = std::move(open.back());
        open.pop_back();
        if (position == narrow.size()) {
            if (states.empty() || states.back() != wide.size()) return Truth::no;
            continue;
        }
        // What the wide pattern cannot get out of again, whatever follows.
        if (states.empty()) return Truth::no;
        const TextToken& token = narrow[position];
        if (token.kind == TokenKind::character) {
            visit(position + 1, after(wide, states, token.character));
            continue;
        }
        const bool run = token.kind == TokenKind::any_run;
        if (run) visit(position + 1, states);
        for (const char32_t letter : letters)
            visit(run ? position : position + 1, after(wide, states, letter));
    }
    return Truth::yes;
}

/// What is certain where holes stand: of the narrow pattern any text may stand there, of the wide one only what is the
/// same hole matches.
bool covers_for_sure(const Tokens& wide, const Tokens& narrow) {
    std::vector<char> row(wide.size() + 1, 0);
    row[0] = 1;
    for (std::size_t i = 0; i <= narrow.size(); ++i) {
        std::vector<char> next(wide.size() + 1, 0);
        for (std::size_t j = 0; j < wide.size() + 1; ++j) {
            if (row[j] == 0 || j == wide.size()) continue;
            const TextToken& pattern = wide[j];
            if (pattern.kind == TokenKind::any_run) row[j + 1] = 1;
            if (i == narrow.size()) continue;
            const TextToken& text = narrow[i];
            const bool same_hole = text.kind == TokenKind::hole && pattern.kind == TokenKind::hole &&
                                   !text.producer.empty() && text.producer == pattern.producer;
            const bool one = text.kind == TokenKind::character || text.kind == TokenKind::any_character;
            const bool same_letter = text.kind == TokenKind::character && pattern.kind == TokenKind::character &&
                                     text.character == pattern.character;
            if (pattern.kind == TokenKind::any_run) next[j] = 1;
            if (same_hole || same_letter || (one && pattern.kind == TokenKind::any_character)) next[j + 1] = 1;
        }
        if (i == narrow.size()) break;
        row = std::move(next);
    }
    return row[wide.size()] != 0;
}

enum class Holes : std::uint8_t { any_text, one_text };

/// Whether the end of both is reached together. A hole is a run of its own where it may be any text; where it is one
/// text, only a run or the same hole takes it.
bool share_text(const Tokens& a, const Tokens& b, Holes holes) {
    const auto runs = [&](const TextToken& token) {
        return token.kind == TokenKind::any_run || (holes == Holes::any_text && token.kind == TokenKind::hole);
    };
    std::vector<char> row(b.size() + 1, 0);
    row[0] = 1;
    for (std::size_t i = 0; i <= a.size(); ++i) {
        std::vector<char> next(b.size() + 1, 0);
        for (std::size_t j = 0; j <= b.size(); ++j) {
            if (row[j] == 0) continue;
            const TextToken* const left = i < a.size() ? &a[i] : nullptr;
            const TextToken* const right = j < b.size() ? &b[j] : nullptr;
            if (left != nullptr && (runs(*left) || (right != nullptr && runs(*right)))) next[j] = 1;
            if (right != nullptr && (runs(*right) || (left != nullptr && runs(*left)))) row[j + 1] = 1;
            if (left == nullptr || right == nullptr) continue;
            const bool hole = left->kind == TokenKind::hole || right->kind == TokenKind::hole;
            const bool same_hole =
                left->kind == right->kind && !left->producer.empty() && left->producer == right->producer;
            const bool same = left->kind == TokenKind::any_character || right->kind == TokenKind::any_character ||
                              left->character == right->character;
            if (hole ? same_hole : same) next[j + 1] = 1;
        }
        if (i < a.size()) row = std::move(next);
    }
    return row[b.size()] != 0;
}

}  // namespace

Truth contains_pattern(const Tokens& wide, const Tokens& narrow) {
    if (covers_for_sure(wide, narrow)) return Truth::yes;
    if (meet(wide, narrow) == Truth::no) return Truth::no;
    return has_hole(wide) || has_hole(narrow) ? Truth::maybe : contains_language(wide, narrow);
}

Truth meet(const Tokens& a, const Tokens& b) {
    if (share_text(a, b, Holes::one_text)) return Truth::yes;
    return share_text(a, b, Holes::any_text) ? Truth::maybe : Truth::no;
}

namespace {

/// A function of two patterns, or the error that one of them is none.
Value over_patterns(std::string_view name, Arguments arguments, const Operands& with,
                    Truth (*of)(const Tokens&, const Tokens&)) {
    for (const Value argument : arguments) {
        const bool may_be_text = argument.is(Kind::string) || argument.is(Kind::partial) ||
                                 (argument.is(Kind::unknown) && (argument.unknown().type == TypeHint::string ||
                                                                 argument.unknown().type == TypeHint::any));
        if (!may_be_text) return wrong_kind(name, "a string", argument, with);
    }
    const auto first = pattern_tokens(arguments[0]);
    const auto second = pattern_tokens(arguments[1]);
    return truth_value(first && second ? of(*first, *second) : Truth::maybe, arguments, with);
}

}  // namespace

namespace builtins {

Value pattern_covers(Arguments arguments, const Operands& with) {
    return over_patterns("pattern_covers", arguments, with, contains_pattern);
}

Value patterns_meet(Arguments arguments, const Operands& with) {
    return over_patterns("patterns_meet", arguments, with, meet);
}

}  // namespace builtins

}  // namespace spile::engine::operators
