// Counts how many cases of each kind were equal, and prints it: a test that saw no case is no test.
#pragma once

#include <catch2/catch.hpp>
#include <cstdio>
#include <map>
#include <string>

namespace spile::tests {

class Tally {
  public:
    void add(const std::string& kind, bool equal) {
        ++kinds_[kind].cases;
        kinds_[kind].equal += equal ? 1 : 0;
    }

    /// Fails unless there were exactly that many cases of the kind and all were equal.
    void require_all(const std::string& kind, int cases) const {
        const auto found = kinds_.find(kind);
        const Count count = found != kinds_.end() ? found->second : Count{};
        std::printf("%s: %d of %d equal\n", kind.c_str(), count.equal, count.cases);
        CHECK(count.cases == cases);
        CHECK(count.equal == count.cases);
    }

  private:
    struct Count {
        int cases = 0;
        int equal = 0;
    };
    std::map<std::string, Count> kinds_;
};

}  // namespace spile::tests
