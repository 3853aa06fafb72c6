// What a run of features leaves: one structure that every test report prints. Nothing in it depends on the clock.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lang/gherkin/pickle.hpp"

namespace spile::engine::scenario {

/// As the messages of Cucumber name them. `undefined`: no step of the vocabulary reads so; `skipped`: an earlier step
/// of the scenario did not pass.
enum class Status : std::uint8_t { passed, failed, undefined, skipped };
[[nodiscard]] std::string_view word(Status status);

/// One line of the difference between what was expected and what was found: a row of "the findings are exactly:", or
/// the two texts of any other comparison.
struct Difference {
    enum class Kind : std::uint8_t { same, missing, unexpected };  // missing: expected, not found
    Kind kind = Kind::same;
    std::string text;
};

/// A value that the step's text holds: what the expression's parameter matched. Byte offsets into the step's text.
struct StepArgument {
    std::string parameter_type;  // "policy", "path" …
    std::string text;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

struct StepResult {
    Status status = Status::passed;
    std::string expression;  // of the vocabulary that it matched; empty: undefined
    std::vector<StepArgument> arguments;
    std::string message;  // why it did not pass: what, where, nearest match, what to do
    std::vector<Difference> difference;
};

struct ScenarioResult {
    std::uint32_t pickle = 0;  // index into FeatureResult::pickles
    Status status = Status::passed;
    std::vector<StepResult> steps;  // one for each of the pickle's steps
    std::string message;            // why it failed without any step
};

struct FeatureResult {
    std::string path;
    std::string text;
    gherkin::Document document;            // meaningless when `errors` is not empty
    std::vector<gherkin::Pickle> pickles;  // all, selected or not
    std::vector<gherkin::ParseError> errors;
    std::vector<ScenarioResult> scenarios;  // the selected ones, in order
};

struct RunSummary {
    std::uint32_t features = 0;
    std::uint32_t scenarios = 0;
    std::uint32_t passed = 0;
    std::uint32_t failed = 0;  // undefined ones too
    std::uint32_t steps = 0;
};

struct RunResult {
    std::vector<FeatureResult> features;  // by path
    RunSummary summary;
    std::vector<std::string>
        errors;  // of parts that run nothing: a feature without scenarios, an outline without examples
    [[nodiscard]] bool passed() const;
};

}  // namespace spile::engine::scenario
