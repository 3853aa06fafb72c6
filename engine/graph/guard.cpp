#include "engine/graph/guard.hpp"

#include <algorithm>
#include <unordered_set>

#include "lang/base/check.hpp"

namespace spile::engine {

namespace {

constexpr std::uint32_t k_no_atom = 0xffffffffU;

std::uint64_t pair_key(Guard a, Guard b) {
    return (std::uint64_t{a.index} << 32) | b.index;
}

}  // namespace

GuardSpace::GuardSpace() : nodes_{{k_no_atom, 0}, {k_no_atom, 0}} {}

AtomId GuardSpace::add_atom(Atom atom) {
    SPILE_CHECK(!atom.classes.empty(), "an atom needs at least one class");
    atoms_.push_back(std::move(atom));
    return AtomId{static_cast<std::uint32_t>(atoms_.size() - 1)};
}

void GuardSpace::spend(std::size_t steps) {
    if (left_ < steps) throw GuardsExhausted();
    left_ -= steps;
}

std::uint32_t GuardSpace::atom_of(Guard guard) const {
    return nodes_[guard.index].atom;
}

Guard GuardSpace::child(Guard guard, std::uint32_t atom, std::size_t value_class) const {
    const Node& node = nodes_[guard.index];
    return node.atom == atom ? children_[node.first_child + value_class] : guard;
}

Guard GuardSpace::make(std::uint32_t atom, std::span<const Guard> children) {
    const bool same = std::all_of(children.begin(), children.end(), [&](Guard g) { return g == children.front(); });
    if (same) return children.front();
    std::uint64_t hash = 1469598103934665603ULL ^ atom;
    for (const Guard g : children)
        hash = (hash ^ g.index) * 1099511628211ULL;
    auto& bucket = unique_[hash];
    for (const std::uint32_t index : bucket) {
        const Node& node = nodes_[index];
        if (node.atom != atom) continue;
        if (std::equal(children.begin(), children.end(), children_.begin() + node.first_child)) return Guard{index};
    }
    const auto first = static_cast<std::uint32_t>(children_.size());
    children_.insert(children_.end(), children.begin(), children.end());
    nodes_.push_back({atom, first});
    const auto index = static_cast<std::uint32_t>(nodes_.size() - 1);
    bucket.push_back(index);
    return Guard{index};
}

Guard GuardSpace::is(AtomId atom, std::uint16_t value_class) {
    std::vector<Guard> children(atoms_.at(atom.value).classes.size(), k_never);
    children.at(value_class) = k_always;
    return make(atom.value, children);
}

Guard GuardSpace::conjoin(Guard a, Guard b) {
    return apply(Operation::conjoin, a, b);
}

Guard GuardSpace::disjoin(Guard a, Guard b) {
    return apply(Operation::disjoin, a, b);
}

Guard GuardSpace::apply(Operation operation, Guard a, Guard b) {
    if (b < a) std::swap(a, b);
    const Guard zero = operation == Operation::conjoin ? k_never : k_always;
    const Guard one = operation == Operation::conjoin ? k_always : k_never;
    if (a == zero || b == zero) return zero;
    if (a == one) return b;
    if (b == one || a == b) return a;
    auto& memo = memo_[static_cast<std::size_t>(operation)];
    if (const auto found = memo.find(pair_key(a, b)); found != memo.end()) return found->second;
    const std::uint32_t atom = std::min(atom_of(a), atom_of(b));
    spend(atoms_[atom].classes.size());
    std::vector<Guard> children(atoms_[atom].classes.size());
    for (std::size_t i = 0; i < children.size(); ++i)
        children[i] = apply(operation, child(a, atom, i), child(b, atom, i));
    const Guard result = make(atom, children);
    memo_[static_cast<std::size_t>(operation)][pair_key(a, b)] = result;
    return result;
}

Guard GuardSpace::complement(Guard a) {
    if (a == k_never) return k_always;
    if (a == k_always) return k_never;
    if (const auto found = complements_.find(a.index); found != complements_.end()) return found->second;
    const std::uint32_t atom = atom_of(a);
    spend(atoms_[atom].classes.size());
    std::vector<Guard> children(atoms_[atom].classes.size());
    for (std::size_t i = 0; i < children.size(); ++i)
        children[i] = complement(child(a, atom, i));
    const Guard result = make(atom, children);
    complements_[a.index] = result;
    complements_[result.index] = a;
    return result;
}

bool GuardSpace::holds(Guard guard, const World& world) const {
    while (guard != k_never && guard != k_always) {
        const std::uint32_t atom = atom_of(guard);
        guard = child(guard, atom, atom < world.size() ? world[atom] : 0);
    }
    return guard == k_always;
}

std::vector<AtomId> GuardSpace::support(Guard guard) const {
    std::vector<std::uint32_t> seen;
    std::vector<Guard> open{guard};
    std::unordered_set<std::uint32_t> visited;  // the diagram may be a small part of the space
    while (!open.empty()) {
        const Guard g = open.back();
        open.pop_back();
        if (g == k_never || g == k_always || !visited.insert(g.index).second) continue;
        const std::uint32_t atom = atom_of(g);
        seen.push_back(atom);
        for (std::size_t i = 0; i < atoms_[atom].classes.size(); ++i)
            open.push_back(child(g, atom, i));
    }
    std::sort(seen.begin(), seen.end());
    seen.erase(std::unique(seen.begin(), seen.end()), seen.end());
    std::vector<AtomId> atoms;
    for (const std::uint32_t atom : seen)
        atoms.push_back(AtomId{atom});
    return atoms;
}

World GuardSpace::least_world(Guard guard) const {
    SPILE_CHECK(guard != k_never, "no world satisfies this guard");
    World world(atoms_.size(), 0);
    while (guard != k_always) {
        const std::uint32_t atom = atom_of(guard);
        std::uint16_t value_class = 0;
        while (child(guard, atom, value_class) == k_never)
            ++value_class;
        world[atom] = value_class;
        guard = child(guard, atom, value_class);
    }
    return world;
}

Guard GuardSpace::of(const Cube& cube) {
    Guard all = k_always;
    for (const auto& [atom, value_class] : cube)
        all = conjoin(all, is(atom, value_class));
    return all;
}

Cube GuardSpace::least_cube(Guard guard) {
    const World world = least_world(guard);
    Cube cube;
    for (const AtomId atom : support(guard))
        cube.emplace_back(atom, world[atom.value]);
    // Later atoms go first, so that what is kept is the least in order.
    for (std::size_t i = cube.size(); i-- > 0;) {
        Cube shorter = cube;
        shorter.erase(shorter.begin() + static_cast<std::ptrdiff_t>(i));
        if (implies(of(shorter), guard)) cube = shorter;
    }
    return cube;
}

}  // namespace spile::engine
