// From policy files to a compiled program: once for a run, or once for many workspaces that share it.
#pragma once

#include <string>
#include <vector>

#include "engine/document/interest.hpp"
#include "engine/session/files.hpp"
#include "lang/diagnostics/diagnostic.hpp"
#include "lang/program/program.hpp"
#include "lang/schema/schema.hpp"
#include "lang/sema/compile.hpp"
#include "lang/source/source_map.hpp"

namespace spile::engine {

/// Where policies come from. Paths are files or folders (every `.spile` below); without any, the embedded packs are
/// taken.
struct PolicyRequest {
    std::vector<std::string> paths;
    std::vector<lang::ModuleText> embedded;  // the packs of the binary
    std::vector<lang::ModuleText> library;   // the standard modules of the binary
    std::vector<std::string> waivers;        // further files of waivers
    std::vector<lang::ParamSetting> settings;
    lang::LintScope lint = lang::LintScope::none;
};

/// A program, what it reads of resources, and the texts that its places lead to. Workspaces that share it do not change
/// it, so threads may.
struct CompiledPolicies {
    SourceMap sources;
    lang::Program program;
    Interest interest;
};

/// The texts that the request names; what cannot be read is an error in the sink.
[[nodiscard]] std::vector<lang::ModuleText> read_policy_texts(const FileSystem& files, const PolicyRequest& request,
                                                              DiagnosticSink& sink);

/// Adds the texts to `sources`. The program is usable only when the sink got no error.
[[nodiscard]] CompiledPolicies compile_policies(const std::vector<lang::ModuleText>& texts,
                                                const PolicyRequest& request, const schema::Schema& schema,
                                                SourceMap sources, DiagnosticSink& sink);

}  // namespace spile::engine
