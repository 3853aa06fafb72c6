// Accepted tokens -> document. Ids are given out when a part ends, innermost first, as the official builder does.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lang/gherkin/automaton.hpp"

namespace spile::gherkin {

class TreeBuilder final : public TokenSink {
  public:
    /// `errors` must outlive the builder.
    explicit TreeBuilder(ParseErrors& errors) : errors_(errors) {}

    void accept(Move move, const Token& token) override;
    /// After the token `end`; before it, what was complete.
    [[nodiscard]] Document take() &&;

  private:
    void begin(Move move, const Token& token);
    void add_tags(const Token& token);
    void add_row(const Token& token);
    /// The lines of the description that just ended go to the innermost open part.
    void finish_description();
    void finish_doc_string();
    void finish_table();
    void finish_step();
    void finish_background();
    void finish_examples();
    void finish_scenario();
    void finish_rule();
    void finish_feature();
    void number(std::vector<Tag>& tags);
    [[nodiscard]] std::vector<Tag> take_tags();
    [[nodiscard]] std::vector<Step>* open_steps();

    ParseErrors& errors_;
    std::uint32_t next_id_ = 0;
    Document document_;
    // What is open; at most one of each.
    std::optional<Feature> feature_;
    std::optional<Rule> rule_;
    std::optional<Background> background_;
    std::optional<Scenario> scenario_;
    std::optional<Examples> examples_;
    std::optional<Step> step_;
    std::vector<TableRow> table_;
    std::vector<Tag> tags_;           // of the part that comes
    std::vector<std::string> lines_;  // of the open description or doc string
};

}  // namespace spile::gherkin
