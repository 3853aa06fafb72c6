#include "lang/gherkin/pickle.hpp"

#include <algorithm>
#include <utility>

namespace spile::gherkin {

namespace {

constexpr std::size_t k_text_limit = std::size_t{64} << 20U;  // bytes that filling in placeholders may make
constexpr std::size_t k_step_limit = 1'000'000;

/// The columns of an examples table and one of its rows; of plain scenarios: none.
struct Values {
    const TableRow* header = nullptr;
    const TableRow* row = nullptr;
};

std::uint32_t highest(const std::vector<Tag>& tags, std::uint32_t id) {
    for (const Tag& tag : tags)
        id = std::max(id, tag.id + 1);
    return id;
}

class Compiler {
  public:
    explicit Compiler(const Document& document) : feature_(document.feature) {}

    Compiled run() && {
        if (!feature_) return {};
        next_id_ = first_free_id();
        std::vector<const Step*> background;
        for (const auto& child : feature_->children)
            std::visit([&](const auto& part) { add(part, feature_->tags, background); }, child);
        return std::move(out_);
    }

  private:
    using Steps = std::vector<const Step*>;

    void add(const Background& background, const std::vector<Tag>&, Steps& steps) {
        for (const Step& step : background.steps)
            steps.push_back(&step);
    }

    void add(const Rule& rule, const std::vector<Tag>& inherited, const Steps& background) {
        std::vector<Tag> tags = inherited;
        tags.insert(tags.end(), rule.tags.begin(), rule.tags.end());
        Steps steps = background;
        for (const auto& child : rule.children)
            std::visit([&](const auto& part) { add(part, tags, steps); }, child);
    }

    void add(const Scenario& scenario, const std::vector<Tag>& inherited, const Steps& background) {
        std::vector<Tag> tags = inherited;
        tags.insert(tags.end(), scenario.tags.begin(), scenario.tags.end());
        if (scenario.examples.empty()) add_pickle(scenario, tags, background, {});
        for (const Examples& examples : scenario.examples) {
            if (!examples.table_header) continue;
            std::vector<Tag> all = tags;
            all.insert(all.end(), examples.tags.begin(), examples.tags.end());
            for (const TableRow& row : examples.table_body)
                add_pickle(scenario, all, background, {&*examples.table_header, &row});
        }
    }

    void add_pickle(const Scenario& scenario, const std::vector<Tag>& tags, const Steps& background, Values values) {
        if (stopped_) return;
        location_ = values.row != nullptr ? values.row->location : scenario.location;
        Pickle pickle{.language = feature_->language, .location = location_};
        KeywordType last = KeywordType::unknown;
        // A background makes no scenario of one that has no steps.
        if (!scenario.steps.empty()) {
            for (const Step* step : background)
                add_step(*step, {}, last, pickle);
        }
        for (const Step& step : scenario.steps)
            add_step(step, values, last, pickle);
        pickle.name = filled(scenario.name, values);
        for (const Tag& tag : tags)
            pickle.tags.push_back({tag.name, tag.id});
        pickle.ast_node_ids.push_back(scenario.id);
        if (values.row != nullptr) pickle.ast_node_ids.push_back(values.row->id);
        pickle.id = next_id_++;
        if (!stopped_) out_.pickles.push_back(std::move(pickle));
    }

    void add_step(const Step& step, Values values, KeywordType& last, Pickle& pickle) {
        if (++steps_ > k_step_limit) stop("the scenarios of this file come to more than 1,000,000 steps");
        if (stopped_) return;
        if (step.keyword_type != KeywordType::conjunction) last = step.keyword_type;
        PickleStep out{.text = filled(step.text, values), .type = last, .location = step.location};
        if (step.doc_string) {
            PickleDocString doc{.content = filled(step.doc_string->content, values),
                                .location = step.doc_string->location};
            if (step.doc_string->media_type) doc.media_type = filled(*step.doc_string->media_type, values);
            out.doc_string = std::move(doc);
        }
        if (step.data_table) out.data_table = filled(*step.data_table, values);
        out.ast_node_ids.push_back(step.id);
        if (values.row != nullptr) out.ast_node_ids.push_back(values.row->id);
        out.id = next_id_++;
        pickle.steps.push_back(std::move(out));
    }

    /// "<column>" becomes the row's cell, column by column, so that a value may hold the placeholder of a later one.
    std::string filled(const std::string& text, Values values) {
        std::string out = text;
        if (values.row != nullptr && out.find('<') != std::string::npos) {
            for (std::size_t i = 0; i < values.row->cells.size(); ++i)
                replace("<" + values.header->cells[i].value + ">", values.row->cells[i].value, out);
        }
        spend(out.size());
        return out;
    }

    PickleTable filled(const DataTable& table, Values values) {
        PickleTable out{.location = table.location};
        for (const TableRow& row : table.rows) {
            std::vector<std::string>& cells = out.rows.emplace_back();
            for (const TableCell& cell : row.cells)
                cells.push_back(filled(cell.value, values));
        }
        return out;
    }

    void replace(const std::string& placeholder, const std::string& value, std::string& text) {
        std::size_t found = stopped_ ? std::string::npos : text.find(placeholder);
        if (found == std::string::npos) return;
        std::string out;
        std::size_t done = 0;
        for (; found != std::string::npos && !stopped_; found = text.find(placeholder, done)) {
            out.append(text, done, found - done);
            out += value;
            done = found + placeholder.size();
            spend(value.size());
        }
        out.append(text, done);
        text = std::move(out);
    }

    void spend(std::size_t bytes) {
        spent_ += bytes;
        if (spent_ > k_text_limit) stop("the scenarios of this file come to more than 64 MiB of text");
    }

    void stop(std::string_view why) {
        if (stopped_) return;
        stopped_ = true;
        out_.errors.push_back({location_, "(" + std::to_string(location_.line) + ":" +
                                              std::to_string(location_.column) + "): " + std::string(why)});
    }

    /// The feature ends last, and its tags are numbered last; without tags the last child has the highest id.
    std::uint32_t first_free_id() const {
        std::uint32_t id = highest(feature_->tags, 0);
        if (!feature_->children.empty())
            std::visit([&](const auto& part) { id = std::max(id, part.id + 1); }, feature_->children.back());
        return id;
    }

    const std::optional<Feature>& feature_;
    Compiled out_;
    std::uint32_t next_id_ = 0;
    std::size_t spent_ = 0;
    std::size_t steps_ = 0;
    bool stopped_ = false;
    Location location_;  // of the scenario that is being compiled
};

}  // namespace

Compiled compile(const Document& document) {
    return Compiler(document).run();
}

std::vector<Pickle> pickles(const Document& document) {
    return compile(document).pickles;
}

}  // namespace spile::gherkin
