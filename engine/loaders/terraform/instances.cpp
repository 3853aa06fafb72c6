#include "engine/loaders/terraform/instances.hpp"

#include <algorithm>
#include <map>
#include <string>

#include "engine/loaders/terraform/address.hpp"
#include "engine/loaders/terraform/report.hpp"

namespace spile::engine::terraform {

namespace {

class Finder {
  public:
    Finder(const SourceMap& sources, const Values& values, DiagnosticSink& sink)
        : sources_(sources), values_(values), sink_(sink) {}

    InstanceList find(const Node& root) {
        state(root, root.get("values") != nullptr ? "values" : "planned_values", Which::all);
        changes(root);
        // Data sources that could be read before the plan stand only in the state before it.
        if (const Node* prior = root.get("prior_state")) {
            const Path* path = values_.below(values_.below(nullptr, "prior_state"), "values");
            module(get(prior->get("values"), "root_module"), values_.below(path, "root_module"), 0, Which::data);
        }
        return std::move(list_);
    }

  private:
    enum class Which : std::uint8_t { all, data };

    void malformed(const Node& node, const std::string& message) const {
        report_without_text(sink_, sources_, DiagnosticKind::plan_malformed, values_.at(node.span), message, {});
    }

    void state(const Node& root, std::string_view section, Which which) {
        const Node* node = root.get(section);
        if (node == nullptr || node->is(NodeKind::null)) return;
        if (!node->is(NodeKind::map)) return malformed(*node, "`" + std::string(section) + "` is no map");
        const Path* path = values_.below(nullptr, section);
        module(node->get("root_module"), values_.below(path, "root_module"), 0, which);
    }

    void module(const Node* node, const Path* path, std::size_t depth, Which which) {
        if (node == nullptr || node->is(NodeKind::null)) return;
        if (!node->is(NodeKind::map)) return malformed(*node, "a module is no map");
        if (const Node* resources = list_of(*node, "resources")) {
            const Path* below = values_.below(path, "resources");
            for (std::size_t i = 0; i < resources->items.size(); ++i)
                planned(*resources->items[i], values_.below(below, i), which);
        }
        const Node* children = list_of(*node, "child_modules");
        if (children == nullptr) return;
        const Path* below = values_.below(path, "child_modules");
        for (std::size_t i = 0; i < children->items.size(); ++i) {
            const Node& child = *children->items[i];
            if (which == Which::all && child.is(NodeKind::map))
                list_.modules.push_back({child.text_of("address"), depth + 1});
            module(&child, values_.below(below, i), depth + 1, which);
        }
    }

    const Node* list_of(const Node& node, std::string_view key) const {
        const Node* found = node.get(key);
        if (found == nullptr || found->is(NodeKind::null)) return nullptr;
        if (found->is(NodeKind::list)) return found;
        malformed(*found, "`" + std::string(key) + "` is no list");
        return nullptr;
    }

    void planned(const Node& node, const Path* path, Which which) {
        std::optional<Instance> made = named(node);
        if (!made) return;
        if (which == Which::data && !made->data) return;
        const auto [known, fresh] = by_address_.try_emplace(made->address, list_.all.size());
        if (!fresh) {
            // A data source that is read again stands in both.
            if (which == Which::all) malformed(node, "`" + std::string(made->address) + "` is planned twice");
            Instance& before = list_.all[known->second];
            if (before.planned == nullptr) {
                before.planned = &node;
                before.planned_path = path;
            }
            return;
        }
        made->planned = &node;
        made->planned_path = path;
        list_.all.push_back(std::move(*made));
    }

    void changes(const Node& root) {
        const Node* entries = list_of(root, "resource_changes");
        if (entries == nullptr) return;
        const Path* below = values_.below(nullptr, "resource_changes");
        for (std::size_t i = 0; i < entries->items.size(); ++i)
            changed(*entries->items[i], values_.below(below, i));
    }

    void changed(const Node& node, const Path* path) {
        std::optional<Instance> made = named(node);
        if (!made) return;
        if (!get(&node, "change") || !node.get("change")->is(NodeKind::map))
            return malformed(node, "`" + std::string(made->address) + "` has no `change`");
        const std::string_view deposed = node.text_of("deposed");
        if (!deposed.empty()) {
            made->deposed = true;
            made->address = values_.keep(std::string(made->address) + " (deposed object " + std::string(deposed) + ")");
        }
        std::vector<std::string_view> actions;
        if (const Node* words = list_of(*node.get("change"), "actions")) {
            for (const Node* word : words->items)
                if (word->is(NodeKind::string)) actions.push_back(word->text);
        }
        const auto [known, fresh] = by_address_.try_emplace(made->address, list_.all.size());
        if (fresh) list_.all.push_back(std::move(*made));
        Instance& instance = list_.all[known->second];
        if (instance.entry != nullptr)
            return malformed(node, "`" + std::string(instance.address) + "` is changed twice");
        instance.entry = &node;
        instance.entry_path = path;
        instance.actions = std::move(actions);
    }

    /// Address, type and module of a resource; nothing, and a diagnostic, when it says none.
    std::optional<Instance> named(const Node& node) const {
        const std::string_view address = node.text_of("address");
        const std::string_view type = node.text_of("type");
        if (!node.is(NodeKind::map) || address.empty() || type.empty()) {
            malformed(node, "a resource has no `address` or no `type`");
            return std::nullopt;
        }
        Instance made{.address = address, .type = type, .data = node.text_of("mode") == "data"};
        const std::vector<AddressPart> parts = address_parts(address);
        std::size_t first = 0;
        while (first + 3 < parts.size() && parts[first].name == "module") {
            made.module = parts[first + 1].whole;
            first += 2;
        }
        const std::size_t begin = made.module.empty() ? 0 : made.module.size() + 1;
        made.key = parts.back().key;
        made.block = instance_name(address).block;
        made.block.remove_prefix(std::min(begin, made.block.size()));
        return made;
    }

    const SourceMap& sources_;
    const Values& values_;
    DiagnosticSink& sink_;
    InstanceList list_;
    std::map<std::string_view, std::size_t> by_address_;
};

}  // namespace

bool Instance::removed() const {
    if (deposed) return true;
    if (actions.empty()) return false;
    return std::all_of(actions.begin(), actions.end(),
                       [](std::string_view action) { return action == "delete" || action == "forget"; });
}

InstanceList find_instances(const Node& root, const SourceMap& sources, const Values& values, DiagnosticSink& sink) {
    return Finder(sources, values, sink).find(root);
}

}  // namespace spile::engine::terraform
