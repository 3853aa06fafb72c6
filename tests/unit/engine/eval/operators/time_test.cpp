#include "tests/unit/engine/eval/operators/fixture.hpp"

using namespace spile;
using namespace spile::engine;
using lang::Builtin;

TEST_CASE("times are seconds since 1970 UTC") {
    const std::vector<std::pair<const char*, std::int64_t>> rows = {
        {"1970-01-01", 0},
        {"2000-02-29", 951782400},
        {"2027-03-31T12:30:45Z", 1806496245},
        {"2027-03-31t12:30:45.999z", 1806496245},
        {"2027-03-31 12:30", 1806496200},
        {"2027-03-31T12:30:45", 1806496245},
        {"2027-03-31T12:30:45+02:00", 1806496245 - 7200},
        {"2027-03-31T12:30:45-00:30", 1806496245 + 1800},
        {"1969-12-31T23:59:59Z", -1},
    };
    for (const auto& [text, seconds] : rows) {
        INFO(text);
        const auto time = parse_time(text);
        REQUIRE(time.has_value());
        CHECK(time->seconds == seconds);
        CHECK(time->whole_day == (std::string_view(text).size() == 10));
    }
    for (const char* bad : {"", "2027", "2027-3-31", "2027-02-29", "2027-13-01", "2027-00-01", "2027-01-32",
                            "2027-01-01T", "2027-01-01T24:00", "2027-01-01T10:60", "2027-01-01T10:00:61",
                            "2027-01-01T10:00:00.", "2027-01-01T10:00:00+0200", "2027-01-01Z", "tomorrow"}) {
        INFO(bad);
        CHECK_FALSE(parse_time(bad).has_value());
    }
}

TEST_CASE("durations are a sum of units") {
    const std::vector<std::pair<const char*, std::int64_t>> rows = {
        {"90s", 90}, {"15m", 900}, {"24h", 86400}, {"30d", 2592000}, {"2w", 1209600}, {"0s", 0}, {"1h30m", 5400}};
    for (const auto& [text, seconds] : rows)
        CHECK(parse_duration(text).value().seconds == seconds);
    for (const char* bad : {"", "s", "1", "1y", "-1s", "1.5h", "1h30", "h1", "1h 30m", "99999999999999999s"})
        CHECK_FALSE(parse_duration(bad).has_value());
}

TEST_CASE_METHOD(OperatorFixture, "times are compared and computed with") {
    const Value start = time("2027-03-31");
    CHECK(equal(start, time("2027-03-31T00:00:00Z"), with) == Truth::yes);
    CHECK(equal(start, time("2027-03-31T02:00:00+02:00"), with) == Truth::yes);
    CHECK(less(start, time("2027-03-31T00:00:01Z"), with) == Truth::yes);
    CHECK(less(time("2027-03-30"), start, with) == Truth::yes);
    const Value week = call(Builtin::days, {number(7)});
    CHECK(show(arithmetic(lang::Op::add, start, week, with)) == "2027-04-07T00:00:00Z");
    CHECK(show(arithmetic(lang::Op::subtract, start, week, with)) == "2027-03-24T00:00:00Z");
    const Value span = arithmetic(lang::Op::subtract, time("2027-04-07"), start, with);
    CHECK(equal(span, week, with) == Truth::yes);
    CHECK(show(field(span, "seconds", with)) == "604800");
    CHECK(equal(call(Builtin::days, {number("0.5")}),
                arithmetic(lang::Op::subtract, time("2027-04-01T12:00Z"), time("2027-04-01"), with),
                with) == Truth::yes);
    CHECK(is_error(arithmetic(lang::Op::add, start, start, with)));
    CHECK(is_error(arithmetic(lang::Op::multiply, start, week, with)));
    CHECK(is_error(arithmetic(lang::Op::add, start, number(1), with)));
    CHECK(is_error(call(Builtin::days, {number("1e300")})));
    CHECK(is_error(time("31.3.2027")));
    with.now = 1806496245;
    CHECK(show(call(Builtin::now, {})) == "2027-03-31T12:30:45Z");
    with.now = -1;
    CHECK(show(call(Builtin::now, {})) == "1969-12-31T23:59:59Z");
}

TEST_CASE_METHOD(OperatorFixture, "numbers are computed exactly, intervals by their bounds") {
    const auto compute = [&](lang::Op op, Value a, Value b) { return show(arithmetic(op, a, b, with)); };
    CHECK(compute(lang::Op::add, number("0.1"), number("0.2")) == "0.3");
    CHECK(compute(lang::Op::divide, number(1), number(8)) == "0.125");
    CHECK(compute(lang::Op::add, between(1, 2), number(10)) == "11 to 12");
    CHECK(compute(lang::Op::subtract, number(10), between(1, 2)) == "8 to 9");
    CHECK(compute(lang::Op::add, at_least(1), number(10)) == "at least 11");
    CHECK(compute(lang::Op::subtract, at_least(1), number(1)) == "at least 0");
    CHECK(compute(lang::Op::subtract, number(1), at_least(1)) == "(unknown)");
    CHECK(compute(lang::Op::multiply, between(1, 2), number(2)) == "(unknown)");
    CHECK(cause_of(arithmetic(lang::Op::divide, number(1), number(0), with)) == "1 / 0 divides by zero");
    CHECK(is_error(arithmetic(lang::Op::divide, number(1), number(3), with)));
    CHECK(is_error(arithmetic(lang::Op::add, text("1"), number(3), with)));
    CHECK(cause_of(arithmetic(lang::Op::add, unknown(), number(3), with)) == "not known yet");
    CHECK(arithmetic(lang::Op::add, Value(), number(3), with).is(Kind::missing));
}
