// spile baseline create: the findings of today, accepted.
#include <fstream>

#include "cli/commands/commands.hpp"
#include "engine/report/baseline_writer.hpp"

namespace spile::cli {

int create_baseline(Terminal& terminal) {
    int exit_code = 0;
    const std::optional<engine::Report> report = make_report(terminal, exit_code);
    if (!report) return exit_code;
    if (report->exit_reason == engine::ExitReason::input) {
        print_error("error: some inputs could not be read, so no baseline was written\n");
        return engine::exit_code(report->exit_reason);
    }
    std::ofstream file(terminal.options.output_file, std::ios::binary);
    file << engine::write_baseline(*report);
    file.close();
    if (!file) {
        print_usage("cannot write the baseline to `" + terminal.options.output_file + "`");
        return exit_code_of_usage;
    }
    return 0;
}

}  // namespace spile::cli
