// The grammar of single lines. A rule is given the line without the blanks in front and must take all of it.
#pragma once

#include <string>
#include <string_view>
#include <tao/pegtl.hpp>
#include <vector>

#include "lang/gherkin/dialect.hpp"
#include "lang/gherkin/line.hpp"
#include "lang/gherkin/token.hpp"

namespace spile::gherkin::grammar {

namespace pegtl = tao::pegtl;
using pegtl::any;
using pegtl::at;
using pegtl::eof;
using pegtl::not_at;
using pegtl::not_one;
using pegtl::one;
using pegtl::opt;
using pegtl::plus;
using pegtl::rep;
using pegtl::rep_min_max;
using pegtl::seq;
using pegtl::sor;
using pegtl::star;
using pegtl::string;

using Input = pegtl::memory_input<pegtl::tracking_mode::lazy, pegtl::eol::lf, const char*>;

/// What the rules read and fill.
struct LineState {
    const Dialect& dialect;
    Token& token;
    std::uint32_t column = 1;  // of the next item
    std::string cell;          // of a table row, so far
    std::string_view bad_tag;  // the first one that holds a blank
    std::size_t prefix = 0;    // bytes of Markdown in front of the keyword
};

[[nodiscard]] inline std::string_view rest_of(const Input& in) {
    return {in.current(), in.size()};
}

// ---- characters ------------------------------------------------------------------------------------------------

struct blank {
    using rule_t = one<' '>::rule_t;
    using subs_t = pegtl::empty_list;
    template <pegtl::apply_mode, pegtl::rewind_mode, template <class...> class, template <class...> class>
    static bool match(Input& in, LineState&) {
        const std::size_t length = blank_length(rest_of(in));
        in.bump(length);
        return length > 0;
    }
};
struct blanks : star<blank> {};
struct rest : star<any> {};

/// One of the dialect's keywords for such a line.
template <TokenType Type>
struct keyword {
    using rule_t = one<'k'>::rule_t;
    using subs_t = pegtl::empty_list;
    template <pegtl::apply_mode, pegtl::rewind_mode, template <class...> class, template <class...> class>
    static bool match(Input& in, LineState& state) {
        for (const std::string_view word : words(state.dialect)) {
            // A colon belongs to the title: "Scenario" is not the keyword of "Scenario Outline:".
            if (!rest_of(in).starts_with(word) || in.size() == word.size() || in.peek_char(word.size()) != ':')
                continue;
            state.token.keyword = word;
            in.bump(word.size());
            return true;
        }
        return false;
    }

