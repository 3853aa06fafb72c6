#include "engine/coverage/coverage.hpp"

#include <catch2/catch.hpp>
#include <memory>

#include "engine/coverage/write.hpp"
#include "engine/session/workspace.hpp"
#include "tests/support/memory_file_system.hpp"
#include "tests/unit/lang/sema/support.hpp"

using namespace spile;
using namespace spile::engine;
using namespace spile::engine::coverage;

namespace {

const std::string k_head = "module a\n";

std::string policy(const std::string& lines) {
    return "policy p \"P\" {\n    id X-1\n    severity low\n    for b: cfn \"AWS::S3::Bucket\"\n" + lines + "\n}\n";
}

std::string bucket(const std::string& properties) {
    return "Resources:\n  Logs:\n    Type: AWS::S3::Bucket\n    Properties:\n" + properties;
}

// Policies, and templates that they are evaluated over one after the other.
struct Tested {
    explicit Tested(const std::string& text) {
        files.put("a.spile", text);
        PolicyRequest request;
        request.paths = {"a.spile"};
        workspace.load_policies(request, sink);
        for (const Diagnostic& each : sink.all())
            report += render_text(each, workspace.sources(), Colour::off);
    }

    Tested& over(const std::string& text) {
        files.put("t.yaml", text);
        Workspace other(files, lang::test::published());
        PolicyRequest request;
        request.paths = {"a.spile"};
        other.load_policies(request, sink);
        InputRequest inputs;
        inputs.names = {"t.yaml"};
        inputs.as = InputKind::cfn;
        other.load_inputs(inputs, sink);
        record.begin({0});
        static_cast<void>(other.evaluate(0, std::vector<std::uint32_t>{0},
                                         [&](Evaluation& evaluation) { evaluation.count_truths(&record.truths()); }));
        return *this;
    }

    Coverage coverage() {
        record.finish();
        INFO(report);
        REQUIRE_FALSE(sink.has_errors());
        return measure(workspace.program(), workspace.sources(), {0}, record);
    }

    // "b.X == 1: never false; …": conditions with what they lack.
    std::string lacks() {
        std::string out;
        const Coverage made = coverage();
        for (const ConditionCoverage& each : made.policies.front().conditions) {
            out += each.text + ":";
            for (const std::string& never : each.never())
                out += " " + never;
            out += "\n";
        }
        return out;
    }

    test::MemoryFileSystem files;
    DiagnosticSink sink;
    Workspace workspace{files, lang::test::published()};
    Record record;
    std::string report;
};

}  // namespace

TEST_CASE("conditions are the truths that logic joins") {
    CHECK(Tested(k_head + policy("    when b.BucketName exists\n    let public = b.AccessControl == \"PublicRead\"\n"
                                 "    require not public or (true and b.Tags empty)"))
              .lacks() ==
          "b.BucketName exists: true false\n"
          "b.AccessControl == \"PublicRead\": true false undecided\n"
          "b.Tags empty: true false undecided\n");
    CHECK(
        Tested(k_head + policy("    deny some t in b.Tags where (if t.Key == \"a\" then t.Value == \"b\" else false)"))
            .lacks() ==
        "some t in b.Tags where (if t.Key == \"a\" then t.Value == \"b\" else false): true false undecided\n"
        "t.Key == \"a\": true false undecided\n"
        "t.Value == \"b\": true false undecided\n");
    CHECK(Tested(k_head + policy("    require count(t for t in b.Tags where t.Key == \"a\") == 1")).lacks() ==
          "count(t for t in b.Tags where t.Key == \"a\") == 1: true false undecided\n"
          "t.Key == \"a\": true false undecided\n");
}

