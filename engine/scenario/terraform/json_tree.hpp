// A JSON text that is looked at before it is edited.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/document/edit.hpp"
#include "engine/document/edit/tree.hpp"
#include "engine/scenario/terraform/plan_value.hpp"

namespace spile::engine::scenario::terraform {

/// A node of a tree, or none. Views the tree.
class JsonNode {
  public:
    JsonNode() = default;
    explicit JsonNode(const editing::Tree& tree, std::uint32_t index = 0) : tree_(&tree), index_(index) {}

    explicit operator bool() const noexcept { return tree_ != nullptr; }
    [[nodiscard]] bool is_map() const { return is(YamlKind::map); }
    [[nodiscard]] bool is_list() const { return is(YamlKind::list); }
    [[nodiscard]] bool is_true() const;
    /// Of a string; empty for everything else.
    [[nodiscard]] std::string_view text() const;
    /// No node where there is no such member or element. O(size of the node).
    [[nodiscard]] JsonNode operator[](std::string_view key) const;
    [[nodiscard]] JsonNode at(const EditStep& step) const;
    [[nodiscard]] JsonNode at(const std::vector<EditStep>& path) const;
    [[nodiscard]] std::vector<JsonNode> items() const;
    [[nodiscard]] std::vector<std::string> keys() const;
    [[nodiscard]] std::vector<std::pair<std::string_view, JsonNode>> members() const;
    /// Null for no node.
    [[nodiscard]] PlanValue value() const;

  private:
    [[nodiscard]] bool is(YamlKind kind) const { return tree_ != nullptr && tree_->nodes[index_].kind == kind; }

    const editing::Tree* tree_ = nullptr;
    std::uint32_t index_ = 0;
};

}  // namespace spile::engine::scenario::terraform
