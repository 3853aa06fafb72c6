// The closed list of steps: what each reads like, what it takes besides its line, and the function that does it. A
// group of steps is a file of engine/scenario/steps; docs/reference/steps.md lists them all, and a test holds it to
// this.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/scenario/result.hpp"
#include "lang/gherkin/cucumber_expression.hpp"
#include "lang/gherkin/pickle.hpp"

namespace spile::engine::scenario {

class Play;

/// Why a step does not hold, for people; with the two sides where something was compared.
struct Failure {
    std::string message;
    std::vector<Difference> difference;
};
/// Nothing: the step holds.
using Answer = std::optional<Failure>;

/// A step of a scenario that the vocabulary knows: its arguments in the order of the expression's parameters.
struct Call {
    const gherkin::PickleStep* written = nullptr;
    std::vector<gherkin::Argument> arguments;

    [[nodiscard]] const std::string& argument(std::size_t i) const { return arguments.at(i).text; }
    [[nodiscard]] const gherkin::PickleDocString& doc_string() const { return *written->doc_string; }
    [[nodiscard]] const std::vector<std::vector<std::string>>& table() const { return written->data_table->rows; }
};

struct StepDefinition {
    enum class Keyword : std::uint8_t { given, when, then };
    enum class Takes : std::uint8_t { nothing, doc_string, table };
    /// What a scenario with this step needs before it runs.
    enum class Needs : std::uint8_t { nothing, every_type, expression, flow, chain };

    Keyword keyword = Keyword::given;
    std::string_view expression;  // a cucumber expression
    Takes takes = Takes::nothing;
    Answer (*run)(Play& play, const Call& call) = nullptr;
    Needs needs = Needs::nothing;
};

/// In the order of docs/reference/steps.md.
[[nodiscard]] std::span<const StepDefinition> given_documents();
[[nodiscard]] std::span<const StepDefinition> given_plans();
[[nodiscard]] std::span<const StepDefinition> given_context();
[[nodiscard]] std::span<const StepDefinition> given_edits();
[[nodiscard]] std::span<const StepDefinition> when_steps();
[[nodiscard]] std::span<const StepDefinition> then_verdict();
[[nodiscard]] std::span<const StepDefinition> then_finding();
[[nodiscard]] std::span<const StepDefinition> then_remedy();
[[nodiscard]] std::span<const StepDefinition> then_infrastructure();

/// A step's line held against the vocabulary.
struct Match {
    const StepDefinition* definition = nullptr;  // null: undefined, or not as it is written
    Call call;
    std::string problem;  // why there is no definition, or why it cannot stand so
};

/// What the expressions' parameters match, the built-in ones of cucumber expressions apart. Wide where a wrong word
/// should get its own error instead of "no such step".
[[nodiscard]] const std::vector<gherkin::ParameterType>& vocabulary_types();

/// The whole list, its expressions compiled. Immutable, so threads may share it.
class Vocabulary {
  public:
    Vocabulary();

    [[nodiscard]] const std::vector<StepDefinition>& steps() const noexcept { return steps_; }
    /// Which step the line is; `written` must outlive the match. A step stands under its own keyword: one that only
    /// reads like another (`… is removed` under Then) must not change what is tested.
    [[nodiscard]] Match match(const gherkin::PickleStep& written) const;
    /// The expressions that the text matches, whatever its keyword.
    [[nodiscard]] std::vector<std::string_view> matching(const std::string& text) const;

  private:
    struct Entry {
        StepDefinition definition;
        std::string beginning;  // the expression's words before its first parameter
        gherkin::CucumberExpression expression;
    };
    [[nodiscard]] std::string nearest(const std::string& text) const;

    std::vector<StepDefinition> steps_;
    std::vector<Entry> entries_;
};

}  // namespace spile::engine::scenario
