// What a test run left -> bytes of one format. The only face of this folder. The same run gives the same bytes: no
// clock, no duration, no host, no absolute path.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/scenario/result.hpp"
#include "lang/diagnostics/diagnostic.hpp"

namespace spile::engine::scenario {

enum class ResultFormat : std::uint8_t { text };
/// The word of --out; nothing for an unknown one (all_result_formats() for "did you mean").
[[nodiscard]] std::optional<ResultFormat> parse_result_format(std::string_view word);
[[nodiscard]] const std::vector<std::string_view>& all_result_formats();

struct ResultOptions {
    Colour colour = Colour::off;  // text only
    bool show_passed = false;     // text only: a line for each scenario that passed
    std::string version;          // of Spile; formats that name the tool name it
};

/// Ends in a newline.
[[nodiscard]] std::string write_results(ResultFormat format, const RunResult& result, const ResultOptions& options);

}  // namespace spile::engine::scenario
