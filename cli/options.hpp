// What the flags say, as plain data: filled by flags.cpp, read by the commands.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace spile::cli {

/// Flags that every command takes.
struct CommonOptions {
    std::string colour = "auto";  // auto, always, never
    bool quiet = false;
    int verbose = 0;
    std::string config_file;  // --config; empty: nearest spile.toml
};

/// Policies, inputs and what to do with the verdicts. A value that was not given is absent; settings.hpp fills it.
struct CheckOptions {
    std::vector<std::string> inputs;
    std::vector<std::string> policies;
    std::vector<std::string> waivers;
    std::vector<std::string> parameters;  // K=V
    std::vector<std::string> parameter_files;
    std::vector<std::string> build_arguments;  // K=V
    std::string target;                        // stage of Dockerfiles
    std::vector<std::string> settings;         // module.name=VALUE
    std::vector<std::string> outputs;          // FORMAT[=FILE]
    std::vector<std::string> select;
    std::vector<std::string> ignore;
    std::vector<std::string> show;  // waived, passed, info
    std::optional<std::string> as;
    std::optional<std::string> fail_on;
    std::optional<std::string> unknown;
    std::optional<std::string> now;
    std::optional<std::string> baseline;
    std::string record;  // feature to write
    bool allow_empty = false;
    bool no_inline_waivers = false;
};

/// How good the scenarios are, and what is asked of them. Percentages; absent: nothing is asked.
struct QualityOptions {
    bool cover = false;
    bool mutate = false;
    std::optional<double> cover_min;
    std::optional<double> mutate_min;
    std::optional<double> mutate_min_policy;
    std::optional<double> equivalent_max;
    std::vector<std::string> cover_outputs;   // text, json or lcov, with =FILE
    std::vector<std::string> mutate_outputs;  // text or json
};

/// What `spile test` takes besides policies, --now and --out.
struct TestOptions {
    std::vector<std::string> targets;  // features, folders, FEATURE:LINE, @FILE
    std::string tags;
    std::vector<std::string> names;
    std::string shard;  // i/n
    std::string rerun;  // file to write
    std::optional<unsigned> jobs;
    bool watch = false;
    bool steps = false;  // list the vocabulary
    QualityOptions quality;
};

enum class Command { none, check, test, explain, fmt, lint, policies, config, graph, query, baseline, version };

struct Options {
    Command command = Command::none;
    CommonOptions common;
    CheckOptions check;  // also: explain, graph, query, policies, baseline
    TestOptions test;
    std::vector<std::string> targets;  // fmt, lint: files; explain: what
    std::string what;                  // explain, query: the subject of the command
    std::string subject;               // explain --subject
    std::string format;                // graph, policies
    std::string output_file;           // baseline create
    bool show_origin = false;          // config
    bool check_only = false;           // fmt --check
    bool diff = false;                 // fmt --diff
};

/// Parses the command line. Either options, or the text to print and the exit code to end with (help, version, a usage
/// error with the nearest flag).
struct ParsedFlags {
    Options options;
    std::optional<int> exit_code;
    std::string text;
};
[[nodiscard]] ParsedFlags parse_flags(int argc, const char* const* argv);

}  // namespace spile::cli
