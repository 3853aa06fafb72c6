// Compiled regular expressions of one evaluation: a rule's pattern meets thousands of values and is compiled once.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace re2 {
class RE2;
}

namespace spile::engine {

/// Not to be shared by threads: looking up fills it.
class Patterns {
  public:
    Patterns();
    ~Patterns();
    Patterns(const Patterns&) = delete;
    Patterns& operator=(const Patterns&) = delete;

    /// Null when the pattern does not compile.
    [[nodiscard]] const re2::RE2* find(std::string_view pattern);

  private:
    std::map<std::string, std::unique_ptr<re2::RE2>, std::less<>> compiled_;
};

}  // namespace spile::engine
