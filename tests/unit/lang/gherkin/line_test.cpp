#include "lang/gherkin/line.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace spile::gherkin;

TEST_CASE("lines end with a line feed, with or without carriage return, and a blank last one is none") {
    const auto lines = split_lines("one\r\ntwo\n\n  ");
    REQUIRE(lines.size() == 3);
    CHECK(lines[0].text == "one");
    CHECK(lines[1].text == "two");
    CHECK(lines[2].text.empty());
    CHECK(lines[2].number == 3);
    CHECK(split_lines("").empty());
    CHECK(split_lines("one\r").at(0).text == "one\r");  // no line end
}

TEST_CASE("a byte order mark is not part of the first line") {
    const auto lines = split_lines("\uFEFF  one");
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].text == "  one");
    CHECK(lines[0].indent == 2);
}

TEST_CASE("an indent counts characters, also blanks of several bytes") {
    const auto lines = split_lines("\t\u00A0\u3000one");
    CHECK(lines.at(0).indent == 3);
    CHECK(lines.at(0).trimmed == "one");
    CHECK(without_indent(lines.at(0), 2) == "\u3000one");
    CHECK(without_indent(lines.at(0), 9) == "one");
}

TEST_CASE("trimming takes every blank and no half of a character") {
    CHECK(trim(" \v\u2003one\u2028\uFEFF ") == "one");
    CHECK(trim("\u00E9 \u00E9") == "\u00E9 \u00E9");
    CHECK(trim_right("one\xA0") == "one\xA0");  // a lone continuation byte is no blank
    CHECK(trim(std::string("\0 x \0", 5)) == std::string("\0 x \0", 5));
    CHECK(trim(" \t ").empty());
}

TEST_CASE("characters are code points") {
    CHECK(count_characters("a\u00E9\u20AC\U0001F600") == 4);
    CHECK(count_characters("\x80\x80") == 0);
}
