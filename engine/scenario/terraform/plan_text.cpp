#include "engine/scenario/terraform/plan_text.hpp"

#include <algorithm>
#include <map>

#include "engine/scenario/names.hpp"
#include "engine/scenario/terraform/address.hpp"
#include "engine/scenario/terraform/json_tree.hpp"

namespace spile::engine::scenario::terraform {

namespace {

EditStep key(std::string name) {
    return {std::move(name), std::nullopt};
}

EditStep position(std::size_t index) {
    return {{}, static_cast<std::uint32_t>(index)};
}

class Outliner {
  public:
    explicit Outliner(JsonNode root) : root_(root) {}

    PlanOutline run() {
        module(root_["planned_values"]["root_module"], {key("planned_values"), key("root_module")});
        const std::vector<JsonNode> changes = root_["resource_changes"].items();
        for (std::size_t i = 0; i < changes.size(); ++i)
            if (PlanInstance* own = instance(changes[i])) own->change = {key("resource_changes"), position(i)};
        data_only_ = true;
        module(root_["prior_state"]["values"]["root_module"], {key("prior_state"), key("values"), key("root_module")});
        std::map<std::string, std::size_t> sharing;
        for (PlanInstance& each : outline_.instances) {
            configuration(each);
            if (!each.configuration.empty()) ++sharing[pointer_of(each.configuration)];
        }
        for (PlanInstance& each : outline_.instances)
            each.shares_configuration = !each.configuration.empty() && sharing[pointer_of(each.configuration)] > 1;
        return std::move(outline_);
    }

  private:
    PlanInstance* instance(JsonNode resource) {
        const std::string address(resource["address"].text());
        if (address.empty()) return nullptr;
        const auto [known, added] = by_address_.emplace(address, outline_.instances.size());
        if (added) {
            PlanInstance& made = outline_.instances.emplace_back();
            made.address = address;
            made.type = (resource["mode"].text() == "data" ? "data." : "") + std::string(resource["type"].text());
        }
        return &outline_.instances[known->second];
    }

    void module(JsonNode node, const std::vector<EditStep>& path) {
        const std::vector<JsonNode> resources = node["resources"].items();
        for (std::size_t i = 0; i < resources.size(); ++i) {
            // Of what was there before only data sources are what they will be.
            if (data_only_ && resources[i]["mode"].text() != "data") continue;
            PlanInstance* own = instance(resources[i]);
            if (own != nullptr && own->resource.empty()) own->resource = joined(path, {key("resources"), position(i)});
        }
        const std::vector<JsonNode> children = node["child_modules"].items();
        for (std::size_t i = 0; i < children.size(); ++i)
            module(children[i], joined(path, {key("child_modules"), position(i)}));
    }

    void configuration(PlanInstance& each) const {
        const Result<Address> address = parse_address(each.address);
        if (!address.ok()) return;
        std::vector<EditStep> path{key("configuration"), key("root_module")};
        JsonNode node = root_["configuration"]["root_module"];
        for (const ModuleStep& step : address.value().modules) {
            node = node["module_calls"][step.name]["module"];
            path = joined(std::move(path), {key("module_calls"), key(step.name), key("module")});
        }
        const std::string name = resource_text(address.value());
        const std::vector<JsonNode> resources = node["resources"].items();
        for (std::size_t i = 0; i < resources.size(); ++i)
            if (resources[i]["address"].text() == name)
                each.configuration = joined(path, {key("resources"), position(i)});
    }

