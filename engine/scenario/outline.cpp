#include "engine/scenario/outline.hpp"

#include <algorithm>

#include "engine/document/cursor.hpp"
#include "engine/loaders/cloudformation/cloudformation.hpp"
#include "engine/scenario/names.hpp"

namespace spile::engine::scenario {

namespace {

// The value of `Type` of the resource whose map has just begun; the map is read to its end.
std::string type_of_resource(Cursor& cursor) {
    std::string type;
    while (true) {
        const Event& event = cursor.next();
        if (event.token != Token::key) return type;
        if (event.text != "Type") {
            cursor.skip();
            continue;
        }
        const Event& value = cursor.next();
        if (value.token == Token::string) type = value.text;
        if (value.token == Token::begin_map || value.token == Token::begin_list) return type;
    }
}

void read_resources(Cursor& cursor, Outline& outline) {
    if (cursor.next().token != Token::begin_map) return;
    while (true) {
        const Event& event = cursor.next();
        if (event.token != Token::key) return;
        std::string name(event.text);
        const bool map = cursor.next().token == Token::begin_map;
        outline.resources.emplace_back(std::move(name), map ? type_of_resource(cursor) : std::string());
        if (!map) return;
    }
}

void read_sections(Cursor& cursor, Outline& outline) {
    while (true) {
        const Event& event = cursor.next();
        if (event.token != Token::key) return;
        outline.sections.emplace_back(event.text);
        if (outline.sections.back() == "Resources")
            read_resources(cursor, outline);
        else
            cursor.skip();
    }
}

template <class Items>
std::vector<std::string> names_in(const Items& properties) {
    std::vector<std::string> names;
    for (const schema::Property& property : properties)
        names.emplace_back(property.name);
    return names;
}

}  // namespace

Outline outline_of(std::string_view text, Format format) {
    SourceMap sources;
    DiagnosticSink sink;
    Outline outline;
    const SourceId source = sources.add("", std::string(text));
    const std::unique_ptr<Cursor> cursor = open_document(source, sources, format, {}, sink);
    if (cursor->next().token == Token::begin_map) read_sections(*cursor, outline);
    if (sink.has_errors()) {
        const Diagnostic& first = sink.all().front();
        outline.problem = first.message;
        if (first.where.valid())
            outline.problem +=
                " (line " + std::to_string(sources.line_column(source, first.where.span.begin).line) + ")";
    }
    return outline;
}

bool is_section(std::string_view key) {
    const std::span<const std::string_view> sections = template_sections();
    return std::find(sections.begin(), sections.end(), key) != sections.end();
}

std::string unknown_property(const schema::ResourceType& type, std::span<const EditStep> path) {
    if (type.open || path.empty() || path.front().index) return {};
    const schema::Property* property = type.find(path.front().key);
    if (property == nullptr) {
        return "`" + std::string(type.name) + "` has no property `" + path.front().key + "`" +
               nearest_of(path.front().key, names_in(type.properties));
    }
    schema::TypeRef at = property->type;
    for (const EditStep& step : path.subspan(1)) {
        const bool listed = at.kind == schema::TypeKind::list || at.kind == schema::TypeKind::set;
        const bool element = (listed && step.index) || (at.kind == schema::TypeKind::map && !step.index);
        if (element) {
            at = schema::TypeRef(at.element());
        } else if (at.kind == schema::TypeKind::record && !step.index && !step.key.starts_with("Fn::")) {
            const schema::Property* inner = at.record->find(step.key);
            if (inner == nullptr) {
                return "`" + std::string(at.record->name) + "` of `" + std::string(type.name) + "` has no property `" +
                       step.key + "`" + nearest_of(step.key, names_in(at.record->properties));
            }
            at = inner->type;
        } else {
            return {};
        }
    }
    return {};
}

}  // namespace spile::engine::scenario
