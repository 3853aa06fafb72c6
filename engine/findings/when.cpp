#include "engine/findings/when.hpp"

#include <algorithm>
#include <optional>
#include <string>

namespace spile::engine {

namespace {

// What naming the conditions of one finding may cost.
constexpr std::uint64_t k_guard_steps = 1'000'000;

// Pairs are looked for among so many literals; a template with more conditions over the same parameters gets a cube.
constexpr std::size_t k_max_literals = 64;

struct Literal {
    const NamedCondition* condition = nullptr;
    bool value = true;
    Guard guard = k_never;  // within the possible worlds
};

class WhenSearch {
  public:
    WhenSearch(Guard guard, const Document& document, GuardSpace& guards)
        : guards_(guards), possible_(document.possible), wanted_(guards.conjoin(guard, document.possible)) {
        const std::vector<AtomId> support = guards.support(guard);
        for (const NamedCondition& condition : document.conditions) {
            if (!meets(guards.support(condition.guard), support)) continue;
            add(condition, true, guards.conjoin(condition.guard, condition.decided));
            add(condition, false, guards.without(condition.decided, condition.guard));
        }
        if (literals_.size() > k_max_literals) literals_.resize(k_max_literals);
    }

    std::vector<When> result() {
        if (guards_.implies(possible_, wanted_)) return {};
        if (wanted_ == k_never) return {};
        if (auto one = single()) return *one;
        if (auto two = pair()) return *two;
        return cube();
    }

  private:
    static bool meets(const std::vector<AtomId>& a, const std::vector<AtomId>& b) {
        return std::any_of(a.begin(), a.end(),
                           [&](AtomId atom) { return std::binary_search(b.begin(), b.end(), atom); });
    }

    void add(const NamedCondition& condition, bool value, Guard guard) {
        const Guard within = guards_.conjoin(guard, possible_);
        if (within != k_never) literals_.push_back({&condition, value, within});
    }

    static When print(const Literal& literal) {
        return {std::string(literal.condition->name), literal.value ? "true" : "false", true};
    }

    std::optional<std::vector<When>> single() {
        std::optional<std::vector<When>> implying;
        for (const Literal& literal : literals_) {
            if (literal.guard == wanted_) return std::vector{print(literal)};
            if (!implying && guards_.implies(literal.guard, wanted_)) implying = std::vector{print(literal)};
        }
        return implying;
    }

    std::optional<std::vector<When>> pair() {
        std::optional<std::vector<When>> implying;
        for (std::size_t i = 0; i < literals_.size(); ++i) {
            for (std::size_t j = i + 1; j < literals_.size(); ++j) {
                const Guard both = guards_.conjoin(literals_[i].guard, literals_[j].guard);
                if (both == k_never) continue;
                if (both == wanted_) return std::vector{print(literals_[i]), print(literals_[j])};
                if (!implying && guards_.implies(both, wanted_))
                    implying = std::vector{print(literals_[i]), print(literals_[j])};
            }
        }
        return implying;
    }

    // The least cube of the worlds wanted, without the literals that the document's Rules give anyway.
    std::vector<When> cube() {
        Cube cube = guards_.least_cube(wanted_);
        for (std::size_t i = cube.size(); i-- > 0;) {
            Cube shorter = cube;
            shorter.erase(shorter.begin() + static_cast<std::ptrdiff_t>(i));
            if (guards_.implies(guards_.conjoin(guards_.of(shorter), possible_), wanted_)) cube = shorter;
        }
        std::vector<When> literals;
        for (const auto& [atom, value_class] : cube)
            literals.push_back({guards_.atom(atom).name, class_text(guards_.atom(atom), value_class), false});
        return literals;
    }

    // "(other)" means none of the classes that have names.
    static std::string class_text(const Atom& atom, std::size_t value_class) {
        const std::string& name = atom.classes.at(value_class);
        if (name != "(other)" || atom.classes.size() == 1) return name;
        std::string text = atom.classes.size() == 2 ? "not " : "none of ";
        std::string_view separator;
        for (const std::string& other : atom.classes) {
            if (other == name) continue;
            text.append(separator).append(other);
            separator = ", ";
        }
        return text;
    }

    GuardSpace& guards_;
    Guard possible_;
    Guard wanted_;
    std::vector<Literal> literals_;
};

}  // namespace

std::vector<When> when_literals(Guard guard, const Document& document, GuardSpace& guards) {
    const std::uint64_t left = guards.allowed();
    guards.allow(k_guard_steps);
    std::vector<When> found;
    try {
        found = WhenSearch(guard, document, guards).result();
    } catch (const GuardsExhausted&) {
        found.clear();  // said without its conditions rather than never
    }
    guards.allow(left);
    return found;
}

}  // namespace spile::engine
