// Any text as a template: it ends in units or diagnostics, the values keep what the fact graph promises, and a few
// policies over it end in a report.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "engine/eval/evaluate.hpp"
#include "engine/findings/build_report.hpp"
#include "engine/loaders/cloudformation/cloudformation.hpp"
#include "engine/loaders/detect.hpp"
#include "engine/report/write_report.hpp"
#include "lang/base/check.hpp"
#include "lang/sema/compile.hpp"
#include "stdlib/embedded.hpp"
#include "stdlib/schema/embedded.hpp"
#include "tests/support/graph_promises.hpp"

using namespace spile;
using namespace spile::engine;

namespace {

// Entities, views with each, quantifiers, an aggregate, a recursive relation, raw properties.
constexpr std::string_view k_policies = R"(
module fuzz

import aws.ec2
import aws.iam
import aws.s3

rule reaches(a: ec2.SecurityGroup, b: ec2.SecurityGroup) if
    way in b.ingress_groups
    and refers(way.group, a)
rule reaches(a: ec2.SecurityGroup, c: ec2.SecurityGroup) if
    reaches(a, b)
    and reaches(b, c)

policy encrypted "encrypted" {
    id FUZZ-1
    severity high
    for bucket: s3.Bucket
    require bucket.encryption.algorithm in {"aws:kms", "AES256"} else "{bucket} is not encrypted"
}
policy narrow "no wildcard" {
    id FUZZ-2
    severity high
    for p: iam.Permissions
    deny some s in p.statements, a in s.actions where s.effect == "Allow" and a like "*"
        because "{p} allows {a}"
}
policy tagged "tagged" {
    id FUZZ-3
    severity low
    for r: Resource
    when r.taggable
    require r.tags["team"] exists and count(x: Resource where x.type == r.type) < 100
}
policy acyclic "no group lets itself in" {
    id FUZZ-4
    severity medium
    for group: ec2.SecurityGroup
    deny reaches(group, group) or (some rule in group.ingress where 22 in rule.ports)
}
policy named "named" {
    id FUZZ-5
    severity info
    for b: cfn "AWS::S3::Bucket"
    require (b.BucketName ?? "") matches r"^[a-z.-]*$"
}
)";

struct Policies {
    schema::Schema schema{stdlib::all_schemas()};
    SourceMap sources;
    lang::Program program;

    Policies() {
        std::vector<lang::ModuleText> library;
        for (const auto& each : stdlib::standard_modules())
            library.push_back({std::string(each.path), std::string(each.text)});
        DiagnosticSink sink;
        program = lang::compile({{"fuzz.spile", std::string(k_policies)}}, library, {.schema = &schema}, sources, sink);
        for (const Diagnostic& diagnostic : sink.all())
            SPILE_CHECK(!sink.has_errors(), render_text(diagnostic, sources, Colour::off));
    }
};

const Policies& policies() {
    static const Policies compiled;
    return compiled;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(bytes), size);
    SourceMap sources = policies().sources;  // the program's places are in it
    FactGraph graph(sources);
    DiagnosticSink sink;
    const Format format = detect_format("input", text);
    CloudFormationOptions options;
    options.schema = &policies().schema;
    options.limits = {.depth = 50, .bytes = 1U << 20U, .events = 20'000, .alias_events = 2'000};
    // Every nested stack is this text again, under other names.
    options.read_file = [&](const std::string&) -> Result<std::string> { return std::string(text); };
    const DocumentId id = load_cloudformation(sources.add("input", std::string(text)), format, graph, options, sink);
    SPILE_CHECK(!graph.document(id).failed || sink.has_errors(), "a document that failed says why");
    const std::string broken = tests::broken_promise(graph);
    SPILE_CHECK(broken.empty(), broken);
    if (graph.document(id).failed) return 0;
    Evaluation evaluation(policies().program, graph, 0);
    const Report report = build_report(graph, policies().program, evaluate(evaluation, {}), {});
    SPILE_CHECK(!write(ReportFormat::json, report, sources, {}).empty(), "a report is written");
    return 0;
}
