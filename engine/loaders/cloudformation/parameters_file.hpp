// Files that give template parameters their values, in the shapes that the field's tools write.
#pragma once

#include <map>
#include <string>

#include "engine/document/cursor.hpp"
#include "lang/base/result.hpp"

namespace spile::engine {

using ParameterValues = std::map<std::string, std::string>;

/// JSON or YAML in one of these shapes; lists of texts are joined by commas, as list parameters take them:
///
///     [{"ParameterKey": "Env", "ParameterValue": "prod"}]     the command line of AWS
///     ["Env=prod"]                                             its `deploy` command
///     {"Parameters": {"Env": "prod"}}                          CodePipeline; a git-sync deployment file with
///                                                              `parameters:` and `template-file-path:`
///     {"Env": "prod"}                                          a plain map
///
/// What the text breaks goes to the sink; the error says which shapes are known.
[[nodiscard]] Result<ParameterValues> read_parameters_file(SourceId source, const SourceMap& sources,
                                                           const Limits& limits, DiagnosticSink& sink);

}  // namespace spile::engine