TEST_CASE("functions, rules and params of the policy's own file count, and only where the policy comes to them") {
    const std::string whole =
        "module a\nparam strict: bool = true\nfn used(name: string?) -> bool = name == \"a\"\n"
        "fn unused(b: string) -> bool = b == \"b\"\n"
        "rule tagged(r: Resource) if r.taggable and r.name == \"x\"\n" +
        policy("    require strict and used(b.BucketName) or (some r: Resource where tagged(r))");
    CHECK(Tested(whole).lacks() ==
          "name == \"a\": true false undecided\n"
          "r.taggable: true false\n"
          "r.name == \"x\": true false\n"
          "strict: true false\n"
          "used(b.BucketName): true false undecided\n"
          "some r: Resource where tagged(r): true false undecided\n"
          "tagged(r): true false undecided\n");
}

TEST_CASE("what is always known need not be undecided") {
    CHECK(Tested(k_head + policy("    require resource_type(b) == \"AWS::S3::Bucket\" and b.BucketName exists\n"
                                 "    require (some (k, v) in b.Tags where k == 1) and is_taggable(b)"))
              .lacks() ==
          "resource_type(b) == \"AWS::S3::Bucket\": true false\n"
          "b.BucketName exists: true false\n"
          "some (k, v) in b.Tags where k == 1: true false undecided\n"
          "k == 1: true false\n"
          "is_taggable(b): true false\n");
}

TEST_CASE("what stands in a Dockerfile itself need not be undecided, what variables stand for must") {
    CHECK(
        Tested("module a\npolicy p \"P\" {\n    id X-1\n    severity low\n    for s: docker \"stage\"\n"
               "    require s.final and s.base.written == \"FROM\" and s.base.name == \"a\" and s.user == \"b\"\n"
               "    deny some e: docker \"ENV\", p in e.pairs where e.stage == s and p.legacy and p.name == \"c\"\n}\n")
            .lacks() ==
        "s.final: true false\n"
        "s.base.written == \"FROM\": true false\n"
        "s.base.name == \"a\": true false undecided\n"
        "s.user == \"b\": true false undecided\n"
        "some e: docker \"ENV\", p in e.pairs where e.stage == s and p.legacy and p.name == \"c\": true false "
        "undecided\n"
        "e.stage == s: true false\n"
        "p.legacy: true false\n"
        "p.name == \"c\": true false undecided\n");
}

TEST_CASE("a field of an entity is as open as what its views say of it") {
    CHECK(Tested("module a\nentity Inner {\n    stated: bool\n    kind: string?\n}\n"
                 "entity B {\n    inner: Inner\n    fixed: string\n    name: string?\n}\n"
                 "view B of r: cfn \"AWS::S3::Bucket\" {\n"
                 "    inner = Inner(stated: r.Tags exists, kind: r.AccessControl)\n"
                 "    fixed = \"x\"\n    name = r.BucketName\n}\n"
                 "policy p \"P\" {\n    id X-1\n    severity low\n    for b: B\n"
                 "    require b.inner.stated and b.inner.kind == \"x\" and b.fixed == \"x\" and b.name == \"x\"\n}\n")
              .lacks() ==
          "r.Tags exists: true false\n"
          "b.inner.stated: true false\n"
          "b.inner.kind == \"x\": true false undecided\n"
          "b.fixed == \"x\": true false\n"
          "b.name == \"x\": true false undecided\n");
}

TEST_CASE("one evaluation shows what its worlds show") {
    Tested tested(k_head + policy("    require b.BucketName == \"a\""));
    CHECK(tested.over(bucket("      BucketName: a\n")).lacks() == "b.BucketName == \"a\": false undecided\n");
    CHECK(tested
              .over("Parameters:\n  Stage: {Type: String, AllowedValues: [a, b]}\n" +
                    bucket("      BucketName: !Ref Stage\n"))
              .lacks() == "b.BucketName == \"a\": undecided\n");
    CHECK(tested.over("Parameters:\n  Name: {Type: String}\n" + bucket("      BucketName: !Ref Name\n")).lacks() ==
          "b.BucketName == \"a\":\n");
}

TEST_CASE("a world in which the resource does not exist shows nothing") {
    Tested tested(k_head + policy("    require b.BucketName == \"a\""));
    tested.over(
        "Parameters:\n  Stage: {Type: String, AllowedValues: [prod, dev]}\n"
        "Conditions:\n  IsProd: !Equals [!Ref Stage, prod]\n"
        "Resources:\n  Logs:\n    Type: AWS::S3::Bucket\n    Condition: IsProd\n    Properties:\n"
        "      BucketName: !If [IsProd, a, b]\n");
    CHECK(tested.lacks() == "b.BucketName == \"a\": false undecided\n");
}

