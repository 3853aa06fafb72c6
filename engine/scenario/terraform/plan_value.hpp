// A value of a plan with what the plan says of it besides: parts that only apply will tell, parts that are sensitive.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace spile::engine::scenario::terraform {

struct PlanValue {
    enum class Kind : std::uint8_t { null, boolean, number, text, list, map };
    Kind kind = Kind::null;
    std::string text;               // decoded; of booleans and numbers as JSON writes them
    std::vector<std::string> keys;  // of a map, one for each item, in the order of writing
    std::vector<PlanValue> items;
    bool unknown = false;  // known after apply; kind and items mean nothing then
    bool sensitive = false;

    [[nodiscard]] static PlanValue of_text(std::string text);
    [[nodiscard]] static PlanValue of_number(std::size_t number);
    [[nodiscard]] static PlanValue of_truth(bool truth);
    [[nodiscard]] static PlanValue list();
    [[nodiscard]] static PlanValue map();

    /// Adds a member behind the others.
    PlanValue& add(std::string key, PlanValue value);
    PlanValue& add(PlanValue element);
    [[nodiscard]] PlanValue* find(std::string_view key);
    [[nodiscard]] const PlanValue* find(std::string_view key) const;

    friend bool operator==(const PlanValue&, const PlanValue&) = default;
};

/// Whether some part of it is known only after apply.
[[nodiscard]] bool partly_unknown(const PlanValue& value);
/// Whether some part of it is sensitive.
[[nodiscard]] bool partly_sensitive(const PlanValue& value);

// The three trees that a plan splits a value into. Unknown members are left out of the known part, unknown elements are
// null there. The marks have the value's shape, but maps leave out what is false.
[[nodiscard]] PlanValue known_part(const PlanValue& value);
[[nodiscard]] PlanValue unknown_marks(const PlanValue& value);
[[nodiscard]] PlanValue sensitive_marks(const PlanValue& value);

/// As `jsonencode` of Terraform writes it: on one line, without blanks.
[[nodiscard]] std::string compact_json(const PlanValue& value);
/// Members and elements on lines of their own, two blanks deeper each; ends with a line break.
[[nodiscard]] std::string pretty_json(const PlanValue& value);

}  // namespace spile::engine::scenario::terraform
