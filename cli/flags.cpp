// The command line as CLI11 sees it; the only file that knows the library.
#include <CLI/CLI.hpp>
#include <memory>
#include <sstream>

#include "cli/options.hpp"
#include "lang/base/suggest.hpp"

namespace spile::cli {

namespace {

void add_common(CLI::App& app, CommonOptions& common) {
    app.add_option("--color,--colour", common.colour, "auto, always or never")
        ->check(CLI::IsMember({"auto", "always", "never"}));
    app.add_flag("-q,--quiet", common.quiet, "findings only");
    app.add_flag("-v,--verbose", common.verbose, "say what is done, on standard error; twice for more");
    app.add_option("--config", common.config_file, "settings file instead of the nearest spile.toml");
}

void add_policies(CLI::App& app, CheckOptions& check, const std::string& without = "the built-in policies") {
    app.add_option("-p,--policy", check.policies, "policy files or folders; without any: " + without)
        ->allow_extra_args(false);
    app.add_option("--waivers", check.waivers, "further files of waivers")->allow_extra_args(false);
    app.add_option("--set", check.settings, "value of a policy param: module.name=VALUE")->allow_extra_args(false);
}

void add_inputs(CLI::App& app, CheckOptions& check) {
    app.add_option("--param", check.parameters, "value of a template parameter: K=V")->allow_extra_args(false);
    app.add_option("--params", check.parameter_files, "file of template parameters")->allow_extra_args(false);
    app.add_option("--build-arg", check.build_arguments, "value of a build argument of Dockerfiles: K=V")
        ->allow_extra_args(false);
    app.add_option("--target", check.target, "stage of Dockerfiles that is built; without it: the last one");
    app.add_option("--as", check.as, "read inputs as cfn, tfplan, tfstate, dockerfile, json or yaml");
    app.add_option("--now", check.now, "the time of the run: a date, or a date and time in UTC");
}

void add_selection(CLI::App& app, CheckOptions& check) {
    app.add_option("--select", check.select, "only policies whose id, name or alias matches the glob")
        ->allow_extra_args(false);
    app.add_option("--ignore", check.ignore, "not the policies whose id, name or alias matches the glob")
        ->allow_extra_args(false);
}

void add_verdicts(CLI::App& app, CheckOptions& check) {
    app.add_option("-o,--out", check.outputs, "report format, with =FILE into a file; repeatable")
        ->allow_extra_args(false);
    app.add_option("--fail-on", check.fail_on,
                   "least severity that fails the run: info, low, medium, high, critical or never");
    app.add_option("--unknown", check.unknown, "what undecided verdicts do: fail, warn or pass");
    app.add_option("--baseline", check.baseline, "file of findings that were accepted before");
    app.add_option("--show", check.show, "also print waived, passed; print info as fully as the rest")
        ->delimiter(',')
        ->allow_extra_args(false);
    app.add_flag("--allow-empty", check.allow_empty, "nothing evaluated is no failure");
    app.add_flag("--no-inline-waivers", check.no_inline_waivers, "suppressions written in the inputs do not count");
}

void add_quality(CLI::App& app, QualityOptions& quality) {
    const auto percentage = [&](const char* flag, std::optional<double>& value, const char* about) {
        app.add_option(flag, value, about)->check(CLI::Range(0.0, 100.0))->type_name("PCT");
    };
    app.add_flag("--cover", quality.cover, "say which conditions the scenarios saw true, false and undecided");
    percentage("--cover-min", quality.cover_min, "fail when fewer outcomes of conditions were seen");
    app.add_option("--cover-out", quality.cover_outputs, "text, json or lcov, with =FILE into a file; repeatable")
        ->allow_extra_args(false);
    app.add_flag("--mutate", quality.mutate, "put mistakes into the policies and say which ones no scenario notices");
    percentage("--mutate-min", quality.mutate_min, "fail when fewer mistakes were noticed");
    percentage("--mutate-min-policy", quality.mutate_min_policy, "the same for each policy");
    percentage("--equivalent-max", quality.equivalent_max,
               "fail when more mutants are said to mean the same as the policy");
    app.add_option("--mutate-out", quality.mutate_outputs, "text or json, with =FILE into a file; repeatable")
        ->allow_extra_args(false);
}

void add_test(CLI::App& app, Options& options) {
    TestOptions& test = options.test;
    app.add_option("FEATURE", test.targets,
                   "features, folders, FEATURE:LINE, or @FILE of such lines; without any: the current folder");
    add_policies(app, options.check, "those that lie with the features, else the built-in ones");
    app.add_option("--tags", test.tags, "only scenarios whose tags satisfy the expression: \"@s3 and not @slow\"");
    app.add_option("--name", test.names, "only scenarios whose name matches the regular expression")
        ->allow_extra_args(false);
    app.add_option("--shard", test.shard, "the i-th of n shares of the scenarios: i/n");
    app.add_option("--rerun", test.rerun, "write the scenarios that failed into a file, for @FILE");
    app.add_option("-j,--jobs", test.jobs, "scenarios at a time; without it: one a processor");
    app.add_flag("--watch", test.watch, "run again when a feature or policy changes, and say what changed");
    app.add_flag("--steps", test.steps, "list the steps that there are");
    add_quality(app, test.quality);
    app.add_option("--now", options.check.now, "the date of scenarios that give none; without it: 2026-01-01");
    app.add_option("-o,--out", options.check.outputs,
                   "text, messages, junit, tap, json or html, with =FILE into a file; repeatable")
        ->allow_extra_args(false);
}

// Flags and commands that exist, for "did you mean".
std::vector<std::string> names_of(const CLI::App& app) {
    std::vector<std::string> names;
    for (const CLI::Option* option : app.get_options()) {
        for (const std::string& name : option->get_lnames())
            names.push_back("--" + name);
    }
    for (const CLI::App* sub : app.get_subcommands([](const CLI::App*) { return true; }))
        names.push_back(sub->get_name());
    return names;
}

std::string usage_error(const CLI::App& app, const std::string& message) {
    const CLI::App* at = &app;
    while (!at->get_subcommands().empty())
        at = at->get_subcommands().front();
    std::string text = "error[SP0801]: " + message;
    std::istringstream words(message);
    for (std::string word; words >> word;) {
        const std::string bare = word.substr(0, word.find_first_of("=:"));
        std::vector<std::string> names = names_of(*at);
        const bool flag = bare.starts_with("-");
        std::erase_if(names, [&](const std::string& name) { return name.starts_with("-") != flag; });
        const std::vector<std::string_view> views(names.begin(), names.end());
        if (bare.size() < 3 || std::find(names.begin(), names.end(), bare) != names.end()) continue;
        const std::string hint = did_you_mean(bare, views);
        const bool extra =
            message.find("not expected") != std::string::npos || message.find("required") != std::string::npos;
        if (!hint.empty() && extra) {
            text += hint;
            break;
        }
    }
    return text + "\n  = help: " + (at == &app ? "" : "spile ") + at->get_display_name() +
           " --help lists what there is\n";
}

}  // namespace

ParsedFlags parse_flags(int argc, const char* const* argv) {
    ParsedFlags parsed;
    Options& options = parsed.options;
    CLI::App app{"policy as code for infrastructure: templates in, verdicts at exact lines out", "spile"};
    app.require_subcommand(0, 1);
    bool version_flag = false;
    app.add_flag("--version", version_flag, "print the version");

    const auto command = [&](const char* name, const char* about, Command which) {
        CLI::App* sub = app.add_subcommand(name, about);
        add_common(*sub, options.common);
        sub->callback([&options, which] { options.command = which; });
        return sub;
    };
    CLI::App* check = command("check", "evaluate policies over templates", Command::check);
    check->add_option("INPUT", options.check.inputs,
                      "files, folders or - for standard input; without any: the current folder");
    add_policies(*check, options.check);
    add_inputs(*check, options.check);
    add_selection(*check, options.check);
    add_verdicts(*check, options.check);
    check->add_option("--record", options.check.record, "write a feature that expects what was found");

    CLI::App* test = command("test", "run features: scenarios in Gherkin about policies and templates", Command::test);
    add_test(*test, options);

    CLI::App* explain =
        command("explain", "a diagnostic's page, a policy, or why a policy judges as it does", Command::explain);
    explain->add_option("WHAT", options.what, "SP0123, a policy's id or name, or a finding's fingerprint")->required();
    explain->add_option("INPUT", options.check.inputs, "inputs to explain the verdicts for");
    explain->add_option("--subject", options.subject, "only for the subject of this name or address");
    add_policies(*explain, options.check);
    add_inputs(*explain, options.check);

    CLI::App* fmt = command("fmt", "lay out policy files", Command::fmt);
    fmt->add_option("FILE", options.targets, "policy files or folders; - for standard input")->required();
    fmt->add_flag("--check", options.check_only, "change nothing, fail when something would change");
    fmt->add_flag("--diff", options.diff, "change nothing, print what would change");

    CLI::App* lint = command("lint", "compile policies and look for what is suspicious in them", Command::lint);
    lint->add_option("FILE", options.check.policies, "policy files or folders")->required();
    lint->add_option("--set", options.check.settings, "value of a policy param: module.name=VALUE")
        ->allow_extra_args(false);

    CLI::App* policies = command("policies", "list the policies", Command::policies);
    policies->add_option("--out", options.format, "text or json")->check(CLI::IsMember({"text", "json", "markdown"}));
    add_policies(*policies, options.check);
    add_selection(*policies, options.check);

    CLI::App* config = command("config", "print the settings in force", Command::config);
    config->add_flag("--show-origin", options.show_origin, "say where each value comes from");

    CLI::App* graph = command("graph", "draw the fact graph", Command::graph);
    graph->add_option("INPUT", options.check.inputs, "files, folders or -");
    graph->add_option("--out", options.format, "dot or mermaid")->check(CLI::IsMember({"dot", "mermaid"}));
    add_inputs(*graph, options.check);

    CLI::App* query = command("query", "evaluate an expression over the inputs", Command::query);
    query->add_option("EXPRESSION", options.what, "for example: {b.name for b: cfn \"AWS::S3::Bucket\"}")->required();
    query->add_option("INPUT", options.check.inputs, "files, folders or -");
    add_policies(*query, options.check);
    add_inputs(*query, options.check);

    CLI::App* baseline = command("baseline", "accept the findings of today", Command::baseline);
    CLI::App* create = baseline->add_subcommand("create", "write the present findings into a baseline file");
    baseline->require_subcommand(1);
    create->add_option("INPUT", options.check.inputs, "files, folders or -");
    create->add_option("--to", options.output_file, "the baseline file")->required();
    add_policies(*create, options.check);
    add_inputs(*create, options.check);
    add_selection(*create, options.check);

    command("version", "print the version", Command::version);

    try {
        app.parse(argc, argv);
    } catch (const CLI::CallForHelp& help) {
        std::ostringstream text;
        app.exit(help, text, text);
        parsed.text = text.str();
        parsed.exit_code = 0;
        return parsed;
    } catch (const CLI::ParseError& error) {
        parsed.text = usage_error(app, error.what());
        parsed.exit_code = 2;
        return parsed;
    }
    if (version_flag) options.command = Command::version;
    if (options.command == Command::none) {
        parsed.text = app.help();
        parsed.exit_code = 2;
    }
    return parsed;
}

}  // namespace spile::cli
