#include "engine/document/dockerfile/ignore.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using namespace spile::engine::dockerfile;

namespace {

/// The pattern that leaves a path out, empty when none does.
std::string excluding(const std::string& text, const std::string& path) {
    const IgnoreFile ignore(text);
    const IgnorePattern* found = ignore.excludes(path);
    return found == nullptr ? "" : found->text;
}

}  // namespace

TEST_CASE("a pattern leaves out what it matches and all below it") {
    CHECK(excluding("build\n", "build") == "build");
    CHECK(excluding("build\n", "build/out/a") == "build");
    CHECK(excluding("build\n", "src/build").empty());
    CHECK(excluding("/build/\n", "./build") == "build");
    CHECK(excluding("a/../build/./x\n", "build/x") == "build/x");
    CHECK(excluding("build\n", "").empty());
    CHECK(excluding("*\n", ".").empty());
    CHECK(excluding("*\n", "a/b") == "*");
}

TEST_CASE("stars, question marks and classes are those of file names") {
    CHECK(excluding("*.log\n", "a.log") == "*.log");
    CHECK(excluding("*.log\n", "a/b.log").empty());
    CHECK(excluding("*/*.log\n", "a/b.log") == "*/*.log");
    CHECK(excluding("**/*.log\n", "a.log") == "**/*.log");
    CHECK(excluding("**/*.log\n", "a/b/c.log") == "**/*.log");
    CHECK(excluding("a/**/z\n", "a/z") == "a/**/z");
    CHECK(excluding("a/**/z\n", "a/b/c/z") == "a/**/z");
    CHECK(excluding("a/**\n", "a/b/c") == "a/**");
    CHECK(excluding("a?\n", "ab") == "a?");
    CHECK(excluding("a?\n", "a/").empty());
    CHECK(excluding("[a-c]x\n", "bx") == "[a-c]x");
    CHECK(excluding("[^a-c]x\n", "bx").empty());
    CHECK(excluding("a.b\n", "axb").empty());
    CHECK(excluding("\\*\n", "*") == "\\*");
    CHECK(excluding("\\*\n", "a").empty());
    CHECK(excluding("a$(b)\n", "a$(b)") == "a$(b)");
    CHECK(excluding("\xC3\xA4*\n", "\xC3\xA4x") == "\xC3\xA4*");
}

TEST_CASE("the last pattern that matches decides, and ! takes back in") {
    CHECK(excluding("docs\n!docs/README.md\n", "docs/README.md").empty());
    CHECK(excluding("docs\n!docs/README.md\n", "docs/a") == "docs");
    CHECK(excluding("!docs\ndocs\n", "docs") == "docs");
    CHECK(excluding("*\n! src\nsrc/*.tmp\n", "src/a.tmp") == "src/*.tmp");
}

TEST_CASE("comments, blank lines, carriage returns and a byte order mark are no patterns") {
    const IgnoreFile ignore("\xEF\xBB\xBF# a\r\n\r\n  b  \r\n#c\n .\n");
    REQUIRE(ignore.patterns().size() == 1);
    CHECK(ignore.patterns()[0].text == "b");
    CHECK(ignore.patterns()[0].span == spile::Span{12, 13});
    CHECK(excluding("  # x\n", "# x") == "# x");
}

TEST_CASE("what Docker refuses is a problem, and the other lines count") {
    const IgnoreFile ignore("!\n[a\nb\\\nc\n[\n");
    REQUIRE(ignore.problems().size() == 4);
    CHECK(ignore.problems()[0].message == "`!` takes a pattern back in, and there is none");
    CHECK(ignore.problems()[1].where == spile::Span{2, 4});
    REQUIRE(ignore.patterns().size() == 1);
    CHECK(ignore.excludes("c") != nullptr);
}
