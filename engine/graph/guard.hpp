// Under which parameter values something holds. A guard is a hash-consed multi-valued decision diagram over atoms
// (parameter = class of values), so equal guards have equal ids and correlated conditions stay correlated. Variables
// are ordered by atom id; a node has one child a class. (R. E. Bryant, Graph-Based Algorithms for Boolean Function
// Manipulation, 1986; multi-valued after Srinivasan et al., 1990.)
#pragma once

#include <cstdint>
#include <span>
#include <stdexcept>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace spile::engine {

struct Guard {
    std::uint32_t index = 0;
    friend constexpr auto operator<=>(Guard, Guard) = default;
};
inline constexpr Guard k_never{0};
inline constexpr Guard k_always{1};

struct AtomId {
    std::uint32_t value = 0;
    friend constexpr auto operator<=>(AtomId, AtomId) = default;
};

/// One source of variation: a parameter (or pseudo parameter, or opaque comparison) and the classes its values fall
/// into.
struct Atom {
    std::string document;              // path
    std::string name;                  // "Env", "AWS::Region"
    std::vector<std::string> classes;  // "prod", "dev", …; the class of all further values is written "(other)"
};

/// One class for each atom, indexed by atom id.
using World = std::vector<std::uint16_t>;

/// A conjunction of `atom = class`, in atom order; atoms that do not matter are left out.
using Cube = std::vector<std::pair<AtomId, std::uint16_t>>;

/// An operation would cost more than was allowed. Like memory, the allowance runs out in the middle of anything; the
/// few places that can say "too many conditions at once" of what they were making catch it.
class GuardsExhausted : public std::runtime_error {
  public:
    GuardsExhausted() : std::runtime_error("conditions depend on one another in too many ways") {}
};

class GuardSpace {
  public:
    GuardSpace();

    /// Limits what the operations from here on may cost together, in children looked at; they throw GuardsExhausted
    /// beyond it. Without a call there is no limit.
    void allow(std::uint64_t steps) noexcept { left_ = steps; }
    [[nodiscard]] std::uint64_t allowed() const noexcept { return left_; }

    /// At least one class. Atoms must be added before guards over later atoms are made; ids follow the order of adding.
    AtomId add_atom(Atom atom);
    [[nodiscard]] const Atom& atom(AtomId id) const { return atoms_.at(id.value); }
    [[nodiscard]] std::size_t atom_count() const noexcept { return atoms_.size(); }

    [[nodiscard]] Guard is(AtomId atom, std::uint16_t value_class);
    [[nodiscard]] Guard conjoin(Guard a, Guard b);
    [[nodiscard]] Guard disjoin(Guard a, Guard b);
    [[nodiscard]] Guard complement(Guard a);
    [[nodiscard]] Guard without(Guard a, Guard b) { return conjoin(a, complement(b)); }
    [[nodiscard]] bool implies(Guard a, Guard b) { return without(a, b) == k_never; }
    [[nodiscard]] bool disjoint(Guard a, Guard b) { return conjoin(a, b) == k_never; }

    [[nodiscard]] bool holds(Guard guard, const World& world) const;
    /// Atoms that the guard depends on, ascending.
    [[nodiscard]] std::vector<AtomId> support(Guard guard) const;
    /// The least world of the guard in (atom, class) order; `guard` must not be k_never. Atoms not in the support get
    /// class 0.
    [[nodiscard]] World least_world(Guard guard) const;
    /// A cube inside the guard with as few literals as possible, ties by (atom, class) order: greedy dropping of
    /// literals from the least world's cube.
    [[nodiscard]] Cube least_cube(Guard guard);
    [[nodiscard]] Guard of(const Cube& cube);

  private:
    struct Node {
        std::uint32_t atom;
        std::uint32_t first_child;  // into children_, one a class
    };
    enum class Operation : std::uint8_t { conjoin, disjoin };
    Guard make(std::uint32_t atom, std::span<const Guard> children);
    Guard apply(Operation operation, Guard a, Guard b);
    void spend(std::size_t steps);
    [[nodiscard]] std::uint32_t atom_of(Guard guard) const;
    [[nodiscard]] Guard child(Guard guard, std::uint32_t atom, std::size_t value_class) const;

    std::uint64_t left_ = ~std::uint64_t{0};
    std::vector<Atom> atoms_;
    std::vector<Node> nodes_;
    std::vector<Guard> children_;
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> unique_;
    std::unordered_map<std::uint64_t, Guard> memo_[2];
    std::unordered_map<std::uint32_t, Guard> complements_;
};

}  // namespace spile::engine
