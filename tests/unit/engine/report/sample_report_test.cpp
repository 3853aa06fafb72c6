#include "tests/unit/engine/report/sample_report.hpp"

#include <catch2/catch.hpp>

#include "engine/findings/locate.hpp"

namespace spile::test {

using namespace spile::engine;

Location place_of(const SourceMap& sources, SourceId source, std::string_view text) {
    const auto at = static_cast<std::uint32_t>(sources.text(source).find(text));
    return locate(sources, {source, {at, at + static_cast<std::uint32_t>(text.size())}});
}

namespace {

constexpr std::string_view k_site =
    "Parameters:\n"
    "  Env: {Type: String, AllowedValues: [prod, dev]}\n"
    "Conditions:\n"
    "  IsProd: !Equals [!Ref Env, prod]\n"
    "Resources:\n"
    "  Logs:\n"
    "    Type: AWS::S3::Bucket\n"
    "    Properties:\n"
    "      BucketName: !If [IsProd, logs, \"größe-😀-logs\"]\n"
    "  Queue:\n"
    "    Type: AWS::SQS::Queue\n"
    "    Properties:\n"
    "\tKmsMasterKeyId: !Ref Key\n";

// What a hostile template can put into names and messages.
constexpr std::string_view k_hostile =
    "a\x1b[31mb | <script>alert(1)</script> `x` @octocat #1 [click](https://evil.example) %0A::error::x, \xe2\x80\xae"
    "end]]>\nline 2";

Finding encrypted(const SourceMap& sources, SourceId site) {
    Finding finding{.policy = "ORG-S3-001",
                    .title = "S3 buckets are encrypted at rest",
                    .aliases = {"cfn_nag:W41", "checkov:CKV_AWS_19"},
                    .controls = {"CIS-AWS-3.0:2.1.1", "NIST-800-53r5:SC-28"},
                    .verdict = Verdict::fail,
                    .severity = lang::Severity::high,
                    .message = "Logs is not encrypted at rest",
                    .subject = {"Resources.Logs", "Logs", "AWS::S3::Bucket", "stacks/my site.yaml", ""},
                    .location = place_of(sources, site, "\"größe-😀-logs\""),
                    .pointer = "/Resources/Logs/Properties/BucketName/Fn::If/2"};
    finding.chain = {{"condition", "when IsProd is false", place_of(sources, site, "!If")},
                     {"view", "Bucket of AWS::S3::Bucket", std::nullopt}};
    finding.related = {{"related", "IsProd is declared here", place_of(sources, site, "IsProd: !Equals")}};
    finding.when = {{"IsProd", "false", true}, {"AWS::Region", "none of eu-west-1, us-east-1", false}};
    finding.reasons = {"`bucket.encryption.algorithm` is missing"};
    finding.remedy = "Add BucketEncryption with SSEAlgorithm aws:kms.";
    finding.also = {"Logs has no key either"};
    finding.fingerprint = "0123456789abcdef0123456789abcdef";
    finding.assumed = true;
    finding.fails_gate = true;
    return finding;
}

Finding undecided(const SourceMap& sources, SourceId site) {
    Finding finding{.policy = "ORG-SQS-002",
                    .title = "Queues are encrypted with our key",
                    .verdict = Verdict::unknown,
                    .severity = lang::Severity::medium,
                    .message = "cannot tell whether Queue uses our key",
                    .subject = {"Resources.Queue", "Queue", "AWS::SQS::Queue", "stacks/my site.yaml", ""},
                    .location = place_of(sources, site, "!Ref Key"),
                    .pointer = "/Resources/Queue/Properties/KmsMasterKeyId"};
    finding.cause = "parameter `Key` has no value";
    finding.fingerprint = "11111111111111111111111111111111";
    return finding;
}

Finding waived(const SourceMap& sources, SourceId site) {
    Finding finding = encrypted(sources, site);
    finding.policy = "ORG-S3-003";
    finding.title = "S3 buckets keep access logs";
    finding.severity = lang::Severity::low;
    finding.message = "Logs keeps no access logs";
    finding.location = place_of(sources, site, "Logs:");
    finding.fingerprint = "22222222222222222222222222222222";
    finding.chain.clear();
    finding.related.clear();
    finding.when.clear();
    finding.also.clear();
    finding.assumed = false;
    finding.fails_gate = false;
    finding.waived = {"waiver", "migrates with STO-1412; owner storage-team; until 2027-03-31", "waivers.spile:3"};
    return finding;
}

Finding hostile(const SourceMap& sources, SourceId source) {
    Finding finding{.policy = "ORG-X-004",
                    .title = "Names are plain",
                    .verdict = Verdict::error,
                    .severity = lang::Severity::critical,
                    .message = std::string(k_hostile),
                    .subject = {"Resources.A,b:c", "A,b:c", "Custom::\"X\"", "we,ird:dir/x%.json", "key|1"},
                    .location = place_of(sources, source, "bad"),
                    .pointer = "/Resources/A,b:c"};
    finding.cause = "the mapping has no key `eu`";
    finding.remedy = std::string(k_hostile);
    finding.fingerprint = "33333333333333333333333333333333";
    finding.fails_gate = true;
    return finding;
}

PolicySummary policy(std::string id, std::string name, std::string title, lang::Severity severity) {
    return {.id = std::move(id), .name = std::move(name), .title = std::move(title), .severity = severity};
}

void add_policies(Report& report) {
    report.policies = {policy("ORG-S3-001", "s3_encrypted", "S3 buckets are encrypted at rest", lang::Severity::high),
                       policy("ORG-S3-003", "s3_logged", "S3 buckets keep access logs", lang::Severity::low),
                       policy("ORG-SQS-002", "queue_key", "Queues are encrypted with our key", lang::Severity::medium),
                       policy("ORG-X-004", "plain_names", "Names are plain", lang::Severity::critical),
                       policy("ORG-Z-005", "idle", "Nothing is meant", lang::Severity::info)};
    PolicySummary& first = report.policies[0];
    first.doc = "Customer data must not rest unencrypted.";
    first.remedy = "Add BucketEncryption with SSEAlgorithm aws:kms.";
    first.aliases = {"cfn_nag:W41", "checkov:CKV_AWS_19"};
    first.controls = {"CIS-AWS-3.0:2.1.1", "NIST-800-53r5:SC-28"};
    first.subjects = 3;
    first.pass = 2;
    first.fail = 1;
    report.policies[1].subjects = 1;
    report.policies[1].fail = 1;
    report.policies[2].subjects = 2;
    report.policies[2].unknown = 1;
    report.policies[2].not_applicable = 1;
    report.policies[3].subjects = 1;
    report.policies[3].error = 1;
}

}  // namespace

Sample sample_report() {
    Sample sample;
    const SourceId site = sample.sources.add("stacks/my site.yaml", std::string(k_site));
    const SourceId odd = sample.sources.add("we,ird:dir/x%.json", "{\"x\": \"bad\"}\n");
    Report& report = sample.report;
    report.findings = {waived(sample.sources, site), encrypted(sample.sources, site), undecided(sample.sources, site),
                       hostile(sample.sources, odd)};
    add_policies(report);
    report.passes = {{"stacks/my site.yaml", "ORG-S3-001", "S3 buckets are encrypted at rest", 2}};
    report.inputs = {{"broken.yaml", "", 0, "a key appears twice in one map (line 4)"},
                     {"stacks/my site.yaml", "cfn", 5, ""},
                     {"we,ird:dir/x%.json", "cfn", 1, ""}};
    report.warnings = {
        "waivers.spile:9: waiver of `ORG-S3-01`: no loaded policy has this id; did you mean `ORG-S3-001`?"};
    report.summary = {.inputs = 3,
                      .skipped_files = 2,
                      .resources = 3,
                      .policies = 5,
                      .violations = 1,
                      .unknown = 1,
                      .errors = 1,
                      .waived = 1,
                      .suppressions = 3,
                      .suppressions_used = 1,
                      .passed = 2,
                      .not_applicable = 1,
                      .policies_without_subject = 1};
    report.exit_reason = ExitReason::input;
    return sample;
}

TEST_CASE("the sample report points at what it names") {
    const Sample sample = sample_report();
    CHECK(sample.sources.text(sample.report.findings[1].location.span) == "\"größe-😀-logs\"");
    CHECK(sample.report.findings[2].location.line == 13);
}

}  // namespace spile::test
