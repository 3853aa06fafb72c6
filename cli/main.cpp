// The entry of the `spile` command: flags, settings, one command, its exit code. A bug of ours ends in 70, never in a
// verdict.
#include <unistd.h>

#include <cstdlib>
#include <new>

#include "cli/commands/commands.hpp"
#include "lang/base/check.hpp"
#include "lang/base/log.hpp"
#include "stdlib/schema/embedded.hpp"

namespace {

using namespace spile;       // NOLINT(google-build-using-namespace): a main
using namespace spile::cli;  // NOLINT(google-build-using-namespace)

bool coloured(const std::string& asked, int stream) {
    if (asked != "auto") return asked == "always";
    const char* terminal = std::getenv("TERM");
    const bool dumb = terminal == nullptr || std::string_view(terminal) == "dumb";
    return isatty(stream) != 0 && std::getenv("NO_COLOR") == nullptr && !dumb;
}

int run_command(Terminal& terminal) {
    switch (terminal.options.command) {
        case Command::check:
            return check(terminal);
        case Command::explain:
            return explain(terminal);
        case Command::fmt:
            return fmt(terminal);
        case Command::lint:
            return lint(terminal);
        case Command::policies:
            return list_policies(terminal);
        case Command::config:
            return show_config(terminal);
        case Command::graph:
            return graph(terminal);
        case Command::query:
            return query(terminal);
        case Command::baseline:
            return create_baseline(terminal);
        case Command::version:
            return version(terminal);
        case Command::none:
            return exit_code_of_usage;
    }
    return exit_code_of_usage;
}

int run(int argc, const char* const* argv) {
    ParsedFlags parsed = parse_flags(argc, argv);
    if (parsed.exit_code) {
        if (*parsed.exit_code == 0)
            print(parsed.text);
        else
            print_error(parsed.text);
        return *parsed.exit_code;
    }
    log::set_level(parsed.options.common.verbose >= 2   ? log::Level::debug
                   : parsed.options.common.verbose == 1 ? log::Level::info
                                                        : log::Level::warn);
    const engine::DiskFileSystem files;
    const schema::Schema schema({stdlib::sam_schema(), stdlib::cloudformation_schema()});
    engine::Workspace workspace(files, schema);
    Terminal terminal;
    terminal.options = std::move(parsed.options);
    terminal.files = &files;
    terminal.schema = &schema;
    terminal.workspace = &workspace;
    DiagnosticSink sink;
    const Environment environment = [](const std::string& name) -> std::optional<std::string> {
        const char* value = std::getenv(name.c_str());
        return value == nullptr ? std::nullopt : std::optional<std::string>(value);
    };
    terminal.settings = settle(terminal.options, environment, files, workspace.sources(), sink);
    terminal.colour_out = coloured(terminal.settings.one("color"), STDOUT_FILENO);
    terminal.colour_error = coloured(terminal.settings.one("color"), STDERR_FILENO);
    print_diagnostics(terminal, sink, workspace.sources());
    return sink.has_errors() ? exit_code_of_usage : run_command(terminal);
}

}  // namespace

int main(int argc, char** argv) {
    try {
        return run(argc, argv);
    } catch (const std::bad_alloc&) {
        print_error("internal error: out of memory\n");
    } catch (const std::exception& bug) {
        print_error(std::string("internal error: ") + bug.what() +
                    "\nThis is a bug of Spile; please report it with the command line.\n");
    }
    return 70;
}
