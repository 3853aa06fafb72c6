#include "engine/scenario/edits.hpp"

#include <algorithm>

#include "engine/scenario/outline.hpp"
#include "engine/scenario/terraform/edit_plan.hpp"
#include "engine/scenario/terraform/stated.hpp"

namespace spile::engine::scenario {

namespace {

using terraform::PlanEdit;
using terraform::PlanPlace;

struct Candidate {
    Given::Document* document = nullptr;
    std::string type;
    std::string address;  // of a plan's instance
};

// Properties that no resource of the type has: an edit there would change nothing that a policy sees.
std::string misspelt(std::span<const EditStep> path, const std::string& type, const schema::Schema& schema) {
    const schema::ResourceType* known = path.empty() || type.empty() ? nullptr : schema.find(type);
    return known == nullptr ? std::string() : unknown_property(*known, path);
}

Error not_there(const std::string& key, const std::vector<std::string>& known) {
    const std::string near = nearest_of(key, known);
    if (known.empty()) return Error{"there is no document to edit; a Given step such as `the template:` comes first"};
    return Error{"no document has a resource or section `" + key + "`" +
                 (near.empty() ? "; there are " + listed(known) : near)};
}

// Whether a plan's path begins with this address: keys or the end come behind it.
bool begins_with(const std::string& text, const std::string& address) {
    return text.starts_with(address) && (text.size() == address.size() || text[address.size()] == '.');
}

class Search {
  public:
    Search(Given& given, const std::string& text, const schema::Schema& schema)
        : given_(given), text_(text), schema_(schema) {}

    Result<Place> run() {
        if (text_.empty()) return Error{"a path is empty"};
        for (Given::Document& document : given_.documents) {
            if (document.kind == InputKind::tfplan) look_in_plan(document);
            if (document.kind == InputKind::cfn) look_in_template(document);
            if (!problem_.empty()) return Error{problem_};
        }
        make_new();
        if (found_.empty()) return nowhere();
        if (found_.size() > 1) return several();
        return found_.front().address.empty() ? in_template(found_.front()) : in_plan(found_.front());
    }

  private:
    // The longest address: `aws_x.y[0].z` is in `aws_x.y[0]`.
    void look_in_plan(Given::Document& document) {
        const terraform::PlanOutline outline = terraform::outline_of_plan(document.text);
        if (!outline.problem.empty()) problem_ = "`" + document.path + "` cannot be read: " + outline.problem;
        Candidate best{&document, {}, {}};
        for (const terraform::PlanInstance& instance : outline.instances) {
            known_.push_back(instance.address);
            if (begins_with(text_, instance.address) && instance.address.size() > best.address.size()) {
                best.address = instance.address;
                best.type = instance.type;
            }
        }
        if (!best.address.empty()) found_.push_back(std::move(best));
    }

    void look_in_template(Given::Document& document) {
        const Result<std::vector<EditStep>> parsed = parse_path(text_);
        const std::vector<EditStep> path = parsed.ok() ? parsed.value() : std::vector<EditStep>{{}};
        const std::string& key = path.front().key;
        const Outline outline = outline_of(document.text, document.format);
        if (!outline.problem.empty()) problem_ = "`" + document.path + "` cannot be read: " + outline.problem;
        std::string type;
        const bool in_resources = key == "Resources" && path.size() > 1;
        const std::string& name = in_resources ? path[1].key : key;
        bool has =
            !in_resources && std::find(outline.sections.begin(), outline.sections.end(), key) != outline.sections.end();
        for (const auto& [resource, its_type] : outline.resources) {
            known_.push_back(resource);
            if (resource != name) continue;
            has = true;
            type = its_type;
        }
        known_.insert(known_.end(), outline.sections.begin(), outline.sections.end());
        if (has) found_.push_back({&document, type, {}});
    }

    // A section that is not there yet can be made, and so can a resource of the one short form that is given.
    void make_new() {
        if (!found_.empty() || given_.documents.empty()) return;
        Given::Document& first = given_.documents.front();
        if (given_.documents.size() == 1 && first.kind == InputKind::cfn &&
            is_section(text_.substr(0, text_.find_first_of(".["))))
            found_.push_back({&first, {}, {}});
        if (!terraform::looks_like_address(text_) || !terraform::parse_address(text_).ok()) return;
        for (Given::Document& document : given_.documents)
            if (document.resources) found_.push_back({&document, {}, text_});
    }

    [[nodiscard]] Error nowhere() const {
        if (terraform::looks_like_address(text_)) {
            const Result<terraform::AddressAtBegin> address = terraform::read_address(text_);
            return address.ok() ? not_there(terraform::text(address.value().address), known_) : address.error();
        }
        const Result<std::vector<EditStep>> path = parse_path(text_);
        return path.ok() ? not_there(path.value().front().key, known_) : path.error();
    }

