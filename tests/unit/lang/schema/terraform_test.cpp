// The published types of Terraform's AWS provider: that the data is whole, says what is known of it, and is told apart
// from other tools' types.
#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>
#include <string>

#include "lang/schema/by_tool.hpp"

using namespace spile::schema;

static std::string read(const std::string& name) {
    std::ifstream in(std::string(SPILE_SOURCE_DIR "/stdlib/schema/") + name, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

namespace {
struct Published {
    std::string cloudformation = read("cloudformation.txt");
    std::string terraform = read("terraform_aws.txt");
    std::string dockerfile = read("dockerfile.txt");
    Schema schema{{cloudformation, terraform, dockerfile}};

    [[nodiscard]] const ResourceType& tf(std::string_view type) const {
        const ResourceType* found = find_type(schema, "tf", type);
        REQUIRE(found != nullptr);
        return *found;
    }
};
}  // namespace

TEST_CASE("every type of the AWS provider is there and parses") {
    const std::string text = read("terraform_aws.txt");
    const Schema schema({text});
    const auto names = schema.type_names();
    const auto data = std::count_if(names.begin(), names.end(), [](auto name) { return name.starts_with("data."); });
    CHECK(data == 631);
    CHECK(names.size() == 631 + 1601);
    for (const std::string_view name : names) {
        CAPTURE(name);
        const ResourceType* type = schema.find(name);
        REQUIRE(type != nullptr);
        CHECK(type->name == name);
        CHECK(!type->properties.empty());
    }
}

TEST_CASE("attributes of a Terraform type say their type and who gives the value") {
    const Published published;
    const ResourceType& bucket = published.tf("aws_s3_bucket");
    CHECK(bucket.find("bucket")->computed == Computed::unless_given);
    CHECK(bucket.find("arn")->computed == Computed::always);
    CHECK(bucket.find("force_destroy")->computed == Computed::no);
    CHECK(bucket.find("force_destroy")->type.kind == TypeKind::boolean);
    CHECK(published.tf("aws_iam_role").find("assume_role_policy")->required);
    CHECK(published.tf("aws_db_instance").find("backup_retention_period")->type.kind == TypeKind::number);
    CHECK(bucket.find("bucket_name") == nullptr);
}

TEST_CASE("nested blocks of a Terraform type are lists, sets or records, with a limit of one where there is one") {
    const Published published;
    const ResourceType& bucket = published.tf("aws_s3_bucket");
    const TypeRef& versioning = bucket.find("versioning")->type;
    REQUIRE(versioning.kind == TypeKind::list);
    CHECK(versioning.at_most_one);
    CHECK(versioning.element().record->find("mfa_delete")->type.kind == TypeKind::boolean);
    const TypeRef& rules = bucket.find("cors_rule")->type;
    REQUIRE(rules.kind == TypeKind::list);
    CHECK_FALSE(rules.at_most_one);
    CHECK(rules.element().record->find("allowed_methods")->required);
    CHECK(bucket.find("timeouts")->type.kind == TypeKind::record);

    const TypeRef& ingress = published.tf("aws_security_group").find("ingress")->type;
    REQUIRE(ingress.kind == TypeKind::set);
    CHECK(ingress.element().record->find("security_groups")->type.kind == TypeKind::set);
    CHECK(ingress.element().record->find("cidr_blocks")->type.kind == TypeKind::list);
    // What the bindings leave open (a statement may hold itself) is anything.
    const TypeRef& rule = published.tf("aws_wafv2_web_acl").find("rule")->type;
    CHECK(rule.element().record->find("statement")->type.kind == TypeKind::json);
}

TEST_CASE("blocks of one name and different content are told apart by their path") {
    const Published published;
    const ResourceType& bucket = published.tf("aws_s3_bucket");
    const Record* lock = bucket.find_record("object_lock_configuration.rule");
    REQUIRE(lock != nullptr);
    CHECK(lock->find("default_retention") != nullptr);
    const TypeRef& encryption = bucket.find("server_side_encryption_configuration")->type;
    CHECK(encryption.element().record->find("rule")->type.element().record->find("bucket_key_enabled") != nullptr);
}

TEST_CASE("what the newer provider has dropped is known of the older one, and asked of nobody") {
    const Published published;
    CHECK(published.tf("aws_opsworks_stack").find("name")->required);
    const Property* logging = published.tf("aws_redshift_cluster").find("logging");
    REQUIRE(logging != nullptr);
    CHECK_FALSE(logging->required);
    CHECK(logging->type.element().record->find("bucket_name") != nullptr);
}

TEST_CASE("tags of Terraform types: a map, but for AutoScaling's") {
    const Published published;
    CHECK(published.tf("aws_s3_bucket").tag_property == "tags");
    CHECK(published.tf("aws_s3_bucket").tag_shape == TagShape::map);
    CHECK(published.tf("aws_autoscaling_group").tag_property == "tag");
    CHECK(published.tf("aws_autoscaling_group").tag_shape == TagShape::autoscaling);
    CHECK(published.tf("aws_s3_bucket_policy").tag_property.empty());
    CHECK(published.tf("aws_autoscaling_group_tag").tag_property.empty());
}

TEST_CASE("a data source stands beside the resource of the same name") {
    const Published published;
    const ResourceType& resource = published.tf("aws_s3_bucket");
    const ResourceType& source = published.tf("data.aws_s3_bucket");
    CHECK(resource.name == "aws_s3_bucket");
    CHECK(source.name == "data.aws_s3_bucket");
    CHECK(source.find("website_endpoint")->computed == Computed::always);
    CHECK(source.find("force_destroy") == nullptr);
    CHECK(find_type(published.schema, "tf", "aws_iam_policy_document") == nullptr);
}

TEST_CASE("types belong to one tool, and of Terraform only the AWS provider is known") {
    const Published published;
    CHECK(find_type(published.schema, "cfn", "aws_s3_bucket") == nullptr);
    CHECK(find_type(published.schema, "cfn", "AWS::S3::Bucket") != nullptr);
    CHECK(find_type(published.schema, "tf", "AWS::S3::Bucket") == nullptr);
    CHECK(find_type(published.schema, "docker", "RUN") != nullptr);
    CHECK(find_type(published.schema, "cfn", "Dockerfile::RUN") == nullptr);
    CHECK(find_type(published.schema, "cfn", "Custom::Thing")->open);
    CHECK(is_covered("tf", "aws_s3_bucket"));
    CHECK(is_covered("tf", "data.aws_ami"));
    CHECK_FALSE(is_covered("tf", "google_storage_bucket"));
    CHECK_FALSE(is_covered("tf", "data.http"));
    CHECK_FALSE(is_covered("json", "*"));
    CHECK(is_covered("cfn", "Anything"));
    const auto terraform = type_names(published.schema, "tf");
    CHECK(std::binary_search(terraform.begin(), terraform.end(), "aws_s3_bucket"));
    CHECK(std::binary_search(terraform.begin(), terraform.end(), "data.aws_iam_policy_document"));
    CHECK_FALSE(std::binary_search(terraform.begin(), terraform.end(), "AWS::S3::Bucket"));
    CHECK(nearest_type(published.schema, "tf", "aws_s3_bukcet") == "; did you mean `aws_s3_bucket`?");
    CHECK(nearest_type(published.schema, "tf", "aws_iam_policy_document") ==
          "; did you mean `data.aws_iam_policy_document`?");
    CHECK(nearest_type(published.schema, "cfn", "AWS::S3::Bukcet") == "; did you mean `AWS::S3::Bucket`?");
    CHECK(nearest_type(published.schema, "tf", "aws_nothing_like_it_at_all").empty());
    const auto docker = type_names(published.schema, "docker");
    CHECK(std::binary_search(docker.begin(), docker.end(), "RUN"));
}
