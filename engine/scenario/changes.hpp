// What a run says that the one before did not: all that a watching developer needs to read.
#pragma once

#include <string>
#include <vector>

#include "engine/scenario/result.hpp"

namespace spile::engine::scenario {

struct Changes {
    RunResult failing;                 // scenarios that fail now, or fail otherwise; with the whole run's summary
    std::vector<std::string> passing;  // "s3.feature:12: a bucket": those that failed before and pass now
    [[nodiscard]] bool any() const;
};

/// Scenarios are the same by feature, name and position among equal names; lines may have moved.
[[nodiscard]] Changes changes(const RunResult& before, const RunResult& after);

}  // namespace spile::engine::scenario
