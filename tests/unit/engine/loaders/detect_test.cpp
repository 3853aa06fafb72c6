#include "engine/loaders/detect.hpp"

#include <catch2/catch.hpp>

#include "engine/loaders/top_level.hpp"

using namespace spile::engine;

namespace {

std::string kind(std::string_view path, std::string_view text) {
    const auto found = detect_input(path, text);
    return found ? std::string(word(found->kind)) + (found->format == Format::json ? " json" : " yaml") : "none";
}

}  // namespace

TEST_CASE("files are told apart by name and content") {
    CHECK(kind("a/Dockerfile", "") == "dockerfile yaml");
    CHECK(kind("Dockerfile.prod", "") == "dockerfile yaml");
    CHECK(kind("app.dockerfile", "") == "dockerfile yaml");
    CHECK(kind("Dockerfile.dockerignore", "") == "none");
    CHECK(kind("a/compose.yaml", "services:\n  web: {image: x}\n") == "yaml yaml");
    CHECK(kind("t.yaml", "AWSTemplateFormatVersion: '2010-09-09'\n") == "cfn yaml");
    CHECK(kind("t.yml", "Resources:\n  A:\n    Type: AWS::S3::Bucket\n") == "cfn yaml");
    CHECK(kind("t.template", "{\"Resources\": {\"A\": {\"Type\": \"AWS::S3::Bucket\"}}}") == "cfn json");
    CHECK(kind("t.yaml", "Transform: AWS::Serverless-2016-10-31\n") == "cfn yaml");
    CHECK(kind("p.json", R"({"format_version": "1.2", "planned_values": {}})") == "tfplan json");
    CHECK(kind("s.tfstate", R"({"version": 4, "terraform_version": "1.0", "lineage": "x"})") == "tfstate json");
    CHECK(kind("s.json", R"({"format_version": "1.0", "terraform_version": "1.0", "values": {}})") == "tfstate json");
    CHECK(kind("p.json", R"({"plan_format_version": "1.1", "resource_changes": []})") == "tfplan json");
    CHECK(kind("m.json", "{\"@level\": \"info\", \"@message\": \"x\"}\n{\"@level\": \"info\"}\n") == "tfplan json");
    CHECK(kind("x.yaml", "a: 1\n") == "none");
    CHECK(kind("x.json", R"({"a": {"Resources": 1}})") == "none");
    CHECK(kind("x.txt", "AWSTemplateFormatVersion: '2010-09-09'\n") == "none");
}

TEST_CASE("top-level keys are found in broken texts, too") {
    using Keys = std::vector<std::string_view>;
    CHECK(top_level_keys(R"({"a": {"b": 1}, "c\"": [{"d": 2}], "e": )", Format::json) == Keys{"a", "c\\\"", "e"});
    CHECK(top_level_keys("a: 1\n  b: 2\n'c': 3\n# d: 4\n- e: 5\nf\n", Format::yaml) == Keys{"a", "c"});
    CHECK(top_level_keys("\"", Format::json).empty());
}

TEST_CASE("the words of --as") {
    CHECK(input_kind("cfn") == InputKind::cfn);
    CHECK(input_kind("tfstate") == InputKind::tfstate);
    CHECK_FALSE(input_kind("CFN").has_value());
}
