// The short form of a plan's resources as a tester writes it: YAML from address to attributes, with tags for what YAML
// has no word for. What is read here still says "the other's id" and "a policy document"; resolve.hpp finds out what
// those come to.
//
//   !unknown                 known after apply
//   !computed                the same, and only the provider chooses it: the configuration does not speak of it
//   !ref ADDRESS.ATTRIBUTE   what another resource has there, and a reference in the configuration
//   !sensitive VALUE         the value, marked
//   !json VALUE              the value as a text in JSON
//   ADDRESS: !replace {…}    a resource that is there is destroyed and made again
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/scenario/terraform/address.hpp"
#include "lang/base/result.hpp"

namespace spile::engine::scenario::terraform {

struct Stated {
    enum class Kind : std::uint8_t { null, boolean, number, text, list, map, unknown, reference, json };
    Kind kind = Kind::null;
    std::string text;  // decoded; of booleans and numbers as JSON writes them; of a reference the attribute's path
    Address target;    // of a reference
    std::vector<std::string> keys;  // of a map, one for each item
    std::vector<Stated> items;      // json: the one value
    bool sensitive = false;
    bool computed = false;   // unknown: nothing of the configuration asks for a value
    std::uint32_t line = 0;  // from 1
};

struct StatedResource {
    Address address;
    Stated attributes;  // a map
    bool replaced = false;
    std::uint32_t line = 0;
};

/// Deeper values are refused: in a plan they would lie deeper still than a document may go.
inline constexpr std::uint32_t k_deepest_value = 100;

/// In the order of writing. The error says what is wrong, and in which line of the text; `name` is what that calls it:
/// "the planned resources".
[[nodiscard]] Result<std::vector<StatedResource>> read_stated(std::string_view text, std::string_view name);

/// One value, as a step writes it: `!ref aws_s3_bucket.logs.id`.
[[nodiscard]] Result<Stated> read_stated_value(std::string_view yaml);

/// The text with a blank behind each `!unknown` and `!computed` before a closing bracket, where it cannot be read
/// without: YAML allows
/// `[!unknown]`, libyaml wants `[!unknown ]`. Lines stay what they are.
[[nodiscard]] std::string with_room_behind_tags(std::string text);

/// "line 3 of the planned resources: …".
[[nodiscard]] Error at_line(std::uint32_t line, std::string_view name, const std::string& problem);

}  // namespace spile::engine::scenario::terraform
