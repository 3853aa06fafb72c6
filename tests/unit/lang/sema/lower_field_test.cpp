// Fields of entities, raw resources, records, maps and domain types.
#include <catch2/catch.hpp>

#include "tests/unit/lang/sema/support.hpp"

using namespace spile;
using namespace spile::lang;
using namespace spile::lang::test;

namespace {

// The type of an expression over `body`'s parameters.
std::string type_of(const std::string& expression) {
    const Compiled made = body(expression, "any?");
    INFO(made.report());
    CHECK(made.codes() == "");
    return made.type_of(made.program.functions.at(0).body);
}

// The type of an expression over a bucket `b`.
std::string bucket_type(const std::string& expression) {
    const Compiled made = policy("let x = " + expression + "\nrequire x exists");
    INFO(made.report());
    CHECK(made.codes() == "");
    return made.type_of(made.program.policies.at(0).lets.at(0).value);
}

}  // namespace

TEST_CASE("fields of entities have their declared types, optional through an optional one") {
    CHECK(type_of("e.name") == "string");
    CHECK(type_of("e.size") == "int?");
    CHECK(type_of("e.next.name") == "string?");
    CHECK(type_of("e.tags.team") == "string?");
    CHECK(type_of("e.tags[\"team\"]") == "string?");
    CHECK(type_of("r.a.b[3].c") == "any");
}

TEST_CASE("properties have the types of the published schema, all of them optional") {
    CHECK(bucket_type("b.BucketName") == "string?");
    CHECK(bucket_type("b.Tags") == "list<AWS::S3::Bucket.Tag>?");
    CHECK(bucket_type("b.VersioningConfiguration.Status") == "string?");
    CHECK(bucket_type("b.BucketEncryption.ServerSideEncryptionConfiguration[0].BucketKeyEnabled") == "bool?");
    CHECK(bucket_type("b.BucketEncryption.ServerSideEncryptionConfiguration[*].BucketKeyEnabled") == "list<bool>");
}

TEST_CASE("every raw resource has the lower-case attributes") {
    CHECK(bucket_type("b.name") == "string");
    CHECK(bucket_type("b.document") == "string");
    CHECK(bucket_type("b.deletion_policy") == "string?");
    CHECK(bucket_type("b.depends_on") == "list<string>");
    CHECK(bucket_type("b.metadata") == "map<string, any>?");
    CHECK(bucket_type("b.properties.BucketName") == "any?");
}

TEST_CASE("SP0206: unknown fields name the nearest, and `[*]` for lists") {
    CHECK(body("e.nmae == \"a\"").message(DiagnosticKind::unknown_field) ==
          "`org.example.Thing` has no field `nmae`; did you mean `name`?");
    const Compiled list = policy("require b.Tags.Key == \"a\"");
    CHECK(list.codes() == "SP0206");
    CHECK(list.find(DiagnosticKind::unknown_field)->help == "`[*].Key` takes the field of every member");
    CHECK(declared("fn f(c: cidr) -> bool = c.prefx == 1").message(DiagnosticKind::unknown_field) ==
          "`cidr` has no field `prefx`; did you mean `prefix`?");
    CHECK(declared("fn f(c: string) -> bool = c.size == 1").codes() == "SP0206");
}

TEST_CASE("SP0207: unknown properties name the nearest, at any depth, and case counts") {
    const Compiled made = policy("require b.BucketEncryption.ServerSideEncryptionConfigration exists");
    CHECK(made.message(DiagnosticKind::unknown_property) ==
          "`AWS::S3::Bucket.BucketEncryption` has no property `ServerSideEncryptionConfigration`; did you mean "
          "`ServerSideEncryptionConfiguration`?");
    CHECK(made.marked(DiagnosticKind::unknown_property) == "ServerSideEncryptionConfigration");
    CHECK(policy("require b.bucketname exists").codes() == "SP0207");
}

TEST_CASE("SP0208: unknown resource types name the nearest") {
    CHECK(declared("fn f(n: int) -> bool = some b: cfn \"AWS::S3::Buckt\" where b.name == \"a\"")
              .message(DiagnosticKind::unknown_resource_type) ==
          "unknown resource type `AWS::S3::Buckt`; did you mean `AWS::S3::Bucket`?");
}

TEST_CASE("custom resources, other tools and `*` take any property") {
    CHECK(body("some c: cfn \"Custom::Thing\" where c.Anything.At == 3").codes() == "");
    CHECK(body("some c: cfn * where c.Anything.At == 3").codes() == "");
    CHECK(body("some c: tf \"google_storage_bucket\" where c.anything.at == 3 and c.name == 3").codes() == "");
    CHECK(body("some c: tf * where c.anything.at == 3").codes() == "");
}

TEST_CASE("domain types have fields of their own") {
    const Compiled made = declared(
        "fn f(c: cidr, p: protocol, q: ports, a: arn, i: image, v: version) -> bool = c.prefix > 8 and not c.is_ipv6 "
        "and "
        "p.is_all and p.number == 6 and q.from <= q.to and a.service == \"s3\" and i.repository == \"x\" and v.text == "
        "\"1\"");
    CHECK(made.codes() == "");
}

TEST_CASE("the built-in entity Resource") {
    CHECK(body("some x: Resource where x.taggable and x.tags[\"team\"] missing and x.type == \"a\"").codes() == "");
    CHECK(body("some x: Resource where x.tagable").message(DiagnosticKind::unknown_field) ==
          "`Resource` has no field `tagable`; did you mean `taggable`?");
    CHECK(body("some x: Resource where x.properties.Anything == 3").codes() == "");
}

TEST_CASE("a change has before, after and actions") {
    const std::string text =
        "module m\npolicy p \"P\" {\n id A\n severity low\n for c: change of cfn \"AWS::S3::Bucket\"\n";
    CHECK(compiled(text +
                   "when c.before exists and c.after exists\n require c.before.BucketName == c.after.BucketName or "
                   "\"create\" in c.actions\n}\n")
              .codes() == "");
    CHECK(compiled(text + "require c.befor.BucketName exists\n}\n").message(DiagnosticKind::unknown_field) ==
          "`change of cfn \"AWS::S3::Bucket\"` has no field `befor`; did you mean `before`?");
}

TEST_CASE("projection goes through nested lists") {
    const Compiled made = declared(
        "entity A {\n bs: list<B>\n}\nentity B {\n cs: list<C>?\n}\nentity C {\n n: int?\n}\n"
        "fn f(xs: list<A>) -> list<int> = xs[*].bs[*].cs[*].n\n");
    CHECK(made.codes() == "");
    const Expr& outer = made.program.expr(made.program.functions.at(0).body);
    CHECK(outer.op == Op::project);
    const Expr& middle = made.program.expr(outer.children.at(1));
    CHECK(middle.op == Op::project);
    CHECK(made.program.expr(middle.children.at(0)).text == "bs");
    CHECK(made.program.expr(middle.children.at(1)).op == Op::project);
}
