#include "engine/scenario/terraform/make_plan.hpp"

#include <algorithm>

#include "engine/scenario/terraform/configuration.hpp"

namespace spile::engine::scenario::terraform {

namespace {

PlanValue of_key(const std::string& key) {
    if (key.front() != '"') {
        PlanValue made;
        made.kind = PlanValue::Kind::number;
        made.text = key;
        return made;
    }
    std::string text;
    for (std::size_t i = 1; i + 1 < key.size(); ++i) {
        i += key[i] == '\\' && i + 2 < key.size() ? 1 : 0;
        text += key[i];
    }
    return PlanValue::of_text(std::move(text));
}

// What both trees say of an instance before its values.
PlanValue head_of(const Address& address) {
    PlanValue made = PlanValue::map();
    made.add("address", PlanValue::of_text(text(address)));
    made.add("mode", PlanValue::of_text(address.data ? "data" : "managed"));
    made.add("type", PlanValue::of_text(address.type));
    made.add("name", PlanValue::of_text(address.name));
    if (!address.key.empty()) made.add("index", of_key(address.key));
    made.add("provider_name", PlanValue::of_text(provider_of(address.type)));
    return made;
}

/// The resources of planned values or of a state, by module.
class ValueTree {
  public:
    void add(const Address& address, const PlanValue& value) {
        PlanValue one = head_of(address);
        one.add("schema_version", PlanValue::of_number(0));
        one.add("values", known_part(value));
        one.add("sensitive_values", sensitive_marks(value));
        Node* at = &root_;
        for (std::size_t i = 0; i < address.modules.size(); ++i) {
            const std::string name =
                module_text({address.modules.begin(), address.modules.begin() + static_cast<std::ptrdiff_t>(i) + 1});
            auto found = std::find_if(at->children.begin(), at->children.end(),
                                      [&](const Node& child) { return child.address == name; });
            if (found == at->children.end()) {
                at->children.emplace_back().address = name;
                found = std::prev(at->children.end());
            }
            at = &*found;
        }
        at->resources.add(std::move(one));
    }

    [[nodiscard]] PlanValue json() const { return PlanValue::map().add("root_module", json_of(root_)); }
    [[nodiscard]] bool empty() const { return root_.resources.items.empty() && root_.children.empty(); }

  private:
    struct Node {
        std::string address;
        PlanValue resources = PlanValue::list();
        std::vector<Node> children;
    };

    static PlanValue json_of(const Node& node) {
        PlanValue made = PlanValue::map();
        if (!node.resources.items.empty()) made.add("resources", node.resources);
        if (!node.address.empty()) made.add("address", PlanValue::of_text(node.address));
        if (node.children.empty()) return made;
        PlanValue children = PlanValue::list();
        for (const Node& child : node.children)
            children.add(json_of(child));
        made.add("child_modules", std::move(children));
        return made;
    }

    Node root_;
};

PlanValue change_of(const PlannedResource& resource) {
    PlanValue change = PlanValue::map();
    PlanValue actions = PlanValue::list();
    for (const std::string& action : resource.actions)
        actions.add(PlanValue::of_text(action));
    const PlanValue none = PlanValue::of_truth(false);
    change.add("actions", std::move(actions));
    change.add("before", resource.before ? known_part(*resource.before) : PlanValue());
    change.add("after", resource.after ? known_part(*resource.after) : PlanValue());
    change.add("after_unknown", resource.after ? unknown_marks(*resource.after) : PlanValue::map());
    change.add("before_sensitive", resource.before ? sensitive_marks(*resource.before) : none);
    change.add("after_sensitive", resource.after ? sensitive_marks(*resource.after) : none);
    PlanValue made = PlanValue::map();
    made.add("address", PlanValue::of_text(text(resource.address)));
    if (!resource.address.modules.empty())
        made.add("module_address", PlanValue::of_text(module_text(resource.address.modules)));
    PlanValue head = head_of(resource.address);
    for (std::size_t i = 1; i < head.keys.size(); ++i)
        made.add(head.keys[i], std::move(head.items[i]));
    made.add("change", std::move(change));
    return made;
}

}  // namespace

Result<std::string> make_plan(std::string_view planned, std::string_view current, Completeness completeness) {
    const Result<std::vector<StatedResource>> planned_resources = read_stated(planned, k_planned_name);
    if (!planned_resources.ok()) return planned_resources.error();
    const Result<std::vector<StatedResource>> current_resources = read_stated(current, k_current_name);
    if (!current_resources.ok()) return current_resources.error();
    const Result<std::vector<PlannedResource>> resources =
        resolve(planned_resources.value(), current_resources.value(), completeness);
    if (!resources.ok()) return resources.error();
    Result<PlanValue> configuration = configuration_of(resources.value());
    if (!configuration.ok()) return configuration.error();

    ValueTree after;
    ValueTree before;
    PlanValue changes = PlanValue::list();
    for (const PlannedResource& resource : resources.value()) {
        const bool read_already = resource.address.data && resource.actions.empty();
        if (resource.after && !read_already) after.add(resource.address, *resource.after);
        if (read_already) before.add(resource.address, *resource.after);
        if (resource.before) before.add(resource.address, *resource.before);
        if (!read_already) changes.add(change_of(resource));
    }
    PlanValue plan = PlanValue::map();
    plan.add("format_version", PlanValue::of_text("1.2"));
    plan.add("terraform_version", PlanValue::of_text("1.9.0"));
    plan.add("planned_values", after.json());
    plan.add("resource_changes", std::move(changes));
    if (!before.empty()) {
        PlanValue state = PlanValue::map();
        state.add("format_version", PlanValue::of_text("1.0"));
        state.add("terraform_version", PlanValue::of_text("1.9.0"));
        state.add("values", before.json());
        plan.add("prior_state", std::move(state));
    }
    plan.add("configuration", std::move(configuration).value());
    plan.add("errored", PlanValue::of_truth(false));
    plan.add("complete", PlanValue::of_truth(true));
    return pretty_json(plan);
}

}  // namespace spile::engine::scenario::terraform
