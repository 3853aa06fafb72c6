// spile explain, graph and query: looking into diagnostics, policies and inputs.
#include <algorithm>

#include "cli/commands/commands.hpp"
#include "engine/eval/query.hpp"
#include "engine/report/escape.hpp"
#include "engine/session/graph_text.hpp"
#include "lang/base/suggest.hpp"
#include "stdlib/embedded.hpp"

namespace spile::cli {

namespace {

bool is_code(const std::string& what) {
    return what.size() == 6 && (what.starts_with("SP") || what.starts_with("sp")) &&
           std::all_of(what.begin() + 2, what.end(), [](char c) { return c >= '0' && c <= '9'; });
}

int explain_code(const std::string& code) {
    const auto kind = find_diagnostic(code);
    if (!kind) {
        std::vector<std::string_view> codes;
        for (const DiagnosticInfo& each : all_diagnostics())
            codes.push_back(each.code);
        print_usage("there is no diagnostic `" + code + "`" + did_you_mean(code, codes));
        return exit_code_of_usage;
    }
    const std::string name = "docs/reference/diagnostics/" + std::string(info(*kind).code) + ".md";
    for (const stdlib::EmbeddedText& page : stdlib::diagnostic_pages()) {
        if (page.path == name) print(std::string(page.text));
    }
    return 0;
}

std::optional<std::uint32_t> find_policy(const lang::Program& program, const std::string& what) {
    for (std::uint32_t i = 0; i < program.policies.size(); ++i) {
        const lang::Policy& policy = program.policies[i];
        const bool alias = std::find(policy.same_as.begin(), policy.same_as.end(), what) != policy.same_as.end();
        if (policy.id == what || policy.name == what || policy.module + "." + policy.name == what || alias) return i;
    }
    return std::nullopt;
}

std::string described(const lang::Policy& policy, const SourceMap& sources) {
    std::string out =
        policy.id + "  " + policy.title + "\n  severity  " + std::string(lang::word(policy.severity)) + "\n";
    const auto list = [&](const char* name, const std::vector<std::string>& values) {
        if (values.empty()) return;
        out += std::string("  ") + name;
        for (std::size_t i = 0; i < values.size(); ++i)
            out += (i == 0 ? "" : ", ") + values[i];
        out += "\n";
    };
    list("controls  ", policy.controls);
    list("same as   ", policy.same_as);
    const LineColumn at = sources.line_column(policy.where.source, policy.where.span.begin);
    out += "  declared  " + std::string(sources.path(policy.where.source)) + ":" + std::to_string(at.line) + "\n";
    if (!policy.doc.empty()) out += "\n" + policy.doc + "\n";
    if (policy.remedy) {
        out += "\nfix: ";
        for (const lang::Template::Piece& piece : policy.remedy->pieces)
            out += piece.value == lang::k_no_expr ? piece.text : "…";
        out += "\n";
    }
    return out;
}

int explain_finding(Terminal& terminal, const std::string& fingerprint) {
    int exit_code = 0;
    const std::optional<engine::Report> report = make_report(terminal, exit_code);
    if (!report) return exit_code;
    for (const engine::Finding& finding : report->findings) {
        if (!finding.fingerprint.starts_with(fingerprint)) continue;
        const auto policy = find_policy(terminal.workspace->program(), finding.policy);
        print_foreign(engine::explain_text(terminal.workspace->evaluation(), *policy, finding.subject.address));
        return 0;
    }
    print_usage("no finding of this run has a fingerprint that begins with `" + fingerprint + "`");
    return exit_code_of_usage;
}

std::string no_subject(Terminal& terminal) {
    if (terminal.options.subject.empty()) return "the policy has no subject in these inputs";
    std::vector<std::string_view> names;
    for (const engine::Unit& unit : terminal.workspace->graph().units()) {
        names.push_back(unit.name);
        names.push_back(unit.address);
    }
    return "the policy has no subject `" + terminal.options.subject + "` in these inputs" +
           did_you_mean(terminal.options.subject, names);
}

bool is_fingerprint(const std::string& what) {
    return what.size() >= 8 && std::all_of(what.begin(), what.end(),
                                           [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

}  // namespace

int explain(Terminal& terminal) {
    const std::string& what = terminal.options.what;
    if (is_code(what)) return explain_code(what);
    if (is_fingerprint(what)) return explain_finding(terminal, what);
    int exit_code = 0;
    if (!load_policies(terminal, exit_code)) return exit_code;
    const lang::Program& program = terminal.workspace->program();
    const auto policy = find_policy(program, what);
    if (!policy) {
        std::vector<std::string_view> names;
        for (const lang::Policy& each : program.policies) {
            names.push_back(each.id);
            names.push_back(each.name);
        }
        print_usage("there is no policy `" + what + "`" + did_you_mean(what, names));
        return exit_code_of_usage;
    }
    if (terminal.options.check.inputs.empty()) {
        print(described(program.policies[*policy], terminal.workspace->sources()));
        return 0;
    }
    std::string error;
    const std::optional<std::int64_t> now = time_of_run(terminal, error);
    if (!now) print_usage(error);
    if (!now || !load_inputs(terminal, exit_code)) return exit_code_of_usage;
    static_cast<void>(terminal.workspace->evaluate(*now, std::vector<std::uint32_t>{}));
    const std::string text = engine::explain_text(terminal.workspace->evaluation(), *policy, terminal.options.subject);
    if (text.empty()) {
        print_usage(no_subject(terminal));
        return exit_code_of_usage;
    }
    print_foreign(text);
    return terminal.workspace->unread().empty() ? 0 : 3;
}

int graph(Terminal& terminal) {
    int exit_code = 0;
    if (!load_inputs(terminal, exit_code)) return exit_code;
    const engine::FactGraph& facts = terminal.workspace->graph();
    print(terminal.options.format == "mermaid" ? engine::graph_mermaid(facts) : engine::graph_dot(facts));
    return terminal.workspace->unread().empty() ? 0 : 3;
}

int query(Terminal& terminal) {
    int exit_code = 0;
    std::string error;
    const std::optional<std::int64_t> now = time_of_run(terminal, error);
    if (!now) {
        print_usage(error);
        return exit_code_of_usage;
    }
    if (!load_policies(terminal, exit_code) || !load_inputs(terminal, exit_code)) return exit_code;
    engine::Workspace& workspace = *terminal.workspace;
    DiagnosticSink sink;
    lang::CompileOptions options;
    options.schema = terminal.schema;
    const SourceId source = workspace.sources().add("(query)", terminal.options.what);
    const auto compiled = lang::compile_expression(source, workspace.own_program(), options, workspace.sources(), sink);
    print_diagnostics(terminal, sink, workspace.sources());
    if (!compiled || sink.has_errors()) return exit_code_of_usage;
    static_cast<void>(workspace.evaluate(*now, std::vector<std::uint32_t>{}));
    engine::GuardSpace& guards = workspace.graph().guards();
    for (const engine::QueryAnswer& answer : engine::query(workspace.evaluation(), compiled->root, compiled->frame)) {
        std::string when;
        for (const auto& [atom, value_class] : guards.least_cube(answer.where)) {
            when += (when.empty() ? "when " : ", ") + guards.atom(atom).name + " = " +
                    guards.atom(atom).classes[value_class];
        }
        if (!when.empty()) print_foreign(when + ":");
        if (answer.items.empty()) print_foreign(engine::visible(answer.value));
        for (const std::string& item : answer.items)
            print_foreign(engine::visible(item));
    }
    return workspace.unread().empty() ? 0 : 3;
}

}  // namespace spile::cli
