#include <catch2/catch.hpp>
#include <string>

#include "engine/document/dockerfile/words.hpp"

using namespace spile;
using namespace spile::engine::dockerfile;

namespace {

Variable lookup(std::string_view name) {
    if (name == "TAG") return {Variable::State::unknown, {}};
    if (name == "FILE") return {Variable::State::known, "dir/archive.tar.gz"};
    if (name == "EMPTY") return {Variable::State::known, ""};
    return {};
}

std::string whole(std::string_view text) {
    const Result<Expansion> found = expand(text, '\\', lookup);
    return found.ok() ? found.value().whole.text() : "error: " + found.error().message;
}

}  // namespace

TEST_CASE("what nobody knows stays a hole between what is known") {
    const Result<Expansion> found = expand("registry/app:${TAG}-slim", '\\', lookup);
    REQUIRE(found.ok());
    const Expanded& text = found.value().whole;
    REQUIRE(text.pieces.size() == 3);
    CHECK_FALSE(text.known());
    CHECK(text.pieces[0].text == "registry/app:");
    CHECK_FALSE(text.pieces[1].known);
    CHECK(text.pieces[1].text == "TAG");
    CHECK(text.text() == "registry/app:${TAG}-slim");
    CHECK(whole("${TAG:-latest}") == "${TAG}");
    CHECK(whole("${TAG%.*}") == "${TAG}");
    CHECK(whole("${NONE:-$TAG}") == "${TAG}");
}

TEST_CASE("patterns take the shortest or the longest match off either end, and replace") {
    CHECK(whole("${FILE#*/}") == "archive.tar.gz");
    CHECK(whole("${FILE##*.}") == "gz");
    CHECK(whole("${FILE%.*}") == "dir/archive.tar");
    CHECK(whole("${FILE%%.*}") == "dir/archive");
    CHECK(whole("${FILE#nowhere}") == "dir/archive.tar.gz");
    CHECK(whole("${FILE/ar/AR}") == "dir/ARchive.tar.gz");
    CHECK(whole("${FILE//ar/AR}") == "dir/ARchive.tAR.gz");
    CHECK(whole("${FILE/a*e/x}") == "dir/x.tar.gz");
    CHECK(whole("${FILE/?ir\\//}") == "archive.tar.gz");
    CHECK(whole("${FILE#\\q}").starts_with("error: "));
}

TEST_CASE("defaults, alternatives and errors look at whether a value is there, with a colon at whether it is empty") {
    CHECK(whole("${NONE-a}${NONE:-b}") == "ab");
    CHECK(whole("${EMPTY-a}${EMPTY:-b}") == "b");
    CHECK(whole("${EMPTY+a}${EMPTY:+b}") == "a");
    CHECK(whole("${NONE:?give me one}") == "error: NONE: give me one");
    CHECK(whole("${EMPTY:?}") == "error: EMPTY is empty");
    CHECK(whole("${NONE=a}").starts_with("error: `=`"));
}

TEST_CASE("names without a value are told once each, in order") {
    const Result<Expansion> found = expand("$B $A '$C' ${B}", '\\', lookup);
    REQUIRE(found.ok());
    CHECK(found.value().unset == std::vector<std::string>{"B", "A"});
}

TEST_CASE("the escape character is the file's") {
    const Result<Expansion> found = expand("c:\\$FILE `$FILE", '`', lookup);
    REQUIRE(found.ok());
    CHECK(found.value().whole.text() == "c:\\dir/archive.tar.gz $FILE");
}

TEST_CASE("deep and costly substitutions end in an error") {
    std::string deep;
    for (int i = 0; i < 1000; ++i)
        deep += "${X:-";
    CHECK(whole(deep) == "error: substitutions are nested deeper than 64");
    const Variables large = [](std::string_view) {
        return Variable{Variable::State::known, std::string(100'000, 'a')};
    };
    CHECK_FALSE(expand("${X//a*b*c/}", '\\', large).ok());
}
