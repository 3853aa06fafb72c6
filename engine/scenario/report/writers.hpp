// The writers behind write_results, one file each.
#pragma once

#include <string>
#include <string_view>

#include "engine/scenario/report/write_results.hpp"

namespace spile::engine::scenario {

[[nodiscard]] std::string write_text(const RunResult& result, const ResultOptions& options);
[[nodiscard]] std::string write_messages(const RunResult& run, const ResultOptions& options);
[[nodiscard]] std::string write_junit_results(const RunResult& run, const ResultOptions& options);
[[nodiscard]] std::string write_tap(const RunResult& run, const ResultOptions& options);
[[nodiscard]] std::string write_json_results(const RunResult& run, const ResultOptions& options);
[[nodiscard]] std::string write_html(const RunResult& run, const ResultOptions& options);

/// The page's style sheet, and the source expression that its content security policy names it by: 'sha256-…'.
[[nodiscard]] std::string_view html_style();
[[nodiscard]] std::string_view html_style_hash();

}  // namespace spile::engine::scenario
