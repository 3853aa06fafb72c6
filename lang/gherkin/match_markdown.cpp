// Lines of Markdown with Gherkin (`*.feature.md`): titles are headers, steps bullets, tags stand in backticks, doc
// strings are fenced code, tables are indented by two to five blanks. Everything else is prose, which counts as empty
// lines.
#include <algorithm>
#include <array>

#include "lang/gherkin/line_grammar.hpp"
#include "lang/gherkin/matcher.hpp"

namespace spile::gherkin {

namespace {

/// ":--", "---:": what Markdown writes below a table's header.
bool is_rule(std::string_view cell) {
    if (cell.starts_with(':')) cell.remove_prefix(1);
    if (cell.ends_with(':')) cell.remove_suffix(1);
    return !cell.empty() && cell.find_first_not_of('-') == std::string_view::npos;
}

bool has_rule(const Token& token) {
    return std::any_of(token.items.begin(), token.items.end(),
                       [](const TokenItem& item) { return is_rule(item.text); });
}

class MarkdownMatcher final : public Matcher {
  public:
    explicit MarkdownMatcher(const Dialect& dialect) : Matcher(dialect) {}

    bool match(TokenType type, const Line& line, Token& token) override {
        token = {
            .type = type, .location = {.line = line.number, .column = line.indent + 1}, .language = dialect().code};
        if (!match_line(type, line, token)) return false;
        // Reported as the empty lines that they are to Gherkin.
        if (type == TokenType::comment) token = {.type = TokenType::empty, .location = {line.number, 1}};
        return true;
    }

    void accept(const Line& line, const Token& token) override {
        if (token.type == TokenType::feature_line) in_feature_ = true;
        if (token.type != TokenType::doc_string_separator) return;
        const bool opens = open_.empty();
        open_ = opens ? token.keyword : "";
        indent_ = opens ? line.indent : 0;
    }

  private:
    bool match_line(TokenType type, const Line& line, Token& token) const {
        grammar::LineState state{.dialect = dialect(), .token = token, .column = line.indent + 1};
        switch (type) {
            case TokenType::eof:
            case TokenType::language:
                return false;
            case TokenType::empty:
                return match_empty(line, token);
            case TokenType::comment:
                return match_table_rule(line, state);
            case TokenType::tag_line:
                return grammar::matches<grammar::code_tags>(line.trimmed, state);
            case TokenType::feature_line:
                return match_feature(line, state);
            case TokenType::rule_line:
                return header<TokenType::rule_line>(line, state);
            case TokenType::background_line:
                return header<TokenType::background_line>(line, state);
            case TokenType::scenario_line:
                return header<TokenType::scenario_line>(line, state);
            case TokenType::examples_line:
                return header<TokenType::examples_line>(line, state);
            case TokenType::step_line:
                return prefixed(grammar::matches<grammar::bullet>(line.trimmed, state), line, state);
            case TokenType::doc_string_separator:
                return match_fence(line, state);
            case TokenType::table_row:
                return match_row(line, state);
            case TokenType::other:
                return match_other(line, token);
        }
        return false;
    }

    /// The column is that of the keyword.
    static bool prefixed(bool matched, const Line& line, grammar::LineState& state) {
        state.token.location.column += count_characters(line.trimmed.substr(0, state.prefix));
        return matched;
    }

    template <TokenType Type>
    static bool header(const Line& line, grammar::LineState& state) {
        return prefixed(grammar::matches<grammar::header<Type>>(line.trimmed, state), line, state);
    }

    /// The first line is the feature, however it reads: documents need not begin with "# Feature:".
    bool match_feature(const Line& line, grammar::LineState& state) const {
        if (in_feature_) return false;
        if (header<TokenType::feature_line>(line, state)) return true;
        state.token.location.column = line.indent + 1;
        state.token.text = line.trimmed;
        return true;
    }

    static bool match_table_rule(const Line& line, grammar::LineState& state) {
        return grammar::matches<grammar::table_row>(line.trimmed, state) && has_rule(state.token);
    }

    static bool match_row(const Line& line, grammar::LineState& state) {
        if (line.indent < 2 || line.indent > 5) return false;
        if (!grammar::matches<grammar::table_row>(line.trimmed, state) || has_rule(state.token)) return false;
        state.token.keyword = "|";
        return true;
    }

    bool match_fence(const Line& line, grammar::LineState& state) const {
        if (!open_.empty()) {
            state.token.keyword = open_;
            return trim_right(line.trimmed) == open_;
        }
        return grammar::matches<grammar::fence>(line.trimmed, state);
    }

    bool match_empty(const Line& line, Token& token) const {
        static constexpr std::array gherkin = {TokenType::tag_line,      TokenType::feature_line,
                                               TokenType::scenario_line, TokenType::background_line,
                                               TokenType::examples_line, TokenType::rule_line,
                                               TokenType::table_row,     TokenType::comment,
                                               TokenType::step_line,     TokenType::doc_string_separator};
        token.location.column = 1;
        if (line.trimmed.empty()) return true;
        return std::none_of(gherkin.begin(), gherkin.end(), [&](TokenType type) {
            Token other = {.location = token.location};
            return match_line(type, line, other);
        });
    }

    bool match_other(const Line& line, Token& token) const {
        token.location.column = 1;
        token.text = without_indent(line, indent_);
        return true;
    }

    bool in_feature_ = false;
    std::string open_;          // the fence that we are in
    std::uint32_t indent_ = 0;  // that its lines lose
};

}  // namespace

std::unique_ptr<Matcher> markdown_matcher(const Dialect& dialect, ParseErrors&) {
    return std::make_unique<MarkdownMatcher>(dialect);
}

}  // namespace spile::gherkin
