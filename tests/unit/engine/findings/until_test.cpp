#include "engine/findings/until.hpp"

#include <catch2/catch.hpp>

using namespace spile::engine;

TEST_CASE("a date holds to its last second, a time to its own") {
    CHECK(end_of("1970-01-01") == 86'400);
    CHECK(end_of("2027-03-31") == 1'806'537'600);  // 2027-04-01T00:00:00Z
    CHECK(end_of("1970-01-02T00:00:00Z") == 86'401);
    CHECK(end_of("1970-01-01T01:30Z") == 5'401);
    CHECK(end_of("1970-01-01T01:30:05") == 5'406);
    CHECK(end_of("1970-01-01T02:00:00+02:00") == 1);
    CHECK(end_of("2028-02-29").has_value());
}

TEST_CASE("what is no time ends nothing") {
    for (const char* text : {"", "2027", "2027-13-01", "2027-02-29", "2027-02-30", "2027/02/03", "2027-2-3", "soon",
                             "2027-01-01T24:00Z", "2027-01-01T00:60Z", "2027-01-01T", "2027-01-01x", "-027-01-01"})
        CHECK_FALSE(end_of(text).has_value());
}
