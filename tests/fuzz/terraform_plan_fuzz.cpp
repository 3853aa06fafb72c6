// Any bytes as a plan or state of Terraform: loading ends, each value keeps its promises, a few policies judge what is
// there, also with the attributes that they name alone, and a report is written.
#include <cstdint>
#include <string>
#include <string_view>

#include "engine/eval/evaluate.hpp"
#include "engine/eval/interest.hpp"
#include "engine/findings/build_report.hpp"
#include "engine/loaders/terraform/terraform.hpp"
#include "engine/report/write_report.hpp"
#include "lang/base/check.hpp"
#include "lang/sema/compile.hpp"
#include "stdlib/schema/embedded.hpp"
#include "tests/support/graph_promises.hpp"

using namespace spile;
using namespace spile::engine;

namespace {

constexpr std::string_view k_policies = R"(module fuzz

entity Bucket {
    versioned: bool?
    name: string?
}
view Bucket of r: tf "aws_s3_bucket" {
    let v = the(v for v: tf "aws_s3_bucket_versioning" where refers(v.bucket, r))
    versioned = v.versioning_configuration[0].status == "Enabled"
    name = r.bucket
}

entity Group {
    ways: list<any>
}
view Group of r: tf "aws_security_group" {
    ways = r.ingress ?? []
}

rule lets_in(a: Group, b: Group) if
    way in b.ways
    and refers(way.security_groups, a)
rule lets_in(a: Group, c: Group) if
    lets_in(a, b)
    and lets_in(b, c)

policy versioned "versioned" {
    id FUZZ-1
    severity high
    for b: Bucket
    require b.versioned exists and b.versioned else "{b} of {b.name} keeps no versions"
}
policy acyclic "no group lets itself in" {
    id FUZZ-2
    severity high
    for g: Group
    deny lets_in(g, g)
}
policy documents "no wildcard" {
    id FUZZ-3
    severity high
    for p: tf "aws_iam_policy"
    deny some s in parse_json(p.policy).Statement where s.Action == "*"
        at s.Action
        because "{p} allows {s.Action}"
}
policy tagged "tagged" {
    id FUZZ-4
    severity low
    for r: Resource
    require r.tags["team"] exists else "{r} {r.properties}"
}
policy facts "facts" {
    id FUZZ-5
    severity low
    for d: tf "aws_db_instance"
    deny some o: tf "output" where refers(o.value, d) or o.value == d.address
        because "{d} {o.value}"
}
)";

struct Policies {
    schema::Schema schema{stdlib::all_schemas()};
    SourceMap sources;
    lang::Program program;
    Interest interest;

    Policies() {
        DiagnosticSink sink;
        program = lang::compile({{"fuzz.spile", std::string(k_policies)}}, {}, {.schema = &schema}, sources, sink);
        for (const Diagnostic& diagnostic : sink.all())
            SPILE_CHECK(!sink.has_errors(), render_text(diagnostic, sources, Colour::off));
        interest = interest_of(program);
    }
};

const Policies& policies() {
    static const Policies compiled;
    return compiled;
}

std::string judged(std::string_view text, const Interest* interest) {
    SourceMap sources = policies().sources;  // the program's places are in it
    FactGraph graph(sources);
    DiagnosticSink sink;
    TerraformOptions options;
    options.schema = &policies().schema;
    options.interest = interest;
    options.limits = {.depth = 50, .bytes = 1U << 20U, .events = 20'000, .alias_events = 0};
    const DocumentId id = load_terraform(sources.add("plan.json", std::string(text)), graph, options, sink);
    SPILE_CHECK(!graph.document(id).failed || sink.has_errors(), "a document that failed says why");
    const std::string broken = tests::broken_promise(graph);
    SPILE_CHECK(broken.empty(), broken);
    if (graph.document(id).failed) return {};
    Evaluation evaluation(policies().program, graph, 0);
    const Report report = build_report(graph, policies().program, evaluate(evaluation, {}), {});
    return write(ReportFormat::json, report, sources, {});
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(bytes), size);
    const std::string whole = judged(text, nullptr);
    SPILE_CHECK(whole == judged(text, &policies().interest), "what is not of interest changes the report");
    return 0;
}
