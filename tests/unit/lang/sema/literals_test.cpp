#include "lang/sema/literals.hpp"

#include <catch2/catch.hpp>

using namespace spile::lang::sema;

TEST_CASE("address ranges") {
    for (const char* good : {"10.0.0.0/8", "0.0.0.0/0", "10.1.2.3", "::/0", "fe80::1", "2001:db8::/32"})
        CHECK(is_cidr(good));
    for (const char* bad :
         {"", "10.0.0", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/", "::/129", "256.0.0.1", "a.b.c.d", "10.0.0.0/8 "})
        CHECK_FALSE(is_cidr(bad));
}

TEST_CASE("dates and times") {
    for (const char* good :
         {"2027-03-31", "2024-02-29", "2027-03-31T10:00Z", "2027-03-31T10:00:00Z", "2027-03-31T10:00:00.5+02:00"})
        CHECK(is_time(good));
    for (const char* bad : {"", "2027-02-29", "2027-13-01", "2027-3-1", "2027-03-31T", "2027-03-31T25:00",
                            "2027-03-31T10:00:00.Z", "2027-03-31 10:00", "2027-03-31T10:00:00X"})
        CHECK_FALSE(is_time(bad));
}

TEST_CASE("durations, versions, protocols, ARNs, regular expressions") {
    CHECK((is_duration("24h") && is_duration("30d") && is_duration("2w") && is_duration("1h30m")));
    CHECK_FALSE((is_duration("h") || is_duration("24") || is_duration("1.5h") || is_duration("-1h") ||
                 is_duration("") || is_duration("1h30") || is_duration("hm")));
    CHECK((is_version("1") && is_version("v1.2.3-rc1+b") && is_version("3.11")));
    CHECK_FALSE((is_version("") || is_version("v") || is_version("latest") || is_version("1 2")));
    CHECK((is_protocol("tcp") && is_protocol("TCP") && is_protocol("-1") && is_protocol("58")));
    CHECK_FALSE((is_protocol("tpc") || is_protocol("256") || is_protocol("")));
    CHECK((is_arn("arn:aws:s3:::bucket/*") && is_arn("arn:aws:iam::111122223333:role/x")));
    CHECK_FALSE((is_arn("arn:aws:s3") || is_arn("s3://bucket")));
    CHECK_FALSE(regex_error("^a+$").has_value());
    CHECK(regex_error("(").has_value());
    CHECK(regex_error("(?=a)").has_value());
}
