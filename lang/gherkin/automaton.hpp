// Which kinds of line may follow which. The states are those of the official grammar (gherkin.berp in
// github.com/cucumber/gherkin), folded: what may follow a step does not depend on how deep the step lies.
#pragma once

#include <cstdint>
#include <string_view>

#include "lang/gherkin/matcher.hpp"

namespace spile::gherkin {

/// What an accepted line does to the document. Several moves take the same kind of token.
enum class Move : std::uint8_t {
    end,
    language,
    feature_tags,
    more_tags,
    scenario_tags,
    examples_tags,
    rule_tags,
    feature,
    rule,
    background,
    scenario,
    examples,
    begin_description,
    describe,
    begin_description_by_comment,
    comment,
    empty,
    step,
    table_row,
    examples_row,
    open_doc_string,
    doc_string_line,
    close_doc_string,
};

class TokenSink {
  public:
    virtual ~TokenSink() = default;
    virtual void accept(Move move, const Token& token) = 0;
};

/// Feeds the accepted tokens to `sink`, in order; what does not fit goes to `errors` and is skipped. O(length).
void run(std::string_view text, Matcher& matcher, TokenSink& sink, ParseErrors& errors);

}  // namespace spile::gherkin
