#include "tests/golden/play.hpp"

#include <set>
#include <sstream>

#include "cli/commands/commands.hpp"
#include "engine/reference/reference.hpp"
#include "engine/report/write_report.hpp"
#include "lang/format/format.hpp"
#include "lang/syntax/parse.hpp"
#include "stdlib/schema/embedded.hpp"
#include "tests/support/memory_file_system.hpp"

namespace spile::test {

namespace {

constexpr std::size_t k_reference_worlds = 4096;

std::vector<std::string> words_of(const std::string& text) {
    std::vector<std::string> words;
    bool quoted = false;
    std::string word;
    for (const char c : text + " ") {
        if (c == '\'')
            quoted = !quoted;
        else if (c == ' ' && !quoted) {
            if (!word.empty()) words.push_back(std::move(word));
            word.clear();
        } else
            word += c;
    }
    return words;
}

std::string place(const std::string& path, std::uint32_t line, std::uint32_t column) {
    return path + ":" + std::to_string(line) + ":" + std::to_string(column);
}

std::string place(const engine::Location& at) {
    return place(at.path, at.line, at.column);
}

std::string findings_text(const engine::Report& report) {
    std::string out;
    for (const engine::Finding& finding : report.findings) {
        out += place(finding.location) + " " + std::string(word(finding.verdict)) + " " + finding.policy + " " +
               finding.subject.address + ": " + finding.message + "\n";
        for (const engine::When& when : finding.when)
            out += "  when " + when.name + " is " + when.value + "\n";
        if (!finding.cause.empty()) out += "  cause " + finding.cause + "\n";
        for (const std::string& reason : finding.reasons)
            out += "  why " + reason + "\n";
        for (const engine::Note& note : finding.chain) {
            out += "  through " + note.text + (note.location ? " " + place(*note.location) : "") + "\n";
        }
        for (const engine::Note& note : finding.related)
            out += "  related " + note.text + (note.location ? " " + place(*note.location) : "") + "\n";
        for (const std::string& also : finding.also)
            out += "  also " + also + "\n";
        if (finding.assumed) out += "  assumed\n";
        if (finding.waived) out += "  waived " + finding.waived->source + ": " + finding.waived->text + "\n";
    }
    return out;
}

std::string diagnostics_text(DiagnosticSink& sink, const SourceMap& sources) {
    sink.sort();
    std::string out;
    for (const Diagnostic& diagnostic : sink.all()) {
        if (diagnostic.where.valid()) {
            const LineColumn at = sources.line_column(diagnostic.where.source, diagnostic.where.span.begin);
            out += place(std::string(sources.path(diagnostic.where.source)), at.line, at.column) + " ";
        }
        out += std::string(info(diagnostic.kind).code) + " " + diagnostic.message + "\n";
        for (const Label& label : diagnostic.labels) {
            if (!label.where.valid()) continue;
            const LineColumn at = sources.line_column(label.where.source, label.where.span.begin);
            out += "  " + place(std::string(sources.path(label.where.source)), at.line, at.column) + " " + label.text +
                   "\n";
        }
    }
    return out;
}

void check_formatter(const std::string& path, const std::string& text, std::vector<std::string>& broken) {
    SourceMap sources;
    DiagnosticSink sink;
    const lang::syntax::Module module = lang::syntax::parse(sources.add(path, text), sources, sink);
    if (sink.has_errors()) return;
    const std::string once = lang::format::format(module, sources);
    const lang::syntax::Module again = lang::syntax::parse(sources.add(path, once), sources, sink);
    if (sink.has_errors())
        broken.push_back("formatter: what it writes of " + path + " does not parse");
    else if (lang::format::format(again, sources) != once)
        broken.push_back("formatter: not idempotent on " + path);
}

struct Once {
    std::map<std::string, std::string> outputs;
    std::vector<std::string> differences;
};

const schema::Schema& schema() {
    static const schema::Schema the(stdlib::all_schemas());
    return the;
}

// `whole`: the loader makes every property, not just those that the rules name.
Once play_once(const GoldenFile& file, bool whole) {
    Once once;
    MemoryFileSystem files;
    std::vector<std::string> arguments = {"spile", "check"};
    std::vector<std::string> inputs;
    bool own_policies = false;
    for (const GoldenPart& part : file.parts) {
        if (part.output) continue;
        std::string text = part.text;
        if (part.argument == "encoding=crlf") {
            std::string crlf;
            for (const char c : text)
                crlf += c == '\n' ? std::string("\r\n") : std::string(1, c);
            text = crlf;
        }
        if (part.argument == "encoding=bom") text = "\xEF\xBB\xBF" + text;
        if (part.argument == "unended" && !text.empty()) text.pop_back();
        files.put(part.name, text);
        own_policies = own_policies || part.name.ends_with(".spile");
        if (!part.name.ends_with(".spile") && !part.name.ends_with(".toml") && part.argument != "aside")
            inputs.push_back(part.name);
    }
    for (const std::string& word : words_of(file.args()))
        arguments.push_back(word);
    const bool names_policies =
        file.args().find("-p ") != std::string::npos || file.args().find("--policy") != std::string::npos;
    for (const GoldenPart& part : file.parts) {
        if (!part.output && part.name.ends_with(".spile") && part.argument != "aside" && own_policies &&
            !names_policies) {
            arguments.insert(arguments.end(), {"-p", part.name});
        }
    }
    arguments.insert(arguments.end(), inputs.begin(), inputs.end());
    std::vector<const char*> argv;
    for (const std::string& argument : arguments)
        argv.push_back(argument.c_str());

    cli::ParsedFlags parsed = cli::parse_flags(static_cast<int>(argv.size()), argv.data());
    if (parsed.exit_code) {
        once.outputs["exit"] = std::to_string(*parsed.exit_code);
        once.outputs["diagnostics"] = parsed.text;
        return once;
    }
    engine::Workspace workspace(files, schema());
    cli::Terminal terminal;
    terminal.options = parsed.options;
    if (!terminal.options.check.now) terminal.options.check.now = "2026-01-01";
    terminal.files = &files;
    terminal.schema = &schema();
    terminal.workspace = &workspace;
    DiagnosticSink sink;
    const cli::Environment none = [](const std::string&) { return std::optional<std::string>(); };
    terminal.settings = cli::settle(terminal.options, none, files, workspace.sources(), sink);
    std::string error;
    auto request = cli::check_request(terminal, error);
    if (request) request->inputs.whole = whole;
    std::optional<engine::Report> report;
    if (request && !sink.has_errors()) report = engine::check(workspace, files, *request, sink);
    once.outputs["diagnostics"] = (error.empty() ? "" : error + "\n") + diagnostics_text(sink, workspace.sources());
    once.outputs["exit"] = report ? std::to_string(engine::exit_code(report->exit_reason)) : "2";
    if (!report) return once;

    once.outputs["findings"] = findings_text(*report);
    std::string warnings;
    for (const std::string& warning : report->warnings)
        warnings += warning + "\n";
    once.outputs["warnings"] = warnings;
    engine::WriteOptions how;
    for (const std::string_view format : engine::all_format_words()) {
        once.outputs[std::string(format)] =
            engine::write(*engine::parse_format(format), *report, workspace.sources(), how);
    }
    const std::vector<engine::World> worlds = engine::all_worlds(workspace.graph().guards(), k_reference_worlds);
    engine::Evaluation again(workspace.program(), workspace.graph(), request->report.now);
    const std::vector<engine::Outcome> outcomes = engine::evaluate(again, {});
    if (!worlds.empty()) once.differences = engine::differences(engine::interpret(again, worlds), outcomes, again);
    std::set<std::string> selected;
    for (const engine::PolicySummary& policy : report->policies)
        selected.insert(policy.id);
    std::string& verdicts = once.outputs["verdicts"];
    for (const engine::Outcome& outcome : outcomes) {
        if (!selected.contains(workspace.program().policies[outcome.policy].id)) continue;
        verdicts += workspace.program().policies[outcome.policy].id + " " +
                    std::string(workspace.graph().unit(outcome.subject).address) +
                    (outcome.key.empty() ? "" : "#" + outcome.key) + ": " + std::string(word(outcome.verdict)) + "\n";
    }
    return once;
}

}  // namespace

Played play(const GoldenFile& file) {
    Played played;
    const Once first = play_once(file, false);
    const Once second = play_once(file, false);
    const Once whole = play_once(file, true);
    played.outputs = first.outputs;
    if (first.outputs != whole.outputs) played.broken.push_back("interest: loading every property says something else");
    if (first.outputs != second.outputs) played.broken.push_back("repetition: the second run says something else");
    for (const std::string& line : first.differences)
        played.broken.push_back("reference: " + line);
    for (const GoldenPart& part : file.parts) {
        if (!part.output && part.name.ends_with(".spile")) check_formatter(part.name, part.text, played.broken);
    }
    return played;
}

}  // namespace spile::test
