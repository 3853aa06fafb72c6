// Settings: flag > SPILE_* environment > nearest spile.toml upward > default; what an organisation pins can only be
// made stricter.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cli/options.hpp"
#include "engine/findings/build_report.hpp"
#include "engine/session/files.hpp"
#include "engine/session/workspace.hpp"
#include "lang/diagnostics/diagnostic.hpp"
#include "lang/sema/compile.hpp"

namespace spile::cli {

/// One setting's value and who said it: "--fail-on", "SPILE_FAIL_ON", "spile.toml:3", "default".
struct Setting {
    std::vector<std::string> values;
    std::string origin = "default";
};

/// The names that spile.toml's [check] table, the environment (upper case, `_`) and `spile config` know.
[[nodiscard]] const std::vector<std::string_view>& setting_names();

struct Settings {
    std::map<std::string, Setting, std::less<>> values;  // by name; every name is there
    engine::OrganisationPins pins;
    std::map<std::string, std::string> pin_origins;          // "fail-on" → "org-pack/spile.toml:4"
    std::map<std::string, std::string> parameters;           // [parameters] of spile.toml, then --param
    std::map<std::string, std::string> parameters_of_flags;  // --param alone
    std::map<std::string, std::string> parameter_origins;    // "Stage" → "spile.toml:7"
    std::vector<engine::BuildSetting> builds;                // [[build]] of spile.toml
    std::vector<lang::ParamSetting> params;                  // [set] of spile.toml, then --set

    [[nodiscard]] const Setting& at(std::string_view name) const;
    /// The single value, empty when there is none.
    [[nodiscard]] std::string one(std::string_view name) const;
};

/// Environment access, so that tests can give their own.
using Environment = std::function<std::optional<std::string>(const std::string&)>;

/// Settles every setting for the options. What is wrong with a settings file is in the sink with its place (its text is
/// added to `sources`).
[[nodiscard]] Settings settle(const Options& options, const Environment& environment, const engine::FileSystem& files,
                              SourceMap& sources, DiagnosticSink& sink);

}  // namespace spile::cli
