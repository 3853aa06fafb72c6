// spile test: find features and policies, run, report.
#include <fstream>
#include <thread>

#include "cli/commands/commands.hpp"
#include "cli/commands/quality.hpp"
#include "cli/commands/watch.hpp"
#include "engine/scenario/changes.hpp"
#include "engine/scenario/find_features.hpp"
#include "engine/scenario/overlay_files.hpp"
#include "engine/scenario/report/write_results.hpp"
#include "engine/scenario/selection.hpp"
#include "engine/scenario/vocabulary.hpp"
#include "lang/base/suggest.hpp"
#include "lang/base/visible.hpp"

namespace spile::cli {

namespace {

namespace scenario = engine::scenario;

struct Output {
    scenario::ResultFormat format;
    std::string file;  // empty: standard output
};

struct Ending {
    int code;
    const char* reason;
};
constexpr Ending k_ok{0, "ok"};
constexpr Ending k_failed{1, "failed scenarios"};
constexpr Ending k_weak{1, "too little coverage, or too low a mutation score"};
constexpr Ending k_usage{2, "usage"};
constexpr Ending k_input{3, "input"};
constexpr Ending k_empty{4, "nothing was run"};

std::optional<std::vector<Output>> outputs_of(const std::vector<std::string>& given) {
    std::vector<Output> outputs;
    for (const std::string& each : given) {
        const std::size_t equals = each.find('=');
        const std::string word = each.substr(0, equals);
        const auto format = scenario::parse_result_format(word);
        if (!format) {
            print_usage("unknown format of test results `" + word + "`" +
                        did_you_mean(word, scenario::all_result_formats()));
            return std::nullopt;
        }
        outputs.push_back({*format, equals == std::string::npos ? std::string() : each.substr(equals + 1)});
    }
    if (outputs.empty()) outputs.push_back({scenario::ResultFormat::text, ""});
    return outputs;
}

bool write_file(const std::string& path, const std::string& text) {
    std::ofstream file(path, std::ios::binary);
    file << text;
    file.close();
    if (!file) print_usage("cannot write to `" + path + "`");
    return static_cast<bool>(file);
}

// "2/5"; false, and the error printed, for anything else.
bool read_shard(const std::string& text, scenario::Selection& selection) {
    if (text.empty()) return true;
    const std::size_t slash = text.find('/');
    const auto number = [](const std::string& digits) -> std::uint32_t {
        const bool digits_only =
            !digits.empty() && digits.size() < 7 && digits.find_first_not_of("0123456789") == std::string::npos;
        return digits_only ? static_cast<std::uint32_t>(std::stoul(digits)) : 0;
    };
    selection.shard = number(text.substr(0, slash));
    selection.shards = slash == std::string::npos ? 0 : number(text.substr(slash + 1));
    const bool good = selection.shard >= 1 && selection.shard <= selection.shards;
    if (!good) print_usage("`--shard " + text + "` is no share; write i/n, with i from 1 to n");
    return good;
}

int list_steps() {
    const scenario::Vocabulary vocabulary;
    for (const scenario::StepDefinition& step : vocabulary.steps()) {
        static constexpr const char* k_words[] = {"Given ", "When  ", "Then  "};
        print(k_words[static_cast<std::size_t>(step.keyword)] + std::string(step.expression) + "\n");
    }
    return 0;
}

class TestRun {
  public:
    /// `before`: the run that this one is compared with; only what changed is printed. May be null.
    explicit TestRun(Terminal& terminal, const scenario::RunResult* before = nullptr)
        : terminal_(terminal), before_(before), quality_(terminal) {}

    /// What was run; nothing when it did not come to that.
    [[nodiscard]] std::optional<scenario::RunResult> take_result() { return std::move(last_); }

    Ending run() {
        const std::optional<std::vector<Output>> outputs = outputs_of(terminal_.options.check.outputs);
        if (!outputs || !prepare_options() || !quality_.check_flags()) return k_usage;
        DiagnosticSink sink;
        scenario::FoundFeatures found = scenario::find_features(*terminal_.files, terminal_.options.test.targets, sink);
        const bool unread = sink.has_errors();
        print_diagnostics(terminal_, sink, terminal_.workspace->sources());
        for (const std::string& folder : found.without)
            print_error("error: the folder `" + folder + "` holds no feature (`*.feature` or `*.feature.md`)\n");
        if (found.features.empty()) {
            if (!unread && found.without.empty())
                print_error("error: the list names no feature, so there is nothing to run\n");
            return unread ? k_input : k_empty;
        }
        selection_.lines = std::move(found.lines);

        DiagnosticSink policy_sink;
        const scenario::PolicySet policies(*terminal_.files, *terminal_.schema, request(found.policies), policy_sink);
        print_diagnostics(terminal_, policy_sink, policies.policies().sources);
        if (policy_sink.has_errors()) return k_usage;
        const scenario::Suite suite(std::move(found.features), policies);
        Result<std::vector<scenario::ScenarioRef>> chosen = scenario::select(suite, selection_);
        if (!chosen.ok()) {
            print_usage(chosen.error().message);
            return k_usage;
        }
        options_.only = std::move(chosen).value();
        const std::string none = options_.only->empty() ? scenario::why_none(suite, selection_) : "";
        if (!none.empty()) print_error("error: " + visible(none) + "\n");
        quality_.watch(suite, options_);
        scenario::RunResult result = suite.run(policies, options_);
        quality_.measure(suite, policies, options_, scope(policies));
        if (!write(result, *outputs)) return k_usage;
        const Quality::Answer answer = quality_.judge(suite, policies, options_, result.passed());
        if (answer == Quality::Answer::not_written) return k_usage;
        const Ending end = ending(result, unread, !found.without.empty());
        last_ = std::move(result);
        return end.code == k_ok.code && answer == Quality::Answer::too_little ? k_weak : end;
    }

