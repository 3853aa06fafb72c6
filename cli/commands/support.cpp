// What several commands share: printing, loading, the time of the run.
#include <algorithm>
#include <chrono>

#include "cli/commands/commands.hpp"
#include "engine/eval/operators.hpp"
#include "engine/loaders/detect.hpp"
#include "engine/report/escape.hpp"
#include "lang/base/suggest.hpp"
#include "stdlib/embedded.hpp"

namespace spile::cli {

void print(const std::string& text) {
    std::fwrite(text.data(), 1, text.size(), stdout);
}

void print_foreign(const std::string& text) {
    std::string out;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        out += engine::visible_line(std::string_view(text).substr(begin, end - begin)) + "\n";
        begin = end + 1;
    }
    print(out);
}

void print_error(const std::string& text) {
    std::fflush(stdout);  // so that both streams keep their order where they meet
    std::fwrite(text.data(), 1, text.size(), stderr);
}

void print_exit(engine::ExitReason reason) {
    print_error("exit " + std::to_string(engine::exit_code(reason)) + ": " + std::string(word(reason)) + "\n");
}

void print_diagnostics(const Terminal& terminal, DiagnosticSink& sink, const SourceMap& sources) {
    sink.sort();
    for (const Diagnostic& diagnostic : sink.all()) {
        const bool error = info(diagnostic.kind).severity == DiagnosticSeverity::error;
        if (!error && terminal.options.common.quiet) continue;
        print_error(render_text(diagnostic, sources, terminal.colour_error ? Colour::on : Colour::off));
    }
}

void print_usage(const std::string& message) {
    print_error("error[SP0801]: " + message + "\n");
}

std::string all_of_standard_input() {
    std::string text;
    char buffer[65536];
    for (std::size_t n = 0; (n = std::fread(buffer, 1, sizeof buffer, stdin)) > 0;)
        text.append(buffer, n);
    return text;
}

namespace {

std::vector<lang::ModuleText> texts_of(std::span<const stdlib::EmbeddedText> embedded) {
    std::vector<lang::ModuleText> texts;
    for (const stdlib::EmbeddedText& each : embedded)
        texts.push_back({std::string(each.path), std::string(each.text)});
    return texts;
}

// Standard input is read only when an input is named `-`.
std::optional<std::string> standard_input(const std::vector<std::string>& names) {
    if (std::find(names.begin(), names.end(), "-") == names.end()) return std::nullopt;
    return all_of_standard_input();
}

}  // namespace

std::vector<lang::ModuleText> embedded_library() {
    return texts_of(stdlib::standard_modules());
}

std::vector<lang::ModuleText> embedded_policies() {
    return texts_of(stdlib::embedded_packs());
}

engine::PolicyRequest policy_request(const Terminal& terminal) {
    engine::PolicyRequest request;
    request.paths = terminal.settings.at("policy").values;
    request.waivers = terminal.settings.at("waivers").values;
    request.library = embedded_library();
    request.embedded = embedded_policies();
    request.settings = terminal.settings.params;
    return request;
}

std::optional<engine::InputRequest> input_request(const Terminal& terminal, std::string& error) {
    engine::InputRequest request;
    request.names = terminal.options.check.inputs;
    request.standard_input = standard_input(request.names);
    // These look at what no policy names.
    request.whole = terminal.options.command == Command::graph || terminal.options.command == Command::query;
    request.parameters = terminal.settings.parameters;
    request.named_parameters = terminal.settings.parameters_of_flags;
    request.parameter_files = terminal.settings.at("params").values;
    request.target = terminal.options.check.target;
    request.builds = terminal.settings.builds;
    for (const std::string& given : terminal.options.check.build_arguments) {
        const std::size_t equals = given.find('=');
        if (equals == std::string::npos || equals == 0) {
            error = "`--build-arg " + given + "` has no value: NAME=VALUE was expected";
            return std::nullopt;
        }
        request.build_arguments[given.substr(0, equals)] = given.substr(equals + 1);
    }
    if (!terminal.options.check.as) return request;
    request.as = engine::input_kind(*terminal.options.check.as);
    if (request.as) return request;
    const std::vector<std::string_view> words = {"cfn", "tfplan", "tfstate", "dockerfile", "json", "yaml"};
    error =
        "unknown kind of input `" + *terminal.options.check.as + "`" + did_you_mean(*terminal.options.check.as, words);
    return std::nullopt;
}

bool load_policies(Terminal& terminal, int& exit_code) {
    DiagnosticSink sink;
    const bool loaded = terminal.workspace->load_policies(policy_request(terminal), sink);
    print_diagnostics(terminal, sink, terminal.workspace->sources());
    if (!loaded) exit_code = exit_code_of_usage;
    return loaded;
}

bool load_inputs(Terminal& terminal, int& exit_code) {
    std::string error;
    const std::optional<engine::InputRequest> request = input_request(terminal, error);
    DiagnosticSink sink;
    if (!request) print_usage(error);
    const bool loaded = request && terminal.workspace->load_inputs(*request, sink);
    print_diagnostics(terminal, sink, terminal.workspace->sources());
    if (!loaded) exit_code = exit_code_of_usage;
    return loaded;
}

std::optional<std::int64_t> time_of_run(const Terminal& terminal, std::string& error) {
    if (!terminal.options.check.now) {
        const auto now = std::chrono::system_clock::now().time_since_epoch();
        return std::chrono::duration_cast<std::chrono::seconds>(now).count();
    }
    const auto parsed = engine::parse_time(*terminal.options.check.now);
    if (!parsed) {
        error =
            "`--now " + *terminal.options.check.now + "` is no time; a date, or a date and time in UTC was expected";
        return std::nullopt;
    }
    return parsed->seconds;
}

}  // namespace spile::cli
