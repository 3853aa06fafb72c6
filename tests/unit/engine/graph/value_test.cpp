#include "engine/graph/value.hpp"

#include <catch2/catch.hpp>

#include "lang/base/check.hpp"

using namespace spile;
using namespace spile::engine;

namespace {

struct Fixture {
    Arena arena;
    ValueFactory make{arena};
    GuardSpace guards;
    Value hole(std::string_view producer) {
        return make.unknown({.cause = "not known", .producer = producer}, nullptr);
    }
};

}  // namespace

TEST_CASE("a default value is missing and has no place") {
    const Value value;
    CHECK(value.is(Kind::missing));
    CHECK(value.origin() == nullptr);
    CHECK(value.members().empty());
    CHECK(value.member("x") == nullptr);
}

TEST_CASE_METHOD(Fixture, "scalars hold what they were made of") {
    CHECK(make.boolean(true, nullptr).boolean());
    CHECK(make.string("text", nullptr).text() == "text");
    CHECK(make.number(7, nullptr).number() == Decimal(7));
    CHECK(make.error("the index is out of range", nullptr).text() == "the index is out of range");
    CHECK(make.missing("BucketEncryption", nullptr).text() == "BucketEncryption");
    CHECK(make.null(nullptr).is(Kind::null));
}

TEST_CASE_METHOD(Fixture, "reading a value as another kind is a bug, not undefined") {
    CHECK_THROWS_AS(make.string("x", nullptr).number(), Bug);
    CHECK_THROWS_AS(make.null(nullptr).boolean(), Bug);
    CHECK_THROWS_AS(make.string("x", nullptr).unknown(), Bug);
}

TEST_CASE_METHOD(Fixture, "an interval of one number is that number") {
    CHECK(make.interval(2, 2, false, nullptr).is(Kind::number));
    const Value value = make.interval(2, 5, false, nullptr);
    CHECK(value.is(Kind::interval));
    CHECK(value.number() == Decimal(2));
    CHECK(value.upper() == Decimal(5));
    CHECK(make.interval(2, 2, true, nullptr).open());
}

TEST_CASE_METHOD(Fixture, "partial strings join neighbours and collapse") {
    const Segment known[] = {{"arn:", {}}, {"", {}}, {"aws", {}}};
    CHECK(make.partial(known, nullptr).text() == "arn:aws");
    CHECK(make.partial({}, nullptr).text().empty());
    const Segment one[] = {{"", {}}, {"", hole("Parameters/A")}};
    const Value alone = make.partial(one, nullptr);
    REQUIRE(alone.is(Kind::unknown));
    CHECK(alone.unknown().type == TypeHint::string);
    CHECK(alone.unknown().producer == "Parameters/A");
    const Segment mixed[] = {{"a", {}}, {"b", {}}, {"", hole("Parameters/A")}, {"c", {}}};
    const Value value = make.partial(mixed, nullptr);
    REQUIRE(value.is(Kind::partial));
    REQUIRE(value.segments().size() == 3);
    CHECK(value.segments()[0].text == "ab");
    CHECK_FALSE(value.segments()[1].known());
}

TEST_CASE_METHOD(Fixture, "a partial string with a sensitive hole is sensitive") {
    const Segment mixed[] = {{"a", {}}, {"", make.marked(hole("Parameters/A"), true, false)}};
    CHECK(make.partial(mixed, nullptr).sensitive());
    CHECK_FALSE(make.partial(mixed, nullptr).assumed());
}

TEST_CASE_METHOD(Fixture, "choices flatten, drop what cannot hold and merge what is one value") {
    const AtomId env = guards.add_atom({"t", "Env", {"dev", "prod", "(other)"}});
    const Guard dev = guards.is(env, 0);
    const Guard prod = guards.is(env, 1);
    const Value a = make.string("a", nullptr);
    const Value b = make.string("b", nullptr);
    const Value c = make.string("c", nullptr);
    const Arm inner_arms[] = {{prod, b}, {guards.complement(prod), c}};
    const Value inner = make.choice(inner_arms, guards, nullptr);
    const Arm outer_arms[] = {{dev, inner}, {guards.complement(dev), b}};
    const Value outer = make.choice(outer_arms, guards, nullptr);
    REQUIRE(outer.arms().size() == 2);
    CHECK(outer.arms()[0].value == c);
    CHECK(outer.arms()[0].guard == dev);
    CHECK(outer.arms()[1].value == b);
    const Arm same[] = {{dev, a}, {guards.complement(dev), a}};
    CHECK(make.choice(same, guards, nullptr) == a);
}

TEST_CASE_METHOD(Fixture, "a step reaches the arms of a choice and leaves the original alone") {
    const AtomId env = guards.add_atom({"t", "Env", {"dev", "prod"}});
    const Arm arms[] = {{guards.is(env, 0), make.string("a", nullptr)}, {guards.is(env, 1), make.string("b", nullptr)}};
    const Value value = make.choice(arms, guards, nullptr);
    const Value through = make.through(value, Step::Role::reference, "!Ref X", {});
    REQUIRE(through.origin() != nullptr);
    CHECK(through.origin()->chain->text == "!Ref X");
    CHECK(through.arms()[0].value.origin()->chain->role == Step::Role::reference);
    CHECK(value.arms()[0].value.origin() == nullptr);
    const Value twice = make.through(through, Step::Role::condition, "when IsProd is true", {});
    CHECK(twice.origin()->chain->text == "when IsProd is true");
    CHECK(twice.origin()->chain->next->text == "!Ref X");
}

TEST_CASE_METHOD(Fixture, "marks are kept by copies") {
    const Value value = make.marked(make.string("s", nullptr), true, true);
    CHECK(value.sensitive());
    CHECK(value.assumed());
    const Origin origin{};
    CHECK(make.with_origin(value, &origin).sensitive());
    CHECK(make.marked(value, true, false) == value);
}
