// Lines of plain Gherkin (`*.feature`).
#include "lang/gherkin/line_grammar.hpp"
#include "lang/gherkin/matcher.hpp"

namespace spile::gherkin {

namespace {

class PlainMatcher final : public Matcher {
  public:
    PlainMatcher(const Dialect& dialect, ParseErrors& errors) : Matcher(dialect), errors_(errors) {}

    bool match(TokenType type, const Line& line, Token& token) override {
        token = {
            .type = type, .location = {.line = line.number, .column = line.indent + 1}, .language = dialect().code};
        grammar::LineState state{.dialect = dialect(), .token = token, .column = line.indent + 1};
        switch (type) {
            case TokenType::eof:
                return false;
            case TokenType::empty:
                return match_empty(line, token);
            case TokenType::comment:
                return match_comment(line, token);
            case TokenType::tag_line:
                return match_tags(line, state);
            case TokenType::feature_line:
                return title<TokenType::feature_line>(line, state);
            case TokenType::rule_line:
                return title<TokenType::rule_line>(line, state);
            case TokenType::background_line:
                return title<TokenType::background_line>(line, state);
            case TokenType::scenario_line:
                return title<TokenType::scenario_line>(line, state);
            case TokenType::examples_line:
                return title<TokenType::examples_line>(line, state);
            case TokenType::step_line:
                return grammar::matches<grammar::step>(line.trimmed, state);
            case TokenType::doc_string_separator:
                return match_separator(line, state);
            case TokenType::table_row:
                return grammar::matches<grammar::table_row>(line.trimmed, state);
            case TokenType::language:
                return match_language(line, state);
            case TokenType::other:
                return match_other(line, token);
        }
        return false;
    }

    void accept(const Line& line, const Token& token) override {
        if (token.type == TokenType::language) set_dialect(*find_dialect(token.text));
        if (token.type != TokenType::doc_string_separator) return;
        const bool opens = open_.empty();
        open_ = opens ? token.keyword : "";
        indent_ = opens ? line.indent : 0;
    }

  private:
    template <TokenType Type>
    static bool title(const Line& line, grammar::LineState& state) {
        return grammar::matches<grammar::title<Type>>(line.trimmed, state);
    }

    static bool match_empty(const Line& line, Token& token) {
        token.location.column = 1;
        return line.trimmed.empty();
    }

    static bool match_comment(const Line& line, Token& token) {
        if (!line.trimmed.starts_with('#')) return false;
        token.location.column = 1;
        token.text = line.text;
        return true;
    }

    bool match_tags(const Line& line, grammar::LineState& state) {
        if (grammar::matches<grammar::tags>(line.trimmed, state)) return true;
        if (!state.bad_tag.empty())
            errors_.add({.line = line.number, .column = state.column}, "A tag may not contain whitespace");
        return false;
    }

    bool match_separator(const Line& line, grammar::LineState& state) const {
        if (!open_.empty() && !line.trimmed.starts_with(open_)) return false;
        if (!grammar::matches<grammar::doc_string>(line.trimmed, state)) return false;
        if (!open_.empty()) state.token.text.clear();  // only the first delimiter says a media type
        return true;
    }

    bool match_language(const Line& line, grammar::LineState& state) {
        if (!grammar::matches<grammar::language>(line.trimmed, state)) return false;
        if (find_dialect(state.token.text) != nullptr) return true;
        errors_.add(state.token.location, "Language not supported: " + state.token.text);
        return false;
    }

    bool match_other(const Line& line, Token& token) const {
        token.location.column = 1;
        token.text = without_indent(line, indent_);
        if (open_.empty()) return true;
        // Only the first escaped delimiter of a line means the delimiter.
        const std::string escaped = open_ == "```" ? R"(\`\`\`)" : R"(\"\"\")";
        const std::size_t found = token.text.find(escaped);
        if (found != std::string::npos) token.text.replace(found, escaped.size(), open_);
        return true;
    }

    ParseErrors& errors_;
    std::string open_;          // the delimiter of the doc string that we are in
    std::uint32_t indent_ = 0;  // that its lines lose
};

}  // namespace

std::unique_ptr<Matcher> plain_matcher(const Dialect& dialect, ParseErrors& errors) {
    return std::make_unique<PlainMatcher>(dialect, errors);
}

}  // namespace spile::gherkin
