#include "engine/scenario/names.hpp"

#include <catch2/catch.hpp>

using namespace spile::engine;            // NOLINT(google-build-using-namespace): a test
using namespace spile::engine::scenario;  // NOLINT(google-build-using-namespace)

TEST_CASE("a resource of a step is read into document, name and key") {
    const auto read = [](const char* text) {
        const ResourceName name = parse_resource(text);
        return name.document + "|" + name.name + "|" + (name.keyed ? name.key : "-");
    };
    CHECK(read("Logs") == "|Logs|-");
    CHECK(read("Resources.Logs") == "|Resources.Logs|-");
    CHECK(read("site.yaml:Logs") == "site.yaml|Logs|-");
    CHECK(read("a/b.yaml:Role[root]") == "a/b.yaml|Role|root");
    CHECK(read("Role[]") == "|Role|");
    CHECK(read("Role[a:b]") == "|Role|a:b");
    CHECK(read("Resources.Child/Resources.Fn::Logs") == "|Resources.Child/Resources.Fn::Logs|-");
}

TEST_CASE(
    "a resource name means a subject by name or address, in any document unless one is named, with any key unless one "
    "is given") {
    const auto means = [](const char* text) {
        return names(parse_resource(text), "stacks/site.yaml", "Role", "Resources.Role", "root");
    };
    CHECK(means("Role"));
    CHECK(means("Resources.Role"));
    CHECK(means("Role[root]"));
    CHECK(means("site.yaml:Role"));
    CHECK(means("stacks/site.yaml:Role[root]"));
    CHECK_FALSE(means("Rol"));
    CHECK_FALSE(means("Role[read]"));
    CHECK_FALSE(means("other.yaml:Role"));
    CHECK_FALSE(means("ite.yaml:Role"));
}

TEST_CASE("brackets at the end of a name are the key of a view's each, or that of a Terraform instance") {
    const auto means = [](const char* text, const char* address, const char* key) {
        return names(parse_resource(text), "plan.json", address, address, key);
    };
    CHECK(means("aws_x.y[0]", "aws_x.y[0]", ""));
    CHECK(means("aws_x.y[0]", "aws_x.y[0]", "any"));
    CHECK(means("aws_x.y[0]", "aws_x.y", "0"));
    CHECK_FALSE(means("aws_x.y[0]", "aws_x.y", "1"));
    CHECK_FALSE(means("aws_x.y", "aws_x.y[0]", ""));
    CHECK(means("aws_x.y[0][rule]", "aws_x.y[0]", "rule"));
    CHECK_FALSE(means("aws_x.y[0][rule]", "aws_x.y[0]", "other"));
    CHECK(means(R"(plan.json:module.a["x:y"].aws_x.y["a b"])", R"(module.a["x:y"].aws_x.y["a b"])", ""));
    CHECK(parse_resource(R"(module.a["x:y"].aws_x.y)").document.empty());
}

TEST_CASE("a path of a step is keys and positions, and is written as it was read") {
    for (const char* text :
         {"Logs", "Logs.Properties.Tags[0].Value", "A[0][12]", R"(Logs.Metadata."a.b"."x y")", R"(A."say \"x\"")"}) {
        const auto path = parse_path(text);
        REQUIRE(path.ok());
        CHECK(path_text(path.value()) == text);
    }
    for (const char* text :
         {"", ".", "A.", ".A", "A..B", "A[", "A[x]", "A[-1]", "[0]", "A b", R"(A."b)", "A[99999999999]"})
        CHECK_FALSE(parse_path(text).ok());
}

TEST_CASE("a path is the JSON pointer of its place, and back") {
    const auto path = parse_path(R"(Resources.Logs.Properties.Tags[0]."a/b~c")");
    REQUIRE(path.ok());
    CHECK(pointer_of(path.value()) == "/Resources/Logs/Properties/Tags/0/a~1b~0c");
    CHECK(path_of_pointer(pointer_of(path.value())) == "Logs.Properties.Tags[0].a/b~c");
    CHECK(path_of_pointer("/Parameters/Stage") == "Parameters.Stage");
    CHECK(path_of_pointer("/Resources") == "Resources");
}

TEST_CASE("the worlds of a finding read as in a report") {
    CHECK(when_text({}) == "always");
    CHECK(when_text({{"IsProd", "false", true}, {"Env", "dev", false}}) == "IsProd is false and Env is dev");
}
