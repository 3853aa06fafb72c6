// What a document holds, as far as paths of steps need to know it before it is loaded: its sections, its resources and
// their types.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/document/edit.hpp"
#include "lang/schema/schema.hpp"

namespace spile::engine::scenario {

struct Outline {
    std::vector<std::string> sections;                           // keys at the top
    std::vector<std::pair<std::string, std::string>> resources;  // logical name, type (empty: none written)
    std::string problem;                                         // why it cannot be read to its end; empty: it can
};
/// As far as it can be read. O(length).
[[nodiscard]] Outline outline_of(std::string_view text, Format format);

/// Whether a path's first key is one of a template's sections rather than a logical name.
[[nodiscard]] bool is_section(std::string_view key);

/// Nothing when a property path can stand in a resource of this type, else what is unknown in it, with the nearest
/// name. Only what the schema says exactly is checked. `path` begins behind `Properties`.
[[nodiscard]] std::string unknown_property(const schema::ResourceType& type, std::span<const EditStep> path);

}  // namespace spile::engine::scenario
