// One YAML document between libyaml's events and our cursor: a flat list of nodes in document order. Aliases and merge
// keys stay as written; yaml_cursor.cpp expands them while walking, which the sizes counted here have shown to be
// affordable.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/document/readers.hpp"
#include "lang/base/arena.hpp"

namespace spile::engine {

enum class YamlKind : std::uint8_t { scalar, list, map, alias };

struct YamlNode {
    YamlKind kind = YamlKind::scalar;
    Token token = Token::string;  // of a scalar as a value; as a key it is always text
    ScalarStyle style = ScalarStyle::plain;
    bool bracket = false;    // a list or map in `[]` or `{}`
    bool has_merge = false;  // a map with a `<<` among its keys
    bool merge_key = false;  // that key
    Span span;               // lists and maps: from the opening bracket, key or dash to the end of the last value
    Span tag_span;
    std::uint32_t next = 0;    // the node after this one and all below it
    std::uint32_t target = 0;  // alias: the anchored node, never an alias itself
    std::string_view text;     // scalar: decoded
    std::string_view number;   // scalar that is a number: in JSON's notation
    std::string_view tag;      // "!Ref"; empty for core tags
};

/// Views point into the source text or into `arena`.
struct YamlTree {
    std::vector<YamlNode> nodes;
    Arena arena;
    bool ok = false;

    [[nodiscard]] const YamlNode& resolve(std::uint32_t index) const {
        const YamlNode& node = nodes[index];
        return node.kind == YamlKind::alias ? nodes[node.target] : node;
    }
};

/// Reads the whole text; every mistake is a diagnostic and leaves `ok` false.
[[nodiscard]] YamlTree read_yaml(std::string_view text, const Limits& limits, Reporter report);

struct YamlScalar {
    Token token = Token::string;
    std::string number;  // filled when the written form is not JSON's notation
};
/// What a plain scalar means: YAML 1.2 core schema (section 10.3.2), except that digits with a leading zero are a
/// string (YAML 1.1 and 1.2 read them differently; most are account ids), as are `.inf` and `.nan`, which JSON cannot
/// write.
[[nodiscard]] YamlScalar resolve_plain(std::string_view text);

}  // namespace spile::engine
