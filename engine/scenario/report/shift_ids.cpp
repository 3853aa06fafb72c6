#include "engine/scenario/report/shift_ids.hpp"

#include <algorithm>

namespace spile::engine::scenario {

namespace {

class Shift {
  public:
    explicit Shift(std::uint32_t base) : base_(base), next_(base) {}
    [[nodiscard]] std::uint32_t next() const { return next_; }

    void operator()(gherkin::Background& background) {
        steps(background.steps);
        id(background.id);
    }
    void operator()(gherkin::Scenario& scenario) {
        tags(scenario.tags);
        steps(scenario.steps);
        for (gherkin::Examples& examples : scenario.examples) {
            tags(examples.tags);
            if (examples.table_header) id(examples.table_header->id);
            for (gherkin::TableRow& row : examples.table_body)
                id(row.id);
            id(examples.id);
        }
        id(scenario.id);
    }
    void operator()(gherkin::Rule& rule) {
        tags(rule.tags);
        for (auto& child : rule.children)
            std::visit(*this, child);
        id(rule.id);
    }
    void operator()(gherkin::Feature& feature) {
        tags(feature.tags);
        for (auto& child : feature.children)
            std::visit(*this, child);
    }
    void operator()(gherkin::Pickle& pickle) {
        for (gherkin::PickleStep& step : pickle.steps) {
            for (std::uint32_t& node : step.ast_node_ids)
                id(node);
            id(step.id);
        }
        for (gherkin::PickleTag& tag : pickle.tags)
            id(tag.ast_node_id);
        for (std::uint32_t& node : pickle.ast_node_ids)
            id(node);
        id(pickle.id);
    }

  private:
    void id(std::uint32_t& each) {
        each += base_;
        next_ = std::max(next_, each + 1);
    }
    void tags(std::vector<gherkin::Tag>& all) {
        for (gherkin::Tag& tag : all)
            id(tag.id);
    }
    void steps(std::vector<gherkin::Step>& all) {
        for (gherkin::Step& step : all) {
            if (step.data_table)
                for (gherkin::TableRow& row : step.data_table->rows)
                    id(row.id);
            id(step.id);
        }
    }

    std::uint32_t base_;
    std::uint32_t next_;
};

}  // namespace

Identified with_ids_from(std::uint32_t base, const gherkin::Document& document,
                         const std::vector<gherkin::Pickle>& pickles) {
    Identified out{document, pickles, base};
    Shift shift(base);
    if (out.document.feature) shift(*out.document.feature);
    for (gherkin::Pickle& pickle : out.pickles)
        shift(pickle);
    out.next = shift.next();
    return out;
}

}  // namespace spile::engine::scenario
