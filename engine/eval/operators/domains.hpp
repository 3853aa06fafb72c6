// Domain values: reading them from texts, comparing them by meaning. Private to the folder.
#pragma once

#include <compare>
#include <optional>
#include <string_view>

#include "engine/eval/operators/support.hpp"

namespace spile::engine::operators {

/// The record types of names: an ARN, an image reference, and an address range that is known in part (its text).
enum class Form : std::uint8_t { none, arn, image, partial_cidr };
[[nodiscard]] Form form_of(Value value);

/// What a text next to a domain value (or an ARN, or an image) means: the text read as one. Nothing when it spells
/// none; an undecided text gives what the parser gives.
[[nodiscard]] std::optional<Value> read_like(Value sample, Value text, const Operands& with);

[[nodiscard]] std::strong_ordering compare_versions(std::string_view a, std::string_view b);

/// What is known of an address range. Bits beyond `known_bits` are not known.
struct CidrBounds {
    bool v6 = false;
    std::uint8_t address[16] = {};
    int known_bits = 0;
    int least_prefix = 0;
    int greatest_prefix = 0;
};
/// Of an address range or a text that may spell one; nothing when nothing is known of it, or it is none.
[[nodiscard]] std::optional<CidrBounds> cidr_bounds(Value value);
[[nodiscard]] Truth same_range(const CidrBounds& a, const CidrBounds& b);
[[nodiscard]] Truth range_within(const CidrBounds& inner, const CidrBounds& outer);

[[nodiscard]] std::optional<DomainValue> protocol_number(std::int64_t number);
[[nodiscard]] std::string_view protocol_name(std::int64_t number);

[[nodiscard]] Value domain_field(Value value, std::string_view name, const Operands& with);
/// 2027-03-31T00:00:00Z
[[nodiscard]] std::string time_text(std::int64_t seconds);

}  // namespace spile::engine::operators
