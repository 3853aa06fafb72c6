#include "engine/loaders/terraform/references.hpp"

#include <algorithm>

#include "engine/loaders/terraform/address.hpp"

namespace spile::engine::terraform {

namespace {

/// "a" of "a.b" and "a[0]".
bool begins(std::string_view longer, std::string_view shorter) {
    return longer.size() > shorter.size() && longer.starts_with(shorter) &&
           (longer[shorter.size()] == '.' || longer[shorter.size()] == '[');
}

bool each_or_count(std::string_view reference) {
    return reference.starts_with("each.") || reference.starts_with("count.");
}

}  // namespace

// ---- from an expression to what it means ------------------------------------------------------------------------

template <class Make>
const ReferenceResolver::Resolved& ReferenceResolver::memo(const void* where, std::string_view name,
                                                           std::string_view key, const Make& make) {
    static const Resolved cut{.open = true, .followed_open = true, .state = Resolved::State::done};
    const auto [entry, added] = memo_.try_emplace({where, std::string(name), std::string(key)});
    // What is defined by itself, or too far away, says nothing of where it comes from.
    if (!added) return entry->second.state == Resolved::State::busy ? cut : entry->second;
    if (hops_ >= k_most_hops) {
        entry->second = cut;
        return entry->second;
    }
    ++hops_;
    Resolved made;
    make(made);
    --hops_;
    made.state = Resolved::State::done;
    entry->second = std::move(made);
    return entry->second;
}

void ReferenceResolver::add_target(std::vector<ReferenceTarget>& targets, const ReferenceTarget& target, bool& open) {
    const auto same = std::find_if(targets.begin(), targets.end(), [&](const ReferenceTarget& known) {
        return known.units.size() == target.units.size() &&
               std::equal(known.units.begin(), known.units.end(), target.units.begin());
    });
    if (same != targets.end()) {
        if (same->attribute != target.attribute) same->attribute = {};
        return;
    }
    if (targets.size() >= k_most_targets)
        open = true;
    else
        targets.push_back(target);
}

void ReferenceResolver::add(const Resolved& from, Resolved& to) {
    to.open = to.open || from.open;
    to.followed_open = to.followed_open || from.followed_open;
    for (const ReferenceTarget& target : from.direct)
        add_target(to.direct, target, to.open);
    for (const ReferenceTarget& target : from.followed)
        add_target(to.followed, target, to.followed_open);
}

ReferenceResolver::Resolved ReferenceResolver::expression(const Node& node, const Context& context) {
    Resolved out;
    const Node* list = references_of(&node);
    if (list == nullptr) return out;
    const bool keyed =
        std::any_of(list->items.begin(), list->items.end(), [](const Node* item) { return each_or_count(item->text); });
    std::string_view longest;
    for (const Node* item : list->items) {
        // After `a.b[0].c` come `a.b[0]` and `a.b`, which say no more.
        if (begins(longest, item->text)) continue;
        longest = item->text;
        reference(item->text, context, keyed, out);
    }
    return out;
}

void ReferenceResolver::reference(std::string_view text, const Context& context, bool keyed, Resolved& out) {
    const std::vector<AddressPart> parts = address_parts(text);
    if (parts.empty() || context.module == nullptr) return;
    const std::string_view root = parts.front().name;
    if (root == "var") {
        if (parts.size() > 1) through_variable(context, parts[1].name, out);
    } else if (root == "module") {
        through_module(parts, context, keyed, out);
    } else if (root == "data") {
        to_resource(parts, 1, context, keyed, out);
    } else if (root == "local" || root == "ephemeral") {
        out.open = true;  // plans do not say what locals are made of
    } else if (root == "each") {
        const Node* over = get(context.block, "for_each_expression");
        if (parts.size() < 2 || parts[1].name != "value" || over == nullptr) return;
        add(memo(over, "each", context.key,
                 [&](Resolved& made) {
                     const Node* list = references_of(over);
                     if (list == nullptr) return;
                     std::string_view longest;
                     for (const Node* item : list->items) {
                         if (begins(longest, item->text)) continue;
                         longest = item->text;
                         // The values of a resource with instances are those, each under its own key.
                         reference(item->text, context, true, made);
                     }
                 }),
            out);
    } else if (root != "path" && root != "terraform" && root != "count" && root != "self") {
        to_resource(parts, 0, context, keyed, out);
    }
}

void ReferenceResolver::through_variable(const Context& context, std::string_view name, Resolved& out) {
    ModuleInstance& module = *context.module;
    if (module.call == nullptr) return;  // of the root: a value that is given, or nothing is known of the call
    const Node* given = get(get(module.call->node, "expressions"), name);
    if (given == nullptr) return;  // its default, a constant
    add(memo(&module, "var." + std::string(name), {},
             [&](Resolved& made) {
                 made = expression(*given, {.module = module.parent, .block = module.call->node, .key = module.key});
             }),
        out);
}

void ReferenceResolver::through_output(ModuleInstance& module, std::string_view name, Resolved& out) {
    const Node* output = module.block == nullptr ? nullptr : get(get(module.block->node, "outputs"), name);
    const Node* written = get(output, "expression");
    if (written == nullptr) {
        out.open = true;
        return;
    }
    add(memo(&module, "output." + std::string(name), {},
             [&](Resolved& made) { made = expression(*written, {.module = &module, .block = nullptr, .key = {}}); }),
        out);
}

void ReferenceResolver::through_module(const std::vector<AddressPart>& parts, const Context& context, bool keyed,
                                       Resolved& out) {
    if (parts.size() < 2) return;
    const ModuleInstances* known = configuration_.called(*context.module, parts[1].name);
    const std::string_view wanted = !parts[1].key.empty() ? parts[1].key : keyed ? context.key : std::string_view();
    std::vector<ModuleInstance*> instances;
    if (known != nullptr) {
        const auto same = known->find(wanted);
        if (same != known->end()) {
            instances.push_back(same->second);
        } else if (parts[1].key.empty() && known->size() <= k_most_targets) {
            for (const auto& [key, instance] : *known)
                instances.push_back(instance);
        }
    }
    if (instances.empty()) out.open = true;
    for (ModuleInstance* instance : instances) {
        if (parts.size() > 2) {
            through_output(*instance, parts[2].name, out);
            continue;
        }
        const Node* outputs = instance->block == nullptr ? nullptr : get(instance->block->node, "outputs");
        if (outputs == nullptr || outputs->members.size() > k_most_targets) {
            out.open = true;
            continue;
        }
        for (const NodeMember& output : outputs->members)
            through_output(*instance, output.key, out);
    }
}

std::span<const UnitId> ReferenceResolver::units_of(ResourceInstances& instances) {
    if (instances.units.size() != instances.by_key.size()) {
        std::vector<UnitId> units;
        for (const auto& [key, unit] : instances.by_key)
            units.push_back(unit);
        std::sort(units.begin(), units.end());
        instances.units = graph_.arena().copy(units);
    }
    return instances.units;
}

void ReferenceResolver::to_resource(const std::vector<AddressPart>& parts, std::size_t first, const Context& context,
                                    bool keyed, Resolved& out) {
    if (parts.size() < first + 2) return;
    const AddressPart& name = parts[first + 1];
    std::string_view block = name.whole;
    if (!name.key.empty())
        block = block.substr(0, block.find('[', static_cast<std::size_t>(name.name.data() - block.data())));
    ModuleInstance& module = *context.module;
    const auto found = module.resources.find(block);
    const Node* written = nullptr;
    if (module.block != nullptr) {
        const auto at = module.block->resources.find(block);
        if (at != module.block->resources.end()) written = at->second;
    }
    if (found == module.resources.end()) {
        // A data source that was read before has no instance in older plans; no instance at all is nothing.
        if (written == nullptr || first == 1) out.open = true;
        return;
    }
    ResourceInstances& instances = found->second;
    const std::string_view attribute = parts.size() > first + 2 ? parts[first + 2].name : std::string_view();
    const std::string_view wanted = !name.key.empty() ? name.key : keyed ? context.key : std::string_view();
    const auto same = instances.by_key.find(wanted);
    if (same == instances.by_key.end() && !name.key.empty()) return;  // no instance of that key
    const bool one = same != instances.by_key.end();
    const std::span<const UnitId> all = units_of(instances);
    const std::span<const UnitId> meant = one ? graph_.arena().copy(std::vector<UnitId>{same->second}) : all;
    add_target(out.direct, {.units = meant, .attribute = graph_.arena().copy(attribute)}, out.open);
    if (written != nullptr && !attribute.empty()) {
        if (one || all.size() == 1)
            follow(module, *written, one ? same->first : instances.by_key.begin()->first, attribute, out);
        else if (get(get(written, "expressions"), attribute) != nullptr)
            out.followed_open = true;
    }
}

void ReferenceResolver::follow(ModuleInstance& module, const Node& block, std::string_view key,
                               std::string_view attribute, Resolved& out) {
    const Node* written = get(block.get("expressions"), attribute);
    if (written == nullptr || !is_expression(*written) || references_of(written) == nullptr) return;
    const Resolved& found =
        memo(&module, std::string(block.text_of("address")) + "." + std::string(attribute), key,
             [&](Resolved& made) { made = expression(*written, {.module = &module, .block = &block, .key = key}); });
    out.followed_open = out.followed_open || found.open || found.followed_open;
    for (const auto* targets : {&found.direct, &found.followed})
        for (const ReferenceTarget& target : *targets)
            add_target(out.followed, target, out.followed_open);
}

}  // namespace spile::engine::terraform
