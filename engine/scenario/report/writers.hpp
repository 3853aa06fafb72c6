// One function a format. Private to this folder.
#pragma once

#include "engine/scenario/report/write_results.hpp"

namespace spile::engine::scenario {

[[nodiscard]] std::string write_text(const RunResult& result, const ResultOptions& options);

}  // namespace spile::engine::scenario
