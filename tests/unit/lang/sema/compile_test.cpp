// The whole way: the example that the language is explained by, lone expressions, sameness of results.
#include "lang/sema/compile.hpp"

#include <catch2/catch.hpp>

#include "tests/unit/lang/sema/support.hpp"

using namespace spile;
using namespace spile::lang;
using namespace spile::lang::test;

namespace {

const char* const k_storage = R"(module org.storage

import aws.s3
import aws.ec2
import aws.rds
import aws.iam
import pipeline
import net

## Ports that nobody outside may reach.
param admin_ports: set<int> = {22, 3389}

## Customer data must not rest unencrypted.
policy s3_encrypted "S3 buckets are encrypted at rest" {
    id        ORG-S3-001
    severity  high
    controls  "CIS-AWS-3.0:2.1.1", "NIST-800-53r5:SC-28"
    same_as   "cfn_nag:W41", "checkov:CKV_AWS_19"

    for bucket: s3.Bucket
    when bucket.tags["scratch"] != "true"
    require bucket.encryption.algorithm in {"aws:kms", "AES256"}
        else "{bucket} is not encrypted at rest"
    remedy "Add BucketEncryption with SSEAlgorithm aws:kms."
}

policy no_admin_ports "Administration ports are closed to the world" {
    id        ORG-NET-002
    severity  critical
    for group: ec2.SecurityGroup
    deny some rule in group.ingress, port in admin_ports
            where net.is_public(rule.cidr) and (rule.protocol.is_all or rule.protocol == "tcp" and port in rule.ports)
        at rule.cidr
        because "{group} opens port {port} to {rule.cidr}"
}

## Who can reach whom over any chain of hops.
rule pivot(a: net.Node, b: net.Node) if net.edge(a, b)
rule pivot(a: net.Node, c: net.Node) if pivot(a, b) and net.edge(b, c)

policy private_databases "Databases are not reachable from the internet" {
    id        ORG-NET-003
    severity  critical
    for db: rds.Instance
    deny some net.flow(net.internet, db, port)
        because "{db} answers the internet on port {port}"
}

policy retention_kept "Backup retention never shrinks" {
    id        ORG-RDS-004
    severity  medium
    on_unknown pass "retention is set by the platform after apply"
    for c: change of rds.Instance
    when c.before exists and c.after exists
    require c.after.backup_days >= c.before.backup_days
}

fn is_admin(s: iam.Statement) -> bool = s.effect == "Allow" and "*" in s.actions and "*" in s.resources

waiver ORG-S3-001 for "LegacyLogs" in "stacks/legacy.yaml" {
    owner "storage-team"
    reason "migrates with STO-1412"
    until 2027-03-31
}

gate publish for image: pipeline.Image {
    require evidence "secrets", "vulnerabilities", "policy", "boot-test" fresh 24h
    allow when count(distinct a.person for a in image.approvals
                     where a.role == "release-manager" and a.person not in image.authors) >= 2
        else "two release managers who did not write the change must approve"
    forbid when some v in image.vulnerabilities where v.severity >= high and v.fixed_in exists
        because "{v.id} in {v.package} is fixed in {v.fixed_in}"
}
)";

const char* const k_s3 = R"(module aws.s3

entity Encryption {
    algorithm: string?
    key: string?
}

## One bucket, whichever tool declared it.
entity Bucket {
    encryption: Encryption?
    tags: map<string, string>
}
view Bucket of r: cfn "AWS::S3::Bucket" {
    let d = the(c.ServerSideEncryptionByDefault for c in r.BucketEncryption.ServerSideEncryptionConfiguration)
    encryption = Encryption(algorithm: d.SSEAlgorithm, key: d.KMSMasterKeyID)
    tags       = {t.Key: t.Value for t in r.Tags}
}
view Bucket of r: tf "aws_s3_bucket" {
    let e = the(e for e: tf "aws_s3_bucket_server_side_encryption_configuration" where refers(e.bucket, r))
    encryption = Encryption(algorithm: e.rule[0].apply_server_side_encryption_by_default[0].sse_algorithm)
    tags       = r.tags ?? {:}
}
)";

const std::vector<std::string> k_library = {
    k_s3,
    "module aws.ec2\nentity Rule {\n cidr: cidr\n protocol: protocol\n ports: ports\n}\nentity SecurityGroup {\n "
    "ingress: "
    "list<Rule>\n}\n",
    "module aws.rds\nentity Instance {\n backup_days: int\n}\nview Instance of r: cfn \"AWS::RDS::DBInstance\" {\n "
    "backup_days = r.BackupRetentionPeriod ?? 1\n}\n",
    "module aws.iam\nentity Statement {\n effect: string\n actions: set<string>\n resources: set<string>\n}\n",
    "module net\nparam internet: string = \"internet\"\nfn is_public(range: cidr) -> bool = not is_private(range)\n"
    "entity Node {\n next: list<Node>\n}\nrule edge(a: Node, b: Node) if b in a.next\n"
    "rule flow(source: any, target: any, port: int) if source == internet and edge(a, target) and port == "
    "length(a.next)\n",
    "module pipeline\nentity Image {\n authors: list<string>\n approvals: list<Approval>\n vulnerabilities: "
    "list<Vulnerability>\n}\nentity Approval {\n person: string\n role: string\n}\nentity Vulnerability {\n id: "
    "string\n "
    "package: string\n severity: severity\n fixed_in: string?\n}\n"};

