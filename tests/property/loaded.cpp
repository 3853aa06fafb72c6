#include "tests/property/loaded.hpp"

#include "engine/loaders/cloudformation/cloudformation.hpp"
#include "engine/loaders/detect.hpp"
#include "engine/loaders/terraform/terraform.hpp"
#include "stdlib/embedded.hpp"
#include "stdlib/schema/embedded.hpp"

namespace spile::test {

namespace {

const schema::Schema& schema() {
    static const schema::Schema the(stdlib::all_schemas());
    return the;
}

std::vector<lang::ModuleText> texts(std::span<const stdlib::EmbeddedText> embedded) {
    std::vector<lang::ModuleText> out;
    for (const stdlib::EmbeddedText& each : embedded)
        out.push_back({std::string(each.path), std::string(each.text)});
    return out;
}

std::unique_ptr<Rules> compiled_with(const std::vector<lang::ModuleText>& modules,
                                     const std::vector<lang::ModuleText>& library) {
    auto rules = std::make_unique<Rules>();
    DiagnosticSink sink;
    lang::CompileOptions options;
    options.schema = &schema();
    rules->program = lang::compile(modules, library, options, rules->sources, sink);
    if (!sink.has_errors()) return rules;
    for (const Diagnostic& each : sink.all()) {
        if (each.where.valid()) {
            const LineColumn at = rules->sources.line_column(each.where.source, each.where.span.begin);
            rules->wrong += std::to_string(at.line) + ":" + std::to_string(at.column) + " ";
        }
        rules->wrong += each.message + "\n";
    }
    return rules;
}

engine::DocumentId load(SourceId source, const std::string& path, const std::string& text,
                        const std::map<std::string, std::string>& parameters, engine::FactGraph& graph,
                        DiagnosticSink& sink) {
    const auto detected = engine::detect_input(path, text);
    if (detected && detected->kind == engine::InputKind::tfplan) {
        engine::TerraformOptions options;
        options.schema = &schema();
        return engine::load_terraform(source, graph, options, sink);
    }
    engine::CloudFormationOptions options;
    options.schema = &schema();
    options.parameters = parameters;
    return engine::load_cloudformation(source, engine::detect_format(path, text), graph, options, sink);
}

}  // namespace

std::unique_ptr<Rules> compiled(const std::vector<lang::ModuleText>& modules) {
    return compiled_with(modules, {});
}

std::unique_ptr<Rules> compiled_library(const std::string& module) {
    return compiled_with({{"module.spile", module}}, texts(stdlib::standard_modules()));
}

std::unique_ptr<Rules> embedded_rules() {
    return compiled_with(texts(stdlib::embedded_packs()), texts(stdlib::standard_modules()));
}

std::vector<lang::ModuleText> local_packs() {
    std::vector<lang::ModuleText> local;
    for (const stdlib::EmbeddedText& text : stdlib::embedded_packs()) {
        const bool far = text.text.find("import net\n") != std::string_view::npos ||
                         text.text.find("import aws.exposure\n") != std::string_view::npos ||
                         text.text.find("import iam.escalation\n") != std::string_view::npos ||
                         text.path.starts_with("policies/aws/access/");
        if (!far) local.push_back({std::string(text.path), std::string(text.text)});
    }
    return local;
}

std::unique_ptr<Rules> local_rules() {
    return compiled_with(local_packs(), texts(stdlib::standard_modules()));
}

std::unique_ptr<Judged> judged(Rules& rules, const std::string& path, const std::string& text,
                               const std::map<std::string, std::string>& parameters) {
    auto result = std::make_unique<Judged>(rules);
    DiagnosticSink sink;
    const SourceId source = rules.sources.add(path, text);
    const engine::DocumentId document = load(source, path, text, parameters, result->graph, sink);
    result->readable = !result->graph.document(document).failed;
    result->evaluation = std::make_unique<engine::Evaluation>(rules.program, result->graph, 0);
    result->outcomes = engine::evaluate(*result->evaluation, {});
    return result;
}

engine::Verdict verdict_in(const engine::Outcome& outcome, const engine::World& world,
                           const engine::GuardSpace& guards) {
    if (guards.holds(outcome.guards.fail, world)) return engine::Verdict::fail;
    if (guards.holds(outcome.guards.pass, world)) return engine::Verdict::pass;
    if (guards.holds(outcome.guards.not_applicable, world)) return engine::Verdict::not_applicable;
    return engine::Verdict::unknown;
}

std::string named(const Rules& rules, const Judged& judged, const engine::Outcome& outcome) {
    return rules.program.policies[outcome.policy].id + " " + std::string(judged.graph.unit(outcome.subject).address) +
           (outcome.key.empty() ? "" : "#" + outcome.key);
}

}  // namespace spile::test
