// spile policies: what is loaded, for people, scripts and the pack's README.
#include "cli/commands/commands.hpp"
#include "engine/findings/select.hpp"
#include "engine/report/policies_writer.hpp"

namespace spile::cli {

int list_policies(Terminal& terminal) {
    int exit_code = 0;
    if (!load_policies(terminal, exit_code)) return exit_code;
    const lang::Program& program = terminal.workspace->program();
    DiagnosticSink sink;
    const engine::SelectOptions selection{
        terminal.settings.at("select").values, terminal.settings.at("ignore").values, {}};
    std::vector<const lang::Policy*> selected;
    for (const std::uint32_t index : engine::select_policies(program, selection, sink))
        selected.push_back(&program.policies[index]);
    print_diagnostics(terminal, sink, terminal.workspace->sources());
    if (sink.has_errors()) return exit_code_of_usage;
    const SourceMap& sources = terminal.workspace->sources();
    if (terminal.options.format == "json")
        print(engine::policies_json(selected, sources));
    else if (terminal.options.format == "markdown")
        print(engine::policies_markdown(selected, sources));
    else
        print(engine::policies_text(selected));
    return 0;
}

}  // namespace spile::cli
