#include "tests/mutants/player.hpp"

#include <ctime>
#include <stdexcept>

#include "engine/eval/evaluate.hpp"
#include "engine/findings/build_report.hpp"
#include "engine/loaders/cloudformation/cloudformation.hpp"
#include "engine/loaders/detect.hpp"
#include "engine/report/write_report.hpp"
#include "lang/format/format.hpp"
#include "lang/syntax/parse.hpp"
#include "stdlib/embedded.hpp"
#include "stdlib/schema/embedded.hpp"

namespace spile::tests {

using namespace spile::engine;

namespace {

std::vector<lang::ModuleText> texts(std::span<const stdlib::EmbeddedText> embedded) {
    std::vector<lang::ModuleText> out;
    for (const auto& each : embedded)
        out.push_back({std::string(each.path), std::string(each.text)});
    return out;
}

std::string printed(const DiagnosticSink& sink, const SourceMap& sources) {
    std::string out;
    for (const Diagnostic& diagnostic : sink.all())
        out += render_text(diagnostic, sources, Colour::off);
    return out;
}

}  // namespace

Player::Player(std::string sample_template)
    : sample_(std::move(sample_template)), schema_(stdlib::all_schemas()), modules_(texts(stdlib::standard_modules())) {
    DiagnosticSink sink;
    packs_ = lang::compile(texts(stdlib::embedded_packs()), modules_, {.schema = &schema_}, sources_, sink);
    if (sink.has_errors()) throw std::runtime_error("the packs do not compile:\n" + printed(sink, sources_));
}

Played Player::play_template(const std::string& path, const std::string& text) {
    const auto detected = detect_input(path, text);
    // What is named but not recognised is an error of the input; nothing else happens to it.
    if (!detected || detected->kind != InputKind::cfn) return {.end = End::diagnostic};
    DiagnosticSink sink;
    return evaluate_template(path, text, packs_, sources_, sink);
}

Played Player::play_policy(const std::string& path, const std::string& text) const {
    SourceMap sources;
    DiagnosticSink sink;
    const lang::syntax::Module module = lang::syntax::parse(sources.add(path, text), sources, sink);
    if (!sink.has_errors()) (void)lang::format::format(module, sources);
    std::vector<lang::ModuleText> library = modules_;
    std::erase_if(library, [&](const lang::ModuleText& each) { return each.path == path; });
    const lang::CompileOptions options{.schema = &schema_, .lint = lang::LintScope::given_texts};
    const lang::Program program = lang::compile({{path, text}}, library, options, sources, sink);
    if (sink.has_errors()) return {.end = End::diagnostic, .diagnostics = printed(sink, sources)};
    return evaluate_template("template.yaml", sample_, program, sources, sink);
}

Played Player::evaluate_template(const std::string& path, const std::string& text, const lang::Program& program,
                                 SourceMap& sources, DiagnosticSink& sink) const {
    FactGraph graph(sources);
    CloudFormationOptions options;
    options.schema = &schema_;
    const DocumentId document =
        load_cloudformation(sources.add(path, text), detect_format(path, text), graph, options, sink);
    Played played{.diagnostics = printed(sink, sources)};
    if (graph.document(document).failed) {
        played.end = sink.has_errors() ? End::diagnostic : End::nothing;
        return played;
    }
    Evaluation evaluation(program, graph, 0);
    const std::vector<Outcome> outcomes = evaluate(evaluation, {});
    const Report report = build_report(graph, program, outcomes, {});
    played.report = write(ReportFormat::json, report, sources, {});
    const std::string others =
        write(ReportFormat::text, report, sources, {}) + write(ReportFormat::sarif, report, sources, {});
    played.end = played.report.empty() || others.empty() ? End::nothing : End::report;
    played.evaluated = report.summary.resources > 0;
    return played;
}

double cpu_seconds() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

}  // namespace spile::tests
