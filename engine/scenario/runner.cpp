#include "engine/scenario/runner.hpp"

#include <algorithm>

#include "engine/document/readers.hpp"
#include "engine/eval/interest.hpp"
#include "engine/scenario/empty_parts.hpp"
#include "engine/scenario/parallel.hpp"
#include "engine/scenario/play.hpp"
#include "engine/scenario/subjects.hpp"
#include "lang/base/visible.hpp"
#include "lang/gherkin/parse.hpp"

namespace spile::engine::scenario {

PolicySet::PolicySet(const FileSystem& files, const schema::Schema& schema, PolicyRequest request, DiagnosticSink& sink)
    : files_(&files), schema_(&schema), request_(std::move(request)) {
    texts_ = read_policy_texts(files, request_, sink);
    if (!sink.has_errors()) compiled_ = compile_policies(texts_, request_, schema, SourceMap(), sink);
}

PolicySet::PolicySet(const PolicySet& original, lang::Program program)
    : files_(original.files_),
      schema_(original.schema_),
      request_(original.request_),
      texts_(original.texts_),
      compiled_{original.compiled_.sources, std::move(program), {}} {
    compiled_.interest = interest_of(compiled_.program);
}

PolicySet::~PolicySet() = default;

struct Suite::Prepared {
    Vocabulary vocabulary;
    std::vector<FeatureResult> features;
    std::vector<std::vector<std::vector<Match>>> matches;  // by feature, pickle, step
    std::optional<ExpressionSet> expressions;
    const lang::Program* program = nullptr;
};

namespace {

// Gherkin is UTF-8; what another encoding says would be read as something else.
std::optional<gherkin::ParseError> encoding_error(std::string_view text) {
    const std::optional<std::uint32_t> at = first_invalid_utf8(text);
    if (!at) return std::nullopt;
    const std::string_view before = text.substr(0, *at);
    const std::size_t line_begin = before.rfind('\n') + 1;  // npos + 1 is 0
    gherkin::ParseError error;
    error.location.line = 1 + static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n'));
    error.location.column = 1 + static_cast<std::uint32_t>(character_count(before.substr(line_begin)));
    error.message = "(" + std::to_string(error.location.line) + ":" + std::to_string(error.location.column) +
                    "): this byte is not UTF-8; save the file as UTF-8";
    return error;
}

FeatureResult parsed(FeatureText feature) {
    FeatureResult result;
    if (std::optional<gherkin::ParseError> error = encoding_error(feature.text)) {
        result.path = std::move(feature.path);
        result.text = std::move(feature.text);
        result.errors.push_back(*std::move(error));
        return result;
    }
    const bool markdown = feature.path.ends_with(".feature.md");
    gherkin::Parsed read = gherkin::parse(feature.text, markdown ? gherkin::Syntax::markdown : gherkin::Syntax::plain);
    result.path = std::move(feature.path);
    result.text = std::move(feature.text);
    result.errors = std::move(read.errors);
    if (!result.errors.empty()) return result;
    result.document = std::move(read.document);
    gherkin::Compiled compiled = gherkin::compile(result.document);
    result.pickles = std::move(compiled.pickles);
    result.errors = std::move(compiled.errors);
    return result;
}

StepResult step_result(const Match& match) {
    StepResult result;
    if (match.definition == nullptr) return result;
    result.expression = match.definition->expression;
    for (const gherkin::Argument& argument : match.call.arguments)
        result.arguments.push_back({argument.parameter_type, argument.text, argument.begin, argument.end});
    return result;
}

bool has_then(const std::vector<Match>& steps) {
    return std::any_of(steps.begin(), steps.end(), [](const Match& step) {
        return step.definition == nullptr || step.definition->keyword == StepDefinition::Keyword::then;
    });
}

// Whether one of the Then steps that belong to the When step at `when` says that nothing was evaluated.
bool may_evaluate_nothing(const std::vector<Match>& steps, std::size_t when) {
    for (std::size_t i = when + 1; i < steps.size(); ++i) {
        if (steps[i].definition == nullptr) continue;
        if (steps[i].definition->keyword == StepDefinition::Keyword::when) return false;
        if (expects_nothing(*steps[i].definition, steps[i].call)) return true;
    }
    return false;
}

void run_step(const Match& match, Play& play, StepResult& result) {
    if (match.definition == nullptr || !match.problem.empty()) {
        result.status = match.definition == nullptr ? Status::undefined : Status::failed;
        result.message = match.problem;
        return;
    }
    if (Answer failed = match.definition->run(play, match.call)) {
        result.status = Status::failed;
        result.message = std::move(failed->message);
        result.difference = std::move(failed->difference);
    }
}

void count(RunResult& result) {
    for (const FeatureResult& feature : result.features) {
        ++result.summary.features;
        for (const ScenarioResult& scenario : feature.scenarios) {
            ++result.summary.scenarios;
            ++(scenario.status == Status::passed ? result.summary.passed : result.summary.failed);
            result.summary.steps += static_cast<std::uint32_t>(scenario.steps.size());
        }
    }
}

}  // namespace

Suite::Suite(std::vector<FeatureText> features, const PolicySet& policies) : prepared_(std::make_unique<Prepared>()) {
    std::sort(features.begin(), features.end(),
              [](const FeatureText& a, const FeatureText& b) { return a.path < b.path; });
    Prepared& prepared = *prepared_;
    prepared.program = &policies.program();
    for (FeatureText& feature : features)
        prepared.features.push_back(parsed(std::move(feature)));
    std::vector<const Match*> all;
    for (const FeatureResult& feature : prepared.features) {
        auto& of_feature = prepared.matches.emplace_back();
        for (const gherkin::Pickle& pickle : feature.pickles) {
            auto& steps = of_feature.emplace_back();
            for (const gherkin::PickleStep& step : pickle.steps)
                steps.push_back(prepared.vocabulary.match(step));
        }
    }
    for (const auto& feature : prepared.matches) {
        for (const auto& pickle : feature) {
            for (const Match& step : pickle)
                all.push_back(&step);
        }
    }
    prepared.expressions.emplace(all, policies);
}

Suite::~Suite() = default;

const std::vector<FeatureResult>& Suite::features() const noexcept {
    return prepared_->features;
}

std::vector<ScenarioRef> Suite::scenarios() const {
    std::vector<ScenarioRef> all;
    for (std::uint32_t i = 0; i < prepared_->features.size(); ++i) {
        for (std::uint32_t j = 0; j < prepared_->features[i].pickles.size(); ++j)
            all.push_back({i, j});
    }
    return all;
}

std::vector<std::uint32_t> Suite::policies_of(ScenarioRef scenario) const {
    std::vector<std::uint32_t> all;
    for (const Match& step : prepared_->matches.at(scenario.feature).at(scenario.pickle)) {
        if (step.definition == nullptr) continue;
        const std::vector<std::uint32_t> some = scenario::policies_of(*step.definition, step.call, *prepared_->program);
        all.insert(all.end(), some.begin(), some.end());
    }
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

ScenarioResult Suite::run(ScenarioRef scenario, const PolicySet& policies, const RunOptions& options) const {
    const std::vector<Match>& steps = prepared_->matches.at(scenario.feature).at(scenario.pickle);
    Play play({.policies = &policies,
               .expressions = &*prepared_->expressions,
               .options = &options,
               .feature = prepared_->features[scenario.feature].path,
               .scenario = scenario});
    ScenarioResult result;
    result.pickle = scenario.pickle;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const Match& step = steps[i];
        play.let_nothing_be_evaluated(may_evaluate_nothing(steps, i));
        StepResult& made = result.steps.emplace_back(step_result(step));
        if (result.status == Status::passed)
            run_step(step, play, made);
        else
            made.status = Status::skipped;
        if (made.status != Status::passed && result.status == Status::passed) result.status = made.status;
    }
    if (result.status == Status::passed && steps.empty()) {
        result.status = Status::failed;
        result.message = "the scenario has no steps";
    } else if (result.status == Status::passed && !has_then(steps)) {
        result.status = result.steps.back().status = Status::failed;
        result.steps.back().message = "the scenario ends here, without a Then step: it checks nothing";
    }
    return result;
}

RunResult Suite::run(const PolicySet& policies, const RunOptions& options) const {
    const std::vector<ScenarioRef> chosen = options.only ? *options.only : scenarios();
    std::vector<ScenarioResult> results(chosen.size());
    in_parallel(chosen.size(), options.jobs,
                [&] { return [&](std::size_t i) { results[i] = run(chosen[i], policies, options); }; });
    RunResult run;
    std::size_t next = 0;
    for (std::uint32_t i = 0; i < prepared_->features.size(); ++i) {
        const FeatureResult& prepared = prepared_->features[i];
        FeatureResult feature = prepared;
        for (; next < chosen.size() && chosen[next].feature == i; ++next)
            feature.scenarios.push_back(std::move(results[next]));
        std::vector<std::string> empty;
        if (prepared.errors.empty()) empty = empty_parts(prepared.path, prepared.document);
        run.errors.insert(run.errors.end(), empty.begin(), empty.end());
        if (!prepared.errors.empty() || !empty.empty() || !feature.scenarios.empty())
            run.features.push_back(std::move(feature));
    }
    count(run);
    return run;
}

}  // namespace spile::engine::scenario
