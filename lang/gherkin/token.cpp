#include "lang/gherkin/token.hpp"

namespace spile::gherkin {

std::string_view word(KeywordType type) {
    switch (type) {
        case KeywordType::unknown:
            return "Unknown";
        case KeywordType::context:
            return "Context";
        case KeywordType::action:
            return "Action";
        case KeywordType::outcome:
            return "Outcome";
        case KeywordType::conjunction:
            return "Conjunction";
    }
    return "Unknown";
}

namespace {

std::string_view keyword_type_word(const Token& token) {
    if (token.type != TokenType::step_line) return "";
    return word(token.keyword_type);
}

std::string print(const Token& token) {
    if (token.type == TokenType::eof) return "EOF\n";
    std::string out = "(" + std::to_string(token.location.line) + ":" + std::to_string(token.location.column) + ")";
    out += word(token.type);
    out += ":";
    if (!token.keyword.empty()) {
        out += "(";
        out += keyword_type_word(token);
        out += ")" + token.keyword;
    }
    out += "/" + token.text + "/";
    for (std::size_t i = 0; i < token.items.size(); ++i)
        out += (i == 0 ? "" : ",") + std::to_string(token.items[i].column) + ":" + token.items[i].text;
    return out + "\n";
}

}  // namespace

std::string_view word(TokenType type) {
    switch (type) {
        case TokenType::eof:
            return "EOF";
        case TokenType::empty:
            return "Empty";
        case TokenType::comment:
            return "Comment";
        case TokenType::tag_line:
            return "TagLine";
        case TokenType::feature_line:
            return "FeatureLine";
        case TokenType::rule_line:
            return "RuleLine";
        case TokenType::background_line:
            return "BackgroundLine";
        case TokenType::scenario_line:
            return "ScenarioLine";
        case TokenType::examples_line:
            return "ExamplesLine";
        case TokenType::step_line:
            return "StepLine";
        case TokenType::doc_string_separator:
            return "DocStringSeparator";
        case TokenType::table_row:
            return "TableRow";
        case TokenType::language:
            return "Language";
        case TokenType::other:
            return "Other";
    }
    return "";
}

std::string print(const std::vector<Token>& tokens) {
    std::string out;
    for (const Token& token : tokens)
        out += print(token);
    return out;
}

}  // namespace spile::gherkin
