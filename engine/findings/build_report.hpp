// Outcomes -> report: places, identity, waivers, what fails the run and why it ends as it does. The only face of this
// folder besides select.hpp and baseline.hpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/eval/outcome.hpp"
#include "engine/findings/baseline.hpp"
#include "engine/findings/report.hpp"
#include "engine/findings/select.hpp"
#include "engine/graph/fact_graph.hpp"

namespace spile::engine {

/// What an organisation fixes for its repositories: a repository may be stricter, never laxer.
struct OrganisationPins {
    std::optional<lang::Severity> fail_on;          // the lower of this and --fail-on counts
    std::optional<lang::UnknownTreatment> unknown;  // the stricter of this and the policy's (or --unknown) counts
    std::vector<MandatoryPolicy> mandatory;
    std::vector<std::string> open_params;  // "module.name": repositories may set them, whatever mandatory policies read
    bool no_inline_waivers = false;
};

struct ReportOptions {
    std::optional<lang::Severity> fail_on = lang::Severity::low;  // nothing: never
    lang::UnknownTreatment unknown = lang::UnknownTreatment::warn;
    OrganisationPins pins;
    bool allow_empty = false;
    bool inline_waivers = true;
    std::int64_t now = 0;                                // seconds since 1970 UTC
    std::optional<std::vector<std::uint32_t>> policies;  // selected ones; nothing: all
    const Baseline* baseline = nullptr;                  // may be null
    /// Inputs that could not be read, with their errors; those of failed documents of the graph too (by path).
    std::vector<InputSummary> unread;
    std::uint32_t skipped_files = 0;
    std::vector<std::string> warnings;    // of earlier parts of the run; they come first
    ExitReason already = ExitReason::ok;  // what earlier parts of the run ended with
};

/// Outcomes of policies that are not selected are left out. The graph is not const because guards are made on the way;
/// nothing else of it changes.
[[nodiscard]] Report build_report(FactGraph& graph, const lang::Program& program, const std::vector<Outcome>& outcomes,
                                  const ReportOptions& options);

}  // namespace spile::engine