  private:
    static const std::vector<std::string_view>& words(const Dialect& dialect) {
        if constexpr (Type == TokenType::feature_line) return dialect.feature;
        if constexpr (Type == TokenType::rule_line) return dialect.rule;
        if constexpr (Type == TokenType::background_line) return dialect.background;
        if constexpr (Type == TokenType::scenario_line) return dialect.scenario;
        if constexpr (Type == TokenType::examples_line) return dialect.examples;
    }
};

struct any_step {
    static bool takes(const StepKeyword&) { return true; }
};
/// In Markdown the star is the bullet.
struct worded_step {
    static bool takes(const StepKeyword& step) { return step.text != "* "; }
};
template <class Filter>
struct step_keyword {
    using rule_t = one<'k'>::rule_t;
    using subs_t = pegtl::empty_list;
    template <pegtl::apply_mode, pegtl::rewind_mode, template <class...> class, template <class...> class>
    static bool match(Input& in, LineState& state) {
        for (const StepKeyword& step : state.dialect.steps) {
            if (!Filter::takes(step) || !rest_of(in).starts_with(step.text)) continue;
            state.token.keyword = step.text;
            state.token.keyword_type = step.type;
            in.bump(step.text.size());
            return true;
        }
        return false;
    }
};

// ---- lines of both syntaxes ------------------------------------------------------------------------------------

struct text : rest {};
template <TokenType Type>
struct title : seq<keyword<Type>, one<':'>, text> {};

struct escape : seq<one<'\\'>, any> {};
struct plain_character : not_one<'|', '\\'> {};
struct lone_backslash : one<'\\'> {};
struct cell_text : star<sor<plain_character, escape, lone_backslash>> {};
/// What follows the last bar is no cell.
struct cell : seq<cell_text, one<'|'>> {};
struct first_bar : one<'|'> {};
struct table_row : seq<first_bar, star<cell>, rest> {};

// ---- plain Gherkin ---------------------------------------------------------------------------------------------

struct language_name : plus<sor<pegtl::ranges<'a', 'z', 'A', 'Z'>, one<'-', '_'>>> {};
struct language : seq<one<'#'>, blanks, string<'l', 'a', 'n', 'g', 'u', 'a', 'g', 'e'>, blanks, one<':'>, blanks,
                      language_name, blanks, eof> {};
struct step : seq<step_keyword<any_step>, text> {};
struct delimiter : sor<string<'"', '"', '"'>, string<'`', '`', '`'>> {};
struct doc_string : seq<delimiter, text> {};
struct tag_comment : seq<blank, one<'#'>, rest> {};
struct tag_text : star<not_at<one<'@'>>, not_at<tag_comment>, any> {};
struct tag : seq<one<'@'>, tag_text> {};
struct tags : seq<plus<tag>, opt<tag_comment>, eof> {};

// ---- Markdown --------------------------------------------------------------------------------------------------

struct header_prefix : seq<rep_min_max<1, 6, one<'#'>>, blank> {};
struct bullet_prefix : seq<one<'*', '+', '-'>, blanks> {};
template <TokenType Type>
struct header : seq<header_prefix, title<Type>> {};
struct bullet : seq<bullet_prefix, step_keyword<worded_step>, text> {};
struct fence_delimiter : seq<rep<3, one<'`'>>, star<one<'`'>>> {};
struct fence : seq<fence_delimiter, text> {};
struct code_tag_name : seq<one<'@'>, plus<not_one<'`'>>> {};
struct code_tag : seq<one<'`'>, code_tag_name, one<'`'>> {};
struct between_tags : any {};
struct code_tags : seq<star<not_at<code_tag>, between_tags>, plus<code_tag, star<not_at<code_tag>, between_tags>>> {};

// ---- what the rules leave --------------------------------------------------------------------------------------

template <class Rule>
struct action : pegtl::nothing<Rule> {};

template <>
struct action<text> {
    template <class Found>
    static void apply(const Found& in, LineState& state) {
        state.token.text = trim(in.string_view());
    }
};
template <>
struct action<language_name> {
    template <class Found>
    static void apply(const Found& in, LineState& state) {
        state.token.text = in.string();
    }
};
template <>
struct action<delimiter> {
    template <class Found>
    static void apply(const Found& in, LineState& state) {
        state.token.keyword = in.string();
    }
};
template <>
struct action<fence_delimiter> : action<delimiter> {};

template <>
struct action<plain_character> {
    template <class Found>
    static void apply(const Found& in, LineState& state) {
        state.cell += *in.begin();
    }
};
template <>
struct action<escape> {
    template <class Found>
    static void apply(const Found& in, LineState& state) {
        const char escaped = in.begin()[1];
        if (escaped != 'n' && escaped != '|' && escaped != '\\') state.cell += '\\';
        state.cell += escaped == 'n' ? '\n' : escaped;
    }
};
template <>
struct action<first_bar> {
    template <class Found>
    static void apply(const Found&, LineState& state) {
        ++state.column;
    }
};
/// A table cell keeps the line feeds that were escaped, and knows fewer blanks than a line does.
template <>
struct action<cell> {
    template <class Found>
    static void apply(const Found& in, LineState& state) {
        static constexpr std::string_view ascii = " \t\v\f\r";
        std::string_view kept = state.cell;
        const auto blank_ends = [&](std::string_view two) { return two == "\u0085" || two == "\u00A0"; };
        for (;;) {
            if (!kept.empty() && ascii.find(kept.front()) != std::string_view::npos)
                kept.remove_prefix(1);
            else if (blank_ends(kept.substr(0, 2)))
                kept.remove_prefix(2);
            else
                break;
        }
        const std::size_t in_front = state.cell.size() - kept.size();
        const std::uint32_t indent = count_characters(std::string_view(state.cell).substr(0, in_front));
        for (;;) {
            if (!kept.empty() && ascii.find(kept.back()) != std::string_view::npos)
                kept.remove_suffix(1);
            else if (kept.size() > 1 && blank_ends(kept.substr(kept.size() - 2)))
                kept.remove_suffix(2);
            else
                break;
        }
        state.token.items.push_back({state.column + indent, std::string(kept)});
        state.column += count_characters(in.string_view());
        state.cell.clear();
    }
};

/// The columns are those of the official parsers, which do not count an "@" without a name.
template <>
struct action<tag_text> {
    template <class Found>
    static bool apply(const Found& in, LineState& state) {
        const std::string_view name = trim_right(in.string_view());
        if (name.empty()) return true;
        for (std::string_view left = name; !left.empty(); left.remove_prefix(1)) {
            if (blank_length(left) == 0) continue;
            state.bad_tag = name;
            return false;
        }
        state.token.items.push_back({state.column, "@" + std::string(name)});
        state.column += count_characters(in.string_view()) + 1;
        return true;
    }
};
template <>
struct action<code_tag_name> {
    template <class Found>
    static void apply(const Found& in, LineState& state) {
        state.token.items.push_back({state.column + 1, in.string()});
    }
};
template <>
struct action<code_tag> {
    template <class Found>
    static void apply(const Found& in, LineState& state) {
        state.column += count_characters(in.string_view());
    }
};
template <>
struct action<between_tags> {
    template <class Found>
    static void apply(const Found& in, LineState& state) {
        state.column += count_characters(in.string_view());
    }
};
template <>
struct action<header_prefix> {
    template <class Found>
    static void apply(const Found& in, LineState& state) {
        state.prefix = in.size();
    }
};
template <>
struct action<bullet_prefix> : action<header_prefix> {};

/// Whether all of `line` is a `Rule`.
template <class Rule>
[[nodiscard]] bool matches(std::string_view line, LineState& state) {
    Input in(line.data(), line.data() + line.size(), "");
    return pegtl::parse<Rule, action>(in, state) && in.empty();
}

}  // namespace spile::gherkin::grammar
