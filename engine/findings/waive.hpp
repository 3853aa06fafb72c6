// What is accepted: waiver declarations, peers' inline suppressions, the baseline. Private to findings.
#pragma once

#include <vector>

#include "engine/findings/build_report.hpp"
#include "engine/findings/draft.hpp"

namespace spile::engine {

/// Marks the drafts that something accepts: a waiver before an inline suppression before the baseline. Only fail and
/// unknown can be accepted. Adds warnings (waivers that expired, match nothing or soon expire; stale baseline entries)
/// and the counts of suppressions to the report, whose inputs must be there.
void waive(std::vector<Draft>& drafts, const FactGraph& graph, const lang::Program& program,
           const ReportOptions& options, Report& report);

}  // namespace spile::engine
