// Coverage printed: a table for people, JSON for programs, LCOV for the tools that draw it beside the text.
#pragma once

#include <string>

#include "engine/coverage/coverage.hpp"
#include "engine/report/json.hpp"

namespace spile::engine::coverage {

/// One row a policy with what no scenario showed below it, then the totals.
[[nodiscard]] std::string write_text(const Coverage& coverage);
/// {"policies": […], "total": {…}}; percentages are of outcomes seen, with one decimal, as text.
[[nodiscard]] Json write_json(const Coverage& coverage);
/// geninfo(1): a record a file, FN/FNDA for policies (scenarios that evaluated it), BRDA for the outcomes of each
/// condition (branch 0 true, 1 false, 2 undecided; block: position on the line), DA for the lines of conditions.
[[nodiscard]] std::string write_lcov(const Coverage& coverage);

/// "87.5 %": rounded down, so that 100 means all.
[[nodiscard]] std::string percent(const Count& count);

}  // namespace spile::engine::coverage
