#include "engine/session/check.hpp"

#include "engine/findings/locate.hpp"

namespace spile::engine {

namespace {

// Whoever writes a gate must not take a green check for its answer.
void warn_of_gates(const lang::Program& program, const SourceMap& sources, std::vector<std::string>& warnings) {
    for (const lang::Gate& gate : program.gates) {
        warnings.push_back(path_and_line(sources, gate.where) + ": gate `" + gate.name +
                           "` is not evaluated: evaluating gates is not there yet");
    }
}

}  // namespace

std::optional<Report> check(Workspace& workspace, const FileSystem& files, CheckRequest request, DiagnosticSink& sink) {
    if (!workspace.load_policies(request.policies, sink)) return std::nullopt;
    ReportOptions& options = request.report;
    options.policies = select_policies(workspace.program(), request.selection, sink);
    std::optional<Baseline> baseline;
    if (!request.baseline.empty()) {
        Result<std::string> text = files.read(request.baseline);
        if (text.ok())
            baseline = read_baseline(workspace.sources().add(request.baseline, std::move(text).value()),
                                     workspace.sources(), sink);
        else
            sink.add({DiagnosticKind::bad_setting, {}, text.error().message, {}, {}});
        if (baseline) options.baseline = &*baseline;
    }
    if (sink.has_errors() || !workspace.load_inputs(request.inputs, sink)) return std::nullopt;
    options.unread = workspace.unread();
    options.warnings = workspace.warnings();
    warn_of_gates(workspace.program(), workspace.sources(), options.warnings);
    options.skipped_files = workspace.skipped_files();
    const std::vector<Outcome>& outcomes = workspace.evaluate(options.now, options.policies);
    return build_report(workspace.graph(), workspace.program(), outcomes, options);
}

}  // namespace spile::engine
