// yaml-cpp's events of the first document, aliases expanded, in words that the cursor's events can be put in too.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace spile::tests {

inline constexpr std::uint32_t k_no_place = 0xffffffffU;

struct OracleEvent {
    std::string kind;  // "map", "list", "end", "scalar", "null"
    std::string tag;   // "!Ref"; empty for none and for core tags
    std::string text;
    std::uint32_t at = 0;  // byte offset where the value or its tag begins; 0 for an end, k_no_place for unknown
};

/// Nothing when yaml-cpp refuses the text or finds a second document.
[[nodiscard]] std::optional<std::vector<OracleEvent>> yaml_cpp_events(std::string_view text);
/// yaml-cpp has events for null; these plain texts become one.
[[nodiscard]] bool is_oracle_null(std::string_view text);
/// `b` is the oracle's. Beginnings are compared for scalars with text and for brackets; yaml-cpp has no mark for values
/// that are not there.
[[nodiscard]] bool same(const OracleEvent& a, const OracleEvent& b);

}  // namespace spile::tests
