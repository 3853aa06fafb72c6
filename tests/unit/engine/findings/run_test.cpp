#include "tests/unit/engine/findings/run.hpp"

#include <catch2/catch.hpp>

namespace spile::test {

using namespace spile::engine;

namespace {

constexpr std::string_view k_template =
    "Resources:\n"
    "  Logs:\n"
    "    Type: AWS::S3::Bucket\n"
    "    Properties:\n"
    "      BucketName: logs\n"
    "  Data:\n"
    "    Type: AWS::S3::Bucket\n"
    "  Old/One:\n"
    "    Type: AWS::S3::Bucket\n";

}  // namespace

Run::Run() {
    const SourceId source = sources.add(std::string(k_path), std::string(k_template));
    document = graph.add_document({.path = std::string(k_path), .source = source});
    options.now = 1'800'000'000;  // 2027-01-15T08:00:00Z
}

std::uint32_t Run::add_policy(std::string id, std::vector<std::string> aliases) {
    lang::Policy policy;
    policy.module = "org.storage";
    policy.name = "policy_" + std::to_string(program.policies.size());
    policy.title = "Title of " + id;
    policy.id = std::move(id);
    policy.severity = lang::Severity::high;
    policy.same_as = std::move(aliases);
    program.policies.push_back(std::move(policy));
    return static_cast<std::uint32_t>(program.policies.size() - 1);
}

UnitId Run::add_bucket(std::string_view name) {
    const auto at = static_cast<std::uint32_t>(k_template.find(name));
    const SourceSpan span{graph.document(document).source, {at, at + static_cast<std::uint32_t>(name.size())}};
    return graph.add_unit({.document = document,
                           .tool = "cfn",
                           .name = graph.arena().copy(name),
                           .address = graph.arena().copy("Resources." + std::string(name)),
                           .type = "AWS::S3::Bucket",
                           .name_span = span});
}

const Origin* Run::origin(std::string_view text, std::string_view name, std::string_view property) {
    Arena& arena = graph.arena();
    const auto at = static_cast<std::uint32_t>(k_template.find(text));
    const Path* resources = arena.make<Path>(nullptr, "Resources", 0U);
    const Path* unit = arena.make<Path>(resources, arena.copy(name), 0U);
    Origin made;
    made.span = {graph.document(document).source, {at, at + static_cast<std::uint32_t>(text.size())}};
    made.path = arena.make<Path>(unit, arena.copy(property), 0U);
    return arena.make<Origin>(made);
}

Outcome& Run::add_outcome(std::uint32_t policy, UnitId subject, Verdict verdict) {
    Outcome outcome{.policy = policy, .subject = subject, .verdict = verdict};
    if (verdict != Verdict::pass && verdict != Verdict::not_applicable) {
        const std::string name(graph.unit(subject).name);
        RawFinding raw{.verdict = verdict, .guard = k_always, .at = origin(name, name, "Properties")};
        raw.path = "Resources." + name;
        raw.message = name + " is wrong";
        if (verdict != Verdict::fail) raw.cause = "parameter `P` has no value";
        outcome.findings.push_back(raw);
    }
    outcomes.push_back(std::move(outcome));
    return outcomes.back();
}

void Run::add_waiver(std::string policy, std::string subject, std::string in, std::string until, std::string owner) {
    program.waivers.push_back({.policy = std::move(policy),
                               .subject = std::move(subject),
                               .document = std::move(in),
                               .owner = std::move(owner),
                               .reason = "known",
                               .until = std::move(until)});
}

Report Run::report() {
    return build_report(graph, program, outcomes, options);
}

TEST_CASE("the template of the run by hand has its buckets") {
    Run run;
    const UnitId logs = run.add_bucket("Logs");
    CHECK(run.sources.text(run.graph.unit(logs).name_span) == "Logs");
}

}  // namespace spile::test
