// The commands. Each reads its options, calls the libraries and prints; the answer is the exit code.
#pragma once

#include <cstdio>
#include <string>
#include <vector>

#include "cli/settings.hpp"
#include "engine/session/check.hpp"
#include "engine/session/workspace.hpp"

namespace spile::cli {

/// What a command works with; the streams are replaced in tests.
struct Terminal {
    Options options;
    Settings settings;
    const engine::FileSystem* files = nullptr;
    const schema::Schema* schema = nullptr;
    engine::Workspace* workspace = nullptr;
    bool colour_out = false;
    bool colour_error = false;
};

inline constexpr int exit_code_of_usage = 2;

void print(const std::string& text);  // standard output
/// Lines that hold texts of documents: control characters are made visible, line breaks stay.
void print_foreign(const std::string& text);
void print_error(const std::string& text);  // standard error
/// "exit 1: violations": the last line of a check on standard error.
void print_exit(engine::ExitReason reason);
[[nodiscard]] std::string all_of_standard_input();
/// A mistake on the command line, as a diagnostic without a place.
void print_usage(const std::string& message);
/// Prints diagnostics, errors first seen first; warnings too unless quiet.
void print_diagnostics(const Terminal& terminal, DiagnosticSink& sink, const SourceMap& sources);

[[nodiscard]] std::vector<lang::ModuleText> embedded_library();
[[nodiscard]] std::vector<lang::ModuleText> embedded_policies();

/// Policies and inputs as the options and settings ask; false (and an exit code) when the command cannot go on.
[[nodiscard]] bool load_policies(Terminal& terminal, int& exit_code);
[[nodiscard]] bool load_inputs(Terminal& terminal, int& exit_code);
/// The given time or the clock's; nothing, and the error, when --now is not a time.
[[nodiscard]] std::optional<std::int64_t> time_of_run(const Terminal& terminal, std::string& error);

[[nodiscard]] engine::PolicyRequest policy_request(const Terminal& terminal);
/// Reads standard input when it is named. Nothing, and the error, when the options ask for what does not exist.
[[nodiscard]] std::optional<engine::InputRequest> input_request(const Terminal& terminal, std::string& error);
/// All that `spile check` is asked for; likewise.
[[nodiscard]] std::optional<engine::CheckRequest> check_request(const Terminal& terminal, std::string& error);

/// Everything up to the report; nothing when the run ends before, with its exit code.
[[nodiscard]] std::optional<engine::Report> make_report(Terminal& terminal, int& exit_code);

int check(Terminal& terminal);
int test(Terminal& terminal);
int explain(Terminal& terminal);
int fmt(Terminal& terminal);
int lint(Terminal& terminal);
int list_policies(Terminal& terminal);
int show_config(Terminal& terminal);
int graph(Terminal& terminal);
int query(Terminal& terminal);
int create_baseline(Terminal& terminal);
int version(Terminal& terminal);

}  // namespace spile::cli
