// Diagrams against truth tables: every guard made by random connectives is compared with the set of worlds it must hold
// in, by enumeration.
#include "engine/graph/guard.hpp"

#include <catch2/catch.hpp>
#include <map>
#include <random>

using namespace spile::engine;

namespace {

std::vector<World> worlds_of(const GuardSpace& space) {
    std::vector<World> worlds{{}};
    for (std::uint32_t atom = 0; atom < space.atom_count(); ++atom) {
        std::vector<World> longer;
        for (const World& world : worlds)
            for (std::uint16_t c = 0; c < space.atom(AtomId{atom}).classes.size(); ++c) {
                longer.push_back(world);
                longer.back().push_back(c);
            }
        worlds = std::move(longer);
    }
    return worlds;
}

using Table = std::vector<bool>;

struct Pair {
    Guard guard;
    Table table;
};

Table table_of(const GuardSpace& space, const std::vector<World>& worlds, Guard guard) {
    Table table;
    for (const World& world : worlds)
        table.push_back(space.holds(guard, world));
    return table;
}

GuardSpace three_atoms() {
    GuardSpace space;
    space.add_atom({"t.yaml", "Env", {"dev", "prod", "(other)"}});
    space.add_atom({"t.yaml", "Region", {"eu", "us"}});
    space.add_atom({"t.yaml", "Size", {"a", "b", "c", "d"}});
    return space;
}

bool depends(const std::vector<World>& worlds, const Table& table, std::size_t atom) {
    for (std::size_t i = 0; i < worlds.size(); ++i)
        for (std::size_t j = i + 1; j < worlds.size(); ++j) {
            World other = worlds[j];
            other[atom] = worlds[i][atom];
            if (other == worlds[i] && table[i] != table[j]) return true;
        }
    return false;
}

}  // namespace

TEST_CASE("guards built at random are their truth tables") {
    GuardSpace space = three_atoms();
    const std::vector<World> worlds = worlds_of(space);
    REQUIRE(worlds.size() == 24);
    std::mt19937 random(7);
    std::vector<Pair> pool{{k_never, Table(worlds.size(), false)}, {k_always, Table(worlds.size(), true)}};
    for (std::uint32_t atom = 0; atom < 3; ++atom)
        for (std::uint16_t c = 0; c < space.atom(AtomId{atom}).classes.size(); ++c) {
            Table table;
            for (const World& world : worlds)
                table.push_back(world[atom] == c);
            pool.push_back({space.is(AtomId{atom}, c), table});
        }
    std::map<Table, Guard> canonical;
    for (int round = 0; round < 600; ++round) {
        const Pair a = pool[random() % pool.size()];
        const Pair b = pool[random() % pool.size()];
        Pair made;
        const auto kind = random() % 3;
        made.guard = kind == 0   ? space.conjoin(a.guard, b.guard)
                     : kind == 1 ? space.disjoin(a.guard, b.guard)
                                 : space.complement(a.guard);
        for (std::size_t w = 0; w < worlds.size(); ++w)
            made.table.push_back(kind == 0   ? a.table[w] && b.table[w]
                                 : kind == 1 ? a.table[w] || b.table[w]
                                             : !a.table[w]);
        REQUIRE(table_of(space, worlds, made.guard) == made.table);
        REQUIRE(canonical.try_emplace(made.table, made.guard).first->second == made.guard);
        pool.push_back(made);
    }
    REQUIRE(canonical.size() > 100);
}

TEST_CASE("support, least world and least cube agree with enumeration") {
    GuardSpace space = three_atoms();
    const std::vector<World> worlds = worlds_of(space);
    std::mt19937 random(11);
    for (int round = 0; round < 300; ++round) {
        Guard guard = k_never;
        for (const World& world : worlds)
            if (random() % 3 == 0)
                guard = space.disjoin(guard,
                                      space.of({{AtomId{0}, world[0]}, {AtomId{1}, world[1]}, {AtomId{2}, world[2]}}));
        if (round % 3 == 0) guard = space.conjoin(guard, space.is(AtomId{1}, 1));
        if (guard == k_never) continue;
        const Table table = table_of(space, worlds, guard);
        std::vector<AtomId> expected;
        for (std::uint32_t atom = 0; atom < 3; ++atom)
            if (depends(worlds, table, atom)) expected.push_back(AtomId{atom});
        REQUIRE(space.support(guard) == expected);
        const auto first = static_cast<std::size_t>(std::find(table.begin(), table.end(), true) - table.begin());
        REQUIRE(space.least_world(guard) == worlds[first]);
        const Cube cube = space.least_cube(guard);
        REQUIRE(space.implies(space.of(cube), guard));
        for (std::size_t i = 0; i < cube.size(); ++i) {
            Cube shorter = cube;
            shorter.erase(shorter.begin() + static_cast<std::ptrdiff_t>(i));
            REQUIRE_FALSE(space.implies(space.of(shorter), guard));
        }
    }
}

TEST_CASE("classes of one atom exclude each other and cover everything") {
    GuardSpace space = three_atoms();
    CHECK(space.disjoint(space.is(AtomId{0}, 0), space.is(AtomId{0}, 1)));
    Guard all = k_never;
    for (std::uint16_t c = 0; c < 3; ++c)
        all = space.disjoin(all, space.is(AtomId{0}, c));
    CHECK(all == k_always);
    CHECK(space.least_cube(k_always).empty());
}

TEST_CASE("atoms may be added after guards were made") {
    GuardSpace space;
    const AtomId first = space.add_atom({"a.yaml", "A", {"x", "y"}});
    const Guard early = space.is(first, 0);
    const AtomId second = space.add_atom({"b.yaml", "B", {"x", "y"}});
    const Guard both = space.conjoin(early, space.is(second, 1));
    CHECK(space.holds(both, {0, 1}));
    CHECK_FALSE(space.holds(both, {0, 0}));
    CHECK(space.support(both) == std::vector<AtomId>{first, second});
}
