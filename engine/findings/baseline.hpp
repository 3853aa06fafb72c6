// Findings that a repository accepted when it began: `--baseline FILE`. New ones still fail the run.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lang/diagnostics/diagnostic.hpp"
#include "lang/source/source_map.hpp"

namespace spile::engine {

/// All four must match: the fingerprint alone could be forged, the other fields alone do not tell two places of one
/// resource apart.
struct BaselineEntry {
    std::string fingerprint;
    std::string policy;
    std::string subject;  // address
    std::string document;
    friend auto operator<=>(const BaselineEntry&, const BaselineEntry&) = default;
};

struct Baseline {
    std::string path;                    // as printed
    std::vector<BaselineEntry> entries;  // sorted, unique
};

inline constexpr int k_baseline_version = 1;

/// Reads {"schema_version": 1, "fingerprints": [{fingerprint, policy, subject, document}]}; the source is the file's
/// text. Further keys are an error. Nothing when the sink got an error. (Written by report/baseline_writer.hpp.)
[[nodiscard]] std::optional<Baseline> read_baseline(SourceId source, const SourceMap& sources, DiagnosticSink& sink);

}  // namespace spile::engine
