#include "engine/session/check.hpp"

#include <algorithm>

#include "engine/findings/locate.hpp"
#include "lang/program/own_parts.hpp"

namespace spile::engine {

namespace {

// Whoever writes a gate must not take a green check for its answer.
void warn_of_gates(const lang::Program& program, const SourceMap& sources, std::vector<std::string>& warnings) {
    for (const lang::Gate& gate : program.gates) {
        warnings.push_back(path_and_line(sources, gate.where) + ": gate `" + gate.name +
                           "` is not evaluated: evaluating gates is not there yet");
    }
}

// A repository that sets what a mandatory policy reads would be laxer by other words.
void refuse_fixed_params(const lang::Program& program, const CheckRequest& request, DiagnosticSink& sink) {
    const OrganisationPins& pins = request.report.pins;
    for (const MandatoryPolicy& pin : pins.mandatory) {
        const auto policy = std::find_if(program.policies.begin(), program.policies.end(),
                                         [&](const lang::Policy& each) { return each.id == pin.id; });
        if (policy == program.policies.end()) continue;
        for (const std::uint32_t index :
             lang::params_of(program, static_cast<std::uint32_t>(policy - program.policies.begin()))) {
            const lang::Param& param = program.params[index];
            const std::string name = param.module + "." + param.name;
            if (std::find(pins.open_params.begin(), pins.open_params.end(), name) != pins.open_params.end()) continue;
            for (const lang::ParamSetting& setting : request.policies.settings) {
                if (setting.module != param.module || setting.name != param.name) continue;
                sink.add({DiagnosticKind::bad_setting,
                          {},
                          setting.origin + " sets `" + name + "`, which the organisation fixes: " + pin.id +
                              " is mandatory and reads it",
                          {},
                          "leave the setting out; the organisation may open the param by `open-params` in its pins"});
            }
        }
    }
}

}  // namespace

std::optional<Report> check(Workspace& workspace, const FileSystem& files, CheckRequest request, DiagnosticSink& sink) {
    if (!workspace.load_policies(request.policies, sink)) return std::nullopt;
    refuse_fixed_params(workspace.program(), request, sink);
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
