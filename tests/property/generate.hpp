// Random programs and templates that fit each other: every intrinsic that opens worlds, lists with members that come
// and go, quantifiers, aggregates, comprehensions, negation and a small recursion.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace spile::test {

/// The same numbers on every machine, unlike the standard's distributions.
class Dice {
  public:
    explicit Dice(std::uint64_t seed) : engine_(seed) {}
    [[nodiscard]] std::size_t below(std::size_t n) { return static_cast<std::size_t>(engine_() % n); }
    [[nodiscard]] bool chance(std::size_t percent) { return below(100) < percent; }
    [[nodiscard]] const char* one_of(const std::vector<const char*>& words) { return words[below(words.size())]; }

  private:
    std::mt19937_64 engine_;
};

/// A template as a tree, to be written as JSON or YAML in any order of its keys.
struct Tree {
    enum class Kind : std::uint8_t { text, word, list, map } kind = Kind::text;
    std::string scalar;                                 // word: a number or boolean
    std::vector<std::pair<std::string, Tree>> members;  // of a list with empty keys
};

[[nodiscard]] Tree text(std::string value);
[[nodiscard]] Tree list(std::vector<Tree> items);
[[nodiscard]] Tree map(std::vector<std::pair<std::string, Tree>> members);
[[nodiscard]] std::string as_json(const Tree& tree);
/// Block style, with short forms of intrinsics.
[[nodiscard]] std::string as_yaml(const Tree& tree);
/// Keys of maps in another order; lists stay.
[[nodiscard]] Tree shuffled(const Tree& tree, Dice& dice);

struct Parameter {
    std::string name;
    std::vector<std::string> allowed;  // empty: any value
};

struct Case {
    std::string policies;
    Tree document;
    std::vector<Parameter> open;  // parameters without a value
};

[[nodiscard]] Case generate(std::uint64_t seed);

}  // namespace spile::test
