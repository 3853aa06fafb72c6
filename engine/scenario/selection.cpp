#include "engine/scenario/selection.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <memory>

#include "lang/gherkin/tag_expression.hpp"

namespace spile::engine::scenario {

namespace {

using gherkin::Pickle;
using gherkin::Scenario;

std::vector<const Scenario*> scenarios_of(const gherkin::Feature& feature) {
    std::vector<const Scenario*> all;
    for (const auto& child : feature.children) {
        if (const auto* scenario = std::get_if<Scenario>(&child)) all.push_back(scenario);
        const auto* rule = std::get_if<gherkin::Rule>(&child);
        if (rule == nullptr) continue;
        for (const auto& inner : rule->children) {
            if (const auto* scenario = std::get_if<Scenario>(&inner)) all.push_back(scenario);
        }
    }
    return all;
}

std::uint32_t first_line(const Scenario& scenario) {
    return scenario.tags.empty() ? scenario.location.line
                                 : std::min(scenario.location.line, scenario.tags.front().location.line);
}

// The pickles that a line of a feature means.
std::vector<std::uint32_t> at_line(const FeatureResult& feature, std::uint32_t line) {
    std::vector<std::uint32_t> found;
    for (std::uint32_t i = 0; i < feature.pickles.size(); ++i) {
        if (feature.pickles[i].location.line == line) found.push_back(i);
    }
    if (!found.empty() || !feature.document.feature) return found;
    const bool whole = feature.document.feature->location.line == line;
    const Scenario* around = nullptr;
    for (const Scenario* scenario : scenarios_of(*feature.document.feature)) {
        if (first_line(*scenario) <= line) around = scenario;
    }
    for (std::uint32_t i = 0; i < feature.pickles.size(); ++i) {
        const Pickle& pickle = feature.pickles[i];
        if (whole || (around != nullptr && pickle.ast_node_ids.front() == around->id)) found.push_back(i);
    }
    return found;
}

Result<std::vector<std::unique_ptr<re2::RE2>>> compiled(const std::vector<std::string>& patterns) {
    std::vector<std::unique_ptr<re2::RE2>> made;
    for (const std::string& pattern : patterns) {
        made.push_back(std::make_unique<re2::RE2>(pattern, re2::RE2::Quiet));
        if (!made.back()->ok()) return Error{"`" + pattern + "` is no regular expression: " + made.back()->error()};
    }
    return made;
}

}  // namespace

Result<std::vector<ScenarioRef>> select(const Suite& suite, const Selection& selection) {
    const Result<gherkin::TagExpression> tags = gherkin::TagExpression::parse(selection.tags);
    if (!tags.ok()) return tags.error();
    const Result<std::vector<std::unique_ptr<re2::RE2>>> names = compiled(selection.names);
    if (!names.ok()) return names.error();
    std::vector<ScenarioRef> chosen;
    const std::vector<FeatureResult>& features = suite.features();
    for (std::uint32_t i = 0; i < features.size(); ++i) {
        const FeatureResult& feature = features[i];
        std::vector<bool> by_line(feature.pickles.size(), true);
        if (const auto lines = selection.lines.find(feature.path);
            lines != selection.lines.end() && feature.errors.empty()) {
            by_line.assign(feature.pickles.size(), false);
            for (const std::uint32_t line : lines->second) {
                const std::vector<std::uint32_t> found = at_line(feature, line);
                if (found.empty())
                    return Error{"`" + feature.path + "` has no scenario at line " + std::to_string(line)};
                for (const std::uint32_t pickle : found)
                    by_line[pickle] = true;
            }
        }
        for (std::uint32_t j = 0; j < feature.pickles.size(); ++j) {
            const Pickle& pickle = feature.pickles[j];
            std::vector<std::string> own;
            for (const gherkin::PickleTag& tag : pickle.tags)
                own.push_back(tag.name);
            const bool named = names.value().empty() ||
                               std::any_of(names.value().begin(), names.value().end(), [&](const auto& pattern) {
                                   return re2::RE2::PartialMatch(pickle.name, *pattern);
                               });
            if (by_line[j] && named && tags.value().matches(own)) chosen.push_back({i, j});
        }
    }
    std::vector<ScenarioRef> share;
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        if (i % selection.shards == selection.shard - 1) share.push_back(chosen[i]);
    }
    return share;
}

std::string rerun_text(const RunResult& result) {
    std::string out;
    for (const FeatureResult& feature : result.features) {
        if (!feature.errors.empty()) out += feature.path + "\n";
        for (const ScenarioResult& scenario : feature.scenarios) {
            if (scenario.status == Status::passed) continue;
            out += feature.path + ":" + std::to_string(feature.pickles[scenario.pickle].location.line) + "\n";
        }
    }
    return out;
}

}  // namespace spile::engine::scenario