TEST_CASE("verdicts that scenarios showed") {
    Tested tested(k_head + policy("    when b.Tags exists\n    require b.BucketName == \"a\""));
    const auto never = [&] {
        std::string out;
        for (const std::string& each : tested.coverage().policies.front().never())
            out += each + ";";
        return out;
    };
    CHECK(never() == "pass;fail;not applicable;unknown;");
    tested.over("Resources:\n  Topic:\n    Type: AWS::SNS::Topic\n");
    CHECK(never() == "pass;fail;unknown;");
    tested.over(bucket("      BucketName: a\n      Tags: []\n")).over(bucket("      BucketName: b\n      Tags: []\n"));
    CHECK(never() == "unknown;");
    CHECK(tested.coverage().policies.front().verdicts.scenarios == 3);
}

TEST_CASE("records of several threads come together") {
    Tested one(k_head + policy("    require b.BucketName == \"a\""));
    Tested other(k_head + policy("    require b.BucketName == \"a\""));
    one.over(bucket("      BucketName: a\n"));
    other.over(bucket("      BucketName: b\n"));
    other.record.finish();
    one.record.finish();
    one.record.merge(other.record);
    CHECK(one.lacks() == "b.BucketName == \"a\": undecided\n");
    CHECK(one.coverage().policies.front().verdicts.scenarios == 2);
}

TEST_CASE("watching changes no verdict, and costs nothing of the guards' allowance") {
    GuardSpace guards;
    const AtomId atom = guards.add_atom({"t.yaml", "Stage", {"a", "b"}});
    const Guard yes = guards.is(atom, 0);
    guards.allow(1);
    SeenTruths seen;
    seen.within(guards.is(atom, 0));
    seen.add(3, yes, k_never, guards);
    CHECK(guards.allowed() == 1);
    CHECK(seen.of(3) == SeenTruths::Counts{1, 0, 0});
    CHECK(seen.of(2) == SeenTruths::Counts{});
}

TEST_CASE("coverage as a table, as JSON and as LCOV") {
    Tested tested(k_head + policy("    require b.BucketName == \"a\"\n    deny b.Tags empty"));
    tested.over(bucket("      BucketName: a\n"));
    const Coverage coverage = tested.coverage();
    CHECK(coverage.total().outcomes.of == 6);
    CHECK(coverage.total().outcomes.seen == 2);
    CHECK(write_text(coverage) ==
          "policy  conditions  true, false  undecided  coverage  verdicts\n"
          "X-1            0/2          2/4        0/2    33.3 %       1/4\n"
          "    a.spile:2:8  no scenario shows pass, not applicable or unknown\n"
          "    a.spile:6:13  never false or undecided: `b.BucketName == \"a\"`\n"
          "    a.spile:7:10  never false or undecided: `b.Tags empty`\n"
          "all            0/2          2/4        0/2    33.3 %       1/4\n");
    CHECK(write_lcov(coverage) ==
          "TN:\nSF:a.spile\nFN:2,X-1\nFNDA:1,X-1\nFNF:1\nFNH:1\n"
          "BRDA:6,0,0,1\nBRDA:6,0,1,0\nBRDA:6,0,2,0\nBRDA:7,0,0,1\nBRDA:7,0,1,0\nBRDA:7,0,2,0\nBRF:6\nBRH:2\n"
          "DA:6,1\nDA:7,1\nLF:2\nLH:2\nend_of_record\n");
    const std::string json = print(write_json(coverage), JsonLayout::one_line);
    CHECK(json.find(R"("coverage":"33.3")") != std::string::npos);
    CHECK(json.find(R"("line":6,"column":13,"text":"b.BucketName == \"a\"","true":1,"false":0,"undecided":0)") !=
          std::string::npos);
}
