#include "engine/findings/glob.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace spile::engine;

TEST_CASE("a star in a path stops at a slash, two do not") {
    const auto path = [](std::string_view glob, std::string_view text) {
        return glob_match(glob, text, GlobOver::path);
    };
    CHECK(path("stacks/*.yaml", "stacks/a.yaml"));
    CHECK_FALSE(path("stacks/*.yaml", "stacks/b/a.yaml"));
    CHECK(path("stacks/**", "stacks/b/a.yaml"));
    CHECK(path("**/a.yaml", "a.yaml"));
    CHECK(path("**/a.yaml", "x/y/a.yaml"));
    CHECK_FALSE(path("**/a.yaml", "x/ya.yaml"));
    CHECK(path("stacks/**/a.yaml", "stacks/a.yaml"));
    CHECK(path("stacks/**/a.yaml", "stacks/x/y/a.yaml"));
    CHECK_FALSE(path("stacks/**/a.yaml", "stacksa.yaml"));
    CHECK(path("a?c", "abc"));
    CHECK(path("a?c",
               "a\xc3\xb6"
               "c"));
    CHECK_FALSE(path("a?c", "a/c"));
}

TEST_CASE("brackets, braces and backslashes are themselves") {
    CHECK(glob_match("a[b]", "a[b]", GlobOver::path));
    CHECK_FALSE(glob_match("a[b]", "ab", GlobOver::path));
    CHECK(glob_match("{a,b}\\", "{a,b}\\", GlobOver::name));
}

TEST_CASE("in names a star crosses slashes and the whole name must match") {
    CHECK(glob_match("kics:*", "kics:cloudFormation/aws/x", GlobOver::name));
    CHECK(glob_match("ORG-S3-*", "ORG-S3-001", GlobOver::name));
    CHECK_FALSE(glob_match("ORG-S3", "ORG-S3-001", GlobOver::name));
    CHECK_FALSE(glob_match("org-s3-*", "ORG-S3-001", GlobOver::name));
    CHECK(glob_match("", "", GlobOver::name));
    CHECK_FALSE(glob_match("", "x", GlobOver::name));
}

TEST_CASE("a hostile glob ends soon") {
    std::string glob;
    for (int i = 0; i < 200; ++i)
        glob += "*a";
    CHECK_FALSE(glob_match(glob + "b", std::string(2'000, 'a'), GlobOver::path));
}
