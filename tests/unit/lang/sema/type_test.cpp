#include "lang/sema/type.hpp"

#include <catch2/catch.hpp>

using namespace spile::lang::sema;

TEST_CASE("a type is held once, by what it says") {
    TypeTable types;
    const TypeId text = types.simple(TypeKind::string);
    CHECK(types.list(text) == types.list(types.simple(TypeKind::string)));
    CHECK(types.list(text) != types.set(text));
    CHECK(types.text(types.maybe(types.map(text, types.list(types.maybe(text))))) == "map<string, list<string?>>?");
    CHECK(types.present(types.maybe(text)) == text);
    CHECK(types.text(k_any) == "any");
}

TEST_CASE("what fits where") {
    TypeTable types;
    const TypeId text = types.simple(TypeKind::string);
    const TypeId whole = types.simple(TypeKind::integer);
    const TypeId number = types.simple(TypeKind::decimal);
    CHECK(fits(types, text, text));
    CHECK(fits(types, whole, number));
    CHECK_FALSE(fits(types, number, whole));
    CHECK(fits(types, text, types.maybe(text)));
    CHECK_FALSE(fits(types, types.maybe(text), text));
    CHECK(fits(types, k_any, text));
    CHECK(fits(types, types.list(k_any), types.list(whole)));
    CHECK_FALSE(fits(types, types.list(text), types.list(whole)));
    CHECK_FALSE(fits(types, types.list(whole), types.set(whole)));
    CHECK(fits(types, text, k_any));
    CHECK_FALSE(fits(types, types.maybe(text), k_any));
    CHECK(fits(types, types.maybe(text), types.maybe(k_any)));
    CHECK(fits(types, types.union_of({text, whole}), number));
    CHECK(fits(types, whole, types.union_of({text, number})));
}

TEST_CASE("joins and unions") {
    TypeTable types;
    const TypeId text = types.simple(TypeKind::string);
    const TypeId whole = types.simple(TypeKind::integer);
    const TypeId number = types.simple(TypeKind::decimal);
    CHECK(types.join(whole, number) == number);
    CHECK(types.join(whole, types.simple(TypeKind::null)) == types.maybe(whole));
    CHECK(types.join(types.maybe(whole), whole) == types.maybe(whole));
    CHECK(types.text(types.join(text, whole)) == "int or string");
    CHECK(types.join(types.list(k_any), types.list(whole)) == types.list(whole));
    CHECK(types.union_of({text, k_any}) == k_any);
    CHECK(types.union_of({text, text}) == text);
    CHECK(types.union_of({types.union_of({text, whole}), whole}) == types.union_of({whole, text}));
}
