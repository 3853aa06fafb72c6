// From the findings of a check to a feature that expects them: one scenario for each. Run over the same policies it
// passes.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/findings/report.hpp"
#include "engine/graph/fact_graph.hpp"
#include "lang/program/program.hpp"
#include "lang/sema/compile.hpp"

namespace spile::engine::scenario {

struct RecordRequest {
    std::string feature;                                 // where it will lie: files are named as seen from there
    std::map<std::string, std::string> parameters;       // of templates, as given to the check
    std::map<std::string, std::string> build_arguments;  // of Dockerfiles
    std::string target;
    std::vector<lang::ParamSetting> settings;
    std::int64_t now = 0;
};

/// The feature's text; nothing when the report has no finding. Templates of up to 16 KiB stand in it, larger ones and
/// those that cannot be written in a doc string are named as files.
[[nodiscard]] std::optional<std::string> record(const Report& report, const FactGraph& graph,
                                                const lang::Program& program, const RecordRequest& request);

}  // namespace spile::engine::scenario
