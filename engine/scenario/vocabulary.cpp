#include "engine/scenario/vocabulary.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "lang/base/check.hpp"
#include "lang/base/suggest.hpp"

namespace spile::engine::scenario {

namespace {

using Keyword = StepDefinition::Keyword;
using Takes = StepDefinition::Takes;

bool stands_under(Keyword keyword, gherkin::KeywordType type) {
    switch (type) {
        case gherkin::KeywordType::context:
            return keyword == Keyword::given;
        case gherkin::KeywordType::action:
            return keyword == Keyword::when;
        case gherkin::KeywordType::outcome:
            return keyword == Keyword::then;
        case gherkin::KeywordType::unknown:  // `*`
        case gherkin::KeywordType::conjunction:
            return true;
    }
    return false;
}

std::string_view word(Keyword keyword) {
    static constexpr std::array<std::string_view, 3> k_words = {"Given", "When", "Then"};
    return k_words[static_cast<std::size_t>(keyword)];
}

std::string problem_of_block(const StepDefinition& step, const gherkin::PickleStep& written) {
    const bool has_text = written.doc_string.has_value();
    const bool has_table = written.data_table.has_value();
    if (step.takes == Takes::doc_string && !has_text)
        return "this step needs a doc string: a block between two lines of \"\"\" below it";
    if (step.takes == Takes::table && !has_table) return "this step needs a table: rows of | cells | below it";
    if (step.takes != Takes::doc_string && has_text) return "this step takes no doc string";
    if (step.takes != Takes::table && has_table) return "this step takes no table";
    return {};
}

// The words of a step's text or of an expression; what is quoted, and each parameter, is one word.
struct Word {
    enum class Kind : std::uint8_t { plain, quoted, parameter };  // parameter: of one word without quotes
    std::string text;
    Kind kind = Kind::plain;
};

std::vector<Word> words_of(std::string_view text) {
    std::vector<Word> words;
    for (std::size_t at = 0; at < text.size();) {
        const char first = text[at];
        if (first == ' ') {
            ++at;
            continue;
        }
        const char closing = first == '{' ? '}' : first == '"' || first == '`' ? first : '\0';
        std::size_t end = closing == '\0' ? text.find(' ', at) : text.find(closing, at + 1);
        if (end == std::string_view::npos) end = text.size();
        if (closing != '\0' && end < text.size()) ++end;
        std::string word(text.substr(at, end - at));
        // A comma or colon behind a parameter is no word of its own.
        while (closing != '\0' && end < text.size() && text[end] != ' ')
            ++end;
        const bool quoted = first == '"' || first == '`' || word == "{string}" || word == "{path}" ||
                            word == "{value}" || word == "{expression}" || word == "{instruction}";
        words.push_back({std::move(word), quoted            ? Word::Kind::quoted
                                          : closing == '\0' ? Word::Kind::plain
                                                            : Word::Kind::parameter});
        at = end;
    }
    return words;
}

double cost(const Word& expected, const Word& written) {
    if (expected.kind == Word::Kind::quoted || written.kind == Word::Kind::quoted)
        return expected.kind == written.kind ? 0 : 1;
    if (expected.kind == Word::Kind::parameter) return 0.1;
    const std::size_t length = std::max(expected.text.size(), written.text.size());
    return std::min(
        1.0, 2.0 * static_cast<double>(edit_distance(expected.text, written.text)) / static_cast<double>(length));
}

// Word by word edit distance, as a share of the longer text's words.
double distance(const std::vector<Word>& expected, const std::vector<Word>& written) {
    std::vector<double> row(written.size() + 1);
    for (std::size_t j = 0; j <= written.size(); ++j)
        row[j] = static_cast<double>(j);
    for (std::size_t i = 1; i <= expected.size(); ++i) {
        double diagonal = row[0];
        row[0] = static_cast<double>(i);
        for (std::size_t j = 1; j <= written.size(); ++j) {
            const double changed = diagonal + cost(expected[i - 1], written[j - 1]);
            diagonal = row[j];
            row[j] = std::min({changed, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row.back() / static_cast<double>(std::max<std::size_t>(1, std::max(expected.size(), written.size())));
}

}  // namespace

const std::vector<gherkin::ParameterType>& vocabulary_types() {
    static const std::vector<gherkin::ParameterType> types{
        {"policy", {R"([^\s"`]+)"}},
        {"resource", {R"([^\s"`\[\]]+(?:\[(?:"(?:[^"`\\]|\\.)*"|[^\]`"]*)\][^\s"`\[\]]*)*)"}},
        {"path", {R"(`([^`]+)`)"}},
        {"value", {R"(`([^`]*)`)"}},
        {"expression", {R"(`([^`]+)`)"}},
        {"verdict", {R"(not applicable|[^\s"`]+)"}},
        {"severity", {R"([^\s"`]+)"}},
        {"truth", {R"(true|false|unknown)"}},
        {"type", {R"([^\s"`]+)"}},
        {"count", {R"(\d{1,9})"}},
        {"date", {R"([^\s"`]+)"}},
        {"instruction", {R"(`([^`]+)`)"}},
    };
    return types;
}

Vocabulary::Vocabulary() {
    gherkin::ParameterTypes types;
    for (const gherkin::ParameterType& type : vocabulary_types())
        SPILE_CHECK(types.add(type), "a parameter type has a name of its own");
    for (const auto group : {given_documents(), given_plans(), given_context(), given_edits(), when_steps(),
                             then_verdict(), then_finding(), then_remedy(), then_infrastructure()}) {
        for (const StepDefinition& step : group) {
            Result<gherkin::CucumberExpression> compiled = gherkin::CucumberExpression::compile(step.expression, types);
            SPILE_CHECK(compiled.ok(), "the step `" + std::string(step.expression) + "` is a cucumber expression");
            const std::string_view beginning = step.expression.substr(0, step.expression.find_first_of("{(/\\"));
            steps_.push_back(step);
            entries_.push_back({step, std::string(beginning), std::move(compiled).value()});
        }
    }
}

Match Vocabulary::match(const gherkin::PickleStep& written) const {
    Match match;
    match.call.written = &written;
    const StepDefinition* misplaced = nullptr;
    for (const Entry& entry : entries_) {
        if (!std::string_view(written.text).starts_with(entry.beginning)) continue;
        std::optional<std::vector<gherkin::Argument>> arguments = entry.expression.match(written.text);
        if (!arguments) continue;
        if (!stands_under(entry.definition.keyword, written.type)) {
            misplaced = &entry.definition;
            continue;
        }
        match.definition = &entry.definition;
        match.call.arguments = std::move(*arguments);
        match.problem = problem_of_block(entry.definition, written);
        return match;
    }
    if (misplaced != nullptr) {
        match.problem = "this is a " + std::string(word(misplaced->keyword)) + " step (`" +
                        std::string(misplaced->expression) + "`) and cannot stand here; write it under " +
                        std::string(word(misplaced->keyword));
    } else {
        match.problem = "there is no such step" + nearest(written.text);
    }
    return match;
}

std::vector<std::string_view> Vocabulary::matching(const std::string& text) const {
    std::vector<std::string_view> found;
    for (const Entry& entry : entries_) {
        if (entry.expression.match(text)) found.push_back(entry.definition.expression);
    }
    return found;
}

std::string Vocabulary::nearest(const std::string& text) const {
    constexpr double k_near = 0.5;
    const std::vector<Word> written = words_of(text);
    const StepDefinition* best = nullptr;
    double least = k_near;
    for (const StepDefinition& step : steps_) {
        const double far = distance(words_of(step.expression), written);
        if (far >= least) continue;
        least = far;
        best = &step;
    }
    if (best == nullptr) return "; `spile test --steps` lists all there are";
    return "; did you mean `" + std::string(best->expression) + "`?";
}

}  // namespace spile::engine::scenario
