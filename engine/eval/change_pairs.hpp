// The instances of a view on both sides of a change, put together by their keys. One for the evaluator of all worlds
// and the one of a single world, whose truths differ.
#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

#include "engine/graph/value.hpp"

namespace spile::engine {

/// `There`: the truth of an instance's being there; a default one is that of what is not.
template <class There>
class ChangePairs {
  public:
    struct Pair {
        std::string_view key;
        std::string_view path;
        Value before;
        Value after;
        There before_there;
        There after_there;
    };

    void add_after(Value found, const There& there) {
        pairs_.push_back({.key = found.entity().key,
                          .path = found.entity().path,
                          .after = found,
                          .before_there = nowhere_,
                          .after_there = there});
    }
    /// Of several with one key the first meets the first.
    void add_before(Value found, const There& there) {
        const std::string_view key = found.entity().key;
        auto pair = std::find_if(pairs_.begin(), pairs_.end(),
                                 [&](const Pair& each) { return each.key == key && each.before.is(Kind::missing); });
        if (pair == pairs_.end())
            pair = pairs_.insert(
                pairs_.end(),
                Pair{.key = key, .path = found.entity().path, .before_there = nowhere_, .after_there = nowhere_});
        pair->before = found;
        pair->before_there = there;
    }
    [[nodiscard]] const std::vector<Pair>& all() const noexcept { return pairs_; }

    explicit ChangePairs(const There& nowhere) : nowhere_(nowhere) {}

  private:
    There nowhere_;
    std::vector<Pair> pairs_;
};

}  // namespace spile::engine
