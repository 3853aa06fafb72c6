// The types and attributes of Terraform's AWS provider in rules: checked like CloudFormation's.
#include <catch2/catch.hpp>

#include "tests/unit/lang/sema/support.hpp"

using namespace spile;
using namespace spile::lang;
using namespace spile::lang::test;

namespace {

// A policy over one resource `r` of that type.
Compiled over(const std::string& type, const std::string& demand) {
    return declared("policy p \"p\" { id T-1 for r: tf \"" + type + "\" require " + demand + " }");
}

// The type of an expression over a resource `r` of that type.
std::string type_in(const std::string& type, const std::string& expression) {
    const Compiled made =
        declared("policy p \"p\" { id T-1 for r: tf \"" + type + "\" let x = " + expression + " require x exists }");
    INFO(made.report());
    CHECK(made.codes() == "");
    return made.type_of(made.program.policies.at(0).lets.at(0).value);
}

std::string wrong_property(const std::string& type, const std::string& demand) {
    const Compiled made = over(type, demand);
    CHECK(made.codes() == "SP0207");
    return made.message(DiagnosticKind::unknown_property);
}

}  // namespace

TEST_CASE("Terraform's attributes have the types of the provider, all of them optional") {
    CHECK(type_in("aws_s3_bucket", "r.bucket") == "string?");
    CHECK(type_in("aws_s3_bucket", "r.force_destroy") == "bool?");
    CHECK(type_in("aws_s3_bucket", "r.tags_all") == "map<string, string>?");
    CHECK(type_in("aws_db_instance", "r.backup_retention_period") == "int?");
    CHECK(type_in("aws_db_instance", "r.arn") == "string?");
    CHECK(type_in("aws_iam_role", "r.managed_policy_arns") == "set<string>?");
    CHECK(type_in("aws_wafv2_web_acl", "r.rule[*].statement") == "list<any>");
}

TEST_CASE("Terraform's nested blocks are lists of records, `timeouts` is a record") {
    CHECK(type_in("aws_s3_bucket", "r.versioning") == "list<aws_s3_bucket.versioning>?");
    CHECK(type_in("aws_s3_bucket", "r.versioning[0].enabled") == "bool?");
    CHECK(type_in("aws_s3_bucket", "r.versioning[*].enabled") == "list<bool>");
    CHECK(type_in("aws_security_group", "r.ingress") == "list<aws_security_group.ingress>?");
    CHECK(type_in("aws_security_group", "{p for i in r.ingress, p in i.cidr_blocks}") == "set<string>");
    CHECK(type_in("aws_security_group", "r.ingress[0].security_groups") == "set<string>?");
    CHECK(type_in("aws_security_group", "r.timeouts.create") == "string?");
}

TEST_CASE("SP0208: unknown types of the AWS provider name the nearest, data sources too") {
    const auto wrong = [](const std::string& type) {
        const Compiled made = over(type, "r.document != \"a\"");
        CHECK(made.codes() == "SP0208");
        CHECK(made.marked(DiagnosticKind::unknown_resource_type) == "\"" + type + "\"");
        return made.message(DiagnosticKind::unknown_resource_type);
    };
    CHECK(wrong("aws_s3_bukcet") == "unknown resource type `aws_s3_bukcet`; did you mean `aws_s3_bucket`?");
    CHECK(wrong("aws_iam_policy_document") ==
          "unknown resource type `aws_iam_policy_document`; did you mean `data.aws_iam_policy_document`?");
    CHECK(wrong("data.aws_amis") == "unknown resource type `data.aws_amis`; did you mean `data.aws_ami`?");
    CHECK(over("AWS::S3::Bucket", "true").codes() == "");  // of no provider that is known
    CHECK(declared("policy p \"p\" { id T-1 for r: cfn \"aws_s3_bucket\" require r.acl exists }")
              .has(DiagnosticKind::unknown_resource_type));
}

TEST_CASE("SP0207: unknown attributes of Terraform's types name the nearest, at any depth and in generators") {
    CHECK(wrong_property("aws_s3_bucket", "r.bukcet exists") ==
          "`tf \"aws_s3_bucket\"` has no property `bukcet`; did you mean `bucket`?");
    CHECK(wrong_property("aws_s3_bucket", "r.versioning[0].enabld == true") ==
          "`aws_s3_bucket.versioning` has no property `enabld`; did you mean `enabled`?");
    CHECK(wrong_property("aws_s3_bucket", "all e in r.versioning[*].enabld satisfy e") ==
          "`aws_s3_bucket.versioning` has no property `enabld`; did you mean `enabled`?");
    CHECK(wrong_property("aws_security_group", "some i in r.ingress where i.form_port == 22") ==
          "`aws_security_group.ingress` has no property `form_port`; did you mean `from_port`?");
    CHECK(wrong_property("aws_s3_bucket", "r.deletion_policy exists").starts_with("`tf \"aws_s3_bucket\"` has no"));
    CHECK(wrong_property("data.aws_iam_policy_document", "r.jsn exists") ==
          "`tf \"data.aws_iam_policy_document\"` has no property `jsn`; did you mean `json`?");
}

TEST_CASE("a misspelt attribute is shown with a caret below it") {
    const std::string shown = over("aws_s3_bucket", "r.versioning[0].enabld == true").report();
    INFO(shown);
    const std::size_t line = shown.find("require r.versioning[0].enabld == true");
    const std::size_t caret = shown.find("^^^^^^");
    REQUIRE(line != std::string::npos);
    REQUIRE(caret != std::string::npos);
    CHECK(caret - (shown.rfind('\n', caret) + 1) == shown.find("enabld", line) - (shown.rfind('\n', line) + 1));
    CHECK(shown.find("^^^^^^^") == std::string::npos);
}

TEST_CASE("an attribute of a Terraform type comes before what every resource has") {
    CHECK(type_in("aws_iam_role", "r.name") == "string?");
    CHECK(type_in("aws_s3_bucket", "r.name") == "string");
    CHECK(type_in("aws_s3_bucket", "r.address") == "string");
    CHECK(type_in("aws_s3_bucket", "r.depends_on") == "list<string>");
    CHECK(over("aws_db_instance", "not (\"delete\" in r.actions)").codes() == "");
    CHECK(wrong_property("aws_db_instance", "r.action exists") ==
          "`tf \"aws_db_instance\"` has no property `action`; did you mean `actions`?");
    CHECK(type_in("google_storage_bucket", "r.name") == "any");
}

TEST_CASE("what is configured has the type of what it is asked of") {
    CHECK(type_in("aws_s3_bucket", "configured(r.versioning)") == "list<aws_s3_bucket.versioning>?");
    CHECK(wrong_property("aws_s3_bucket", "configured(r.versioning)[0].enabld == true") ==
          "`aws_s3_bucket.versioning` has no property `enabld`; did you mean `enabled`?");
    CHECK(over("aws_s3_bucket", "configured(r.bukcet) exists").codes() == "SP0207");
}

TEST_CASE("a set of texts has no positions") {
    const Compiled made = over("aws_iam_role", "r.managed_policy_arns[0] == \"a\"");
    CHECK(made.has(DiagnosticKind::type_mismatch));
    CHECK(made.find(DiagnosticKind::type_mismatch)->help ==
          "a set has no order: `the(x for x in …)` is its only member");
}
