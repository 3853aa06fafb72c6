#include "lang/gherkin/automaton.hpp"

#include <span>
#include <string>

namespace spile::gherkin {

namespace {

enum class Place : std::uint8_t {
    start,
    language,
    feature_tags,
    scenario_tags,
    examples_tags,
    rule_tags,
    header,  // of a feature or rule
    header_description,
    background,
    background_description,
    scenario,
    scenario_description,
    examples,
    examples_description,
    examples_table,
    step,
    table_first,       // may be followed by a doc string
    doc_string_last,   // inside a doc string after a table
    step_complete,     // both arguments are there
    doc_string_first,  // inside a doc string that a table may follow
    doc_string_closed,
    table_last,
};

using Moves = std::span<const Move>;

/// In the order in which they are tried, and in which errors name them: `before`, then what may follow any part, then
/// `after`.
struct Options {
    Moves before;
    bool siblings = true;
    Moves after;
};

using enum Move;
constexpr Move k_start[] = {end, Move::language, Move::feature_tags, feature, comment, empty};
constexpr Move k_language[] = {Move::feature_tags, feature, comment, empty};
constexpr Move k_feature_tags[] = {more_tags, feature, comment, empty};
constexpr Move k_scenario_tags[] = {more_tags, Move::scenario, comment, empty};
constexpr Move k_examples_tags[] = {more_tags, Move::examples, comment, empty};
constexpr Move k_rule_tags[] = {more_tags, rule, comment, empty};
constexpr Move k_header[] = {end, empty, begin_description_by_comment, Move::background};
constexpr Move k_header_description[] = {end, comment, Move::background};
constexpr Move k_steps[] = {end, empty, begin_description_by_comment, Move::step};
constexpr Move k_steps_description[] = {end, comment, Move::step};
constexpr Move k_examples[] = {end, empty, begin_description_by_comment, examples_row};
constexpr Move k_examples_description[] = {end, comment, examples_row};
constexpr Move k_examples_table[] = {end, examples_row};
constexpr Move k_step[] = {end, table_row, open_doc_string, Move::step};
constexpr Move k_step_and_table[] = {end, table_row, Move::step};
constexpr Move k_step_complete[] = {end, Move::step};
constexpr Move k_doc_string[] = {close_doc_string, doc_string_line};
constexpr Move k_title_end[] = {begin_description};
constexpr Move k_description_end[] = {describe};
constexpr Move k_body_end[] = {comment, empty};
constexpr Move k_siblings[] = {Move::scenario_tags, Move::rule_tags, Move::scenario, rule};
constexpr Move k_siblings_of_scenario[] = {Move::examples_tags, Move::scenario_tags, Move::rule_tags,
                                           Move::examples,      Move::scenario,      rule};

constexpr Options options_at(Place place) {
    switch (place) {
        case Place::start:
            return {k_start, false, {}};
        case Place::language:
            return {k_language, false, {}};
        case Place::feature_tags:
            return {k_feature_tags, false, {}};
        case Place::scenario_tags:
            return {k_scenario_tags, false, {}};
        case Place::examples_tags:
            return {k_examples_tags, false, {}};
        case Place::rule_tags:
            return {k_rule_tags, false, {}};
        case Place::header:
            return {k_header, true, k_title_end};
        case Place::header_description:
            return {k_header_description, true, k_description_end};
        case Place::background:
        case Place::scenario:
            return {k_steps, true, k_title_end};
        case Place::background_description:
        case Place::scenario_description:
            return {k_steps_description, true, k_description_end};
        case Place::examples:
            return {k_examples, true, k_title_end};
        case Place::examples_description:
            return {k_examples_description, true, k_description_end};
        case Place::examples_table:
            return {k_examples_table, true, k_body_end};
        case Place::step:
        case Place::table_first:
            return {k_step, true, k_body_end};
        case Place::doc_string_closed:
        case Place::table_last:
            return {k_step_and_table, true, k_body_end};
        case Place::step_complete:
            return {k_step_complete, true, k_body_end};
        case Place::doc_string_first:
        case Place::doc_string_last:
            return {k_doc_string, false, {}};
    }
    return {};
}

constexpr TokenType token_of(Move move) {
    switch (move) {
        case end:
            return TokenType::eof;
        case Move::language:
            return TokenType::language;
        case Move::feature_tags:
        case more_tags:
        case Move::scenario_tags:
        case Move::examples_tags:
        case Move::rule_tags:
            return TokenType::tag_line;
        case feature:
            return TokenType::feature_line;
        case rule:
            return TokenType::rule_line;
        case Move::background:
            return TokenType::background_line;
        case Move::scenario:
            return TokenType::scenario_line;
        case Move::examples:
            return TokenType::examples_line;
        case begin_description:
        case describe:
        case doc_string_line:
            return TokenType::other;
        case begin_description_by_comment:
        case comment:
            return TokenType::comment;
        case empty:
            return TokenType::empty;
        case Move::step:
            return TokenType::step_line;
        case table_row:
        case examples_row:
            return TokenType::table_row;
        case open_doc_string:
        case close_doc_string:
            return TokenType::doc_string_separator;
    }
    return TokenType::other;
}

constexpr Place described(Place place) {
    if (place == Place::background) return Place::background_description;
    if (place == Place::scenario) return Place::scenario_description;
    return place == Place::examples ? Place::examples_description : Place::header_description;
}

constexpr Place after(Place place, Move move) {
    switch (move) {
        case Move::language:
            return Place::language;
        case Move::feature_tags:
            return Place::feature_tags;
        case Move::scenario_tags:
            return Place::scenario_tags;
        case Move::examples_tags:
            return Place::examples_tags;
        case Move::rule_tags:
            return Place::rule_tags;
        case feature:
        case rule:
            return Place::header;
        case Move::background:
            return Place::background;
        case Move::scenario:
            return Place::scenario;
        case Move::examples:
            return Place::examples;
        case begin_description:
        case begin_description_by_comment:
            return described(place);
        case Move::step:
            return Place::step;
        case table_row:
            return place == Place::step                ? Place::table_first
                   : place == Place::doc_string_closed ? Place::table_last
                                                       : place;
        case examples_row:
            return Place::examples_table;
        case open_doc_string:
            return place == Place::table_first ? Place::doc_string_last : Place::doc_string_first;
        case close_doc_string:
            return place == Place::doc_string_last ? Place::step_complete : Place::doc_string_closed;
        case end:
        case more_tags:
        case describe:
        case comment:
        case empty:
        case doc_string_line:
            return place;
    }
    return place;
}

class Automaton {
  public:
    Automaton(std::string_view text, Matcher& matcher, TokenSink& sink, ParseErrors& errors)
        : lines_(split_lines(text)), matcher_(matcher), sink_(sink), errors_(errors) {}

