// A plan's JSON as a tree with places. Lives in the graph's arena; texts view the source where it has them unescaped.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "engine/document/cursor.hpp"
#include "lang/base/arena.hpp"
#include "lang/source/source_map.hpp"

namespace spile::engine::terraform {

enum class NodeKind : std::uint8_t { null, boolean, number, string, list, map };

struct Node;

struct NodeMember {
    std::string_view key;
    Span key_span;
    const Node* value = nullptr;
};

struct Node {
    NodeKind kind = NodeKind::null;
    Span span;
    std::string_view text;               // scalars: decoded; booleans and numbers as written
    std::span<const Node* const> items;  // list
    std::span<const NodeMember> members;
    std::span<const std::uint32_t> by_key;  // of large maps: positions in `members` in order of keys

    [[nodiscard]] bool is(NodeKind k) const noexcept { return kind == k; }
    [[nodiscard]] bool truthy() const noexcept { return kind == NodeKind::boolean && text == "true"; }
    /// The member of a map; null when there is none or this is no map. O(log members).
    [[nodiscard]] const NodeMember* member(std::string_view key) const noexcept;
    [[nodiscard]] const Node* get(std::string_view key) const noexcept;
    /// The text of a string member, empty when there is none.
    [[nodiscard]] std::string_view text_of(std::string_view key) const noexcept;
    /// The item of a list; null when there is none or this is no list.
    [[nodiscard]] const Node* item(std::size_t position) const noexcept;
};

/// Members of a member, also of null.
[[nodiscard]] const Node* get(const Node* node, std::string_view key) noexcept;

/// The whole document without the members of its root that no rule can ask for; null when it is empty or broken (the
/// cursor's sink says why).
[[nodiscard]] const Node* read_tree(Cursor& cursor, std::string_view text, Arena& arena,
                                    std::span<const std::string_view> without);

}  // namespace spile::engine::terraform
