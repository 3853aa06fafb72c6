// One run's state: the texts, the compiled program, the loaded inputs. The steps of `spile check` in the order in which
// a command takes them; other commands stop earlier.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/document/interest.hpp"
#include "engine/eval/evaluate.hpp"
#include "engine/findings/build_report.hpp"
#include "engine/graph/fact_graph.hpp"
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

struct InputRequest {
    std::vector<std::string> names;             // files, folders, "-" for standard input; empty: "."
    std::optional<std::string> standard_input;  // its text, when "-" is among the names
    std::optional<InputKind> as;
    std::map<std::string, std::string> parameters;
    std::map<std::string, std::string> named_parameters;  // those of them that some input must declare
    std::vector<std::string> parameter_files;
    Limits limits;
    bool whole = false;  // load every property, also those that no loaded rule reads
};

class Workspace {
  public:
    Workspace(const FileSystem& files, const schema::Schema& schema);
    Workspace(const Workspace&) = delete;
    Workspace& operator=(const Workspace&) = delete;
    ~Workspace();

    /// Reads and compiles. False when the sink got an error; then nothing else may be asked.
    bool load_policies(const PolicyRequest& request, DiagnosticSink& sink);
    /// Reads and loads every input; those that fail are kept with their error, the others go on. False when the request
    /// itself is wrong (parameter files).
    bool load_inputs(const InputRequest& request, DiagnosticSink& sink);
    /// Evaluates the policies of these indices (all when nothing is given); outcomes live as long as the workspace.
    const std::vector<Outcome>& evaluate(std::int64_t now, const std::optional<std::vector<std::uint32_t>>& selected);

    [[nodiscard]] SourceMap& sources() noexcept { return sources_; }
    [[nodiscard]] lang::Program& program() noexcept { return program_; }
    [[nodiscard]] FactGraph& graph() noexcept { return graph_; }
    [[nodiscard]] Evaluation& evaluation() { return *evaluation_; }
    [[nodiscard]] const std::vector<InputSummary>& unread() const noexcept { return unread_; }
    [[nodiscard]] const std::vector<std::string>& warnings() const noexcept { return warnings_; }
    [[nodiscard]] std::uint32_t skipped_files() const noexcept { return skipped_; }

  private:
    struct Candidate {
        std::string path;
        std::string text;
        bool named = false;
    };
    std::vector<lang::ModuleText> read_policies(const PolicyRequest& request, DiagnosticSink& sink);
    std::vector<Candidate> find_inputs(const InputRequest& request, DiagnosticSink& sink);
    void load_input(const Candidate& input, const InputRequest& request,
                    const std::map<std::string, std::string>& parameters, DiagnosticSink& sink);
    void warn_of_unused_parameters(const std::map<std::string, std::string>& given);
    [[nodiscard]] std::optional<std::string> first_error(SourceId source, std::size_t since,
                                                         const DiagnosticSink& sink) const;
    void unreadable(const std::string& path, const std::string& error);

    const FileSystem* files_;
    const schema::Schema* schema_;
    SourceMap sources_;
    lang::Program program_;
    FactGraph graph_;
    Interest interest_;
    std::unique_ptr<Evaluation> evaluation_;
    std::vector<Outcome> outcomes_;
    std::vector<InputSummary> unread_;
    std::vector<std::string> warnings_;
    std::uint32_t skipped_ = 0;
};

}  // namespace spile::engine
