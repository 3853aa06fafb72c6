// What `set` puts in: one value, ready for a line of its own, for several lines, and for flow style.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/document/edit.hpp"
#include "engine/document/edit/tree.hpp"

namespace spile::engine::editing {

/// How flow text is spaced and its keys are written.
struct FlowStyle {
    Format format = Format::yaml;
    bool compact = false;      // `{"a":1,"b":2}`
    bool quoted_keys = false;  // always so in JSON
};

struct NewValue {
    bool block = false;              // a map or list in block style: begins on a line of its own below a key
    std::vector<std::string> lines;  // the first without indentation, the others relative to it
    std::string flow;                // on one line, as flow style and JSON take it
    Meaning meaning;
};

/// Reads the value as YAML. `flow` is written in the style; JSON's meaning has long-form calls.
[[nodiscard]] Result<NewValue> read_value(std::string_view text, const FlowStyle& style);

/// The value below steps that are not there yet: maps of one member, lists of one element.
[[nodiscard]] NewValue below_steps(NewValue value, std::span<const EditStep> steps, const FlowStyle& style);
[[nodiscard]] NewValue as_member(NewValue value, std::string_view key, const FlowStyle& style);
[[nodiscard]] NewValue as_element(NewValue value, const FlowStyle& style);

/// A key followed by its colon, and by a space where the style has one.
[[nodiscard]] std::string flow_key(std::string_view key, const FlowStyle& style);
/// The long form of a call's tag: "!Ref" -> "Ref", "!Sub" -> "Fn::Sub".
[[nodiscard]] std::string call_name(std::string_view tag);

}  // namespace spile::engine::editing
