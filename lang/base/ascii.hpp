// Upper and lower case of ASCII letters, whatever the locale. All other bytes stay as they are.
#pragma once

#include <string>
#include <string_view>

namespace spile {

[[nodiscard]] constexpr char lower_case(char c) noexcept {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
[[nodiscard]] constexpr char upper_case(char c) noexcept {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}
[[nodiscard]] std::string lower_case(std::string_view text);
[[nodiscard]] std::string upper_case(std::string_view text);
/// Equal but for the case of ASCII letters.
[[nodiscard]] bool same_but_for_case(std::string_view a, std::string_view b) noexcept;

}  // namespace spile
