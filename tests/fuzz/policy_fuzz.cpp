// Any text as a policy file: it parses, compiles with the standard modules and the schema, is linted and formatted, and
// is evaluated over a fixed template; or a diagnostic says why not. What the formatter writes parses again.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/eval/evaluate.hpp"
#include "engine/findings/build_report.hpp"
#include "engine/loaders/cloudformation/cloudformation.hpp"
#include "engine/report/write_report.hpp"
#include "lang/base/check.hpp"
#include "lang/format/format.hpp"
#include "lang/sema/compile.hpp"
#include "lang/syntax/parse.hpp"
#include "stdlib/embedded.hpp"
#include "stdlib/schema/embedded.hpp"

using namespace spile;

namespace {

constexpr std::string_view k_template = R"(
Parameters:
  Env: {Type: String, AllowedValues: [prod, dev]}
  Name: {Type: String}
Conditions:
  IsProd: !Equals [!Ref Env, prod]
Resources:
  Logs:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: !Sub "${Name}-logs"
      AccessControl: !If [IsProd, Private, PublicRead]
      Tags: [{Key: team, Value: !Ref Name}]
  Web:
    Type: AWS::EC2::SecurityGroup
    Condition: IsProd
    Properties:
      GroupDescription: web
      SecurityGroupIngress:
        - {IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 0.0.0.0/0}
        - !If [IsProd, {IpProtocol: tcp, FromPort: 80, ToPort: 80, CidrIp: !Ref Name}, !Ref AWS::NoValue]
)";

const schema::Schema& schema_of_all() {
    static const schema::Schema all(stdlib::all_schemas());
    return all;
}

const std::vector<lang::ModuleText>& library() {
    static const std::vector<lang::ModuleText> modules = [] {
        std::vector<lang::ModuleText> out;
        for (const auto& each : stdlib::standard_modules())
            out.push_back({std::string(each.path), std::string(each.text)});
        return out;
    }();
    return modules;
}

void check_format(std::string_view text) {
    SourceMap sources;
    DiagnosticSink sink;
    const lang::syntax::Module module = lang::syntax::parse(sources.add("a.spile", std::string(text)), sources, sink);
    if (sink.has_errors()) return;
    const std::string once = lang::format::format(module, sources);
    (void)lang::syntax::parse(sources.add("b.spile", once), sources, sink);
    SPILE_CHECK(!sink.has_errors(), "what the formatter writes parses");
}

void evaluate_over_template(const lang::Program& program, SourceMap& sources) {
    engine::FactGraph graph(sources);
    DiagnosticSink sink;
    engine::CloudFormationOptions options;
    options.schema = &schema_of_all();
    engine::load_cloudformation(sources.add("t.yaml", std::string(k_template)), engine::Format::yaml, graph, options,
                                sink);
    engine::Evaluation evaluation(program, graph, 0);
    const std::vector<engine::Outcome> outcomes = engine::evaluate(evaluation, {});
    const engine::Report report = engine::build_report(graph, program, outcomes, {});
    SPILE_CHECK(!engine::write(engine::ReportFormat::json, report, sources, {}).empty(), "a report is written");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    if (size > 4'000) return 0;
    const std::string_view text(reinterpret_cast<const char*>(bytes), size);
    check_format(text);
    SourceMap sources;
    DiagnosticSink sink;
    const lang::CompileOptions options{.schema = &schema_of_all(), .lint = lang::LintScope::given_texts};
    const lang::Program program =
        lang::compile({{"input.spile", std::string(text)}}, library(), options, sources, sink);
    for (const Diagnostic& diagnostic : sink.all())
        SPILE_CHECK(!render_text(diagnostic, sources, Colour::off).empty(), "a diagnostic can be printed");
    if (!sink.has_errors()) evaluate_over_template(program, sources);
    return 0;
}
