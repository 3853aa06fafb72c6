#include "tests/unit/engine/eval/operators/fixture.hpp"

using namespace spile;
using namespace spile::engine;
using lang::Builtin;

TEST_CASE_METHOD(OperatorFixture, "address ranges are read strictly") {
    for (const char* good : {"0.0.0.0/0", "10.0.0.1/8", "10.0.0.1", "::/0", "2001:db8::1/64", "::ffff:10.0.0.1/128"})
        CHECK(parse_cidr(good).has_value());
    for (const char* bad : {"", "10.0.0/8", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/08", "010.0.0.0/8", "10.0.0.0/-1",
                            "::/129", "10.0.0.0/8 ", "fe80::1%eth0/64", "256.0.0.0/8", "a", "0.0.0.0/0/0"}) {
        INFO(bad);
        CHECK_FALSE(parse_cidr(bad).has_value());
    }
    CHECK(is_error(call(Builtin::cidr, {text("10.0.0.0/33")})));
}

TEST_CASE_METHOD(OperatorFixture, "address ranges compare by meaning and keep their text") {
    CHECK(equal(cidr("10.0.0.1/8"), cidr("10.0.0.0/8"), with) == Truth::yes);
    CHECK(show(cidr("10.0.0.1/8")) == "10.0.0.1/8");
    CHECK(equal(cidr("10.0.0.0/8"), text("10.9.9.9/8"), with) == Truth::yes);
    CHECK(equal(cidr("::/0"), cidr("0:0::0/0"), with) == Truth::yes);
    CHECK(equal(cidr("::/0"), cidr("0.0.0.0/0"), with) == Truth::no);
    CHECK(equal(cidr("10.0.0.0/8"), text("anything"), with) == Truth::no);
    CHECK(show(field(cidr("10.0.0.0/8"), "prefix", with)) == "8");
    CHECK(show(field(cidr("::/0"), "is_ipv6", with)) == "true");
}

TEST_CASE_METHOD(OperatorFixture, "ranges lie in each other, meet, and are private as a whole") {
    struct Row {
        const char* a;
        const char* b;
        const char* within;
        const char* overlaps;
    };
    const std::vector<Row> rows = {
        {"10.1.0.0/16", "10.0.0.0/8", "y", "y"},      {"10.0.0.0/8", "10.1.0.0/16", "n", "y"},
        {"11.0.0.0/8", "10.0.0.0/8", "n", "n"},       {"10.0.0.0/8", "::/0", "n", "n"},
        {"2001:db8::/48", "2001:db8::/32", "y", "y"}, {"128.0.0.0/1", "0.0.0.0/1", "n", "n"},
        {"10.${X}.0.0/16", "10.0.0.0/8", "y", "y"},   {"10.${X}.0.0/16", "11.0.0.0/8", "n", "n"},
        {"10.${X}.0.0/16", "10.1.0.0/16", "?", "?"},  {"10.${X}.0.0/16", "0.0.0.0/0", "y", "y"},
        {"10.1.${X}", "10.0.0.0/8", "?", "?"},        {"${X}", "10.0.0.0/8", "?", "?"},
    };
    for (const Row& row : rows) {
        INFO(row.a << " " << row.b);
        const Value a = call(Builtin::cidr, {partial(row.a)});
        CHECK(letter(truth(Builtin::within, {a, cidr(row.b)})) == row.within);
        CHECK(letter(in(a, cidr(row.b), with)) == row.within);
        CHECK(letter(truth(Builtin::overlaps, {a, cidr(row.b)})) == row.overlaps);
    }
    for (const char* range : {"10.0.0.0/8", "172.16.0.0/12", "192.168.1.0/24", "100.64.0.0/10", "169.254.1.1",
                              "127.0.0.1", "fd00::/8", "::1", "10.${X}.0.0/16", "fe80::/64"})
        CHECK(truth(Builtin::is_private, {partial(range)}) == Truth::yes);
    for (const char* range :
         {"0.0.0.0/0", "8.8.8.8", "172.0.0.0/8", "::/0", "2001:db8::/32", "10.0.0.0/7", "52.${X}.0.0/16"})
        CHECK(truth(Builtin::is_private, {partial(range)}) == Truth::no);
    CHECK(truth(Builtin::is_private, {partial("172.${X}.0.0/16")}) == Truth::maybe);
}

TEST_CASE_METHOD(OperatorFixture, "a range that is known in part is not the whole internet") {
    const Value range = call(Builtin::cidr, {partial("10.${Octet}.0.0/16")});
    CHECK(equal(range, cidr("0.0.0.0/0"), with) == Truth::no);
    CHECK(equal(range, cidr("::/0"), with) == Truth::no);
    CHECK(equal(range, cidr("10.7.0.0/16"), with) == Truth::maybe);
    CHECK(equal(range, cidr("11.7.0.0/16"), with) == Truth::no);
    CHECK(equal(range, range, with) == Truth::yes);
    CHECK(equal(partial("10.${Octet}.0.0/16"), cidr("0.0.0.0/0"), with) == Truth::no);
    CHECK(in(range, set({cidr("0.0.0.0/0"), cidr("::/0")}), with) == Truth::no);
    CHECK(show(range) == "10.(unknown).0.0/16");
    CHECK(show(field(range, "prefix", with)) == "16");
}

TEST_CASE_METHOD(OperatorFixture, "protocols by name and number") {
    CHECK(equal(protocol("tcp"), protocol("6"), with) == Truth::yes);
    CHECK(equal(protocol("TCP"), call(Builtin::protocol, {number(6)}), with) == Truth::yes);
    CHECK(equal(protocol("-1"), protocol("all"), with) == Truth::yes);
    CHECK(equal(protocol("icmpv6"), protocol("58"), with) == Truth::yes);
    CHECK(equal(protocol("tcp"), protocol("udp"), with) == Truth::no);
    CHECK(truth_of(field(protocol("-1"), "is_all", with)) == Truth::yes);
    CHECK(truth_of(field(protocol("6"), "is_all", with)) == Truth::no);
    CHECK(show(field(protocol("6"), "name", with)) == "tcp");
    CHECK(show(field(protocol("200"), "name", with)) == "200");
    for (const char* bad : {"http", "256", "-2", "", "06"})
        CHECK(is_error(protocol(bad)));
    CHECK(is_error(call(Builtin::protocol, {number("6.5")})));
    CHECK(is_error(call(Builtin::protocol, {texts({"tcp"})})));
    CHECK(show(call(Builtin::protocol, {number(99)})) == "99");
}

TEST_CASE_METHOD(OperatorFixture, "ranges of ports") {
    const auto range = [&](Value from, Value to) { return call(Builtin::ports, {from, to}); };
    CHECK(show(range(number(22), number(25))) == "22-25");
    CHECK(show(range(number(22), Value())) == "22");
    CHECK(show(range(Value(), Value())) == "0-65535");
    CHECK(show(range(number(-1), number(-1))) == "0-65535");
    CHECK(show(range(text("80"), text("443"))) == "80-443");
    CHECK(truth_of(field(range(Value(), Value()), "is_all", with)) == Truth::yes);
    CHECK(show(field(range(number(80), number(443)), "to", with)) == "443");
    CHECK(is_error(range(number(25), number(22))));
    CHECK(is_error(range(number(65536), Value())));
    CHECK(is_error(range(boolean(true), Value())));
    CHECK(range(unknown(TypeHint::number), number(22)).is(Kind::unknown));
    CHECK(in(number(22), range(unknown(TypeHint::number), number(22)), with) == Truth::maybe);
    CHECK(in(text("22"), range(number(22), Value()), with) == Truth::no);
}