    [[nodiscard]] Error several() const {
        std::string documents;
        for (const Candidate& each : found_)
            documents += (documents.empty() ? "`" : ", `") + each.document->path + "`";
        const std::string& address = found_.front().address;
        const std::string name = address.empty() ? parse_path(text_).value().front().key : address;
        return Error{"`" + name + "` is in several documents: " + documents +
                     "; a path needs a name that only one of them has"};
    }

    [[nodiscard]] Result<Place> in_template(const Candidate& candidate) const {
        Result<std::vector<EditStep>> parsed = parse_path(text_);
        if (!parsed.ok()) return parsed.error();
        std::vector<EditStep> path = std::move(parsed).value();
        if (!is_section(path.front().key)) path.insert(path.begin(), {"Resources", std::nullopt});
        if (path.size() > 3 && path[2].key == "Properties") {
            std::string wrong = misspelt(std::span(path).subspan(3), candidate.type, schema_);
            if (!wrong.empty()) return Error{std::move(wrong)};
        }
        return Place{candidate.document, std::move(path), {}};
    }

    [[nodiscard]] Result<Place> in_plan(const Candidate& candidate) const {
        Place place{candidate.document, {}, PlanPlace{candidate.address, {}}};
        if (text_.size() == candidate.address.size()) return place;
        Result<std::vector<EditStep>> path = parse_path(std::string_view(text_).substr(candidate.address.size() + 1));
        if (!path.ok()) return path.error();
        std::string wrong = misspelt(path.value(), candidate.type, schema_);
        if (!wrong.empty()) return Error{std::move(wrong)};
        place.planned->path = std::move(path).value();
        return place;
    }

    Given& given_;
    const std::string& text_;
    const schema::Schema& schema_;
    std::vector<std::string> known_;
    std::vector<Candidate> found_;
    std::string problem_;
};

// The value as the short form writes it, or the whole resource's line.
Result<std::string> edit_resources(const std::string& yaml, const PlanPlace& place, PlanEdit kind,
                                   const std::string& value) {
    Edit edit{kind == PlanEdit::remove ? Edit::Kind::remove : Edit::Kind::set, {{place.address, std::nullopt}}, value};
    edit.path = terraform::joined(std::move(edit.path), place.path);
    if (kind == PlanEdit::make_unknown) edit.value = "!unknown";
    return engine::edit(yaml, Format::yaml, edit);
}

Answer change_plan(const Place& place, PlanEdit kind, const std::string& value, const schema::Schema& schema) {
    Given::Document& document = *place.document;
    if (!document.resources) {
        Result<std::string> changed = terraform::edit_plan(document.text, *place.planned, kind, value);
        if (!changed.ok()) return Failure{changed.error().message, {}};
        document.text = std::move(changed).value();
        return std::nullopt;
    }
    const std::string roomy = terraform::with_room_behind_tags(value);
    Result<std::string> planned =
        edit_resources(document.resources->planned.value_or("{}\n"), *place.planned, kind, roomy);
    if (!planned.ok()) return Failure{planned.error().message, {}};
    Given::Resources resources = *document.resources;
    resources.planned = std::move(planned).value();
    Result<std::string> plan = checked_plan_of(resources, schema);
    if (!plan.ok()) return Failure{"after the edit: " + plan.error().message, {}};
    document.resources = std::move(resources);
    document.text = std::move(plan).value();
    return std::nullopt;
}

Answer change(Given& given, const std::string& text, PlanEdit kind, const std::string& value,
              const schema::Schema& schema) {
    const Result<Place> found = find_place(given, text, schema);
    if (!found.ok()) return Failure{found.error().message, {}};
    const Place& place = found.value();
    if (place.planned) return change_plan(place, kind, value, schema);
    Edit edit{kind == PlanEdit::remove ? Edit::Kind::remove : Edit::Kind::set, place.path, value};
    if (kind == PlanEdit::make_unknown) edit.value = k_unknown_value;
    Given::Document& document = *place.document;
    Result<std::string> changed = engine::edit(document.text, document.format, edit);
    if (!changed.ok()) return Failure{changed.error().message, {}};
    document.text = std::move(changed).value();
    return std::nullopt;
}

}  // namespace

Result<Place> find_place(Given& given, const std::string& text, const schema::Schema& schema) {
    return Search(given, text, schema).run();
}

Answer remove_value(Given& given, const std::string& path, const schema::Schema& schema) {
    return change(given, path, PlanEdit::remove, {}, schema);
}

Answer set_value(Given& given, const std::string& path, const std::string& yaml, const schema::Schema& schema) {
    return change(given, path, PlanEdit::set, yaml, schema);
}

Answer make_unknown(Given& given, const std::string& path, const schema::Schema& schema) {
    return change(given, path, PlanEdit::make_unknown, {}, schema);
}

}  // namespace spile::engine::scenario
