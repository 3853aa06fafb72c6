// Report -> the file that --baseline reads.
#pragma once

#include <string>

#include "engine/findings/report.hpp"

namespace spile::engine {

/// Every fail and unknown that neither a waiver nor an inline suppression accepts, sorted; those that an earlier
/// baseline accepts stay in.
[[nodiscard]] std::string write_baseline(const Report& report);

}  // namespace spile::engine
