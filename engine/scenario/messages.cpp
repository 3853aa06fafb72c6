#include "engine/scenario/messages.hpp"

#include <utility>

namespace spile::engine::scenario {

namespace {

std::string id_text(std::uint32_t id) {
    return std::to_string(id);
}

Json ids_json(const std::vector<std::uint32_t>& ids) {
    Json::Array out;
    for (const std::uint32_t id : ids)
        out.emplace_back(id_text(id));
    return out;
}

// Declared before `array`, which looks for the right one.
Json to_json(const gherkin::Tag& tag);
Json to_json(const gherkin::Comment& comment);
Json to_json(const gherkin::TableCell& cell);
Json to_json(const gherkin::TableRow& row);
Json to_json(const gherkin::Step& step);
Json to_json(const gherkin::Examples& examples);
Json to_json(const gherkin::PickleTag& tag);
Json to_json(const gherkin::PickleStep& step);

template <class Items>
Json array(const Items& items) {
    Json::Array out;
    for (const auto& item : items)
        out.push_back(to_json(item));
    return out;
}

Json to_json(const gherkin::Tag& tag) {
    return Json::Object{{"location", location_json(tag.location)}, {"name", tag.name}, {"id", id_text(tag.id)}};
}

Json to_json(const gherkin::Comment& comment) {
    return Json::Object{{"location", location_json(comment.location)}, {"text", comment.text}};
}

Json to_json(const gherkin::TableCell& cell) {
    return Json::Object{{"location", location_json(cell.location)}, {"value", cell.value}};
}

Json to_json(const gherkin::TableRow& row) {
    return Json::Object{
        {"location", location_json(row.location)}, {"cells", array(row.cells)}, {"id", id_text(row.id)}};
}

Json to_json(const gherkin::DocString& doc) {
    Json::Object out{{"location", location_json(doc.location)}};
    if (doc.media_type) out.emplace_back("mediaType", *doc.media_type);
    out.emplace_back("content", doc.content);
    out.emplace_back("delimiter", doc.delimiter);
    return out;
}

Json to_json(const gherkin::Step& step) {
    Json::Object out{{"location", location_json(step.location)},
                     {"keyword", step.keyword},
                     {"keywordType", word(step.keyword_type)},
                     {"text", step.text}};
    if (step.doc_string) out.emplace_back("docString", to_json(*step.doc_string));
    if (step.data_table) {
        out.emplace_back("dataTable", Json::Object{{"location", location_json(step.data_table->location)},
                                                   {"rows", array(step.data_table->rows)}});
    }
    out.emplace_back("id", id_text(step.id));
    return out;
}

/// What every titled part has. A Markdown feature may lack the keyword.
template <class Part>
Json::Object titled(const Part& part) {
    Json::Object out{{"location", location_json(part.location)}};
    if (!part.keyword.empty()) out.emplace_back("keyword", part.keyword);
    out.emplace_back("name", part.name);
    out.emplace_back("description", part.description);
    return out;
}

Json to_json(const gherkin::Examples& examples) {
    Json::Object out = titled(examples);
    out.emplace_back("tags", array(examples.tags));
    if (examples.table_header) out.emplace_back("tableHeader", to_json(*examples.table_header));
    out.emplace_back("tableBody", array(examples.table_body));
    out.emplace_back("id", id_text(examples.id));
    return out;
}

/// A part of a feature or rule, under the name of its kind: {"background": …}.
Json child_json(const gherkin::Background& background);
Json child_json(const gherkin::Scenario& scenario);
Json child_json(const gherkin::Rule& rule);

template <class Child>
Json children(const std::vector<Child>& all) {
    Json::Array out;
    for (const Child& child : all)
        out.push_back(std::visit([](const auto& part) { return child_json(part); }, child));
    return out;
}

Json child_json(const gherkin::Background& background) {
    Json::Object out = titled(background);
    out.emplace_back("steps", array(background.steps));
    out.emplace_back("id", id_text(background.id));
    return Json::Object{{"background", std::move(out)}};
}

Json child_json(const gherkin::Scenario& scenario) {
    Json::Object out = titled(scenario);
    out.emplace_back("tags", array(scenario.tags));
    out.emplace_back("steps", array(scenario.steps));
    out.emplace_back("examples", array(scenario.examples));
    out.emplace_back("id", id_text(scenario.id));
    return Json::Object{{"scenario", std::move(out)}};
}

Json child_json(const gherkin::Rule& rule) {
    Json::Object out = titled(rule);
    out.emplace_back("tags", array(rule.tags));
    out.emplace_back("children", children(rule.children));
    out.emplace_back("id", id_text(rule.id));
    return Json::Object{{"rule", std::move(out)}};
}

Json to_json(const gherkin::Feature& feature) {
    Json::Object out = titled(feature);
    out.emplace_back("tags", array(feature.tags));
    out.emplace_back("language", feature.language);
    out.emplace_back("children", children(feature.children));
    return out;
}

Json to_json(const gherkin::PickleTag& tag) {
    return Json::Object{{"name", tag.name}, {"astNodeId", id_text(tag.ast_node_id)}};
}

/// Where a step has both arguments, the messages say which comes first.
Json argument_json(const gherkin::PickleStep& step) {
    const bool both = step.doc_string && step.data_table;
    const bool table_first = both && step.data_table->location < step.doc_string->location;
    Json::Object out;
    if (step.doc_string) {
        Json::Object doc{{"content", step.doc_string->content}};
        if (step.doc_string->media_type) doc.emplace_back("mediaType", *step.doc_string->media_type);
        if (both) doc.emplace_back("argumentIndex", table_first ? 2 : 1);
        out.emplace_back("docString", std::move(doc));
    }
    if (step.data_table) {
        Json::Array rows;
        for (const std::vector<std::string>& row : step.data_table->rows) {
            Json::Array cells;
            for (const std::string& cell : row)
                cells.push_back(Json::Object{{"value", cell}});
            rows.push_back(Json::Object{{"cells", std::move(cells)}});
        }
        Json::Object table{{"rows", std::move(rows)}};
        if (both) table.emplace_back("argumentIndex", table_first ? 1 : 2);
        out.emplace_back("dataTable", std::move(table));
    }
    return out;
}

Json to_json(const gherkin::PickleStep& step) {
    Json::Object out;
    if (step.doc_string || step.data_table) out.emplace_back("argument", argument_json(step));
    out.emplace_back("astNodeIds", ids_json(step.ast_node_ids));
    out.emplace_back("id", id_text(step.id));
    out.emplace_back("type", word(step.type));
    out.emplace_back("text", step.text);
    return out;
}

std::string envelope(std::string_view kind, Json content) {
    return print(Json::Object{{std::string(kind), std::move(content)}}, JsonLayout::one_line);
}

}  // namespace

Json location_json(gherkin::Location location) {
    Json::Object out{{"line", location.line}};
    if (location.column > 0) out.emplace_back("column", location.column);
    return out;
}

std::string source_json(std::string_view text, std::string_view uri, gherkin::Syntax syntax) {
    const bool markdown = syntax == gherkin::Syntax::markdown;
    return envelope("source", Json::Object{{"uri", uri},
                                           {"data", text},
                                           {"mediaType", markdown ? "text/x.cucumber.gherkin+markdown"
                                                                  : "text/x.cucumber.gherkin+plain"}});
}

std::string gherkin_document_json(const gherkin::Document& document, std::string_view uri) {
    Json::Object out{{"uri", uri}};
    if (document.feature) out.emplace_back("feature", to_json(*document.feature));
    out.emplace_back("comments", array(document.comments));
    return envelope("gherkinDocument", std::move(out));
}

std::string pickle_json(const gherkin::Pickle& pickle, std::string_view uri) {
    return envelope("pickle", Json::Object{{"id", id_text(pickle.id)},
                                           {"uri", uri},
                                           {"location", location_json(pickle.location)},
                                           {"name", pickle.name},
                                           {"language", pickle.language},
                                           {"steps", array(pickle.steps)},
                                           {"tags", array(pickle.tags)},
                                           {"astNodeIds", ids_json(pickle.ast_node_ids)}});
}

std::string parse_error_json(const gherkin::ParseError& error, std::string_view uri) {
    return envelope("parseError",
                    Json::Object{{"source", Json::Object{{"uri", uri}, {"location", location_json(error.location)}}},
                                 {"message", error.message}});
}

}  // namespace spile::engine::scenario
