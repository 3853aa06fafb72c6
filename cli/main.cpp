// The entry of the `spile` command: flags, settings, one command, its exit code. A bug of ours ends in 70, never in a
// verdict.
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <new>

#include "cli/commands/commands.hpp"
#include "lang/base/crash.hpp"
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

// Reports hold no absolute paths: what is named by one is known by its way from here.
void make_relative(std::vector<std::string>& paths) {
    std::error_code failed;
    const std::filesystem::path here = std::filesystem::current_path(failed);
    if (failed) return;
    for (std::string& path : paths) {
        if (path.starts_with("/")) path = std::filesystem::path(path).lexically_relative(here).generic_string();
    }
}

int run_command(Terminal& terminal) {
    switch (terminal.options.command) {
        case Command::check:
            return check(terminal);
        case Command::test:
            return test(terminal);
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
        if (*parsed.exit_code == 0) {
            print(parsed.text);
        } else {
            print_error(parsed.text);
            print_exit(engine::ExitReason::usage);
        }
        return *parsed.exit_code;
    }
    log::set_level(parsed.options.common.verbose >= 2   ? log::Level::debug
                   : parsed.options.common.verbose == 1 ? log::Level::info
                                                        : log::Level::warn);
    const engine::DiskFileSystem files;
    const schema::Schema schema(stdlib::all_schemas());
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
    make_relative(terminal.options.check.inputs);
    make_relative(terminal.options.check.policies);
    make_relative(terminal.options.test.targets);
    terminal.settings = settle(terminal.options, environment, files, workspace.sources(), sink);
    for (const char* name : {"baseline", "params", "policy", "waivers"})
        make_relative(terminal.settings.values.find(name)->second.values);
    terminal.colour_out = coloured(terminal.settings.one("color"), STDOUT_FILENO);
    terminal.colour_error = coloured(terminal.settings.one("color"), STDERR_FILENO);
    print_diagnostics(terminal, sink, workspace.sources());
    const int exit_code = sink.has_errors() ? exit_code_of_usage : run_command(terminal);
    if (exit_code == exit_code_of_usage && terminal.options.command == Command::check && !terminal.options.common.quiet)
        print_exit(engine::ExitReason::usage);
    return exit_code;
}

}  // namespace

int main(int argc, char** argv) {
    try {
        const int exit_code = run(argc, argv);
        // A report that did not arrive is no verdict.
        if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return exit_code;
        print_error("error: cannot write to standard output\n");
        print_exit(engine::ExitReason::usage);
        return exit_code_of_usage;
    } catch (const std::bad_alloc& full) {
        print_error(crash_text(full) + "\n");
    } catch (const std::exception& bug) {
        print_error(crash_text(bug) + "\nThis is a bug of Spile; please report it with the command line.\n");
    }
    print_exit(engine::ExitReason::internal);
    return 70;
}
