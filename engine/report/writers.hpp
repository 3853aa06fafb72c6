// One function a format, and what several of them share. Private to this folder.
#pragma once

#include <string>

#include "engine/report/json.hpp"
#include "engine/report/write_report.hpp"

namespace spile::engine {

[[nodiscard]] std::string write_text(const Report& report, const SourceMap& sources, const WriteOptions& options);
[[nodiscard]] std::string write_json(const Report& report);
[[nodiscard]] std::string write_jsonl(const Report& report);
[[nodiscard]] std::string write_sarif(const Report& report, const SourceMap& sources, const WriteOptions& options);
[[nodiscard]] std::string write_junit(const Report& report);
[[nodiscard]] std::string write_github(const Report& report);
[[nodiscard]] std::string write_gitlab(const Report& report);
[[nodiscard]] std::string write_markdown(const Report& report);

/// "1 violation", "2 violations".
[[nodiscard]] std::string counted(std::size_t count, std::string_view one, std::string_view many);
/// "IsProd is false and Env is dev"; empty without literals.
[[nodiscard]] std::string when_text(const Finding& finding);
/// The message with the worlds and the cause, in one line: "Logs is not encrypted (when IsProd is false)".
[[nodiscard]] std::string full_message(const Finding& finding);
/// "checked 3 inputs, 41 resources, 57 policies: 1 violation, 2 waived, 3 unknown, 612 passed".
[[nodiscard]] std::string summary_line(const Report& report);

}  // namespace spile::engine
