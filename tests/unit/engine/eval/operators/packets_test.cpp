#include "tests/unit/engine/eval/operators/fixture.hpp"

using namespace spile;
using namespace spile::engine;
using lang::Builtin;

namespace {

struct PacketFixture : OperatorFixture {
    Value list(const std::vector<Value>& items) {
        std::vector<Element> elements;
        for (const Value item : items)
            elements.push_back({item});
        return with.factory->list(elements, false, nullptr);
    }
    Value ports(int from, int to) {
        return call(Builtin::ports,
                    {with.factory->number(Decimal(from), nullptr), with.factory->number(Decimal(to), nullptr)});
    }
    std::string items(Value list) {
        std::string out;
        for (const Element& element : list.elements())
            out += (out.empty() ? "" : " ") + show(element.value);
        return out;
    }
};

}  // namespace

TEST_CASE_METHOD(PacketFixture, "an address of which only the range is known lies in a range, or not, or may") {
    struct Row {
        const char* range;
        const char* address;
        const char* wanted;
    };
    const std::vector<Row> rows = {
        {"10.0.0.0/8", "10.0.1.0/24", "y"},     {"10.0.1.0/24", "10.0.1.0/24", "y"},
        {"10.0.1.7/32", "10.0.1.0/24", "?"},    {"10.0.2.0/24", "10.0.1.0/24", "n"},
        {"0.0.0.0/0", "2001:db8::/64", "n"},    {"10.0.0.0/8", "${X}", "?"},
        {"10.1.0.0/16", "10.${X}.0.0/16", "?"}, {"10.0.0.0/8", "10.${X}.0.0/16", "y"},
        {"11.0.0.0/8", "10.${X}.0.0/16", "n"},
    };
    for (const Row& row : rows) {
        INFO(row.range << " " << row.address);
        CHECK(letter(truth(Builtin::covers, {cidr(row.range), partial(row.address)})) == row.wanted);
    }
    // Of an address of which nothing is known, that it is one of IPv4 is.
    const Value unknown = with.factory->unknown({.cause = "nobody knows", .type = TypeHint::any}, nullptr);
    CHECK(truth(Builtin::covers, {cidr("0.0.0.0/0"), unknown}) == Truth::yes);
    CHECK(truth(Builtin::covers, {cidr("::/0"), unknown}) == Truth::no);
    CHECK(truth(Builtin::covers, {cidr("10.0.0.0/8"), unknown}) == Truth::maybe);
    CHECK(cause_of(call(Builtin::covers, {cidr("10.0.1.7/32"), cidr("10.0.1.0/24")})) ==
          "an address in 10.0.1.0/24 may lie in 10.0.1.7/32 or not");
    CHECK(is_error(call(Builtin::covers, {text("10.0.0.0/33"), cidr("10.0.1.0/24")})));
}

TEST_CASE_METHOD(PacketFixture, "a range is divided by others, and each part has an address of its own") {
    const auto samples = [&](const char* range, const std::vector<Value>& cuts) {
        return items(call(Builtin::samples, {cidr(range), list(cuts)}));
    };
    CHECK(samples("10.0.0.0/8", {}) == "10.0.0.0");
    CHECK(samples("10.0.0.0/8", {cidr("10.0.0.0/16")}) == "10.1.0.0 10.0.0.0");
    CHECK(samples("10.0.0.0/8", {cidr("0.0.0.0/0"), cidr("11.0.0.0/8")}) == "10.0.0.0");
    // Two halves leave nothing of the whole.
    CHECK(samples("0.0.0.0/0", {cidr("0.0.0.0/1"), cidr("128.0.0.0/1")}) == "0.0.0.0 128.0.0.0");
    CHECK(samples("255.255.255.255/32", {cidr("255.255.255.255/32")}) == "255.255.255.255");
    CHECK(samples("0.0.0.0/0", {text("10.0.0.0/8"), text("no range"), cidr("::/0")}) == "0.0.0.0 10.0.0.0");
    CHECK(samples("::/0", {cidr("::/1"), cidr("8000::/1")}) ==
          "0000:0000:0000:0000:0000:0000:0000:0000 8000:0000:0000:0000:0000:0000:0000:0000");
    CHECK(samples("2001:db8::/32", {cidr("2001:db8::/64")}) ==
          "2001:0db8:0000:0001:0000:0000:0000:0000 2001:0db8:0000:0000:0000:0000:0000:0000");
    CHECK(call(Builtin::samples, {partial("10.${X}.0.0/16"), list({})}).is(Kind::unknown));
    CHECK(is_error(call(Builtin::samples, {text("x"), list({})})));
}

TEST_CASE_METHOD(PacketFixture, "a range of ports is divided by others, and shares what lies in both") {
    const auto split = [&](Value range, const std::vector<Value>& cuts) {
        return items(call(Builtin::split_ports, {range, list(cuts)}));
    };
    CHECK(split(ports(0, 65535), {}) == "0-65535");
    CHECK(split(ports(0, 65535), {ports(22, 22)}) == "0-21 22 23-65535");
    CHECK(split(ports(22, 23), {ports(0, 65535), ports(23, 23), ports(23, 80)}) == "22 23");
    CHECK(split(ports(443, 443), {ports(1024, 65535), text("x")}) == "443");
    const Value unknown = with.factory->unknown({.cause = "nobody knows", .type = TypeHint::any}, nullptr);
    CHECK(call(Builtin::split_ports, {unknown, list({})}).is(Kind::unknown));
    CHECK(is_error(call(Builtin::split_ports, {text("x"), list({})})));

    CHECK(show(call(Builtin::shared_ports, {ports(0, 100), ports(50, 200)})) == "50-100");
    CHECK(show(call(Builtin::shared_ports, {ports(0, 100), ports(22, 22)})) == "22");
    CHECK(call(Builtin::shared_ports, {ports(0, 21), ports(22, 22)}).is(Kind::missing));
    CHECK(exists(call(Builtin::shared_ports, {unknown, ports(22, 22)})) == Truth::maybe);
    CHECK(is_error(call(Builtin::shared_ports, {text("x"), ports(22, 22)})));
    CHECK(in(ports(22, 23), ports(0, 1023), with) == Truth::yes);
    CHECK(in(ports(22, 1024), ports(0, 1023), with) == Truth::no);
}

TEST_CASE_METHOD(PacketFixture, "a value that nobody knows is a member of its own") {
    const Value unknown = with.factory->unknown({.cause = "nobody knows", .type = TypeHint::list}, nullptr);
    CHECK(call(Builtin::members, {unknown}).elements().size() == 1);
    CHECK(items(call(Builtin::members, {list({text("a"), text("b")})})) == "a b");
    CHECK(items(call(Builtin::members, {text("a")})) == "a");
    CHECK(call(Builtin::members, {Value()}).elements().empty());
}
