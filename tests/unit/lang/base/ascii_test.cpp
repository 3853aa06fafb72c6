#include "lang/base/ascii.hpp"

#include <catch2/catch.hpp>

using namespace spile;

TEST_CASE("case is changed for ASCII letters and nothing else") {
    // The neighbours of both ranges of letters, a digit, and bytes that are letters in some locale.
    CHECK(lower_case("@AZ[`az{0\xc3\x84") == "@az[`az{0\xc3\x84");
    CHECK(upper_case("@AZ[`az{0\xc3\xa4") == "@AZ[`AZ{0\xc3\xa4");
    CHECK(lower_case("") == "");
    for (int code = 0; code < 256; ++code) {
        const auto c = static_cast<char>(code);
        const bool upper = code >= 'A' && code <= 'Z';
        const bool lower = code >= 'a' && code <= 'z';
        CHECK(lower_case(c) == (upper ? static_cast<char>(code + 32) : c));
        CHECK(upper_case(c) == (lower ? static_cast<char>(code - 32) : c));
    }
}

TEST_CASE("texts are compared without regard to case over their whole length") {
    CHECK(same_but_for_case("TrUe", "tRuE"));
    CHECK(same_but_for_case("", ""));
    CHECK_FALSE(same_but_for_case("true", "truer"));
    CHECK_FALSE(same_but_for_case("[", "{"));
}
