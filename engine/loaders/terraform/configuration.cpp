#include "engine/loaders/terraform/configuration.hpp"

#include <algorithm>

#include "engine/loaders/terraform/address.hpp"

namespace spile::engine::terraform {

namespace {

void read_module(const Node* node, ModuleBlock& into) {
    into.node = node;
    if (const Node* resources = get(node, "resources")) {
        for (const Node* resource : resources->items) {
            const std::string_view address = resource->text_of("address");
            if (!address.empty()) into.resources.try_emplace(address, resource);
        }
    }
    const Node* calls = get(node, "module_calls");
    if (calls == nullptr) return;
    for (const NodeMember& call : calls->members) {
        Call& made = into.calls[call.key];
        made.node = call.value;
        made.module = std::make_unique<ModuleBlock>();
        read_module(call.value->get("module"), *made.module);
    }
}

}  // namespace

Configuration::Configuration(const Node* configuration) : node_(configuration) {
    read_module(get(configuration, "root_module"), root_block_);
    instances_.push_back({.key = {}, .block = configuration == nullptr ? nullptr : &root_block_});
    by_address_[""] = &instances_.front();
}

ModuleInstance& Configuration::child(ModuleInstance& parent, std::string_view name, std::string_view key) {
    ModuleInstance made{.key = key, .parent = &parent};
    if (parent.block != nullptr) {
        const auto call = parent.block->calls.find(name);
        if (call != parent.block->calls.end()) {
            made.call = &call->second;
            made.block = call->second.module.get();
        }
    }
    instances_.push_back(std::move(made));
    parent.children[name][key] = &instances_.back();
    return instances_.back();
}

ModuleInstance& Configuration::module_at(std::string_view address) {
    const auto known = by_address_.find(address);
    if (known != by_address_.end()) return *known->second;
    ModuleInstance* at = &root();
    const std::vector<AddressPart> parts = address_parts(address);
    // module.NAME[KEY] pairs.
    for (std::size_t i = 0; i + 1 < parts.size() && parts[i].name == "module"; i += 2) {
        const auto found = by_address_.find(parts[i + 1].whole);
        if (found != by_address_.end()) {
            at = found->second;
            continue;
        }
        at = &child(*at, parts[i + 1].name, parts[i + 1].key);
        by_address_.emplace(parts[i + 1].whole, at);
    }
    by_address_.try_emplace(address, at);
    return *at;
}

void Configuration::add(ModuleInstance& module, std::string_view resource, std::string_view key, UnitId unit) {
    module.resources[resource].by_key.try_emplace(key, unit);
}

const ModuleInstances* Configuration::called(ModuleInstance& in, std::string_view name) {
    const auto found = in.children.find(name);
    if (found != in.children.end()) return &found->second;
    if (in.block == nullptr) return nullptr;
    const auto call = in.block->calls.find(name);
    if (call == in.block->calls.end()) return nullptr;
    const Node& node = *call->second.node;
    if (node.get("for_each_expression") != nullptr || node.get("count_expression") != nullptr) return nullptr;
    child(in, name, {});
    return &in.children.find(name)->second;
}

bool is_expression(const Node& node) {
    if (!node.is(NodeKind::map) || node.members.empty()) return false;
    return std::all_of(node.members.begin(), node.members.end(), [](const NodeMember& member) {
        if (member.key == "constant_value") return true;
        return member.key == "references" && member.value->is(NodeKind::list) &&
               std::all_of(member.value->items.begin(), member.value->items.end(),
                           [](const Node* item) { return item->is(NodeKind::string); });
    });
}

const Node* references_of(const Node* expression) {
    const Node* list = get(expression, "references");
    return list != nullptr && list->is(NodeKind::list) ? list : nullptr;
}

}  // namespace spile::engine::terraform
