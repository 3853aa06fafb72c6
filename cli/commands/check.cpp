// spile check: load, evaluate, report.
#include <algorithm>
#include <fstream>

#include "cli/commands/commands.hpp"
#include "engine/report/escape.hpp"
#include "engine/report/write_report.hpp"
#include "engine/scenario/record.hpp"
#include "lang/base/suggest.hpp"

namespace spile::cli {

namespace {

using engine::ReportFormat;

struct Output {
    ReportFormat format;
    std::string file;  // empty: standard output
};

// FORMAT[=FILE], all of them or nothing with the error printed.
std::optional<std::vector<Output>> outputs_of(const Setting& setting) {
    std::vector<Output> outputs;
    for (const std::string& given : setting.values) {
        const std::size_t equals = given.find('=');
        const std::string word = given.substr(0, equals);
        const auto format = engine::parse_format(word);
        if (!format) {
            print_usage("unknown report format `" + word + "` (" + setting.origin + ")" +
                        did_you_mean(word, engine::all_format_words()));
            return std::nullopt;
        }
        outputs.push_back({*format, equals == std::string::npos ? std::string() : given.substr(equals + 1)});
    }
    return outputs;
}

bool shows_exist(const std::vector<std::string>& shows) {
    const std::vector<std::string_view> words = {"waived", "passed", "info"};
    for (const std::string& show : shows) {
        if (std::find(words.begin(), words.end(), show) != words.end()) continue;
        print_usage("--show knows no `" + show + "`; waived, passed and info are what there is" +
                    did_you_mean(show, words));
        return false;
    }
    return true;
}

bool write_outputs(const Terminal& terminal, const engine::Report& report, const std::vector<Output>& outputs) {
    bool written = true;
    for (const Output& output : outputs) {
        engine::WriteOptions how;
        how.version = SPILE_VERSION;
        how.colour = output.file.empty() && terminal.colour_out ? Colour::on : Colour::off;
        for (const std::string& what : terminal.options.check.show) {
            how.show_waived = how.show_waived || what == "waived";
            how.show_passed = how.show_passed || what == "passed";
            how.show_info = how.show_info || what == "info";
        }
        const std::string text = engine::write(output.format, report, terminal.workspace->sources(), how);
        if (output.file.empty()) {
            print(text);
            continue;
        }
        std::ofstream file(output.file, std::ios::binary);
        file << text;
        file.close();
        if (!file) {
            print_usage("cannot write the report to `" + output.file + "`");
            written = false;
        }
    }
    return written;
}

// Only what the documents declare: a step that gives a parameter which nobody has is an error.
std::map<std::string, std::string> declared_parameters(engine::Workspace& workspace) {
    std::map<std::string, std::string> parameters = workspace.parameters();
    std::erase_if(parameters, [&](const auto& parameter) {
        const std::vector<engine::Unit>& units = workspace.graph().units();
        return !parameter.first.starts_with("AWS::") &&
               std::none_of(units.begin(), units.end(), [&](const engine::Unit& unit) {
                   return unit.kind == engine::UnitKind::parameter && unit.name == parameter.first;
               });
    });
    return parameters;
}

bool record_feature(const Terminal& terminal, const engine::Report& report) {
    const std::string& path = terminal.options.check.record;
    if (path.empty()) return true;
    const auto unread = [](const engine::InputSummary& input) { return !input.error.empty(); };
    if (std::any_of(report.inputs.begin(), report.inputs.end(), unread)) {
        print_error("warning: some inputs could not be read, so `" + path + "` was not written\n");
        return true;
    }
    const std::vector<std::string>& inputs_named = terminal.options.check.inputs;
    if (std::find(inputs_named.begin(), inputs_named.end(), "-") != inputs_named.end()) {
        print_error("warning: standard input has no path for a feature to name, so `" + path + "` was not written\n");
        return true;
    }
    engine::scenario::RecordRequest request;
    request.feature = path;
    request.parameters = declared_parameters(*terminal.workspace);
    std::string error;
    if (const auto inputs = input_request(terminal, error)) {
        request.build_arguments = inputs->build_arguments;
        request.target = inputs->target;
    }
    request.settings = terminal.settings.params;
    request.now = time_of_run(terminal, error).value_or(0);
    const std::optional<std::string> text =
        engine::scenario::record(report, terminal.workspace->graph(), terminal.workspace->program(), request);
    if (!text) {
        print_error("warning: nothing was found, so `" + path + "` was not written\n");
        return true;
    }
    std::ofstream file(path, std::ios::binary);
    file << *text;
    file.close();
    if (!file) print_usage("cannot write the feature to `" + path + "`");
    return static_cast<bool>(file);
}

}  // namespace

std::optional<engine::CheckRequest> check_request(const Terminal& terminal, std::string& error) {
    engine::CheckRequest request;
    const Settings& settings = terminal.settings;
    const std::string fail_on = settings.one("fail-on");
    request.report.fail_on = lang::parse_severity(fail_on);
    if (!request.report.fail_on && fail_on != "never") {
        const std::vector<std::string_view> words = {"info", "low", "medium", "high", "critical", "never"};
        error =
            "unknown severity `" + fail_on + "` (" + settings.at("fail-on").origin + ")" + did_you_mean(fail_on, words);
        return std::nullopt;
    }
    const std::string unknown = settings.one("unknown");
    if (unknown == "fail")
        request.report.unknown = lang::UnknownTreatment::fail;
    else if (unknown == "warn")
        request.report.unknown = lang::UnknownTreatment::warn;
    else if (unknown == "pass")
        request.report.unknown = lang::UnknownTreatment::pass;
    else
        error = "unknown treatment `" + unknown + "` (" + settings.at("unknown").origin +
                "); fail, warn or pass was expected" +
                did_you_mean(unknown, std::vector<std::string_view>{"fail", "warn", "pass"});
    const std::optional<std::int64_t> now = time_of_run(terminal, error);
    std::optional<engine::InputRequest> inputs = input_request(terminal, error);
    if (!error.empty() || !now || !inputs) return std::nullopt;
    request.report.now = *now;
    request.report.pins = settings.pins;
    request.report.allow_empty = settings.one("allow-empty") == "true";
    request.report.inline_waivers = settings.one("no-inline-waivers") != "true";
    request.policies = policy_request(terminal);
    request.inputs = std::move(*inputs);
    request.selection = {settings.at("select").values, settings.at("ignore").values, settings.pins.mandatory};
    request.baseline = settings.one("baseline");
    return request;
}

std::optional<engine::Report> make_report(Terminal& terminal, int& exit_code) {
    exit_code = exit_code_of_usage;
    std::string error;
    const std::optional<engine::CheckRequest> request = check_request(terminal, error);
    if (!request) {
        print_usage(error);
        return std::nullopt;
    }
    DiagnosticSink sink;
    std::optional<engine::Report> report = engine::check(*terminal.workspace, *terminal.files, *request, sink);
    print_diagnostics(terminal, sink, terminal.workspace->sources());
    return report;
}

int check(Terminal& terminal) {
    const std::optional<std::vector<Output>> outputs = outputs_of(terminal.settings.at("out"));
    if (!outputs || !shows_exist(terminal.options.check.show)) return exit_code_of_usage;
    int exit_code = 0;
    const std::optional<engine::Report> report = make_report(terminal, exit_code);
    if (!report) return exit_code;
    for (const std::string& warning : report->warnings) {
        if (!terminal.options.common.quiet) print_error("warning: " + engine::visible(warning) + "\n");
    }
    if (!write_outputs(terminal, *report, *outputs) || !record_feature(terminal, *report)) return exit_code_of_usage;
    if (!terminal.options.common.quiet) print_exit(report->exit_reason);
    return engine::exit_code(report->exit_reason);
}

}  // namespace spile::cli
