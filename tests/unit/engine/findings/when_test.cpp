#include "engine/findings/when.hpp"

#include <catch2/catch.hpp>

using namespace spile::engine;

namespace {

// Env in {prod, dev, (other)}, Region in {eu, us}.
struct Template {
    GuardSpace guards;
    AtomId env = guards.add_atom({"a.yaml", "Env", {"prod", "dev", "(other)"}});
    AtomId region = guards.add_atom({"a.yaml", "Region", {"eu", "us"}});
    Document document{.path = "a.yaml"};

    Guard is(AtomId atom, std::uint16_t value) { return guards.is(atom, value); }
    void condition(std::string_view name, Guard guard) { document.conditions.push_back({name, guard}); }

    std::string when(Guard guard) {
        std::string out;
        for (const When& literal : when_literals(guard, document, guards))
            out += (out.empty() ? "" : " and ") + text(literal);
        return out;
    }
};

}  // namespace

TEST_CASE("a finding of every world has no when") {
    Template t;
    t.condition("IsProd", t.is(t.env, 0));
    CHECK(t.when(k_always).empty());
}

TEST_CASE("the condition that says exactly the guard comes before one that only implies it") {
    Template t;
    t.condition("IsDev", t.is(t.env, 1));
    t.condition("IsProd", t.is(t.env, 0));
    CHECK(t.when(t.guards.complement(t.is(t.env, 0))) == "IsProd is false");
    CHECK(t.when(t.is(t.env, 0)) == "IsProd is true");
    CHECK(t.when(t.is(t.env, 1)) == "IsDev is true");
}

TEST_CASE("a condition that implies the guard is enough") {
    Template t;
    t.condition("IsEu", t.is(t.region, 0));
    t.condition("IsProd", t.is(t.env, 0));
    const Guard either = t.guards.disjoin(t.is(t.env, 0), t.is(t.region, 1));
    CHECK(t.when(either) == "IsEu is false");
}

TEST_CASE("two conditions are taken where one does not do, never two that exclude each other") {
    Template t;
    t.condition("IsProd", t.is(t.env, 0));
    t.condition("IsDev", t.is(t.env, 1));
    t.condition("IsEu", t.is(t.region, 0));
    CHECK(t.when(t.guards.conjoin(t.is(t.env, 0), t.is(t.region, 1))) == "IsProd is true and IsEu is false");
    CHECK(t.when(t.is(t.env, 2)) == "IsProd is false and IsDev is false");
}

TEST_CASE("without conditions that decide, parameters and classes are named") {
    Template t;
    CHECK(t.when(t.is(t.env, 1)) == "Env is dev");
    CHECK(t.when(t.is(t.env, 2)) == "Env is none of prod, dev");
    CHECK(t.when(t.guards.conjoin(t.is(t.env, 1), t.is(t.region, 1))) == "Env is dev and Region is us");
    const AtomId flag = t.guards.add_atom({"a.yaml", "Size", {"small", "(other)"}});
    CHECK(t.when(t.is(flag, 1)) == "Size is not small");
}

TEST_CASE("what the template's own Rules rule out is not mentioned") {
    Template t;
    t.document.possible = t.guards.complement(t.is(t.env, 2));
    t.condition("IsProd", t.is(t.env, 0));
    CHECK(t.when(t.guards.conjoin(t.is(t.env, 1), t.document.possible)) == "IsProd is false");
    CHECK(t.when(t.document.possible).empty());
    t.document.conditions.clear();
    CHECK(t.when(t.guards.conjoin(t.is(t.region, 1), t.document.possible)) == "Region is us");
}

TEST_CASE("a condition that is not decided everywhere is false only where it is decided") {
    Template t;
    // True in prod, undecided in dev.
    t.document.conditions.push_back({"Odd", t.is(t.env, 0), t.guards.complement(t.is(t.env, 1))});
    CHECK(t.when(t.is(t.env, 2)) == "Odd is false");
    CHECK(t.when(t.is(t.env, 1)) == "Env is dev");
}
