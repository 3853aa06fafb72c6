// Report -> bytes of one output format. The only face of this folder besides baseline_writer.hpp. The same report gives
// the same bytes: no clock, no duration, no host, no absolute path.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/findings/report.hpp"
#include "lang/diagnostics/diagnostic.hpp"
#include "lang/source/source_map.hpp"

namespace spile::engine {

enum class ReportFormat : std::uint8_t { text, json, jsonl, sarif, junit, github, gitlab, markdown };
[[nodiscard]] std::string_view word(ReportFormat format);
/// The word of --out; nothing for an unknown one (all_format_words() for "did you mean").
[[nodiscard]] std::optional<ReportFormat> parse_format(std::string_view word);
[[nodiscard]] const std::vector<std::string_view>& all_format_words();

struct WriteOptions {
    Colour colour = Colour::off;  // text only
    bool show_waived = false;     // text only
    bool show_passed = false;     // text only
    bool show_info = false;       // text only: what is only for information as fully as the rest, not in a line each
    std::string version;          // of Spile; SARIF names it. Empty: not named
};

/// `sources` are those of the run that made the report: excerpts and character columns are read from them. Ends in a
/// newline.
[[nodiscard]] std::string write(ReportFormat format, const Report& report, const SourceMap& sources,
                                const WriteOptions& options);

}  // namespace spile::engine
