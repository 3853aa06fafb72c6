// The tokens of the grammar and the glue around them: what a rule leaves, what it says when it must match and does not.
// Every token skips the blanks and comments behind it. Rule names are those of docs/reference/grammar.md.
#pragma once

#include <algorithm>
#include <string_view>
#include <tao/pegtl.hpp>
#include <utility>

#include "lang/syntax/parse_state.hpp"

namespace spile::lang::syntax::grammar {

namespace pegtl = tao::pegtl;
using pegtl::at;
using pegtl::digit;
using pegtl::eof;
using pegtl::not_at;
using pegtl::not_one;
using pegtl::one;
using pegtl::opt;
using pegtl::plus;
using pegtl::range;
using pegtl::ranges;
using pegtl::rep;
using pegtl::seq;
using pegtl::sor;
using pegtl::star;

using Input = pegtl::memory_input<pegtl::tracking_mode::lazy, pegtl::eol::lf, const char*>;

[[nodiscard]] inline std::uint32_t offset_of(const Input& in) {
    return static_cast<std::uint32_t>(in.current() - in.begin());
}

// ---- the glue --------------------------------------------------------------------------------------------------

/// Which node a rule leaves.
template <class Rule>
inline constexpr NodeKind kind_of = NodeKind::none;

template <class Rule>
struct control : pegtl::normal<Rule> {};

template <class Rule>
requires(kind_of<Rule> == NodeKind::blanks) struct control<Rule> : pegtl::normal<Rule> {
    static void start(const Input& in, ParseState& state) { state.start(NodeKind::blanks, offset_of(in)); }
    static void success(const Input& in, ParseState& state) { state.gap(offset_of(in)); }
    static void failure(const Input&, ParseState& state) { state.failure(); }
};

template <class Rule>
requires(kind_of<Rule> != NodeKind::none && kind_of<Rule> != NodeKind::blanks) struct control<Rule>
    : pegtl::normal<Rule> {
    static void start(const Input& in, ParseState& state) { state.start(kind_of<Rule>, offset_of(in)); }
    static void success(const Input& in, ParseState& state) { state.success(offset_of(in)); }
    static void failure(const Input&, ParseState& state) { state.failure(); }
};

template <class Rule>
[[nodiscard]] bool matches(Input& in, ParseState& state) {
    return control<Rule>::template match<pegtl::apply_mode::nothing, pegtl::rewind_mode::required, pegtl::nothing,
                                         control>(in, state);
}

/// A text as template argument.
template <std::size_t N>
struct Words {
    char text[N]{};
    consteval Words(const char (&from)[N]) {  // NOLINT(google-explicit-constructor): written as a literal
        std::copy_n(from, N, text);
    }
    [[nodiscard]] constexpr std::string_view view() const { return {text, N - 1}; }
};

/// `Rule`, or a syntax error at this place that says `What` was expected.
template <class Rule, Words What, DiagnosticKind Kind = DiagnosticKind::syntax_error>
struct expect {
    using rule_t = pegtl::internal::must<Rule>;
    using subs_t = pegtl::type_list<Rule>;
    template <pegtl::apply_mode, pegtl::rewind_mode, template <class...> class, template <class...> class>
    static bool match(Input& in, ParseState& state) {
        if (!matches<Rule>(in, state)) state.fail(Kind, offset_of(in), What.view());
        return true;
    }
};

/// `Rule` one level deeper; an error past the limit, so that hostile input cannot exhaust the stack.
template <class Rule>
struct deeper {
    using rule_t = typename seq<Rule>::rule_t;
    using subs_t = pegtl::type_list<Rule>;
    template <pegtl::apply_mode, pegtl::rewind_mode, template <class...> class, template <class...> class>
    static bool match(Input& in, ParseState& state) {
        struct Level {
            std::uint32_t& depth;
            explicit Level(std::uint32_t& d) : depth(d) { ++depth; }
            Level(const Level&) = delete;
            Level& operator=(const Level&) = delete;
            ~Level() { --depth; }
        };
        const Level level(state.depth);
        if (state.depth > nesting_limit) state.fail_nesting(offset_of(in));
        return matches<Rule>(in, state);
    }
};

template <Words Text, class = std::make_index_sequence<sizeof(Text.text) - 1>>
struct spelled_impl;
template <Words Text, std::size_t... I>
struct spelled_impl<Text, std::index_sequence<I...>> {
    using type = pegtl::string<Text.text[I]...>;
};
template <Words Text>
using spelled = typename spelled_impl<Text>::type;

// ---- blanks and words ------------------------------------------------------------------------------------------

struct comment : seq<one<'#'>, star<not_one<'\n'>>> {};
struct blanks : star<sor<one<' ', '\t', '\r', '\n'>, comment>> {};

struct letter : ranges<'a', 'z', 'A', 'Z', '_'> {};
struct word_char : ranges<'a', 'z', 'A', 'Z', '0', '9', '_'> {};
struct word : seq<letter, star<word_char>> {};

template <Words Text>
struct exactly : seq<spelled<Text>, not_at<word_char>> {};

/// Keywords are contextual: a word is one only where the grammar asks for it.
template <Words Text>
struct keyword : seq<exactly<Text>, blanks> {};
template <Words Text>
struct symbol : seq<spelled<Text>, blanks> {};

/// A word between operands. Before `=` it is the name of the next let or field instead.
template <Words Text>
struct operator_keyword : seq<keyword<Text>, not_at<one<'='>>> {};

struct equals : seq<one<'='>, not_at<one<'='>>, blanks> {};

/// The words that cannot name a variable, because an expression would read them as its own.
struct reserved : sor<exactly<"and">, exactly<"or">, exactly<"not">, exactly<"in">, exactly<"if">, exactly<"then">,
                      exactly<"else">, exactly<"where">, exactly<"satisfy">, exactly<"some">, exactly<"none">,
                      exactly<"all">, exactly<"true">, exactly<"false">, exactly<"null">> {};

struct name : seq<word, blanks> {};                        // declarations, fields: any word
struct binder : seq<not_at<reserved>, word, blanks> {};    // what an expression can refer to
struct variable : seq<not_at<reserved>, word, blanks> {};  // such a reference
struct wildcard : seq<one<'_'>, not_at<word_char>, blanks> {};
struct qualified_name : seq<word, star<one<'.'>, word>, blanks> {};
struct code : seq<range<'A', 'Z'>, star<ranges<'A', 'Z', '0', '9', '-'>>, not_at<word_char>, blanks> {};

// ---- literals --------------------------------------------------------------------------------------------------

struct closing_quote : expect<one<'"'>, "a closing `\"`", DiagnosticKind::unterminated_text> {};
struct escape : seq<one<'\\'>, not_one<'\n'>> {};
struct string : seq<one<'"'>, star<sor<escape, not_one<'"', '\\', '\n'>>>, closing_quote, blanks> {};
struct raw_string : seq<spelled<"r\"">, star<not_one<'"', '\n'>>, closing_quote, blanks> {};

struct digits : seq<digit, star<opt<one<'_'>>, digit>> {};
struct exponent : seq<one<'e', 'E'>, opt<one<'+', '-'>>, digits> {};
struct number : seq<opt<one<'-'>>, digits, opt<one<'.'>, digits>, opt<exponent>,
                    expect<not_at<word_char>, "a number, a duration such as `24h`, or a date such as `2027-03-31`",
                           DiagnosticKind::malformed_literal>,
                    blanks> {};

struct duration : plus<plus<digit>, one<'s', 'm', 'h', 'd', 'w'>> {};
struct clock : seq<rep<2, digit>, one<':'>, rep<2, digit>, opt<one<':'>, rep<2, digit>, opt<one<'.'>, plus<digit>>>> {};
struct zone : sor<one<'Z'>, seq<one<'+', '-'>, rep<2, digit>, one<':'>, rep<2, digit>>> {};
struct date : seq<rep<4, digit>, one<'-'>, rep<2, digit>, one<'-'>, rep<2, digit>, opt<one<'T'>, clock, opt<zone>>> {};
struct time : seq<sor<date, duration>, not_at<word_char>, blanks> {};

struct true_or_false : sor<keyword<"true">, keyword<"false">> {};
struct null : keyword<"null"> {};

// ---- lists of tokens -------------------------------------------------------------------------------------------

struct comma : symbol<","> {};
struct strings : seq<string, star<comma, expect<string, "a text in quotes after `,`">>> {};

template <>
inline constexpr NodeKind kind_of<blanks> = NodeKind::blanks;
template <>
inline constexpr NodeKind kind_of<name> = NodeKind::name;
template <>
inline constexpr NodeKind kind_of<binder> = NodeKind::name;
template <>
inline constexpr NodeKind kind_of<variable> = NodeKind::variable;
template <>
inline constexpr NodeKind kind_of<wildcard> = NodeKind::wildcard;
template <>
inline constexpr NodeKind kind_of<qualified_name> = NodeKind::qualified_name;
template <>
inline constexpr NodeKind kind_of<code> = NodeKind::code;
template <>
inline constexpr NodeKind kind_of<string> = NodeKind::string;
template <>
inline constexpr NodeKind kind_of<raw_string> = NodeKind::raw_string;
template <>
inline constexpr NodeKind kind_of<number> = NodeKind::number;
template <>
inline constexpr NodeKind kind_of<time> = NodeKind::time;
template <>
inline constexpr NodeKind kind_of<true_or_false> = NodeKind::boolean;
template <>
inline constexpr NodeKind kind_of<null> = NodeKind::null;

}  // namespace spile::lang::syntax::grammar
