// The document that is edited, as the readers see it: one flat tree for both formats, and what it means apart from how
// it is written.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/document/yaml_tree.hpp"
#include "lang/base/result.hpp"

namespace spile::engine::editing {

using Tree = YamlTree;  // of a JSON document too: its lists and maps have brackets

/// The tree of a text, whose views the text must outlive. The error is the reader's first diagnostic, with its line.
[[nodiscard]] Result<Tree> read_tree(std::string_view text, Format format);

/// A subtree's values and order in an unambiguous notation, without spans and styles.
struct Meaning {
    std::string text;
    std::uint32_t nodes = 0;
};

/// One change of a tree: nodes that are left out, something that is put in their place, or behind the last child.
struct TreeEdit {
    std::uint32_t from = 0;  // nodes [from, to) are left out
    std::uint32_t to = 0;
    std::optional<std::uint32_t> append_to;  // else what is put in stands at `from`
    Meaning put;
};

/// Of the whole document, after the edit where there is one. Aliases say which node they name.
[[nodiscard]] Meaning meaning(const Tree& tree, const TreeEdit* edit = nullptr);

// What `meaning` writes for a map of one member and a list of one element.
[[nodiscard]] Meaning key_meaning(std::string_view key);
[[nodiscard]] Meaning map_of(std::string_view key, const Meaning& value);
[[nodiscard]] Meaning list_of(const Meaning& element);

}  // namespace spile::engine::editing
