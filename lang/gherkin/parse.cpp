#include "lang/gherkin/parse.hpp"

#include "lang/gherkin/automaton.hpp"
#include "lang/gherkin/tree_builder.hpp"

namespace spile::gherkin {

namespace {

class Recorder final : public TokenSink {
  public:
    void accept(Move, const Token& token) override { tokens.push_back(token); }
    std::vector<Token> tokens;
};

void run(std::string_view text, Syntax syntax, std::string_view language, TokenSink& sink, ParseErrors& errors) {
    const Dialect* dialect = find_dialect(language);
    if (dialect == nullptr) {
        errors.add({.line = 1, .column = 0}, "Language not supported: " + std::string(language));
        return;
    }
    const auto matcher =
        syntax == Syntax::markdown ? markdown_matcher(*dialect, errors) : plain_matcher(*dialect, errors);
    run(text, *matcher, sink, errors);
}

}  // namespace

Parsed parse(std::string_view text, Syntax syntax, std::string_view language) {
    ParseErrors errors;
    TreeBuilder builder(errors);
    run(text, syntax, language, builder, errors);
    return {.document = std::move(builder).take(), .errors = std::move(errors).take()};
}

std::vector<Token> tokenize(std::string_view text, Syntax syntax, std::string_view language) {
    ParseErrors errors;
    Recorder recorder;
    run(text, syntax, language, recorder, errors);
    return std::move(recorder.tokens);
}

}  // namespace spile::gherkin