// Everything of a program that evaluation reads of expressions, as text.
std::string dump(const Program& program) {
    std::string all;
    for (const Expr& expr : program.exprs) {
        all += std::to_string(static_cast<int>(expr.op)) + " " + expr.text + " " + std::to_string(expr.index) + " " +
               std::to_string(expr.slot) + " " + program.types.at(expr.type).text;
        for (const ExprIndex child : expr.children)
            all += " " + std::to_string(child);
        all += "\n";
    }
    return all;
}

}  // namespace

TEST_CASE("the example that the language is explained by loads") {
    Compiled made;
    compile_into(made, {k_storage}, {}, k_library);
    INFO(made.report());
    CHECK(made.codes() == "");
    CHECK(made.program.policies.size() == 4);
    CHECK(made.program.gates.size() == 1);
    CHECK(made.program.waivers.size() == 1);
    REQUIRE(made.program.relations.size() == 3);
    CHECK(made.program.relations.back().name == "pivot");
    CHECK(made.program.relations.back().recursive);
    CHECK(made.program.relations.back().rules.size() == 2);
}

TEST_CASE("every misspelling in the example is an error with the nearest name") {
    const std::pair<const char*, const char*> spellings[] = {{"s3.Bucket", "s3.Buckett"},
                                                             {"bucket.tags", "bucket.tgas"},
                                                             {"bucket.encryption", "bucket.encrption"},
                                                             {"{bucket}", "{buckte}"},
                                                             {"admin_ports\n", "admin_prots\n"},
                                                             {"net.is_public", "net.is_pulbic"},
                                                             {"rule.protocol.is_all", "rule.protocol.is_al"},
                                                             {"net.edge(a", "net.egde(a"},
                                                             {"net.internet", "net.internett"},
                                                             {"c.after.backup_days", "c.after.backup_day"},
                                                             {"iam.Statement", "iam.Statment"},
                                                             {"s.effect", "s.efect"},
                                                             {"waiver ORG-S3-001", "waiver ORG-S3-002"},
                                                             {"image.approvals", "image.aprovals"},
                                                             {"a.role", "a.rle"},
                                                             {"v.severity", "v.severty"},
                                                             {"{v.package}", "{v.pakage}"},
                                                             {"import aws.rds", "import aws.rdss"},
                                                             {"severity  high", "severity  hig"},
                                                             {"checkov:", "chekov:"}};
    for (const auto& [right, wrong] : spellings) {
        std::string text = k_storage;
        REQUIRE(text.find(right) != std::string::npos);
        text.replace(text.find(right), std::string(right).size(), wrong);
        Compiled made;
        compile_into(made, {text}, {}, k_library);
        INFO(wrong << "\n" << made.report());
        CHECK(made.sink.error_count() == 1);
        CHECK(made.report().find("did you mean `") != std::string::npos);
    }
}

TEST_CASE("the same texts give the same program, in whatever order they are named") {
    Compiled first;
    Compiled second;
    std::vector<std::string> texts = k_library;
    texts.emplace_back(k_storage);
    compile_into(first, texts);
    std::reverse(texts.begin(), texts.end());
    compile_into(second, texts);
    CHECK(first.codes() == "");
    CHECK(dump(first.program) == dump(second.program));
}

TEST_CASE("no rules at all is an empty program") {
    Compiled made;
    compile_into(made, {});
    CHECK(made.codes() == "");
    CHECK(made.program.policies.empty());
}

namespace {

struct Asked {
    std::optional<CompiledExpression> compiled;
    std::string type;
    std::string codes;
};

Asked ask(const std::string& expression) {
    Compiled made;
    compile_into(made, {k_storage}, {}, k_library);
    REQUIRE(made.codes() == "");
    CompileOptions options;
    options.schema = &published();
    const SourceId source = made.sources.add("query", expression);
    Asked asked;
    asked.compiled = compile_expression(source, made.program, options, made.sources, made.sink);
    asked.codes = made.codes();
    if (asked.compiled) asked.type = made.type_of(asked.compiled->root);
    return asked;
}

}  // namespace

TEST_CASE("a lone expression knows every module by its last segment") {
    CHECK(ask("[b.encryption.algorithm for b: s3.Bucket]").type == "list<string>");
    CHECK(ask("[b for b: s3.Bucket where b.tags[\"a\"] exists]").type == "list<aws.s3.Bucket>");
    CHECK(ask("net.is_public(\"10.0.0.0/8\")").type == "bool");
    CHECK(ask("storage.admin_ports").type == "set<int>");
    CHECK(ask("[a for storage.pivot(a, _)]").type == "list<net.Node>");
    CHECK(ask("[r.name for r: cfn \"AWS::S3::Bucket\" where r.BucketName missing]").type == "list<string>");
    const Asked asked = ask("some x in [1], y in [2] where x == y");
    REQUIRE(asked.compiled);
    CHECK(asked.compiled->frame == 2);
}

TEST_CASE("mistakes in a lone expression are reported, and nothing comes back") {
    for (const auto& [text, codes] :
         std::vector<std::pair<std::string, std::string>>{{"s3.Buckt(x: 1)", "SP0209"},
                                                          {"[b for b: s3.Buckt]", "SP0205"},
                                                          {"1 +", "SP0101"},
                                                          {"[b.tgas for b: s3.Bucket]", "SP0206"},
                                                          {"1 == \"a\"", "SP0214"},
                                                          {"net.is_public(3)", "SP0212"}}) {
        const Asked asked = ask(text);
        INFO(text);
        CHECK_FALSE(asked.compiled.has_value());
        CHECK(asked.codes == codes);
    }
}
