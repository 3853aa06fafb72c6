// The changes of the text that one edit asks for, apart by style: in brackets (JSON and YAML alike) and in blocks.
#pragma once

#include <vector>

#include "engine/document/edit/layout.hpp"
#include "engine/document/edit/value.hpp"

namespace spile::engine::editing {

using Changes = std::vector<Change>;

/// A list or map whose parts change: `items` of the layout, and which of them.
struct Inside {
    std::uint32_t container = 0;
    const std::vector<Item>* items = nullptr;
    std::size_t which = 0;
};

// --- in brackets
[[nodiscard]] FlowStyle flow_style(const Layout& layout, Format format, std::uint32_t container);
[[nodiscard]] Changes remove_in_flow(const Layout& layout, const Inside& inside);
[[nodiscard]] Changes set_in_flow(const Layout& layout, const Item& item, const NewValue& value,
                                  const FlowStyle& style);
/// Behind the last item; `part` is the member or element as flow text, without brackets.
[[nodiscard]] Changes append_in_flow(const Layout& layout, const Inside& inside, const std::string& part,
                                     const FlowStyle& style);

// --- in blocks; `which` is not the only item
[[nodiscard]] Changes remove_in_block(const Layout& layout, const Inside& inside);
[[nodiscard]] Changes append_in_block(const Layout& layout, const Inside& inside, const NewValue& part);
/// What of the old value stays in place.
enum class Keep : std::uint8_t { nothing, properties };
[[nodiscard]] Changes set_in_block(const Layout& layout, const Item& item, const NewValue& value, Keep keep);

}  // namespace spile::engine::editing
