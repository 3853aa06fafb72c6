// A text -> the same text, broken: what slips, bad merges and ill will make of templates and policies.
#pragma once

#include <cstddef>
#include <random>
#include <string>
#include <string_view>

namespace spile::tests {

enum class Language : std::uint8_t { yaml, json, policy };

/// One of the kinds of damage, by number below k_damages. `random` decides where; `other` is another text of the same
/// kind, to take pieces from.
[[nodiscard]] std::string mutate(std::string_view text, std::string_view other, Language language, std::size_t damage,
                                 std::mt19937& random);

inline constexpr std::size_t k_damages = 12;
[[nodiscard]] std::string_view name_of(std::size_t damage);

}  // namespace spile::tests
