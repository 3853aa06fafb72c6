#include "engine/scenario/terraform/edit_plan.hpp"

#include <algorithm>
#include <span>

#include "engine/scenario/names.hpp"
#include "engine/scenario/terraform/json_tree.hpp"
#include "engine/scenario/terraform/stated.hpp"

namespace spile::engine::scenario::terraform {

namespace {

EditStep key(std::string name) {
    return {std::move(name), std::nullopt};
}

using Path = std::vector<EditStep>;

bool plain(const Stated& stated) {
    const bool tagged = stated.kind == Stated::Kind::unknown || stated.kind == Stated::Kind::reference ||
                        stated.kind == Stated::Kind::json || stated.sensitive;
    return !tagged && std::all_of(stated.items.begin(), stated.items.end(), plain);
}

// Says that a place is known after apply. Lists of marks are as long as those of values.
void mark(PlanValue& marks, std::span<const EditStep> path, const PlanValue* value) {
    if (path.empty()) {
        marks = PlanValue::of_truth(true);
        return;
    }
    const EditStep& step = path.front();
    if (step.index) {
        if (marks.kind != PlanValue::Kind::list) marks = PlanValue::list();
        const std::size_t length = std::max<std::size_t>(value == nullptr ? 0 : value->items.size(), *step.index + 1);
        while (marks.items.size() < length)
            marks.add(PlanValue::of_truth(false));
        const bool there = value != nullptr && *step.index < value->items.size();
        mark(marks.items[*step.index], path.subspan(1), there ? &value->items[*step.index] : nullptr);
        return;
    }
    if (marks.kind != PlanValue::Kind::map) marks = PlanValue::map();
    if (marks.find(step.key) == nullptr) marks.add(step.key, PlanValue());
    mark(*marks.find(step.key), path.subspan(1), value == nullptr ? nullptr : value->find(step.key));
}

class Editor {
  public:
    Editor(std::string_view json, const PlanPlace& place, const PlanInstance& instance, std::string_view yaml)
        : json_(json), place_(place), instance_(instance), yaml_(yaml) {}

    Result<std::string> run(PlanEdit kind) {
        Result<editing::Tree> tree = editing::read_tree(json_, Format::json);
        if (!tree.ok()) return tree.error();
        const JsonNode root(tree.value());
        const JsonNode change = root.at(instance_.change)["change"];
        values_ = joined(instance_.resource, {key("values")});
        after_ = joined(instance_.change, {key("change"), key("after")});
        unknown_ = joined(instance_.change, {key("change"), key("after_unknown")});
        expressions_ = joined(instance_.configuration, {key("expressions")});
        if (instance_.resource.empty())
            return Error{"the plan deletes `" + place_.address + "`, so none of its values can be changed"};
        value_ = root.at(values_).value();
        marks_ = change["after_unknown"].value();
        expression_ = root.at(expressions_);
        text_ = json_;
        if (!place_.path.empty())
            apply(kind);
        else if (kind == PlanEdit::remove)
            remove_instance();
        else
            error_ = "a plan in JSON takes no whole resources; `the planned resources:` does";
        if (!error_.empty()) return Error{error_};
        return std::move(text_);
    }

  private:
    void apply(PlanEdit kind) {
        const std::optional<std::size_t> unknown_from = marked_from();
        if (unknown_from && *unknown_from < place_.path.size()) {
            PlanPlace whole{place_.address, Path(place_.path.begin(),
                                                 place_.path.begin() + static_cast<std::ptrdiff_t>(*unknown_from))};
            error_ = "`" + terraform::text(whole) + "` is known after apply as a whole; set all of it";
            return;
        }
        switch (kind) {
            case PlanEdit::remove:
                return remove(unknown_from.has_value());
            case PlanEdit::set:
                return set(unknown_from.has_value());
            case PlanEdit::make_unknown:
                return make_unknown();
        }
    }

