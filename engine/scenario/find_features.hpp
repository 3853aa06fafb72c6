// From what a test run is asked for to the features it reads and the policies that lie with them.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/scenario/runner.hpp"
#include "engine/session/files.hpp"
#include "lang/diagnostics/diagnostic.hpp"

namespace spile::engine::scenario {

struct FoundFeatures {
    std::vector<FeatureText> features;                        // by path, each once
    std::map<std::string, std::vector<std::uint32_t>> lines;  // of those that were named with lines
    std::vector<std::string> policies;                        // `.spile` below named folders, beside named features
    std::vector<std::string> without;                         // named folders that hold no feature
};

/// Targets are features, folders (every `*.feature` and `*.feature.md` below), `FEATURE:LINE`, and `@FILE`, a file of
/// such targets, one a line. Without any: the current folder. What cannot be read is in the sink.
[[nodiscard]] FoundFeatures find_features(const FileSystem& files, const std::vector<std::string>& targets,
                                          DiagnosticSink& sink);

}  // namespace spile::engine::scenario
