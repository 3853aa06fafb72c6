#include "lang/gherkin/tree_builder.hpp"

#include <algorithm>
#include <utility>

#include "lang/gherkin/line.hpp"

namespace spile::gherkin {

namespace {

std::string joined(const std::vector<std::string>& lines) {
    std::string out;
    for (std::size_t i = 0; i < lines.size(); ++i)
        out += (i == 0 ? "" : "\n") + lines[i];
    return out;
}

/// Location, keyword and name, which all titled parts have.
template <class Part>
Part titled(const Token& token) {
    Part part;
    part.location = token.location;
    part.keyword = token.keyword;
    part.name = token.text;
    return part;
}

}  // namespace

void TreeBuilder::accept(Move move, const Token& token) {
    switch (move) {
        case Move::begin_description:
        case Move::describe:
        case Move::doc_string_line:
            lines_.push_back(token.text);
            return;
        case Move::begin_description_by_comment:
        case Move::comment:
            // In Markdown the line below a table's header takes a comment's place.
            if (token.type == TokenType::comment) document_.comments.push_back({token.location, token.text});
            return;
        case Move::empty:
        case Move::language:
            return;
        case Move::close_doc_string:
            finish_doc_string();
            return;
        case Move::table_row:
        case Move::examples_row:
            finish_description();
            add_row(token);
            return;
        default:
            finish_description();
            begin(move, token);
    }
}

void TreeBuilder::begin(Move move, const Token& token) {
    switch (move) {
        case Move::feature_tags:
        case Move::more_tags:
            add_tags(token);
            return;
        case Move::scenario_tags:
            finish_background();
            finish_scenario();
            add_tags(token);
            return;
        case Move::examples_tags:
            finish_step();
            finish_examples();
            add_tags(token);
            return;
        case Move::rule_tags:
            finish_rule();
            add_tags(token);
            return;
        case Move::feature:
            feature_ = titled<Feature>(token);
            feature_->language = token.language;
            feature_->tags = take_tags();
            return;
        case Move::rule:
            finish_rule();
            rule_ = titled<Rule>(token);
            rule_->tags = take_tags();
            return;
        case Move::background:
            background_ = titled<Background>(token);
            return;
        case Move::scenario:
            finish_background();
            finish_scenario();
            scenario_ = titled<Scenario>(token);
            scenario_->tags = take_tags();
            return;
        case Move::examples:
            finish_step();
            finish_examples();
            examples_ = titled<Examples>(token);
            examples_->tags = take_tags();
            return;
        case Move::step:
            finish_step();
            step_ = Step{.location = token.location,
                         .keyword = token.keyword,
                         .keyword_type = token.keyword_type,
                         .text = token.text};
            return;
        case Move::open_doc_string:
            finish_table();
            step_->doc_string = DocString{.location = token.location, .delimiter = token.keyword};
            if (!token.text.empty()) step_->doc_string->media_type = token.text;
            return;
        default:
            finish_feature();
    }
}

Document TreeBuilder::take() && {
    return std::move(document_);
}

void TreeBuilder::add_tags(const Token& token) {
    for (const TokenItem& item : token.items)
        tags_.push_back({.location = {token.location.line, item.column}, .name = item.text});
}

void TreeBuilder::add_row(const Token& token) {
    TableRow row{.location = token.location};
    for (const TokenItem& item : token.items)
        row.cells.push_back({.location = {token.location.line, item.column}, .value = item.text});
    table_.push_back(std::move(row));
}

void TreeBuilder::finish_description() {
    while (!lines_.empty() && trim(lines_.back()).empty())
        lines_.pop_back();
    const std::vector<std::string> lines = std::exchange(lines_, {});
    if (lines.empty()) return;
    std::string& description = examples_     ? examples_->description
                               : scenario_   ? scenario_->description
                               : background_ ? background_->description
                               : rule_       ? rule_->description
                                             : feature_->description;
    description = joined(lines);
}

void TreeBuilder::finish_doc_string() {
    step_->doc_string->content = joined(std::exchange(lines_, {}));
}

void TreeBuilder::finish_table() {
    std::vector<TableRow> rows = std::exchange(table_, {});
    if (rows.empty()) return;
    for (TableRow& row : rows)
        row.id = next_id_++;
    const auto odd = std::find_if(rows.begin(), rows.end(),
                                  [&](const TableRow& row) { return row.cells.size() != rows.front().cells.size(); });
    if (odd != rows.end()) {
        errors_.add(odd->location, "inconsistent cell count within the table");
        return;
    }
    if (!examples_) {
        const Location location = rows.front().location;
        step_->data_table = DataTable{.location = location, .rows = std::move(rows)};
        return;
    }
    examples_->table_header = std::move(rows.front());
    rows.erase(rows.begin());
    examples_->table_body = std::move(rows);
}

void TreeBuilder::finish_step() {
    if (!step_) return;
    finish_table();
    step_->id = next_id_++;
    open_steps()->push_back(*std::exchange(step_, std::nullopt));
}

void TreeBuilder::finish_background() {
    if (!background_) return;
    finish_step();
    background_->id = next_id_++;
    auto background = *std::exchange(background_, std::nullopt);
    if (rule_)
        rule_->children.emplace_back(std::move(background));
    else
        feature_->children.emplace_back(std::move(background));
}

void TreeBuilder::finish_examples() {
    if (!examples_) return;
    finish_table();
    number(examples_->tags);
    examples_->id = next_id_++;
    scenario_->examples.push_back(*std::exchange(examples_, std::nullopt));
}

void TreeBuilder::finish_scenario() {
    if (!scenario_) return;
    finish_step();
    finish_examples();
    number(scenario_->tags);
    scenario_->id = next_id_++;
    auto scenario = *std::exchange(scenario_, std::nullopt);
    if (rule_)
        rule_->children.emplace_back(std::move(scenario));
    else
        feature_->children.emplace_back(std::move(scenario));
}

void TreeBuilder::finish_rule() {
    finish_background();
    finish_scenario();
    if (!rule_) return;
    number(rule_->tags);
    rule_->id = next_id_++;
    feature_->children.emplace_back(*std::exchange(rule_, std::nullopt));
}

void TreeBuilder::finish_feature() {
    if (!feature_) return;
    finish_rule();
    number(feature_->tags);
    document_.feature = *std::exchange(feature_, std::nullopt);
}

void TreeBuilder::number(std::vector<Tag>& tags) {
    for (Tag& tag : tags)
        tag.id = next_id_++;
}

std::vector<Tag> TreeBuilder::take_tags() {
    return std::exchange(tags_, {});
}

std::vector<Step>* TreeBuilder::open_steps() {
    return background_ ? &background_->steps : &scenario_->steps;
}

}  // namespace spile::gherkin
