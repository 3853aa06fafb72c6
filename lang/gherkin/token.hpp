// A line that was recognised, as the automaton takes it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lang/gherkin/document.hpp"
#include "lang/gherkin/parse.hpp"

namespace spile::gherkin {

enum class TokenType : std::uint8_t {
    eof,
    empty,
    comment,
    tag_line,
    feature_line,
    rule_line,
    background_line,
    scenario_line,
    examples_line,
    step_line,
    doc_string_separator,
    table_row,
    language,
    other,
};

/// "TagLine": as the official parsers name it.
[[nodiscard]] std::string_view word(TokenType type);

/// A tag of a tag line, a cell of a table row.
struct TokenItem {
    std::uint32_t column = 0;
    std::string text;
};

struct Token {
    TokenType type = TokenType::eof;
    Location location;
    std::string keyword;
    KeywordType keyword_type = KeywordType::unknown;  // of a step line
    std::string text;
    std::vector<TokenItem> items;
    std::string_view language;  // the dialect's code
};

/// The tokens that the parser accepted, in order; the last one is `eof` unless the end came too early.
[[nodiscard]] std::vector<Token> tokenize(std::string_view text, Syntax syntax = Syntax::plain,
                                          std::string_view language = "en");

/// A line for each token, "(1:1)FeatureLine:()Feature/Title/", as the official test data writes them.
[[nodiscard]] std::string print(const std::vector<Token>& tokens);

}  // namespace spile::gherkin