    void run() {
        // One round more than there are lines: the end is a token too.
        for (at_ = 0; at_ <= lines_.size() && !errors_.full(); ++at_) {
            const Options options = options_at(place_);
            const Moves siblings = in_scenario_ ? Moves(k_siblings_of_scenario) : Moves(k_siblings);
            if (take(options.before) || (options.siblings && take(siblings)) || take(options.after)) continue;
            report(options, options.siblings ? siblings : Moves());
        }
    }

  private:
    bool take(Moves moves) {
        for (const Move move : moves) {
            Token token;
            if (!fits(move, at_, token) || !is_followed(move)) continue;
            sink_.accept(move, token);
            if (at_ < lines_.size()) matcher_.accept(lines_[at_], token);
            place_ = after(place_, move);
            if (move == Move::scenario || move == Move::examples) in_scenario_ = true;
            if (move == Move::background || move == rule) in_scenario_ = false;
            return true;
        }
        return false;
    }

    bool fits(Move move, std::size_t line, Token& token) { return fits(token_of(move), line, token); }

    bool fits(TokenType type, std::size_t line, Token& token) {
        if (line < lines_.size()) return matcher_.match(type, lines_[line], token);
        token = {.type = TokenType::eof, .location = {.line = end_line(), .column = 1}};
        return type == TokenType::eof;
    }

    /// Tags belong to what comes behind them.
    bool is_followed(Move move) {
        if (move == Move::scenario_tags) return comes(TokenType::scenario_line);
        if (move == Move::examples_tags) return comes(TokenType::examples_line);
        return true;
    }

    bool comes(TokenType type) {
        for (std::size_t line = at_ + 1; line < lines_.size(); ++line) {
            Token token;
            if (fits(type, line, token)) return true;
            if (!fits(TokenType::empty, line, token) && !fits(TokenType::comment, line, token) &&
                !fits(TokenType::tag_line, line, token))
                return false;
        }
        return false;
    }

    std::uint32_t end_line() const { return static_cast<std::uint32_t>(lines_.size() + 1); }

    void report(const Options& options, Moves siblings) {
        std::string expected;
        TokenType last = TokenType::eof;
        for (const Moves moves : {options.before, siblings, options.after}) {
            for (const Move move : moves) {
                const TokenType type = token_of(move);
                if (!expected.empty() && type == last) continue;
                expected += (expected.empty() ? "#" : ", #") + std::string(word(type));
                last = type;
            }
        }
        if (at_ == lines_.size()) {
            errors_.add({.line = end_line(), .column = 0}, "unexpected end of file, expected: " + expected);
            return;
        }
        const Line& line = lines_[at_];
        errors_.add({.line = line.number, .column = line.indent + 1},
                    "expected: " + expected + ", got '" + std::string(trim_right(line.trimmed)) + "'");
    }

    std::vector<Line> lines_;
    Matcher& matcher_;
    TokenSink& sink_;
    ParseErrors& errors_;
    std::size_t at_ = 0;
    Place place_ = Place::start;
    bool in_scenario_ = false;
};

}  // namespace

void run(std::string_view text, Matcher& matcher, TokenSink& sink, ParseErrors& errors) {
    Automaton(text, matcher, sink, errors).run();
}

}  // namespace spile::gherkin
