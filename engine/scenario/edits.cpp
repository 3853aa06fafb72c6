#include "engine/scenario/edits.hpp"

#include <algorithm>

#include "engine/scenario/outline.hpp"

namespace spile::engine::scenario {

namespace {

struct Candidate {
    Given::Document* document;
    std::string type;
};

// Properties that no resource of the type has: an edit there would change nothing that a policy sees.
std::string misspelt(const std::vector<EditStep>& path, const std::string& type, const schema::Schema& schema) {
    if (path.size() < 4 || path[2].key != "Properties") return {};
    const schema::ResourceType* known = schema.find(type);
    return known == nullptr ? std::string() : unknown_property(*known, std::span(path).subspan(3));
}

Error not_there(const std::string& key, const std::vector<std::string>& known) {
    const std::string near = nearest_of(key, known);
    if (known.empty()) return Error{"there is no document to edit; a Given step such as `the template:` comes first"};
    return Error{"no document has a resource or section `" + key + "`" +
                 (near.empty() ? "; there are " + listed(known) : near)};
}

Answer change(Given& given, const std::string& text, Edit edit, const schema::Schema& schema) {
    const Result<Place> place = find_place(given, text, schema);
    if (!place.ok()) return Failure{place.error().message, {}};
    edit.path = place.value().path;
    Given::Document& document = *place.value().document;
    Result<std::string> changed = engine::edit(document.text, document.format, edit);
    if (!changed.ok()) return Failure{changed.error().message, {}};
    document.text = std::move(changed).value();
    return std::nullopt;
}

}  // namespace

Result<Place> find_place(Given& given, const std::string& text, const schema::Schema& schema) {
    Result<std::vector<EditStep>> parsed = parse_path(text);
    if (!parsed.ok()) return parsed.error();
    std::vector<EditStep> path = std::move(parsed).value();
    const std::string key = path.front().key;
    std::vector<std::string> known;
    std::vector<Candidate> found;
    for (Given::Document& document : given.documents) {
        if (document.kind == InputKind::dockerfile) continue;  // edits are for JSON and YAML
        const Outline outline = outline_of(document.text, document.format);
        if (!outline.problem.empty()) return Error{"`" + document.path + "` cannot be read: " + outline.problem};
        std::string type;
        const bool in_resources = key == "Resources" && path.size() > 1;
        const std::string& name = in_resources ? path[1].key : key;
        bool has =
            !in_resources && std::find(outline.sections.begin(), outline.sections.end(), key) != outline.sections.end();
        for (const auto& [resource, its_type] : outline.resources) {
            known.push_back(resource);
            if (resource != name) continue;
            has = true;
            type = its_type;
        }
        known.insert(known.end(), outline.sections.begin(), outline.sections.end());
        if (has) found.push_back({&document, type});
    }
    // A section that is not there yet can be made.
    if (found.empty() && is_section(key) && given.documents.size() == 1 &&
        given.documents.front().kind != InputKind::dockerfile)
        found.push_back({&given.documents.front(), {}});
    if (found.empty()) return not_there(key, known);
    if (found.size() > 1) {
        std::string documents;
        for (const Candidate& each : found)
            documents += (documents.empty() ? "`" : ", `") + each.document->path + "`";
        return Error{"`" + key + "` is in several documents: " + documents +
                     "; a path needs a name that only one of them has"};
    }
    if (!is_section(key)) path.insert(path.begin(), {"Resources", std::nullopt});
    if (std::string wrong = misspelt(path, found.front().type, schema); !wrong.empty()) return Error{std::move(wrong)};
    return Place{found.front().document, std::move(path)};
}

Answer remove_value(Given& given, const std::string& path, const schema::Schema& schema) {
    return change(given, path, {.kind = Edit::Kind::remove}, schema);
}

Answer set_value(Given& given, const std::string& path, const std::string& yaml, const schema::Schema& schema) {
    return change(given, path, {.kind = Edit::Kind::set, .path = {}, .value = yaml}, schema);
}

}  // namespace spile::engine::scenario