  private:
    bool prepare_options() {
        std::string error;
        if (terminal_.options.check.now) {
            const std::optional<std::int64_t> now = time_of_run(terminal_, error);
            if (!now) {
                print_usage(error);
                return false;
            }
            options_.now = *now;
        }
        selection_.tags = terminal_.options.test.tags;
        selection_.names = terminal_.options.test.names;
        options_.jobs = terminal_.options.test.jobs.value_or(std::max(1U, std::thread::hardware_concurrency()));
        return read_shard(terminal_.options.test.shard, selection_);
    }

    [[nodiscard]] engine::PolicyRequest request(const std::vector<std::string>& beside) const {
        engine::PolicyRequest request = policy_request(terminal_);
        if (request.paths.empty()) request.paths = beside;
        return request;
    }

    // The built-in policies are not what is tested, and a part of the scenarios tests a part of the policies.
    [[nodiscard]] Quality::Scope scope(const scenario::PolicySet& policies) const {
        const TestOptions& test = terminal_.options.test;
        const bool part = !test.tags.empty() || !test.names.empty() || !test.shard.empty() || !selection_.lines.empty();
        return part || policies.request().paths.empty() ? Quality::Scope::evaluated_policies : Quality::Scope::whole;
    }

    bool write(const scenario::RunResult& result, const std::vector<Output>& outputs) const {
        bool written = true;
        for (const Output& output : outputs) {
            scenario::ResultOptions how;
            how.version = SPILE_VERSION;
            how.parameter_types = scenario::vocabulary_types();
            how.coverage = quality_.coverage_table();
            how.colour = output.file.empty() && terminal_.colour_out ? Colour::on : Colour::off;
            how.show_passed = terminal_.options.common.verbose > 0;
            const bool only_changes =
                before_ != nullptr && output.file.empty() && output.format == scenario::ResultFormat::text;
            const std::string text =
                only_changes ? changes_text(result, how) : scenario::write_results(output.format, result, how);
            if (output.file.empty())
                print(text);
            else
                written = write_file(output.file, text) && written;
        }
        const std::string& rerun = terminal_.options.test.rerun;
        if (!rerun.empty()) written = write_file(rerun, scenario::rerun_text(result)) && written;
        return written;
    }

    [[nodiscard]] std::string changes_text(const scenario::RunResult& result,
                                           const scenario::ResultOptions& how) const {
        const scenario::Changes made = scenario::changes(*before_, result);
        std::string text;
        for (const std::string& scenario : made.passing)
            text += "passes now " + visible(scenario) + "\n";
        return text + scenario::write_results(scenario::ResultFormat::text, made.failing, how);
    }

    // Of several reasons the first of usage, input, failed, empty.
    [[nodiscard]] Ending ending(const scenario::RunResult& result, bool unread, bool lacking) const {
        for (const scenario::FeatureResult& feature : result.features)
            unread = unread || !feature.errors.empty();
        if (unread) return k_input;
        if (result.summary.scenarios > 0) return result.passed() && !lacking ? k_ok : k_failed;
        // A share of few scenarios may be empty; the other shares have them.
        return result.errors.empty() && selection_.shards > 1 ? k_ok : k_empty;
    }

    Terminal& terminal_;
    const scenario::RunResult* before_;
    std::optional<scenario::RunResult> last_;
    scenario::Selection selection_;
    scenario::RunOptions options_;
    Quality quality_;
};

void print_ending(const Terminal& terminal, const Ending& ending) {
    if (!terminal.options.common.quiet)
        print_error("exit " + std::to_string(ending.code) + ": " + ending.reason + "\n");
}

// Where features, policies and the templates that features name lie.
std::vector<std::string> watched_places(const Terminal& terminal) {
    std::vector<std::string> places = terminal.settings.at("policy").values;
    for (const std::string& target : terminal.options.test.targets) {
        const bool folder = terminal.files->entry(target) == engine::FileSystem::Entry::folder;
        const std::string around = scenario::folder_of(target);
        places.push_back(folder ? target : around.empty() ? "." : around.substr(0, around.size() - 1));
    }
    if (terminal.options.test.targets.empty()) places.emplace_back(".");
    return places;
}

int watch(Terminal& terminal) {
    std::optional<scenario::RunResult> before;
    const std::vector<std::string> endings = {".feature", ".feature.md", ".spile",   ".yaml",
                                              ".yml",     ".json",       ".template"};
    return run_and_watch(watched_places(terminal), endings, [&] {
        TestRun run(terminal, before ? &*before : nullptr);
        const Ending ending = run.run();
        std::optional<scenario::RunResult> result = run.take_result();
        if (!result) print_ending(terminal, ending);
        if (result) before = std::move(result);
        print_error("watching for changes; Ctrl-C ends\n");
    });
}

}  // namespace

int test(Terminal& terminal) {
    if (terminal.options.test.steps) return list_steps();
    if (terminal.options.test.watch) return watch(terminal);
    const Ending ending = TestRun(terminal).run();
    print_ending(terminal, ending);
    return ending.code;
}

}  // namespace spile::cli