    // How many steps lead to the first mark on the way; nothing where there is none.
    [[nodiscard]] std::optional<std::size_t> marked_from() const {
        const PlanValue* at = &marks_;
        for (std::size_t i = 0; at != nullptr; ++i) {
            if (at->kind == PlanValue::Kind::boolean && at->text == "true") return i;
            if (i == place_.path.size()) break;
            at = inside(*at, place_.path[i]);
        }
        return std::nullopt;
    }

    static const PlanValue* inside(const PlanValue& value, const EditStep& step) {
        if (!step.index) return value.find(step.key);
        const bool there = value.kind == PlanValue::Kind::list && *step.index < value.items.size();
        return there ? &value.items[*step.index] : nullptr;
    }

    [[nodiscard]] const PlanValue* value_there() const {
        const PlanValue* at = &value_;
        for (const EditStep& step : place_.path) {
            at = inside(*at, step);
            if (at == nullptr) return nullptr;
        }
        return at;
    }

    void remove(bool unknown) {
        const bool there = value_there() != nullptr;
        if (!there && !unknown) {
            error_ = not_there();
            return;
        }
        if (there) {
            change(values_, Edit::Kind::remove);
            if (!instance_.change.empty()) change(after_, Edit::Kind::remove);
        }
        if (unknown || (there && place_.path.back().index && inside_marks())) change(unknown_, Edit::Kind::remove);
        expression(PlanEdit::remove, {});
    }

    [[nodiscard]] bool inside_marks() const {
        const PlanValue* at = &marks_;
        for (const EditStep& step : place_.path) {
            at = inside(*at, step);
            if (at == nullptr) return false;
        }
        return true;
    }

    [[nodiscard]] std::string not_there() const {
        const PlanValue* at = &value_;
        for (std::size_t i = 0; i < place_.path.size(); ++i) {
            const PlanValue* next = inside(*at, place_.path[i]);
            if (next != nullptr) {
                at = next;
                continue;
            }
            const PlanPlace whole{place_.address,
                                  Path(place_.path.begin(), place_.path.begin() + static_cast<std::ptrdiff_t>(i))};
            const std::string has = "`" + terraform::text(whole) + "` has no ";
            if (place_.path[i].index) return has + "position " + std::to_string(*place_.path[i].index);
            return has + "`" + place_.path[i].key + "`" + nearest_of(place_.path[i].key, at->keys);
        }
        return {};
    }

    void set(bool unknown) {
        const Result<Stated> stated = read_stated_value(with_room_behind_tags(std::string(yaml_)));
        if (!stated.ok()) {
            error_ = stated.error().message;
            return;
        }
        if (stated.value().kind == Stated::Kind::unknown) return make_unknown();
        std::string value(yaml_);
        if (stated.value().kind == Stated::Kind::json && plain(stated.value().items.front())) {
            PlanValue text = PlanValue::of_text(compact_json(meaning(stated.value().items.front())));
            value = compact_json(text);
        } else if (!plain(stated.value())) {
            error_ =
                "in a plan in JSON a value is written out; `!ref`, `!sensitive` and `!unknown` inside a value are "
                "for `the planned resources:`";
            return;
        }
        change(values_, Edit::Kind::set, value);
        if (!instance_.change.empty()) change(after_, Edit::Kind::set, value);
        if (unknown) {
            if (place_.path.back().index)
                change(unknown_, Edit::Kind::set, "false");
            else
                change(unknown_, Edit::Kind::remove);
        }
        expression(PlanEdit::set, value);
    }

    static PlanValue meaning(const Stated& stated) {
        PlanValue made;
        switch (stated.kind) {
            case Stated::Kind::boolean:
                made.kind = PlanValue::Kind::boolean;
                break;
            case Stated::Kind::number:
                made.kind = PlanValue::Kind::number;
                break;
            case Stated::Kind::text:
                made.kind = PlanValue::Kind::text;
                break;
            case Stated::Kind::list:
                made.kind = PlanValue::Kind::list;
                break;
            case Stated::Kind::map:
                made.kind = PlanValue::Kind::map;
                break;
            default:
                return made;
        }
        made.text = stated.text;
        made.keys = stated.keys;
        for (const Stated& item : stated.items)
            made.items.push_back(meaning(item));
        return made;
    }

