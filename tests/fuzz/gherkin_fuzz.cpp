// Any bytes as a feature, plain and in Markdown: parsing ends, errors have places, ids count up without a gap.
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/scenario/messages.hpp"
#include "lang/base/check.hpp"
#include "lang/gherkin/line.hpp"

using namespace spile;
using namespace spile::gherkin;

namespace {

/// Every id of a document and its pickles.
class Ids {
  public:
    void add(std::uint32_t id) {
        if (id >= seen_.size()) seen_.resize(id + std::size_t{1});
        SPILE_CHECK(!seen_[id], "an id is given once");
        seen_[id] = true;
    }
    void add(const std::vector<Tag>& tags) {
        for (const Tag& tag : tags)
            add(tag.id);
    }
    void add(const TableRow& row) { add(row.id); }
    void add(const std::vector<Step>& steps) {
        for (const Step& step : steps) {
            add(step.id);
            if (step.data_table) rows(step.data_table->rows);
        }
    }
    void operator()(const Background& background) {
        add(background.id);
        add(background.steps);
    }
    void operator()(const Scenario& scenario) {
        add(scenario.id);
        add(scenario.tags);
        add(scenario.steps);
        for (const Examples& examples : scenario.examples) {
            add(examples.id);
            add(examples.tags);
            if (examples.table_header) add(*examples.table_header);
            rows(examples.table_body);
        }
    }
    void operator()(const Rule& rule) {
        add(rule.id);
        add(rule.tags);
        for (const auto& child : rule.children)
            std::visit(*this, child);
    }
    void check_no_gap() const {
        for (const bool seen : seen_)
            SPILE_CHECK(seen, "no id is left out");
    }

  private:
    void rows(const std::vector<TableRow>& all) {
        for (const TableRow& row : all)
            add(row);
    }
    std::vector<bool> seen_;
};

void check_ids(const Feature& feature, const std::vector<Pickle>& pickles) {
    Ids ids;
    ids.add(feature.tags);
    for (const auto& child : feature.children)
        std::visit([&](const auto& part) { ids(part); }, child);
    std::uint32_t last = 0;
    for (const Pickle& pickle : pickles) {
        SPILE_CHECK(pickle.id >= last, "ids of pickles count up");
        last = pickle.id;
        ids.add(pickle.id);
        for (const PickleStep& step : pickle.steps) {
            SPILE_CHECK(step.type != KeywordType::conjunction, "a pickle's step has its own type");
            ids.add(step.id);
        }
    }
    ids.check_no_gap();
}

void check(std::string_view text, Syntax syntax) {
    const Parsed parsed = parse(text, syntax);
    const std::size_t lines = split_lines(text).size();
    SPILE_CHECK(parsed.errors.size() <= 11, "no more errors than the official parsers report");
    for (const ParseError& error : parsed.errors)
        SPILE_CHECK(error.location.line >= 1 && error.location.line <= lines + 1,
                    "an error lies in the file or at its end");
    if (!parsed.errors.empty()) return;
    const Compiled compiled = compile(parsed.document);
    if (parsed.document.feature && compiled.errors.empty()) check_ids(*parsed.document.feature, compiled.pickles);
    SPILE_CHECK(!engine::scenario::gherkin_document_json(parsed.document, "x").empty(), "a document can be written");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(bytes), size);
    check(text, Syntax::plain);
    check(text, Syntax::markdown);
    return 0;
}
