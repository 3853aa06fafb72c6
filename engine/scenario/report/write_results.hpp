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
#include "lang/gherkin/cucumber_expression.hpp"

namespace spile::engine::scenario {

/// text: for people · messages: Cucumber's, one JSON object a line · junit: as Surefire writes it · tap: version 14 ·
/// json: our own schema, docs/reference/test-results.schema.json · html: one page that needs nothing else
enum class ResultFormat : std::uint8_t { text, messages, junit, tap, json, html };
[[nodiscard]] std::string_view word(ResultFormat format);
/// The word of --out; nothing for an unknown one (all_result_formats() for "did you mean").
[[nodiscard]] std::optional<ResultFormat> parse_result_format(std::string_view word);
[[nodiscard]] const std::vector<std::string_view>& all_result_formats();

/// How much of a policy the scenarios have shown.
struct PolicyCoverageRow {
    std::string policy;
    std::string path;
    std::uint32_t line = 0;           // of the policy
    std::uint32_t seen = 0;           // outcomes of conditions that were seen
    std::uint32_t of = 0;             // that there are
    std::vector<std::string> unseen;  // what never was, each in one line: "12: `a == b` never false"
};

/// html and json print it. An outcome that policies share counts once in the totals.
struct CoverageTable {
    std::vector<PolicyCoverageRow> policies;
    std::uint32_t seen = 0;
    std::uint32_t of = 0;
};

struct ResultOptions {
    Colour colour = Colour::off;  // text only
    bool show_passed = false;     // text only: a line for each scenario that passed
    std::string version;          // of Spile; messages and html name it. Empty: not named
    /// Those of the vocabulary that are its own; messages define each that a step used.
    std::vector<gherkin::ParameterType> parameter_types;
    std::optional<CoverageTable> coverage;  // nothing: not measured
};

/// Ends in a newline.
[[nodiscard]] std::string write_results(ResultFormat format, const RunResult& run, const ResultOptions& options);

}  // namespace spile::engine::scenario
