#include "engine/scenario/report/view.hpp"

#include <algorithm>
#include <map>

#include "lang/base/visible.hpp"

namespace spile::engine::scenario {

namespace {

/// What the ids of a document name, as far as results need it.
struct Names {
    std::map<std::uint32_t, std::string_view> step_keywords;
    struct Of {
        std::string_view keyword;
        std::string_view rule;
    };
    std::map<std::uint32_t, Of> scenarios;
};

std::string_view trimmed(std::string_view text) {
    const std::size_t end = text.find_last_not_of(' ');
    return text.substr(0, end == std::string_view::npos ? 0 : end + 1);
}

class NameReader {
  public:
    Names names;
    std::string_view rule;

    void operator()(const gherkin::Background& background) { steps(background.steps); }
    void operator()(const gherkin::Scenario& scenario) {
        names.scenarios[scenario.id] = {scenario.keyword, rule};
        steps(scenario.steps);
    }
    void operator()(const gherkin::Rule& of) {
        rule = of.name;
        for (const auto& child : of.children)
            std::visit(*this, child);
        rule = {};
    }

  private:
    void steps(const std::vector<gherkin::Step>& all) {
        for (const gherkin::Step& step : all)
            names.step_keywords[step.id] = trimmed(step.keyword);
    }
};

}  // namespace

std::string ScenarioView::title() const {
    std::string out = pickle->name.empty() ? "(" + std::string(keyword) + " without a name)" : pickle->name;
    if (example) out += " (line " + std::to_string(pickle->location.line) + ")";
    return out;
}

const StepView* ScenarioView::stopped() const {
    const auto found = std::find_if(steps.begin(), steps.end(), [](const StepView& step) {
        return step.result->status == Status::failed || step.result->status == Status::undefined;
    });
    return found == steps.end() ? nullptr : &*found;
}

FeatureView view_of(const FeatureResult& feature) {
    FeatureView view{.result = &feature, .name = feature.path, .description = {}, .scenarios = {}};
    NameReader reader;
    if (feature.document.feature && feature.errors.empty()) {
        const gherkin::Feature& written = *feature.document.feature;
        if (!written.name.empty()) view.name = written.name;
        view.description = written.description;
        for (const auto& child : written.children)
            std::visit(reader, child);
    }
    for (const ScenarioResult& result : feature.scenarios) {
        const gherkin::Pickle& pickle = feature.pickles.at(result.pickle);
        ScenarioView scenario{.pickle = &pickle, .result = &result, .example = pickle.ast_node_ids.size() > 1};
        if (!pickle.ast_node_ids.empty()) {
            const auto found = reader.names.scenarios.find(pickle.ast_node_ids.front());
            if (found != reader.names.scenarios.end()) {
                scenario.keyword = found->second.keyword;
                scenario.rule = found->second.rule;
            }
        }
        for (std::size_t i = 0; i < std::min(pickle.steps.size(), result.steps.size()); ++i) {
            StepView step{.step = &pickle.steps[i], .result = &result.steps[i], .keyword = {}};
            if (!step.step->ast_node_ids.empty())
                step.keyword = reader.names.step_keywords[step.step->ast_node_ids.front()];
            scenario.steps.push_back(step);
        }
        view.scenarios.push_back(std::move(scenario));
    }
    return view;
}

char sign(Difference::Kind kind) {
    return kind == Difference::Kind::same ? ' ' : kind == Difference::Kind::missing ? '-' : '+';
}

std::string explanation(const StepResult& step) {
    std::string out;
    if (!step.message.empty())
        for (const std::string_view line : lines_of(step.message))
            out += visible_line(line) + "\n";
    if (!step.difference.empty()) out += "expected (-) and found (+):\n";
    for (const Difference& difference : step.difference)
        for (const std::string_view line : lines_of(difference.text))
            out += std::string{sign(difference.kind), ' '} + visible_line(line) + "\n";
    return out;
}

std::string explanation(const ScenarioView& scenario) {
    const StepView* stopped = scenario.stopped();
    if (stopped != nullptr) return explanation(*stopped->result);
    return explanation(StepResult{.status = scenario.result->status, .message = scenario.result->message});
}

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    for (;;) {
        const std::size_t end = text.find('\n');
        lines.push_back(text.substr(0, std::min(end, text.size())));
        if (end == std::string_view::npos || end + 1 == text.size()) return lines;
        text.remove_prefix(end + 1);
    }
}

}  // namespace spile::engine::scenario
