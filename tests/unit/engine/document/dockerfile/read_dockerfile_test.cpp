#include <catch2/catch.hpp>
#include <string>

#include "engine/document/dockerfile/dockerfile.hpp"

using namespace spile;
using namespace spile::engine::dockerfile;

namespace {

std::string at(std::string_view text, Span span) {
    return std::string(text.substr(span.begin, span.end - span.begin));
}

}  // namespace

TEST_CASE("every part of an instruction knows its place, also over continued lines and comments") {
    const std::string text =
        "FROM debian:12 AS base\n"
        "RUN apt-get update && \\\n"
        "    # for the shop\n"
        "\n"
        "    apt-get install -y curl\n";
    const Dockerfile found = read_dockerfile(text);
    REQUIRE(found.instructions.size() == 2);
    const Instruction& from = found.instructions[0];
    CHECK(at(text, from.words[2].span) == "base");
    const Instruction& run = found.instructions[1];
    CHECK(run.text.text() == "apt-get update &&     apt-get install -y curl");
    const auto curl = static_cast<std::uint32_t>(run.text.text().find("curl"));
    CHECK(at(text, run.text.source_span({curl, curl + 4})) == "curl");
    const auto update = static_cast<std::uint32_t>(run.text.text().find("update"));
    CHECK(at(text, run.text.source_span({update, update + 6})) == "update");
    CHECK(at(text, run.span).starts_with("RUN apt-get"));
    CHECK(at(text, run.span).ends_with("curl"));
    REQUIRE(found.comments.size() == 1);
    CHECK(found.comments[0].text == "for the shop");
    REQUIRE(found.empty_continuations.size() == 1);
}

TEST_CASE("directives are read in front of everything else, and the escape character holds for the file") {
    const std::string text =
        "# syntax=docker/dockerfile:1\n"
        "# Escape = `\n"
        "# check=skip=JSONArgsRecommended;error=true\n"
        "FROM base\n"
        "RUN dir c:\\ && `\n"
        "    echo on\n"
        "# escape=\\\n";
    const Dockerfile found = read_dockerfile(text);
    REQUIRE(found.directives.size() == 3);
    CHECK(found.escape == '`');
    CHECK(at(text, found.directive("check")->value_span) == "skip=JSONArgsRecommended;error=true");
    CHECK(found.instructions[1].text.text() == "dir c:\\ &&     echo on");
    CHECK(found.problems.empty());
    CHECK(found.comments.size() == 1);

    CHECK(read_dockerfile("\n# escape=`\nFROM x").escape == '\\');
    CHECK(read_dockerfile("# a comment\n# escape=`\nFROM x").escape == '\\');
    CHECK(read_dockerfile("# escape=x\nFROM x").problems.size() == 1);
    CHECK(read_dockerfile("# syntax=a\n# syntax=b\nFROM x").problems.size() == 1);
}

TEST_CASE("heredocs are read in order, with quotes and tabs as their words say") {
    const std::string text =
        "FROM base\n"
        "COPY <<first 3<<-\"second\" /etc/\n"
        "one $X\n"
        "first\n"
        "\ttwo\n"
        "\tsecond\n"
        "USER app\n";
    const Dockerfile found = read_dockerfile(text);
    REQUIRE(found.instructions.size() == 3);
    const Instruction& copy = found.instructions[1];
    REQUIRE(copy.heredocs.size() == 2);
    CHECK(copy.heredocs[0].content.text() == "one $X\n");
    CHECK(copy.heredocs[0].expands);
    CHECK(copy.heredocs[1].name == "second");
    CHECK(copy.heredocs[1].descriptor == "3");
    CHECK_FALSE(copy.heredocs[1].expands);
    CHECK(copy.heredocs[1].strips_tabs);
    CHECK(copy.heredocs[1].content.text() == "two\n");
    CHECK(at(text, copy.heredocs[1].content.source_span({0, 3})) == "two");
    CHECK(at(text, copy.heredocs[0].body) == "one $X\n");
    CHECK(found.instructions[2].keyword == "USER");
}

TEST_CASE("a heredoc that does not end is a problem at its word") {
    const std::string text = "FROM base\nRUN <<EOF\necho\n";
    const Dockerfile found = read_dockerfile(text);
    REQUIRE(found.problems.size() == 1);
    CHECK(at(text, found.problems[0].where) == "<<EOF");
}

TEST_CASE("the JSON form holds texts alone, and falls back to words when it is no JSON") {
    const std::string text = "FROM base\nCMD [\"a b\", \"c\\n\"]\nENTRYPOINT ['a']\nSHELL [\"a\", 1]\n";
    const Dockerfile found = read_dockerfile(text);
    CHECK(found.instructions[1].form == Form::json);
    CHECK(found.instructions[1].words[1].text == "c\n");
    CHECK(at(text, found.instructions[1].words[0].span) == "a b");
    CHECK(found.instructions[2].form == Form::text);
    REQUIRE(found.problems.size() == 1);
    CHECK(at(text, found.problems[0].where) == "[\"a\", 1]");
}

TEST_CASE("flags, health checks and deferred instructions are taken apart") {
    const std::string text =
        "FROM --platform=$BUILDPLATFORM base\n"
        "RUN --mount=type=secret,id=\"my key\" --network=none make\n"
        "HEALTHCHECK --interval=5m CMD [\"curl\"]\n"
        "HEALTHCHECK NONE\n"
        "ONBUILD COPY --link . /src\n"
        "RUNN oops\n";
    const Dockerfile found = read_dockerfile(text);
    CHECK(found.instructions[0].flags[0].value == "$BUILDPLATFORM");
    CHECK(found.instructions[1].flags[0].value == "type=secret,id=my key");
    CHECK(at(text, found.instructions[1].flags[1].span) == "--network=none");
    CHECK(found.instructions[1].text.text() == "make");
    CHECK(found.instructions[2].health == "CMD");
    CHECK(found.instructions[2].words[0].text == "curl");
    CHECK(found.instructions[3].health == "NONE");
    const Instruction& nested = found.instructions[4].nested.at(0);
    CHECK(nested.keyword == "COPY");
    CHECK(nested.flags[0].name == "link");
    CHECK_FALSE(nested.flags[0].value.has_value());
    CHECK(at(text, nested.words[1].span) == "/src");
    CHECK_FALSE(found.instructions[5].known);
    CHECK(found.instructions[5].keyword == "RUNN");
}

TEST_CASE("names and values of ENV and LABEL have places of their own, what has no value is a problem") {
    const std::string text = "FROM base\nENV A=1 B=\"x y\" C\nLABEL only value with blanks\nENV lonely\n";
    const Dockerfile found = read_dockerfile(text);
    const Instruction& env = found.instructions[1];
    REQUIRE(env.pairs.size() == 2);
    CHECK(at(text, env.pairs[1].name.span) == "B");
    CHECK(at(text, env.pairs[1].value.span) == "\"x y\"");
    CHECK(found.instructions[2].pairs[0].value.text == "value with blanks");
    REQUIRE(found.problems.size() == 2);
    CHECK(at(text, found.problems[0].where) == "C");
    CHECK(at(text, found.problems[1].where) == "lonely");
}

TEST_CASE("carriage returns, byte order marks and a missing line break at the end change nothing") {
    const Dockerfile found = read_dockerfile(
        "\xef\xbb\xbf"
        "FROM base\r\nRUN a \\\r\n  b\r\nUSER x");
    REQUIRE(found.instructions.size() == 3);
    CHECK(found.instructions[1].text.text() == "a   b");
    CHECK(found.instructions[2].text.text() == "x");
    CHECK(read_dockerfile("").problems.size() == 1);
}
