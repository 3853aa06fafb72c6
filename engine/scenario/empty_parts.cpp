#include "engine/scenario/empty_parts.hpp"

#include <algorithm>

namespace spile::engine::scenario {

namespace {

using gherkin::Examples;
using gherkin::Rule;
using gherkin::Scenario;

// "<size>" in a step: an outline's placeholder.
bool has_placeholder(const Scenario& scenario) {
    return std::any_of(scenario.steps.begin(), scenario.steps.end(), [](const gherkin::Step& step) {
        const std::size_t open = step.text.find('<');
        const std::size_t close = step.text.find('>', open == std::string::npos ? 0 : open);
        return open != std::string::npos && close != std::string::npos && close > open + 1;
    });
}

class Search {
  public:
    explicit Search(const std::string& path) : path_(path) {}

    void visit(const gherkin::Feature& feature) {
        for (const auto& child : feature.children) {
            if (const auto* scenario = std::get_if<Scenario>(&child)) visit(*scenario);
            if (const auto* rule = std::get_if<Rule>(&child)) visit(*rule);
        }
        if (scenarios_ == 0) add(feature.location, "the feature has no scenario, so nothing of it is run");
    }

    [[nodiscard]] std::vector<std::string> take() { return std::move(found_); }

  private:
    void visit(const Rule& rule) {
        const std::size_t before = scenarios_;
        for (const auto& child : rule.children) {
            if (const auto* scenario = std::get_if<Scenario>(&child)) visit(*scenario);
        }
        if (scenarios_ == before) add(rule.location, "the rule has no scenario, so nothing of it is run");
    }

    void visit(const Scenario& scenario) {
        ++scenarios_;
        const bool outline = scenario.keyword == "Scenario Outline" || scenario.keyword == "Scenario Template";
        if (scenario.examples.empty() && (outline || has_placeholder(scenario)))
            add(scenario.location, "the outline has no examples, so nothing fills in its placeholders");
        for (const Examples& examples : scenario.examples) {
            if (examples.table_body.empty())
                add(examples.location, "the examples have no row, so nothing of the outline is run for them");
        }
    }

    void add(gherkin::Location where, const std::string& what) {
        found_.push_back(path_ + ":" + std::to_string(where.line) + ": " + what);
    }

    const std::string& path_;
    std::size_t scenarios_ = 0;
    std::vector<std::string> found_;
};

}  // namespace

std::vector<std::string> empty_parts(const std::string& path, const gherkin::Document& document) {
    if (!document.feature) return {path + ": the file holds no feature"};
    Search search(path);
    search.visit(*document.feature);
    return search.take();
}

}  // namespace spile::engine::scenario
