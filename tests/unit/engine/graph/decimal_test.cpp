#include "engine/graph/decimal.hpp"

#include <catch2/catch.hpp>

using spile::engine::Decimal;

namespace {

Decimal dec(std::string_view text) {
    const auto value = Decimal::parse(text);
    REQUIRE(value.has_value());
    return *value;
}

std::string shown(const std::optional<Decimal>& value) {
    return value ? value->text() : "none";
}

}  // namespace

TEST_CASE("decimals are read by the grammar of JSON's numbers, with a plus allowed") {
    CHECK(dec("0").text() == "0");
    CHECK(dec("-0.0").text() == "0");
    CHECK(dec("+7").text() == "7");
    CHECK(dec("12.50").text() == "12.5");
    CHECK(dec("1e3").text() == "1000");
    CHECK(dec("-2.5E-3").text() == "-0.0025");
    CHECK(dec("123456789012345678901234567890123456").text() == "123456789012345678901234567890123456");
    CHECK(dec("1e50").text() == "1e50");
    CHECK(dec("1.25e-50").text() == "1.25e-50");
    for (const char* text : {"", "-", "+", "01", "1.", ".5", "1e", "1e+", "0x1", "1 ", " 1", "1_0", "NaN",
                             "1e9999999999", "1234567890123456789012345678901234567"})
        CHECK_FALSE(Decimal::parse(text).has_value());
}

TEST_CASE("trailing zeros do not count as digits") {
    CHECK(dec("1000000000000000000000000000000000000000").text() == "1000000000000000000000000000000000000000");
    CHECK(dec("0.10") == dec("1e-1"));
}

TEST_CASE("decimals are ordered by value") {
    const char* ordered[] = {"-1e50", "-12", "-1.5", "-0.001", "0",    "1e-60", "0.1",
                             "0.11",  "9",   "10",   "10.5",   "1e30", "1e50"};
    for (std::size_t i = 0; i < std::size(ordered); ++i)
        for (std::size_t j = 0; j < std::size(ordered); ++j) {
            INFO(ordered[i] << " and " << ordered[j]);
            CHECK((dec(ordered[i]) <=> dec(ordered[j])) == (i <=> j));
        }
}

TEST_CASE("arithmetic is exact or gives nothing") {
    CHECK(shown(Decimal::add(dec("0.1"), dec("0.2"))) == "0.3");
    CHECK(shown(Decimal::add(dec("1e40"), dec("1e-40"))) == "none");
    CHECK(shown(Decimal::subtract(dec("5"), dec("5.5"))) == "-0.5");
    CHECK(shown(Decimal::multiply(dec("1.5"), dec("-4"))) == "-6");
    CHECK(shown(Decimal::multiply(dec("1267650600228229401496703205376"),
                                  dec("88817841970012523233890533447265625"))) == "1.125899906842624e65");
    CHECK(shown(Decimal::divide(dec("1"), dec("8"))) == "0.125");
    CHECK(shown(Decimal::divide(dec("1"), dec("3"))) == "none");
    CHECK(shown(Decimal::divide(dec("1"), dec("0"))) == "none");
    CHECK(shown(Decimal::divide(dec("-9"), dec("-3e2"))) == "0.03");
}

TEST_CASE("whole gives an integer that fits") {
    CHECK(dec("7").whole() == 7);
    CHECK(dec("1e3").whole() == 1000);
    CHECK(dec("-9223372036854775808").whole() == INT64_MIN);
    CHECK_FALSE(dec("9223372036854775808").whole().has_value());
    CHECK_FALSE(dec("1.5").whole().has_value());
    CHECK_FALSE(dec("1e30").whole().has_value());
}
