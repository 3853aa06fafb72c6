// The lookup library over the committed data: that the data is whole, and that broken data does not go unnoticed.
#include "lang/schema/schema.hpp"

#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>
#include <string>

using namespace spile::schema;

static std::string read(const std::string& name) {
    std::ifstream in(std::string(SPILE_SOURCE_DIR "/stdlib/schema/") + name, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

namespace {
struct Published {
    std::string sam = read("sam.txt");
    std::string cloudformation = read("cloudformation.txt");
    std::string terraform = read("terraform_aws.txt");
    Schema schema{{sam, cloudformation, terraform}};
};
}  // namespace

// The property at a dotted path, through lists, maps and unions; null when there is none.
static const Property* at_path(std::span<const Property> properties, std::string_view path);

static const Property* at_path(const TypeRef& type, std::string_view path) {
    if (type.kind == TypeKind::record) return at_path(type.record->properties, path);
    for (const TypeRef& member : type.members()) {
        if (const Property* found = at_path(member, path)) return found;
    }
    return nullptr;
}

static const Property* at_path(std::span<const Property> properties, std::string_view path) {
    const std::size_t dot = path.find('.');
    for (const Property& property : properties) {
        if (property.name != path.substr(0, dot)) continue;
        return dot == path.npos ? &property : at_path(property.type, path.substr(dot + 1));
    }
    return nullptr;
}

// A whole data file with one type of these lines.
static std::string with_lines(const std::string& lines) {
    return "# spile schema 1, test\n=A::B::C\n" + lines + "\n";
}

static std::string failure_of(const std::string& lines) {
    const std::string text = with_lines(lines);
    const Schema schema({text});
    try {
        static_cast<void>(schema.find("A::B::C"));
    } catch (const MalformedSchema& error) {
        return error.what();
    }
    return "no failure";
}

TEST_CASE("every published type is there and parses") {
    const Published published;
    const auto names = published.schema.type_names();
    CHECK(names.size() >= 1828);
    for (const std::string_view name : names) {
        CAPTURE(name);
        const ResourceType* type = published.schema.find(name);
        REQUIRE(type != nullptr);
        CHECK(type->name == name);
    }
    CHECK(published.schema.parsed_count() == names.size());
}

TEST_CASE("a look-up parses the type asked for and no other") {
    const Published published;
    CHECK(published.schema.find("AWS::S3::Bucket") == published.schema.find("AWS::S3::Bucket"));
    CHECK(published.schema.parsed_count() == 1);

    const std::string text = "# spile schema 1, test\n=A\nbroken\n=B\n-Name\n=C\nbroken\n";
    const Schema schema({text});
    REQUIRE(schema.find("B") != nullptr);
    CHECK(schema.find("B")->find("Name") != nullptr);
    CHECK_THROWS_AS(schema.find("A"), MalformedSchema);
    CHECK_THROWS_AS(schema.find("C"), MalformedSchema);
}

TEST_CASE("a bucket's properties, nested definitions and identity are known") {
    const Published published;
    const ResourceType* bucket = published.schema.find("AWS::S3::Bucket");
    REQUIRE(bucket != nullptr);
    CHECK(bucket->tag_property == "Tags");
    CHECK(bucket->tag_shape == TagShape::list);
    CHECK_FALSE(bucket->open);
    REQUIRE(bucket->primary_identifier.size() == 1);
    CHECK(bucket->primary_identifier[0] == "BucketName");
    CHECK(bucket->ref_identifier[0] == "BucketName");

    const Property* rules = at_path(bucket->properties, "BucketEncryption.ServerSideEncryptionConfiguration");
    REQUIRE(rules != nullptr);
    CHECK(rules->required);
    REQUIRE(rules->type.kind == TypeKind::list);
    REQUIRE(rules->type.element().kind == TypeKind::record);
    CHECK(rules->type.element().record->name == "ServerSideEncryptionRule");
    CHECK(rules->type.element().record->find("BucketKeyEnabled")->type.kind == TypeKind::boolean);
    CHECK(bucket->find_record("ServerSideEncryptionRule") == rules->type.element().record);

    const auto access = bucket->find("AccessControl")->allowed();
    CHECK(std::find(access.begin(), access.end(), "PublicRead") != access.end());
    const Property* tags = bucket->find("Tags");
    CHECK(tags->type.element().record->find("Key")->required);
}

TEST_CASE("what is not there is not found") {
    const Published published;
    CHECK(published.schema.find("AWS::S3::Bucke") == nullptr);
    CHECK(published.schema.find("AWS::S3::Buckets") == nullptr);
    CHECK(published.schema.find("aws::s3::bucket") == nullptr);
    CHECK(published.schema.find("") == nullptr);
    CHECK(published.schema.find("A") == nullptr);
    CHECK(published.schema.find("zzz") == nullptr);
    const ResourceType* bucket = published.schema.find("AWS::S3::Bucket");
    CHECK(bucket->find("BucketEncription") == nullptr);
    CHECK(bucket->find("bucketName") == nullptr);
    CHECK(bucket->find("") == nullptr);
    CHECK(bucket->find_record("Nothing") == nullptr);
    CHECK(bucket->find_attribute("Arns") == nullptr);
}

TEST_CASE("a definition may lead back to itself") {
    const Published published;
    const ResourceType* acl = published.schema.find("AWS::WAFv2::WebACL");
    const Record* statement = acl->find_record("Statement");
    REQUIRE(statement != nullptr);
    const Property* inner = at_path(statement->properties, "NotStatement.Statement");
    REQUIRE(inner != nullptr);
    CHECK(inner->type.record == statement);
    CHECK(
        at_path(acl->properties, "Rules.Statement.AndStatement.Statements.OrStatement.Statements.ByteMatchStatement"));
}

TEST_CASE("GetAtt attributes have types, dotted names and, for stacks, the template's own outputs") {
    const Published published;
    CHECK(published.schema.find("AWS::S3::Bucket")->find_attribute("Arn")->type.kind == TypeKind::string);
    const ResourceType* database = published.schema.find("AWS::RDS::DBInstance");
    CHECK(database->find_attribute("Endpoint.Address") != nullptr);
    CHECK(database->find_attribute("Endpoint.Addres") == nullptr);
    const ResourceType* stack = published.schema.find("AWS::CloudFormation::Stack");
    CHECK(stack->find_attribute("Outputs.VpcId") != nullptr);
    CHECK(stack->find_attribute("Outputs.") == nullptr);
    CHECK(stack->find_attribute("Output") == nullptr);
}

TEST_CASE("defaults, unions and maps are kept") {
    const Published published;
    const Property* retention =
        at_path(published.schema.find("AWS::Lambda::Function")->properties, "DurableConfig.RetentionPeriodInDays");
    REQUIRE(retention != nullptr);
    CHECK(retention->default_value == "14");
    CHECK_FALSE(published.schema.find("AWS::S3::Bucket")->find("BucketName")->default_value.has_value());

    const ResourceType* machine = published.schema.find("AWS::StepFunctions::StateMachine");
    const TypeRef& substitutions = machine->find("DefinitionSubstitutions")->type;
    REQUIRE(substitutions.kind == TypeKind::map);
    REQUIRE(substitutions.element().kind == TypeKind::union_of);
    REQUIRE(substitutions.element().members().size() == 3);
    CHECK(substitutions.element().members()[1].kind == TypeKind::integer);
}

TEST_CASE("custom resources are open, others are not") {
    const Published published;
    const ResourceType* custom = published.schema.find("Custom::MyThing");
    REQUIRE(custom != nullptr);
    CHECK(custom->open);
    CHECK(custom->find("ServiceToken")->required);
    CHECK(published.schema.find("Custom::Other") == custom);
    CHECK(published.schema.find("AWS::CloudFormation::CustomResource")->open);
    for (const std::string_view name : published.schema.type_names()) {
        if (published.schema.find(name)->open) CHECK(name.find("Custom") != name.npos);
    }
}

TEST_CASE("serverless types come from the supplement") {
    const Published published;
    const ResourceType* function = published.schema.find("AWS::Serverless::Function");
    REQUIRE(function != nullptr);
    CHECK(function->find("FunctionUrlConfig")->type.record->find("AuthType")->required);
    CHECK(function->find("Policies")->type.members().size() == 3);
    CHECK(function->tag_shape == TagShape::map);
    for (const char* name :
         {"Api", "Application", "Connector", "GraphQLApi", "HttpApi", "LayerVersion", "SimpleTable", "StateMachine"}) {
        CAPTURE(name);
        CHECK(published.schema.find(std::string("AWS::Serverless::") + name) != nullptr);
    }
}

TEST_CASE("a type known to two texts comes from the earlier") {
    const std::string first = with_lines("-One");
    const std::string second = with_lines("-Two");
    const Schema schema({first, second});
    CHECK(schema.type_names() == std::vector<std::string_view>{"A::B::C"});
    CHECK(schema.find("A::B::C")->find("One") != nullptr);
    CHECK(schema.find("A::B::C")->find("Two") == nullptr);
}

TEST_CASE("each listed policy document is a property of the published type") {
    const Published published;
    for (const auto& [type, path] : iam_policy_documents()) {
        CAPTURE(type, path);
        const ResourceType* found = published.schema.find(type);
        REQUIRE(found != nullptr);
        const Property* property = at_path(found->properties, path);
        REQUIRE(property != nullptr);
        CHECK(property->type.kind != TypeKind::record);
    }
    CHECK(is_iam_policy_document("AWS::IAM::Role", "AssumeRolePolicyDocument"));
    CHECK(is_iam_policy_document("AWS::IAM::Role", "Policies.PolicyDocument"));
    CHECK_FALSE(is_iam_policy_document("AWS::IAM::Role", "Policies"));
    CHECK_FALSE(is_iam_policy_document("AWS::SQS::Queue", "RedrivePolicy"));
    CHECK(is_iam_policy_document("aws_iam_role", "assume_role_policy"));
    CHECK(is_iam_policy_document("aws_iam_role", "inline_policy.policy"));
    CHECK(is_iam_policy_document("aws_kms_key", "policy"));
    CHECK(is_iam_policy_document("aws_opensearch_domain", "access_policies"));
    CHECK_FALSE(is_iam_policy_document("aws_iam_role", "inline_policy"));
    CHECK_FALSE(is_iam_policy_document("aws_sqs_queue", "redrive_policy"));
}

TEST_CASE("a malformed line is a failure that names the line") {
    CHECK(failure_of("-Name x") == "schema data, line 3: unknown type: `-Name x`");
    CHECK(failure_of("-A\n-B [s") == "schema data, line 4: a list, set or map without an end: `-B [s`");
    CHECK(failure_of("-A <s]") == "schema data, line 3: a list, set or map without an end: `-A <s]`");
    CHECK(failure_of("-A (s]") == "schema data, line 3: a list, set or map without an end: `-A (s]`");
    CHECK(failure_of("-A [s]2") == "schema data, line 3: unexpected text after a property: `-A [s]2`");
    CHECK(failure_of("-A~^") == "schema data, line 3: a space must come before the type: `-A~^`");
    CHECK(failure_of("-A {Gone}") == "schema data, line 3: no such type definition: `-A {Gone}`");
    CHECK(failure_of("-A {Gone") == "schema data, line 3: a definition's name without an end: `-A {Gone`");
    CHECK(failure_of("-A s(b|c") == "schema data, line 3: allowed values without an end: `-A s(b|c`");
    CHECK(failure_of("-A s|") == "schema data, line 3: a type is missing: `-A s|`");
    CHECK(failure_of("-A i more") == "schema data, line 3: unexpected text after a property: `-A i more`");
    CHECK(failure_of("-A!i") == "schema data, line 3: a space must come before the type: `-A!i`");
    CHECK(failure_of("@A i =1") == "schema data, line 3: unexpected text after an attribute: `@A i =1`");
    CHECK(failure_of("-B\n-A") == "schema data, line 4: names are not in ascending order: `-A`");
    CHECK(failure_of("-A\n-A") == "schema data, line 4: names are not in ascending order: `-A`");
    CHECK(failure_of("-A\n@B") == "schema data, line 4: unexpected line: `@B`");
    CHECK(failure_of(":R\n-B\n:Q\n-A") == "schema data, line 5: names are not in ascending order: `:Q`");
    CHECK(failure_of("-") == "schema data, line 3: a line without a name: `-`");
    CHECK(failure_of(":") == "schema data, line 3: a type definition without a name: `:`");
    CHECK(failure_of(".what ever") == "schema data, line 3: unknown key: `.what ever`");
    CHECK(failure_of(".tags Tags odd") == "schema data, line 3: unknown way of tagging: `.tags Tags odd`");
    CHECK(failure_of("-A " + std::string(40, '[')).find("nested too deeply") != std::string::npos);
    CHECK(failure_of("-A {}\n:A\n-B b =true") == "no failure");
}

TEST_CASE("a text that is not a schema, or not sorted, is a failure") {
    CHECK_THROWS_AS(Schema({std::string_view("")}), MalformedSchema);
    CHECK_THROWS_AS(Schema({std::string_view("# spile schema 2, test\n")}), MalformedSchema);
    CHECK_THROWS_AS(Schema({std::string_view("# spile schema 1, test\n=A")}), MalformedSchema);
    const Schema unsorted({std::string_view("# spile schema 1, test\n=B\n=A\n")});
    CHECK_THROWS_AS(unsorted.type_names(), MalformedSchema);
    const Schema empty({std::string_view("# spile schema 1, test\n")});
    CHECK(empty.type_names().empty());
    CHECK(empty.find("A") == nullptr);
}
