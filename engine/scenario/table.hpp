// "the findings are exactly:": a table against the findings of an evaluation.
#pragma once

#include "engine/scenario/subjects.hpp"

namespace spile::engine::scenario {

/// Holds when each row is a finding and each finding a row; the first row names the columns. Waived findings count only
/// when there is a column `waived`.
[[nodiscard]] Answer compare_findings(const Evaluated& evaluated, const std::vector<std::vector<std::string>>& rows);

}  // namespace spile::engine::scenario
