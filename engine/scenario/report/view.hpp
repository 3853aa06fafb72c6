// A feature's results beside what the feature says: keywords, rules and names, which results alone do not hold.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/scenario/result.hpp"

namespace spile::engine::scenario {

// Both views point into the result that they were made of.
struct StepView {
    const gherkin::PickleStep* step = nullptr;
    const StepResult* result = nullptr;
    std::string_view keyword;  // as written, without blanks: "Given"
};

struct ScenarioView {
    const gherkin::Pickle* pickle = nullptr;
    const ScenarioResult* result = nullptr;
    std::string_view keyword;  // "Scenario Outline"
    std::string_view rule;     // name of the rule that it stands in
    bool example = false;      // one row of an outline
    std::vector<StepView> steps;

    /// Unique in its feature: an example has its line behind the name.
    [[nodiscard]] std::string title() const;
    /// The first step that did not pass; null when all did.
    [[nodiscard]] const StepView* stopped() const;
};

struct FeatureView {
    const FeatureResult* result = nullptr;
    std::string_view name;  // the path where the feature has none
    std::string_view description;
    std::vector<ScenarioView> scenarios;
};

[[nodiscard]] FeatureView view_of(const FeatureResult& feature);

/// "expected, not found" and the like, for a difference's lines: '-', '+' or ' '.
[[nodiscard]] char sign(Difference::Kind kind);
/// The message, then the difference with its signs, a line each; what would act on a terminal is made visible.
[[nodiscard]] std::string explanation(const StepResult& step);
/// Why the scenario did not pass: of the step that stopped it, or of itself where it has none.
[[nodiscard]] std::string explanation(const ScenarioView& scenario);
/// Lines of a text, without their breaks.
[[nodiscard]] std::vector<std::string_view> lines_of(std::string_view text);

}  // namespace spile::engine::scenario
