// One run's state: the texts, the compiled program, the loaded inputs. The steps of `spile check` in the order in which
// a command takes them; other commands stop earlier.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/eval/evaluate.hpp"
#include "engine/findings/build_report.hpp"
#include "engine/graph/fact_graph.hpp"
#include "engine/loaders/builds/builds.hpp"
#include "engine/loaders/detect.hpp"
#include "engine/session/files.hpp"
#include "engine/session/policies.hpp"
#include "lang/diagnostics/diagnostic.hpp"

namespace spile::engine {

/// `[[build]]` of spile.toml: a Dockerfile becomes this image.
struct BuildSetting {
    std::string image;
    std::string dockerfile;  // as inputs are named
    std::string context;     // folder; empty: that of the Dockerfile
    std::string target;
    SourceSpan where;     // the image's text; invalid: nowhere in a file
    std::string said_by;  // "spile.toml:3"
};

struct InputRequest {
    std::vector<std::string> names;             // files, folders, "-" for standard input; empty: "."
    std::optional<std::string> standard_input;  // its text, when "-" is among the names
    std::optional<InputKind> as;
    std::map<std::string, InputKind> kinds;  // of single names; they come before `as`
    std::map<std::string, std::string> parameters;
    std::map<std::string, std::string> named_parameters;  // those of them that some input must declare
    std::vector<std::string> parameter_files;
    std::map<std::string, std::string> build_arguments;  // of Dockerfiles
    std::string target;                                  // stage of Dockerfiles that is built; empty: the last one
    std::vector<BuildSetting> builds;
    Limits limits;
    bool whole = false;  // load every property, also those that no loaded rule reads
};

class Workspace {
  public:
    Workspace(const FileSystem& files, const schema::Schema& schema);
    /// With policies that are compiled already and outlive the workspace; only their texts are copied.
    Workspace(const FileSystem& files, const schema::Schema& schema, const CompiledPolicies& policies);
    Workspace(const Workspace&) = delete;
    Workspace& operator=(const Workspace&) = delete;
    ~Workspace();

    /// Reads and compiles. False when the sink got an error; then nothing else may be asked.
    bool load_policies(const PolicyRequest& request, DiagnosticSink& sink);
    /// Reads and loads every input; those that fail are kept with their error, the others go on. False when the request
    /// itself is wrong (parameter files).
    bool load_inputs(const InputRequest& request, DiagnosticSink& sink);
    /// Evaluates the policies of these indices (all when nothing is given); outcomes live as long as the workspace.
    /// `observe` is called between the making of the evaluation and its work.
    const std::vector<Outcome>& evaluate(std::int64_t now, const std::optional<std::vector<std::uint32_t>>& selected,
                                         const std::function<void(Evaluation&)>& observe = nullptr);

    [[nodiscard]] SourceMap& sources() noexcept { return sources_; }
    [[nodiscard]] const lang::Program& program() const noexcept { return *program_; }
    /// To add expressions to; the workspace must have compiled its policies itself.
    [[nodiscard]] lang::Program& own_program();
    [[nodiscard]] FactGraph& graph() noexcept { return graph_; }
    [[nodiscard]] Evaluation& evaluation() { return *evaluation_; }
    [[nodiscard]] const std::vector<InputSummary>& unread() const noexcept { return unread_; }
    [[nodiscard]] const std::vector<std::string>& warnings() const noexcept { return warnings_; }
    /// Values of template parameters that the last load_inputs used, those of files too.
    [[nodiscard]] const std::map<std::string, std::string>& parameters() const noexcept { return parameters_; }
    [[nodiscard]] std::uint32_t skipped_files() const noexcept { return skipped_; }

  private:
    struct Candidate {
        std::string path;
        std::string text;
        bool named = false;
    };
    std::vector<Candidate> find_inputs(const InputRequest& request, DiagnosticSink& sink);
    void load_input(const Candidate& input, const InputRequest& request,
                    const std::map<std::string, std::string>& parameters, DiagnosticSink& sink);
    void unrecognised(const std::string& path, const std::optional<Detected>& detected, DiagnosticSink& sink);
    void load_dockerfile_input(SourceId source, const InputRequest& request, DiagnosticSink& sink);
    void load_terraform_input(SourceId source, const InputRequest& request, DiagnosticSink& sink);
    /// The `.dockerignore` beside a Dockerfile or in its context, if there is one.
    [[nodiscard]] std::optional<SourceId> ignore_file_of(const std::string& dockerfile);
    [[nodiscard]] BuildStatement statement_of(const BuildSetting& setting);
    void load_template(SourceId source, Format format, const InputRequest& request,
                       const std::map<std::string, std::string>& parameters, DiagnosticSink& sink);
    void warn_of_unused_build_settings(const InputRequest& request);
    void warn_of_unused_parameters(const std::map<std::string, std::string>& given);
    [[nodiscard]] std::optional<std::string> first_error(SourceId source, std::size_t since,
                                                         const DiagnosticSink& sink) const;
    void unreadable(const std::string& path, const std::string& error);

    const FileSystem* files_;
    const schema::Schema* schema_;
    SourceMap sources_;
    CompiledPolicies own_;  // its sources are `sources_`
    const lang::Program* program_ = &own_.program;
    const Interest* interest_ = &own_.interest;
    FactGraph graph_;
    std::vector<BuildStatement> builds_;
    std::unique_ptr<Evaluation> evaluation_;
    std::vector<Outcome> outcomes_;
    std::vector<InputSummary> unread_;
    std::vector<std::string> warnings_;
    std::map<std::string, std::string> parameters_;
    std::uint32_t skipped_ = 0;
};

}  // namespace spile::engine