    void make_unknown() {
        if (instance_.change.empty()) {
            error_ = "`" + place_.address + "` is read already, so all of it is known";
            return;
        }
        if (value_there() != nullptr) {
            const bool element = place_.path.back().index.has_value();
            const Edit::Kind kind = element ? Edit::Kind::set : Edit::Kind::remove;
            change(values_, kind, "null");
            change(after_, kind, "null");
        }
        if (marks_.kind != PlanValue::Kind::map) marks_ = PlanValue::map();
        mark(marks_, place_.path, &value_);
        const std::string& top = place_.path.front().key;
        edit_at(joined(unknown_, {key(top)}), Edit::Kind::set, compact_json(*marks_.find(top)));
        expression(PlanEdit::make_unknown, {});
    }

    // The expression of this very value, where no other instance shares it.
    void expression(PlanEdit kind, const std::string& value) {
        if (instance_.configuration.empty() || instance_.shares_configuration) return;
        const JsonNode node = expression_.at(place_.path);
        // A new one stands beside others of the resource or block, not inside the expression of a map.
        const JsonNode beside = expression_.at(Path(place_.path.begin(), place_.path.end() - 1));
        const bool fits = node ? is_expression(node)
                               : kind != PlanEdit::remove && beside.is_map() && !place_.path.back().index &&
                                     (place_.path.size() == 1 || !is_expression(beside));
        if (!fits) return;
        if (kind == PlanEdit::remove) return change(expressions_, Edit::Kind::remove);
        change(expressions_, Edit::Kind::set, kind == PlanEdit::set ? "{constant_value: " + flow(value) + "}" : "{}");
    }

    static bool is_expression(const JsonNode& node) {
        const std::vector<std::string> keys = node.keys();
        return node.is_map() && (keys.empty() || std::any_of(keys.begin(), keys.end(), [](const std::string& name) {
                                     return name == "references" || name == "constant_value";
                                 }));
    }

    // A value may be a block of several lines.
    static std::string flow(const std::string& yaml) {
        const Result<Stated> stated = read_stated_value(yaml);
        return stated.ok() ? compact_json(meaning(stated.value())) : "null";
    }

    void remove_instance() {
        edit_at(instance_.resource, Edit::Kind::remove, {});
        if (!instance_.change.empty()) edit_at(instance_.change, Edit::Kind::remove, {});
        if (!instance_.configuration.empty() && !instance_.shares_configuration)
            edit_at(instance_.configuration, Edit::Kind::remove, {});
    }

    void change(const Path& below, Edit::Kind kind, const std::string& value = {}) {
        edit_at(joined(below, place_.path), kind, value);
    }

    void edit_at(const Path& path, Edit::Kind kind, const std::string& value) {
        if (!error_.empty()) return;
        Result<std::string> changed = engine::edit(text_, Format::json, {kind, path, value});
        if (changed.ok()) {
            text_ = std::move(changed).value();
            return;
        }
        error_ = changed.error().message;
        // What the edit calls by its place in the plan the step calls by address.
        for (const Path* tree : {&values_, &after_, &unknown_}) {
            const std::string name = path_text(*tree);
            const std::size_t at = error_.find(name);
            if (at != std::string::npos) error_.replace(at, name.size(), place_.address);
        }
    }

    std::string_view json_;
    const PlanPlace& place_;
    const PlanInstance& instance_;
    std::string_view yaml_;
    Path values_;
    Path after_;
    Path unknown_;
    Path expressions_;
    PlanValue value_;
    PlanValue marks_;
    JsonNode expression_;
    std::string text_;
    std::string error_;
};

}  // namespace

Result<std::string> edit_plan(std::string_view json, const PlanPlace& place, PlanEdit kind, std::string_view yaml) {
    const PlanOutline outline = outline_of_plan(json);
    if (!outline.problem.empty()) return Error{"the plan cannot be read: " + outline.problem};
    const PlanInstance* instance = outline.find(place.address);
    if (instance == nullptr) return Error{"the plan has no `" + place.address + "`"};
    return Editor(json, place, *instance, yaml).run(kind);
}

}  // namespace spile::engine::scenario::terraform
