#include "engine/scenario/changes.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace spile::engine::scenario {

namespace {

using Key = std::tuple<std::string, std::string, std::size_t>;

// Everything that a failed scenario says, in one text to compare; empty for one that passed.
std::string said(const ScenarioResult& scenario) {
    std::string text = scenario.message;
    for (std::size_t i = 0; i < scenario.steps.size(); ++i) {
        const StepResult& step = scenario.steps[i];
        if (step.status == Status::passed || step.status == Status::skipped) continue;
        text += std::to_string(i) + ": " + step.message;
        for (const Difference& each : step.difference)
            text += "\n" + std::to_string(static_cast<int>(each.kind)) + each.text;
    }
    return text;
}

}  // namespace

bool Changes::any() const {
    return !failing.features.empty() || !failing.errors.empty() || !passing.empty();
}

Changes changes(const RunResult& before, const RunResult& after) {
    std::map<Key, std::string> known;
    for (const FeatureResult& feature : before.features) {
        std::map<std::string, std::size_t> seen;
        for (const ScenarioResult& scenario : feature.scenarios) {
            const std::string& name = feature.pickles[scenario.pickle].name;
            known[Key{feature.path, name, seen[name]++}] =
                scenario.status == Status::passed ? std::string() : said(scenario);
        }
    }
    Changes made;
    made.failing.summary = after.summary;
    for (const std::string& error : after.errors) {
        if (std::find(before.errors.begin(), before.errors.end(), error) == before.errors.end())
            made.failing.errors.push_back(error);
    }
    for (const FeatureResult& feature : after.features) {
        const auto unread = [&](const FeatureResult& each) {
            return each.path == feature.path && !each.errors.empty();
        };
        FeatureResult shown = feature;
        shown.scenarios.clear();
        if (std::any_of(before.features.begin(), before.features.end(), unread)) shown.errors.clear();
        std::map<std::string, std::size_t> seen;
        for (const ScenarioResult& scenario : feature.scenarios) {
            const gherkin::Pickle& pickle = feature.pickles[scenario.pickle];
            const auto earlier = known.find(Key{feature.path, pickle.name, seen[pickle.name]++});
            const bool failed_before = earlier != known.end() && !earlier->second.empty();
            if (scenario.status == Status::passed) {
                if (failed_before)
                    made.passing.push_back(feature.path + ":" + std::to_string(pickle.location.line) + ": " +
                                           pickle.name);
            } else if (!failed_before || earlier->second != said(scenario)) {
                shown.scenarios.push_back(scenario);
            }
        }
        if (!shown.scenarios.empty() || !shown.errors.empty()) made.failing.features.push_back(std::move(shown));
    }
    return made;
}

}  // namespace spile::engine::scenario
