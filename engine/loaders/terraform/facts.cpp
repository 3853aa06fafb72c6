#include "engine/loaders/terraform/facts.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "engine/loaders/terraform/configuration.hpp"

namespace spile::engine::terraform {

/// Members of one unit; what the plan leaves out or has as null is missing.
class Facts::Fields {
  public:
    Fields(const Values& values, UnitId unit) : values_(values), unit_(unit) {}

    void add(std::string_view name, SourceSpan key, Value value) {
        if (value.origin() != nullptr) members_.push_back({name, key, value});
    }
    /// A member as it is written, under its own name.
    void take(const Node* from, const Path* path, std::string_view name) {
        const NodeMember* found = from == nullptr ? nullptr : from->member(name);
        if (found == nullptr || found->value->is(NodeKind::null)) return;
        const SourceSpan key = values_.at(found->key_span);
        add(name, key, values_.written(*found->value, values_.below(path, name), unit_, key));
    }
    [[nodiscard]] const std::vector<Member>& members() const noexcept { return members_; }

  private:
    const Values& values_;
    UnitId unit_;
    std::vector<Member> members_;
};

namespace {

constexpr std::array<std::string_view, 8> k_plan_fields{"format_version", "plan_format_version", "terraform_version",
                                                        "timestamp",      "applyable",           "complete",
                                                        "errored",        "action_invocations"};

/// Settings of providers that hold secrets are not marked in plans.
bool names_secret(std::string_view setting) {
    for (const std::string_view part : {"secret", "token", "password", "access_key", "private_key", "credentials"})
        if (setting.find(part) != std::string_view::npos) return true;
    return false;
}

/// Whether the variable of that name is declared sensitive; `variables` may be null.
bool declares_secret(const Node* variables, std::string_view name) {
    const Node* sensitive = get(get(variables, name), "sensitive");
    return sensitive != nullptr && sensitive->truthy();
}

}  // namespace

void Facts::add() {
    plan();
    variables();
    outputs();
    providers();
    const Path* configuration = values_.below(nullptr, "configuration");
    calls(get(root_.get("configuration"), "root_module"), values_.below(configuration, "root_module"), {});
    checks();
    drift();
}

UnitId Facts::declare(const Fact& fact) {
    return graph_.add_unit({.document = document_,
                            .kind = UnitKind::document,
                            .tool = "tf",
                            .name = fact.address,
                            .address = fact.address,
                            .type = fact.type,
                            .name_span = values_.at(fact.name),
                            .span = values_.at(fact.node->span)});
}

void Facts::finish(UnitId id, const Fields& fields, const Fact& fact) {
    Unit& unit = graph_.unit(id);
    unit.attributes =
        values_.make().map(fields.members(), false, values_.origin(fact.node->span, unit.name_span, fact.path, id));
    unit.body = unit.attributes;
}

void Facts::plan() {
    const Fact fact{
        .type = "plan", .address = "plan", .name = {root_.span.begin, root_.span.begin + 1}, .node = &root_};
    const UnitId unit = declare(fact);
    Fields fields(values_, unit);
    for (const std::string_view name : k_plan_fields)
        fields.take(&root_, nullptr, name);
    finish(unit, fields, fact);
}

void Facts::variables() {
    const Node* given = root_.get("variables");
    if (given == nullptr) return;
    const Node* declared = get(get(root_.get("configuration"), "root_module"), "variables");
    const Path* below = values_.below(nullptr, "variables");
    const Path* module = values_.below(values_.below(nullptr, "configuration"), "root_module");
    const Path* declarations = values_.below(module, "variables");
    for (const NodeMember& variable : given->members) {
        const Path* path = values_.below(below, variable.key);
        const Fact fact{.type = "variable",
                        .address = values_.keep("var." + std::string(variable.key)),
                        .name = variable.key_span,
                        .node = variable.value,
                        .path = path};
        const UnitId unit = declare(fact);
        const SourceSpan key = values_.at(variable.key_span);
        const Node* declaration = get(declared, variable.key);
        const Path* said = values_.below(declarations, variable.key);
        const Node* sensitive = get(declaration, "sensitive");
        Fields fields(values_, unit);
        fields.add("name", key, values_.make().string(variable.key, values_.origin(key.span, key, path, unit)));
        for (const auto& [name, node, where] : {std::tuple{"value", get(variable.value, "value"), path},
                                                std::tuple{"default", get(declaration, "default"), said}}) {
            if (node == nullptr || node->is(NodeKind::null)) continue;
            const Spot spot{.unit = unit, .value = values_.below(where, std::string_view(name)), .key = key};
            fields.add(name, key, values_.merged({.value = node, .sensitive = sensitive}, spot, fact.address, nullptr));
        }
        fields.take(declaration, said, "sensitive");
        fields.take(declaration, said, "description");
        finish(unit, fields, fact);
    }
}

void Facts::outputs() {
    const Node* planned = get(root_.get("planned_values"), "outputs");
    if (planned == nullptr) planned = get(root_.get("values"), "outputs");
    const Node* changes = root_.get("output_changes");
    const std::string_view section = root_.get("values") != nullptr ? "values" : "planned_values";
    const Path* planned_path = values_.below(values_.below(nullptr, section), "outputs");
    const Path* changes_path = values_.below(nullptr, "output_changes");
    std::vector<const NodeMember*> named;
    for (const Node* list : {planned, changes}) {
        if (list == nullptr) continue;
        for (const NodeMember& member : list->members)
            if (list == planned || get(planned, member.key) == nullptr) named.push_back(&member);
    }
    for (const NodeMember* output : named) {
        const Node* there = get(planned, output->key);
        const Node* change = get(changes, output->key);
        const Path* path = values_.below(there != nullptr ? planned_path : changes_path, output->key);
        const Path* change_path = values_.below(changes_path, output->key);
        const Fact fact{.type = "output",
                        .address = values_.keep("output." + std::string(output->key)),
                        .name = output->key_span,
                        .node = output->value,
                        .path = path};
        const UnitId unit = declare(fact);
        const SourceSpan key = values_.at(output->key_span);
        Fields fields(values_, unit);
        fields.add("name", key, values_.make().string(output->key, values_.origin(key.span, key, path, unit)));
        const Node* value = get(there, "value");
        const Spot spot{.unit = unit,
                        .value = value != nullptr ? values_.below(path, "value") : values_.below(change_path, "after"),
                        .unknown = values_.below(change_path, "after_unknown"),
                        .key = key};
        fields.add("value", key,
                   values_.merged({.value = value != nullptr ? value : get(change, "after"),
                                   .unknown = get(change, "after_unknown"),
                                   .sensitive = get(there, "sensitive"),
                                   .more_sensitive = get(change, "after_sensitive")},
                                  spot, fact.address, nullptr));
        fields.take(there, path, "sensitive");
        fields.take(change, change_path, "actions");
        if (const Node* before = get(change, "before"); before != nullptr && !before->is(NodeKind::null)) {
            const Spot was{.unit = unit, .value = values_.below(change_path, "before"), .key = key};
            fields.add("before", key,
                       values_.merged({.value = before, .sensitive = get(change, "before_sensitive")}, was,
                                      fact.address, nullptr));
        }
        finish(unit, fields, fact);
    }
}

void Facts::checks() {
    const Node* list = root_.get("checks");
    if (list == nullptr) return;
    const Path* below = values_.below(nullptr, "checks");
    for (std::size_t i = 0; i < list->items.size(); ++i) {
        const Node& check = *list->items[i];
        const Node* address = check.get("address");
        const std::string_view shown = address == nullptr ? std::string_view() : address->text_of("to_display");
        if (shown.empty()) continue;
        const Path* path = values_.below(below, i);
        const std::string name = shown.starts_with("check.") ? std::string(shown) : "check." + std::string(shown);
        const Fact fact{.type = "check",
                        .address = values_.keep(name),
                        .name = address->get("to_display")->span,
                        .node = &check,
                        .path = path};
        const UnitId unit = declare(fact);
        Fields fields(values_, unit);
        fields.take(&check, path, "status");
        fields.take(address, values_.below(path, "address"), "kind");
        fields.take(address, values_.below(path, "address"), "to_display");
        fields.take(&check, path, "instances");
        finish(unit, fields, fact);
    }
}

void Facts::drift() {
    const Node* list = root_.get("resource_drift");
    if (list == nullptr) return;
    const Path* below = values_.below(nullptr, "resource_drift");
    for (std::size_t i = 0; i < list->items.size(); ++i) {
        const Node& entry = *list->items[i];
        const std::string_view address = entry.text_of("address");
        const Node* change = entry.get("change");
        if (address.empty() || change == nullptr) continue;
        const Path* path = values_.below(below, i);
        const Fact fact{.type = "drift",
                        .address = values_.keep("drift." + std::string(address)),
                        .name = entry.get("address")->span,
                        .node = &entry,
                        .path = path};
        const UnitId unit = declare(fact);
        const Path* changed = values_.below(path, "change");
        const SourceSpan key = values_.at(fact.name);
        Fields fields(values_, unit);
        for (const std::string_view name : {"address", "module_address", "mode", "type", "index", "previous_address"})
            fields.take(&entry, path, name);
        fields.take(change, changed, "actions");
        for (const auto& [name, marks] :
             {std::pair{"before", "before_sensitive"}, std::pair{"after", "after_sensitive"}}) {
            const Node* value = change->get(name);
            if (value == nullptr || value->is(NodeKind::null)) continue;
            const Spot spot{.unit = unit, .value = values_.below(changed, std::string_view(name)), .key = key};
            fields.add(name, key,
                       values_.merged({.value = value, .sensitive = change->get(marks)}, spot, address, nullptr));
        }
        finish(unit, fields, fact);
    }
}

Value Facts::expression(const Node& node, const Path* path, UnitId unit, SourceSpan key,
                        const std::string& name) const {
    if (const Node* constant = is_expression(node) ? node.get("constant_value") : nullptr)
        return values_.written(*constant, values_.below(path, "constant_value"), unit, key);
    if (is_expression(node)) {
        std::string from;
        if (const Node* list = references_of(&node); list != nullptr && !list->items.empty())
            from = ", it comes from `" + std::string(list->items.front()->text) + "`";
        Unknown about;
        about.cause = values_.keep("the plan does not tell the value of `" + name + "`" + from);
        about.producer = values_.keep(std::to_string(key.source.value) + "|tf|" + name);
        return values_.make().unknown(about, values_.origin(node.span, key, path, unit));
    }
    if (node.is(NodeKind::list)) {
        std::vector<Element> items;
        for (std::size_t i = 0; i < node.items.size(); ++i)
            items.push_back({expression(*node.items[i], values_.below(path, i), unit, values_.at(node.items[i]->span),
                                        name + "[" + std::to_string(i) + "]")});
        return values_.make().list(items, false, values_.origin(node.span, key, path, unit));
    }
    return expressions(&node, path, unit, key, name, nullptr);
}

Value Facts::expressions(const Node* node, const Path* path, UnitId unit, SourceSpan key, std::string_view subject,
                         const Node* declared) const {
    std::vector<Member> members;
    if (node != nullptr) {
        for (const NodeMember& member : node->members) {
            const SourceSpan own = values_.at(member.key_span);
            Value value = expression(*member.value, values_.below(path, member.key), unit, own,
                                     std::string(subject) + "." + std::string(member.key));
            if (names_secret(member.key) || declares_secret(declared, member.key))
                value = values_.make().marked(value, true, false);
            members.push_back({member.key, own, value});
        }
    }
    return values_.make().map(members, false, values_.origin(node == nullptr ? key.span : node->span, key, path, unit));
}

void Facts::providers() {
    const Node* list = get(root_.get("configuration"), "provider_config");
    if (list == nullptr) return;
    const Path* below = values_.below(values_.below(nullptr, "configuration"), "provider_config");
    for (const NodeMember& provider : list->members) {
        const Path* path = values_.below(below, provider.key);
        const Fact fact{.type = "provider",
                        .address = values_.keep("provider." + std::string(provider.key)),
                        .name = provider.key_span,
                        .node = provider.value,
                        .path = path};
        const UnitId unit = declare(fact);
        Fields fields(values_, unit);
        for (const std::string_view name : {"name", "full_name", "alias", "version_constraint", "module_address"})
            fields.take(provider.value, path, name);
        const SourceSpan key = values_.at(provider.key_span);
        fields.add("settings", key,
                   expressions(provider.value->get("expressions"), values_.below(path, "expressions"), unit, key,
                               fact.address, nullptr));
        finish(unit, fields, fact);
    }
}

void Facts::calls(const Node* module, const Path* path, const std::string& prefix) {
    const Node* list = get(module, "module_calls");
    if (list == nullptr) return;
    const Path* below = values_.below(path, "module_calls");
    for (const NodeMember& call : list->members) {
        const Path* here = values_.below(below, call.key);
        const std::string address = prefix + "module." + std::string(call.key);
        const Fact fact{.type = "module",
                        .address = values_.keep(address),
                        .name = call.key_span,
                        .node = call.value,
                        .path = here};
        const UnitId unit = declare(fact);
        const SourceSpan key = values_.at(call.key_span);
        Fields fields(values_, unit);
        fields.add("name", key, values_.make().string(call.key, values_.origin(key.span, key, here, unit)));
        for (const std::string_view name : {"source", "version_constraint", "depends_on"})
            fields.take(call.value, here, name);
        if (!prefix.empty())
            fields.add("module", key,
                       values_.make().string(values_.keep(prefix.substr(0, prefix.size() - 1)),
                                             values_.origin(key.span, key, here, unit)));
        fields.add("inputs", key,
                   expressions(call.value->get("expressions"), values_.below(here, "expressions"), unit, key,
                               fact.address, get(call.value->get("module"), "variables")));
        finish(unit, fields, fact);
        calls(call.value->get("module"), values_.below(here, "module"), address + ".");
    }
}

}  // namespace spile::engine::terraform
