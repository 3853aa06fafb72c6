#include "engine/scenario/play.hpp"

#include <algorithm>

#include "engine/scenario/terraform/check_names.hpp"
#include "engine/scenario/terraform/make_plan.hpp"

namespace spile::engine::scenario {

namespace {

// What a document's diagnostics say to a step, worst first; empty when nothing keeps the documents from being judged.
std::string problems_of(DiagnosticSink& sink, const SourceMap& sources) {
    std::string out;
    sink.sort();
    for (const Diagnostic& diagnostic : sink.all()) {
        const bool error = info(diagnostic.kind).severity == DiagnosticSeverity::error;
        if (!error && diagnostic.kind != DiagnosticKind::template_parameter_value) continue;
        out += render_text(diagnostic, sources, Colour::off);
    }
    return out;
}

std::string without_last_break(std::string text) {
    while (text.ends_with('\n'))
        text.pop_back();
    return text;
}

bool loads(Workspace& workspace, const Given& given, std::string& problem) {
    for (const Given::Document& document : given.documents) {
        if (!document.resources) continue;
        // Nothing more will be stated now.
        const Result<std::string> plan = plan_of(*document.resources, terraform::Completeness::whole);
        if (!plan.ok()) problem = plan.error().message;
        if (!plan.ok()) return false;
    }
    InputRequest request;
    request.parameters = request.named_parameters = given.parameters;
    request.build_arguments = given.build_arguments;
    request.target = given.target;
    request.builds = given.builds;
    for (const Given::Document& document : given.documents) {
        request.names.push_back(document.path);
        request.kinds.emplace(document.path, document.kind);
    }
    DiagnosticSink sink;
    workspace.load_inputs(request, sink);
    const std::string problems = without_last_break(problems_of(sink, workspace.sources()));
    if (!problems.empty())
        problem = "the documents cannot be read as they are\n" + problems;
    else if (!workspace.warnings().empty())
        problem = workspace.warnings().front();
    return problem.empty();
}

std::unique_ptr<OverlayFiles> files_of(const Given& given, const Stage& stage) {
    auto files = std::make_unique<OverlayFiles>(stage.policies->files(), folder_of(stage.feature));
    for (const Given::Document& document : given.documents)
        files->put(document.path, document.text);
    for (const auto& [path, text] : given.ignore_files)
        files->put(path, text);
    return files;
}

// The policies with the scenario's params and waivers; an error says what is wrong with those.
Result<std::unique_ptr<CompiledPolicies>> changed_policies(const Given& given, const PolicySet& policies) {
    auto own = std::make_unique<CompiledPolicies>(policies.policies());
    DiagnosticSink sink;
    if (!given.settings.empty()) {
        lang::CompileOptions options;
        options.schema = &policies.schema();
        lang::set_params(given.settings, own->program, options, own->sources, sink);
    }
    for (const Given::Waivers& waivers : given.waivers)
        lang::add_waivers(own->sources.add(waivers.path, waivers.text), own->program, own->sources, sink);
    if (!sink.has_errors()) return own;
    sink.sort();
    std::string text;
    for (const Diagnostic& diagnostic : sink.all())
        text += render_text(diagnostic, own->sources, Colour::off);
    return Error{"the policies cannot be set so\n" + without_last_break(text)};
}

Failure no_documents() {
    return {"there is no document to evaluate; a Given step such as `the template:` comes first", {}};
}

}  // namespace

Result<std::string> plan_of(const Given::Resources& resources, terraform::Completeness completeness) {
    return terraform::make_plan(resources.planned.value_or("{}"), resources.current.value_or("{}"), completeness);
}

Result<std::string> checked_plan_of(const Given::Resources& resources, const schema::Schema& schema) {
    Result<std::string> made = plan_of(resources, terraform::Completeness::partial);
    if (!made.ok()) return made;
    for (const auto& [text, name] : {std::pair(resources.planned, terraform::k_planned_name),
                                     std::pair(resources.current, terraform::k_current_name)}) {
        if (!text) continue;
        const Result<std::vector<terraform::StatedResource>> stated = terraform::read_stated(*text, name);
        if (!stated.ok()) return stated.error();
        if (const std::optional<Error> wrong = terraform::wrong_name(stated.value(), name, schema)) return *wrong;
    }
    return made;
}

bool Evaluated::anything() const {
    return std::any_of(outcomes->begin(), outcomes->end(),
                       [](const Outcome& outcome) { return outcome.verdict != Verdict::not_applicable; });
}

Play::Play(Stage stage) : stage_(std::move(stage)) {
    given_.now = stage_.options->now;
}

Given& Play::give() {
    evaluated_.reset();
    facts_.reset();
    return given_;
}

Given::Document* Play::document(std::string_view path) {
    const auto found = std::find_if(given_.documents.begin(), given_.documents.end(),
                                    [&](const Given::Document& each) { return each.path == path; });
    return found == given_.documents.end() ? nullptr : &*found;
}

Answer Play::check_policies() const {
    const Result<std::unique_ptr<CompiledPolicies>> own = changed_policies(given_, *stage_.policies);
    if (own.ok()) return std::nullopt;
    return Failure{own.error().message, {}};
}

Result<Evaluated> Play::evaluate(const Given& given, const std::vector<std::uint32_t>& policies,
                                 const std::function<void(Evaluation&)>& observe) const {
    if (given.documents.empty()) return Error{no_documents().message};
    Evaluated made;
    made.policies = policies;
    if (!given.settings.empty() || !given.waivers.empty()) {
        Result<std::unique_ptr<CompiledPolicies>> own = changed_policies(given, *stage_.policies);
        if (!own.ok()) return own.error();
        made.own = std::move(own).value();
    }
    made.files = files_of(given, stage_);
    made.workspace = std::make_unique<Workspace>(*made.files, stage_.policies->schema(),
                                                 made.own ? *made.own : stage_.policies->policies());
    std::string problem;
    if (!loads(*made.workspace, given, problem)) return Error{problem};
    made.outcomes = &made.workspace->evaluate(given.now, made.policies, observe);
    ReportOptions options = stage_.options->report;
    options.now = given.now;
    options.policies = made.policies;
    made.report = build_report(made.graph(), made.program(), *made.outcomes, options);
    return made;
}

Answer Play::evaluate(std::vector<std::uint32_t> policies) {
    std::function<void(Evaluation&)> observe;
    if (stage_.options->observe)
        observe = [this](Evaluation& evaluation) { stage_.options->observe(evaluation, stage_.scenario); };
    Result<Evaluated> made = evaluate(given_, policies, observe);
    if (!made.ok()) return Failure{made.error().message, {}};
    evaluated_ = std::move(made).value();
    return std::nullopt;
}

Result<Workspace*> Play::facts() {
    if (facts_) return facts_.get();
    if (given_.documents.empty()) return Error{no_documents().message};
    fact_files_ = files_of(given_, stage_);
    auto workspace =
        std::make_unique<Workspace>(*fact_files_, stage_.policies->schema(), stage_.expressions->compiled());
    std::string problem;
    if (!loads(*workspace, given_, problem)) return Error{problem};
    facts_ = std::move(workspace);
    return facts_.get();
}

Failure nothing_evaluated_yet() {
    return {
        "nothing has been evaluated since the documents were given; a When step such as `the policy … is "
        "evaluated` comes first",
        {}};
}

}  // namespace spile::engine::scenario
