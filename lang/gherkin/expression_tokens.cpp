#include <optional>
#include <tao/pegtl.hpp>

#include "lang/gherkin/expression_tree.hpp"
#include "lang/gherkin/line.hpp"

namespace spile::gherkin {

namespace {

namespace grammar {

namespace pegtl = tao::pegtl;
using pegtl::any;
using pegtl::not_one;
using pegtl::one;
using pegtl::plus;
using pegtl::seq;
using pegtl::sor;

struct backslash : one<'\\'> {};
struct escaped : one<' ', '\\', '/', '{', '}', '(', ')'> {};
struct plain : not_one<' ', '\\', '/', '{', '}', '(', ')'> {};
struct escape : seq<backslash, escaped> {};
struct text : plus<sor<plain, escape>> {};
struct white_space : plus<one<' '>> {};
struct begin_optional : one<'('> {};
struct end_optional : one<')'> {};
struct begin_parameter : one<'{'> {};
struct end_parameter : one<'}'> {};
struct alternation : one<'/'> {};
struct bad_escape : seq<backslash, any> {};
struct escaped_end : backslash {};
struct token : sor<text, white_space, begin_optional, end_optional, begin_parameter, end_parameter, alternation,
                   bad_escape, escaped_end> {};
struct tokens : pegtl::star<token> {};

struct State {
    std::string_view expression;
    std::vector<ExpressionToken> tokens;
    std::uint32_t at = 0;  // characters before the next token
    std::string content;   // of the text token, so far
    std::optional<Error> error;

    void add(ExpressionTokenType type, std::string_view written, std::string meant) {
        const std::uint32_t end = at + count_characters(written);
        tokens.push_back({type, at, end, std::move(meant)});
        at = end;
        content.clear();
    }
    void fail(std::uint32_t where, std::string_view problem, std::string_view solution) {
        if (!error) error = expression_error(expression, where, where + 1, problem, solution);
    }
};

template <class Rule>
struct action : pegtl::nothing<Rule> {};

template <ExpressionTokenType Type>
struct leaves {
    template <class Found>
    static void apply(const Found& in, State& state) {
        state.add(Type, in.string_view(), in.string());
    }
};
template <>
struct action<white_space> : leaves<ExpressionTokenType::white_space> {};
template <>
struct action<begin_optional> : leaves<ExpressionTokenType::begin_optional> {};
template <>
struct action<end_optional> : leaves<ExpressionTokenType::end_optional> {};
template <>
struct action<begin_parameter> : leaves<ExpressionTokenType::begin_parameter> {};
template <>
struct action<end_parameter> : leaves<ExpressionTokenType::end_parameter> {};
template <>
struct action<alternation> : leaves<ExpressionTokenType::alternation> {};
template <>
struct action<plain> {
    template <class Found>
    static void apply(const Found& in, State& state) {
        state.content += *in.begin();
    }
};
template <>
struct action<escaped> : action<plain> {};
template <>
struct action<text> {
    template <class Found>
    static void apply(const Found& in, State& state) {
        state.add(ExpressionTokenType::text, in.string_view(), state.content);
    }
};
template <>
struct action<bad_escape> {
    template <class Found>
    static bool apply(const Found&, State& state) {
        state.fail(state.at + 1, "Only the characters '{', '}', '(', ')', '\\', '/' and whitespace can be escaped",
                   "If you did mean to use an '\\' you can use '\\\\' to escape it");
        return false;
    }
};
template <>
struct action<escaped_end> {
    template <class Found>
    static bool apply(const Found&, State& state) {
        state.fail(state.at, "The end of line can not be escaped", "You can use '\\\\' to escape the '\\'");
        return false;
    }
};

}  // namespace grammar

}  // namespace

Error expression_error(std::string_view expression, std::uint32_t start, std::uint32_t end, std::string_view problem,
                       std::string_view solution) {
    std::string pointer = std::string(start, ' ') + "^";
    if (start + 1 < end) pointer += std::string(end - start - 2, '-') + "^";
    std::string out = "This Cucumber Expression has a problem at column " + std::to_string(start + 1) + ":\n\n";
    out.append(expression).append("\n").append(pointer).append("\n");
    out.append(problem).append(".\n").append(solution);
    return {std::move(out)};
}

Result<std::vector<ExpressionToken>> tokenize_expression(std::string_view expression) {
    const std::uint32_t length = count_characters(expression);
    if (expression.size() > expression_length_limit) {
        return Error{"a cucumber expression may have " + std::to_string(expression_length_limit) +
                     " bytes, this one has " + std::to_string(expression.size())};
    }
    grammar::State state{.expression = expression};
    state.tokens.push_back({ExpressionTokenType::start_of_line, 0, 0, ""});
    tao::pegtl::memory_input<tao::pegtl::tracking_mode::lazy, tao::pegtl::eol::lf, const char*> in(
        expression.data(), expression.data() + expression.size(), "");
    tao::pegtl::parse<grammar::tokens, grammar::action>(in, state);
    if (state.error) return *std::move(state.error);
    state.tokens.push_back({ExpressionTokenType::end_of_line, length, length, ""});
    return std::move(state.tokens);
}

}  // namespace spile::gherkin
