#include "engine/scenario/selection.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <memory>
#include <set>

#include "lang/base/suggest.hpp"
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

std::uint32_t line_count(std::string_view text) {
    const auto ends = static_cast<std::uint32_t>(std::count(text.begin(), text.end(), '\n'));
    return text.empty() || text.back() == '\n' ? ends : ends + 1;
}

// The pickles that a line of a feature means.
std::vector<std::uint32_t> at_line(const FeatureResult& feature, std::uint32_t line) {
    std::vector<std::uint32_t> found;
    for (std::uint32_t i = 0; i < feature.pickles.size(); ++i) {
        if (feature.pickles[i].location.line == line) found.push_back(i);
    }
    if (!found.empty() || !feature.document.feature || line > line_count(feature.text)) return found;
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

// "@a" and "@b" of "@a and not (@b)".
std::vector<std::string> words_with_at(const std::string& expression) {
    std::vector<std::string> words;
    for (std::size_t at = 0; (at = expression.find('@', at)) != std::string::npos;) {
        const std::size_t end = std::min(expression.find_first_of(" \t()", at), expression.size());
        words.push_back(expression.substr(at, end - at));
        at = end;
    }
    return words;
}

// A line that no scenario has, and where there is one.
Error no_scenario_at(const FeatureResult& feature, std::uint32_t line) {
    std::string text = "`" + feature.path + "` has no scenario at line " + std::to_string(line);
    const std::uint32_t end = line_count(feature.text);
    if (line > end) text += "; the file ends at line " + std::to_string(end);
    if (feature.document.feature) {
        const std::vector<const Scenario*> all = scenarios_of(*feature.document.feature);
        const char* which = line > end ? ", and its last scenario is at line " : "; its first one is at line ";
        if (!all.empty()) text += which + std::to_string((line > end ? all.back() : all.front())->location.line);
    }
    return Error{std::move(text)};
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
                if (found.empty()) return no_scenario_at(feature, line);
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

std::string why_none(const Suite& suite, const Selection& selection) {
    std::size_t scenarios = 0;
    std::set<std::string> tags;
    for (const FeatureResult& feature : suite.features()) {
        scenarios += feature.pickles.size();
        for (const Pickle& pickle : feature.pickles) {
            for (const gherkin::PickleTag& tag : pickle.tags)
                tags.insert(tag.name);
        }
    }
    if (scenarios == 0 || (selection.tags.empty() && selection.names.empty())) return "";
    std::string text = "none of the scenarios (" + std::to_string(scenarios) + ") is chosen by";
    if (!selection.tags.empty()) text += " --tags `" + selection.tags + "`";
    for (const std::string& name : selection.names)
        text += " --name `" + name + "`";
    const std::vector<std::string_view> known(tags.begin(), tags.end());
    for (const std::string& tag : words_with_at(selection.tags)) {
        if (!tags.contains(tag)) text += "; no scenario has the tag `" + tag + "`" + did_you_mean(tag, known);
    }
    return text;
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
