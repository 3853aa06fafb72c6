// spile fmt and spile lint: rule files alone, no inputs.
#include <algorithm>
#include <fstream>

#include "cli/commands/commands.hpp"
#include "lang/format/format.hpp"
#include "lang/syntax/parse.hpp"

namespace spile::cli {

namespace {

// Files named, and every `.spile` below folders named.
std::vector<std::string> rule_files(const Terminal& terminal, const std::vector<std::string>& names,
                                    DiagnosticSink& sink) {
    std::vector<std::string> found;
    for (const std::string& name : names) {
        if (name == "-") {
            found.push_back(name);
            continue;
        }
        switch (terminal.files->entry(name)) {
            case engine::FileSystem::Entry::file:
                found.push_back(name);
                break;
            case engine::FileSystem::Entry::folder:
                for (const std::string& file : terminal.files->walk(name)) {
                    if (file.ends_with(".spile")) found.push_back(file);
                }
                break;
            case engine::FileSystem::Entry::none:
                sink.add(
                    {DiagnosticKind::policy_not_found, {}, "there is no policy file or folder `" + name + "`", {}, {}});
                break;
        }
    }
    return found;
}

// The lines that differ between two texts, as far as their common beginning and end leave any.
std::string changed_lines(const std::string& path, const std::string& before, const std::string& after) {
    const auto lines = [](const std::string& text) {
        std::vector<std::string> out(1);
        for (const char c : text) {
            if (c == '\n')
                out.emplace_back();
            else
                out.back() += c;
        }
        return out;
    };
    const std::vector<std::string> a = lines(before);
    const std::vector<std::string> b = lines(after);
    std::size_t head = 0;
    while (head < a.size() && head < b.size() && a[head] == b[head])
        ++head;
    std::size_t tail = 0;
    while (tail < a.size() - head && tail < b.size() - head && a[a.size() - 1 - tail] == b[b.size() - 1 - tail])
        ++tail;
    std::string out = "--- " + path + "\n+++ " + path + " (formatted)\n@@ line " + std::to_string(head + 1) + " @@\n";
    for (std::size_t i = head; i < a.size() - tail; ++i)
        out += "-" + a[i] + "\n";
    for (std::size_t i = head; i < b.size() - tail; ++i)
        out += "+" + b[i] + "\n";
    return out;
}

void write_file(const std::string& path, const std::string& text, DiagnosticSink& sink) {
    std::ofstream file(path, std::ios::binary);
    file << text;
    file.close();
    if (!file) sink.add({DiagnosticKind::usage, {}, "cannot write `" + path + "`", {}, {}});
}

}  // namespace

int fmt(Terminal& terminal) {
    DiagnosticSink sink;
    SourceMap& sources = terminal.workspace->sources();
    int different = 0;
    for (const std::string& path : rule_files(terminal, terminal.options.targets, sink)) {
        Result<std::string> text =
            path == "-" ? Result<std::string>(all_of_standard_input()) : terminal.files->read(path);
        if (!text.ok()) {
            sink.add({DiagnosticKind::policy_not_found, {}, text.error().message, {}, {}});
            continue;
        }
        const std::string before = std::move(text).value();
        const SourceId source = sources.add(path, before);
        DiagnosticSink own;
        const lang::syntax::Module module = lang::syntax::parse(source, sources, own);
        for (const Diagnostic& diagnostic : own.all())
            sink.add(diagnostic);
        if (own.has_errors()) continue;
        const std::string after = lang::format::format(module, sources);
        const bool just_print = path == "-" && !terminal.options.diff && !terminal.options.check_only;
        if (just_print) print(after);
        if (after == before || just_print) continue;
        ++different;
        if (terminal.options.diff)
            print(changed_lines(path, before, after));
        else if (terminal.options.check_only)
            print(path + "\n");
        else
            write_file(path, after, sink);
    }
    print_diagnostics(terminal, sink, sources);
    if (sink.has_errors()) return exit_code_of_usage;
    return (terminal.options.check_only || terminal.options.diff) && different > 0 ? 1 : 0;
}

int lint(Terminal& terminal) {
    DiagnosticSink sink;
    engine::PolicyRequest request = policy_request(terminal);
    request.lint = lang::LintScope::given_texts;
    const bool loaded = terminal.workspace->load_policies(request, sink);
    print_diagnostics(terminal, sink, terminal.workspace->sources());
    if (!loaded) return exit_code_of_usage;
    return sink.all().empty() ? 0 : 1;
}

}  // namespace spile::cli