    JsonNode root_;
    PlanOutline outline_;
    std::map<std::string, std::size_t> by_address_;
    bool data_only_ = false;
};

bool marks(JsonNode node) {
    const std::vector<JsonNode> items = node.items();
    const auto members = node.members();
    return node.is_true() || std::any_of(items.begin(), items.end(), marks) ||
           std::any_of(members.begin(), members.end(), [](const auto& member) { return marks(member.second); });
}

// Whether a tree of marks somewhere in the node has one.
bool sensitive(JsonNode node) {
    const std::vector<JsonNode> items = node.items();
    if (std::any_of(items.begin(), items.end(), sensitive)) return true;
    const auto members = node.members();
    return std::any_of(members.begin(), members.end(), [](const auto& member) {
        const std::string_view name = member.first;
        const bool tree = name == "sensitive" || name.ends_with("_sensitive") || name == "sensitive_values";
        return (tree && marks(member.second)) || sensitive(member.second);
    });
}

// The steps behind `prefix`; nothing where the pointer does not begin so.
std::optional<std::string_view> behind(std::string_view pointer, const std::vector<EditStep>& prefix) {
    const std::string begin = pointer_of(prefix);
    if (prefix.empty() || !pointer.starts_with(begin)) return std::nullopt;
    pointer.remove_prefix(begin.size());
    if (!pointer.empty() && pointer.front() != '/') return std::nullopt;
    return pointer;
}

// A pointer below values: which of its words are positions the values' shape says, and digits are no attribute's name.
std::vector<EditStep> steps_of(std::string_view pointer) {
    std::vector<EditStep> steps;
    while (!pointer.empty()) {
        const std::size_t end = std::min(pointer.find('/', 1), pointer.size());
        std::string word;
        for (std::size_t i = 1; i < end; ++i) {
            const bool escape = pointer[i] == '~' && i + 1 < end;
            word += escape ? (pointer[++i] == '0' ? '~' : '/') : pointer[i];
        }
        const bool digits = !word.empty() && word.size() < 10 &&
                            std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
        steps.push_back(digits ? position(std::stoul(word)) : key(std::move(word)));
        pointer.remove_prefix(end);
    }
    return steps;
}

}  // namespace

const PlanInstance* PlanOutline::find(std::string_view address) const {
    const auto found = std::find_if(instances.begin(), instances.end(),
                                    [&](const PlanInstance& each) { return each.address == address; });
    return found == instances.end() ? nullptr : &*found;
}

PlanOutline outline_of_plan(std::string_view json) {
    const Result<editing::Tree> tree = editing::read_tree(json, Format::json);
    if (tree.ok()) return Outliner(JsonNode(tree.value())).run();
    PlanOutline outline;
    outline.problem = tree.error().message;
    return outline;
}

bool has_sensitive_values(std::string_view json) {
    const Result<editing::Tree> tree = editing::read_tree(json, Format::json);
    return !tree.ok() || sensitive(JsonNode(tree.value()));
}

std::optional<PlanPlace> place_of_pointer(const PlanOutline& outline, std::string_view pointer) {
    for (const PlanInstance& each : outline.instances) {
        std::optional<std::string_view> rest = behind(pointer, each.resource);
        if (rest) {
            const std::optional<std::string_view> inside = behind(pointer, joined(each.resource, {key("values")}));
            return PlanPlace{each.address, inside ? steps_of(*inside) : std::vector<EditStep>()};
        }
        rest = behind(pointer, each.change);
        if (!rest) continue;
        for (const char* tree : {"after", "after_unknown", "before", "before_sensitive", "after_sensitive"}) {
            const auto inside = behind(pointer, joined(each.change, {key("change"), key(tree)}));
            if (inside) return PlanPlace{each.address, steps_of(*inside)};
        }
        return PlanPlace{each.address, {}};
    }
    return std::nullopt;
}

std::string text(const PlanPlace& place) {
    std::string out = place.address;
    const std::string rest = path_text(place.path);
    if (!rest.empty()) out += (rest.front() == '[' ? "" : ".") + rest;
    return out;
}

std::vector<EditStep> joined(std::vector<EditStep> path, const std::vector<EditStep>& more) {
    path.insert(path.end(), more.begin(), more.end());
    return path;
}

}  // namespace spile::engine::scenario::terraform
