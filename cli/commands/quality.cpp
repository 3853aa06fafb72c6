#include "cli/commands/quality.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <functional>

#include "engine/coverage/write.hpp"
#include "engine/mutation/write.hpp"
#include "lang/base/suggest.hpp"

namespace spile::cli {

namespace {

namespace coverage = engine::coverage;
namespace mutation = engine::mutation;
namespace scenario = engine::scenario;

constexpr std::array<std::string_view, 3> k_cover_formats = {"text", "json", "lcov"};
constexpr std::array<std::string_view, 2> k_mutate_formats = {"text", "json"};

struct Output {
    std::string format;
    std::string file;  // empty: standard output
};

Output output_of(const std::string& given) {
    const std::size_t equals = given.find('=');
    return {given.substr(0, equals), equals == std::string::npos ? std::string() : given.substr(equals + 1)};
}

bool formats_exist(const std::vector<std::string>& outputs, std::span<const std::string_view> known,
                   const std::string& flag) {
    for (const std::string& given : outputs) {
        const std::string format = output_of(given).format;
        if (std::find(known.begin(), known.end(), format) != known.end()) continue;
        const std::vector<std::string_view> all(known.begin(), known.end());
        std::string problem = "unknown format of `";
        problem.append(flag).append("`: `").append(format).append("`");
        print_usage(problem + did_you_mean(format, all));
        return false;
    }
    return true;
}

// A report for programs goes to standard output: nothing else may.
bool standard_output_is_taken(const Terminal& terminal) {
    const std::vector<std::string>& results = terminal.options.check.outputs;
    return std::any_of(results.begin(), results.end(),
                       [](const std::string& given) { return output_of(given).file.empty() && given != "text"; });
}

// Each output as asked for; without any the text, for people.
bool write_outputs(const Terminal& terminal, const std::vector<std::string>& outputs,
                   const std::function<std::string(const std::string& format)>& text_in) {
    if (outputs.empty()) {
        if (standard_output_is_taken(terminal))
            print_error(text_in("text"));
        else
            print(text_in("text"));
    }
    for (const std::string& given : outputs) {
        const Output output = output_of(given);
        const std::string text = text_in(output.format);
        if (output.file.empty()) {
            print(text);
            continue;
        }
        std::ofstream file(output.file, std::ios::binary);
        file << text;
        file.close();
        if (!file) {
            print_usage("cannot write to `" + output.file + "`");
            return false;
        }
    }
    return true;
}

std::string shown(double percentage) {
    std::string text = std::to_string(percentage);
    while (text.ends_with('0'))
        text.pop_back();
    if (text.ends_with('.')) text.pop_back();
    return text + " %";
}

// Whether a figure is below what is asked; says so.
bool falls_short(const std::string& what, const coverage::Count& count, const std::optional<double>& least) {
    if (!least || count.percent() >= *least) return false;
    print_error("error: " + what + " is " + coverage::percent(count) + ", and " + shown(*least) + " are asked for\n");
    return true;
}

std::string place(const std::string& path, LineColumn at) {
    return path + ":" + std::to_string(at.line) + ":" + std::to_string(at.column);
}

}  // namespace

Quality::Quality(const Terminal& terminal) : terminal_(&terminal), flags_(&terminal.options.test.quality) {}

bool Quality::covers() const {
    return flags_->cover || flags_->cover_min || !flags_->cover_outputs.empty();
}

bool Quality::mutates() const {
    return flags_->mutate || flags_->mutate_min || flags_->mutate_min_policy || flags_->equivalent_max ||
           !flags_->mutate_outputs.empty();
}

// A floor that holds because nothing was measured would be green by doing nothing. Of several shares another one may
// have the scenarios that evaluate a policy.
bool Quality::lacks_what_a_floor_needs() const {
    const bool floor = flags_->cover_min || flags_->mutate_min || flags_->mutate_min_policy;
    return floor && tested_.empty() && terminal_->options.test.shard.empty();
}

bool Quality::check_flags() const {
    return formats_exist(flags_->cover_outputs, k_cover_formats, "--cover-out") &&
           formats_exist(flags_->mutate_outputs, k_mutate_formats, "--mutate-out");
}

coverage::Record& Quality::record_of_this_thread() {
    const std::lock_guard alone(guard_);
    std::unique_ptr<coverage::Record>& record = records_[std::this_thread::get_id()];
    if (!record) record = std::make_unique<coverage::Record>();
    return *record;
}

void Quality::watch(const scenario::Suite& suite, scenario::RunOptions& options) {
    if (!covers()) return;
    options.observe = [this, &suite](engine::Evaluation& evaluation, scenario::ScenarioRef which) {
        coverage::Record& record = record_of_this_thread();
        record.begin(suite.policies_of(which));
        evaluation.count_truths(&record.truths());
    };
}

std::vector<std::uint32_t> Quality::tested_policies(const scenario::Suite& suite, const scenario::PolicySet& policies,
                                                    const scenario::RunOptions& options, Scope scope) const {
    std::vector<std::uint32_t> tested;
    if (scope == Scope::whole) {
        for (std::uint32_t i = 0; i < policies.program().policies.size(); ++i)
            tested.push_back(i);
        return tested;
    }
    for (const scenario::ScenarioRef each : options.only ? *options.only : suite.scenarios()) {
        const std::vector<std::uint32_t> of = suite.policies_of(each);
        tested.insert(tested.end(), of.begin(), of.end());
    }
    std::sort(tested.begin(), tested.end());
    tested.erase(std::unique(tested.begin(), tested.end()), tested.end());
    return tested;
}

void Quality::measure(const scenario::Suite& suite, const scenario::PolicySet& policies,
                      const scenario::RunOptions& options, Scope scope) {
    if (covers() || mutates()) tested_ = tested_policies(suite, policies, options, scope);
    if (!covers()) return;
    coverage::Record all;
    for (auto& [thread, record] : records_) {
        record->finish();
        all.merge(*record);
    }
    covered_ = coverage::measure(policies.program(), policies.policies().sources, tested_, all);
}

std::optional<scenario::CoverageTable> Quality::coverage_table() const {
    if (!covered_) return std::nullopt;
    const auto joined = [](const std::vector<std::string>& words) {
        std::string out;
        for (const std::string& word : words)
            out += (out.empty() ? "" : ", ") + word;
        return out;
    };
    const coverage::Count total = covered_->total().outcomes;
    scenario::CoverageTable table{.policies = {}, .seen = total.seen, .of = total.of};
    for (const coverage::PolicyCoverage& policy : covered_->policies) {
        const coverage::Count outcomes = coverage::totals(policy).outcomes;
        scenario::PolicyCoverageRow row{policy.id, policy.path, policy.at.line, outcomes.seen, outcomes.of, {}};
        if (!policy.never().empty()) row.unseen.push_back("no scenario shows " + joined(policy.never()));
        for (const coverage::ConditionCoverage& condition : policy.conditions)
            if (!condition.never().empty())
                row.unseen.push_back(std::to_string(condition.at.line) + ":" + std::to_string(condition.at.column) +
                                     ": never " + joined(condition.never()) + ": `" + condition.text + "`");
        table.policies.push_back(std::move(row));
    }
    return table;
}

Quality::Answer Quality::judge(const scenario::Suite& suite, const scenario::PolicySet& policies,
                               const scenario::RunOptions& options, bool passed) {
    if (!covers() && !mutates()) return Answer::enough;
    const Answer answer = judge_figures(suite, policies, options, passed);
    if (answer == Answer::not_written || !lacks_what_a_floor_needs()) return answer;
    print_error("error: no scenario evaluated a policy, so there is no figure to hold against what is asked for\n");
    return Answer::too_little;
}

Quality::Answer Quality::judge_figures(const scenario::Suite& suite, const scenario::PolicySet& policies,
                                       const scenario::RunOptions& options, bool passed) {
    Answer answer = covers() ? judge_coverage() : Answer::enough;
    if (answer == Answer::not_written || !mutates()) return answer;
    if (!passed) {
        print_error("error: mutants are made when every scenario passes without one\n");
        return Answer::too_little;
    }
    const Answer more = judge_mutation(suite, policies, options);
    return more == Answer::enough ? answer : more;
}

Quality::Answer Quality::judge_coverage() const {
    const coverage::Coverage& made = *covered_;
    const bool written = write_outputs(*terminal_, flags_->cover_outputs, [&](const std::string& format) {
        return format == "lcov"   ? coverage::write_lcov(made)
               : format == "json" ? print(coverage::write_json(made), engine::JsonLayout::indented) + "\n"
                                  : "\n" + coverage::write_text(made);
    });
    if (!written) return Answer::not_written;
    if (!falls_short("the coverage of conditions", made.total().outcomes, flags_->cover_min)) return Answer::enough;
    for (const coverage::PolicyCoverage& policy : made.policies) {
        for (const coverage::ConditionCoverage& condition : policy.conditions) {
            std::string never;
            for (const std::string& word : condition.never())
                never += (never.empty() ? "" : ", ") + word;
            if (!never.empty()) print_error("  " + place(policy.path, condition.at) + ": never " + never + "\n");
        }
    }
    return Answer::too_little;
}

Quality::Answer Quality::judge_mutation(const scenario::Suite& suite, const scenario::PolicySet& policies,
                                        const scenario::RunOptions& options) {
    const mutation::Mutation made = mutation::run_mutants(suite, policies, tested_, options);
    const SourceMap& sources = policies.policies().sources;
    const bool written = write_outputs(*terminal_, flags_->mutate_outputs, [&](const std::string& format) {
        return format == "json" ? print(mutation::write_json(made, sources), engine::JsonLayout::indented) + "\n"
                                : "\n" + mutation::write_text(made, sources);
    });
    if (!written) return Answer::not_written;
    bool enough = made.problems.empty();
    for (const std::string& problem : made.problems)
        print_error("error: " + problem + "\n");
    const mutation::Score total = made.total();
    if (falls_short("the mutation score", total.score(), flags_->mutate_min)) enough = false;
    for (const mutation::PolicyMutation& policy : made.policies) {
        const coverage::Count score = policy.score().score();
        if (falls_short("the mutation score of " + policy.id, score, flags_->mutate_min_policy)) enough = false;
    }
    if (flags_->equivalent_max && total.mutants > 0 && total.equivalents().percent() > *flags_->equivalent_max) {
        print_error("error: " + coverage::percent(total.equivalents()) +
                    " of the mutants are said to mean the same, and " + shown(*flags_->equivalent_max) +
                    " are the most\n");
        enough = false;
    }
    return enough ? Answer::enough : Answer::too_little;
}

}  // namespace spile::cli
