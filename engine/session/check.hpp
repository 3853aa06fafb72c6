// A whole `spile check`, from the request to the report, without flags and without printing.
#pragma once

#include <optional>
#include <string>

#include "engine/findings/build_report.hpp"
#include "engine/session/workspace.hpp"

namespace spile::engine {

struct CheckRequest {
    PolicyRequest policies;
    InputRequest inputs;
    SelectOptions selection;
    ReportOptions report;  // policies, baseline, unread and skipped_files are filled in here
    std::string baseline;  // path; empty: none
};

/// Nothing when the request cannot be followed (exit code 2); the sink says why. Everything else, also unreadable
/// inputs, is in the report, with details in the sink.
[[nodiscard]] std::optional<Report> check(Workspace& workspace, const FileSystem& files, CheckRequest request,
                                          DiagnosticSink& sink);

}  // namespace spile::engine
