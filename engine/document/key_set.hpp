// The keys of the maps that are open while a document is read; finds the ones that repeat.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "lang/base/span.hpp"

namespace spile::engine {

/// Keys of one map, compared decoded. Ordered search, not hashing, so that no input can make it slow: O(log n).
/// The views must outlive the set.
class KeySet {
  public:
    /// The place of the same key seen before, or nothing when it is new.
    std::optional<Span> insert(std::string_view key, Span span) {
        if (few_.size() < k_few) {
            for (const auto& [name, place] : few_) {
                if (name == key) return place;
            }
            few_.emplace_back(key, span);
            return std::nullopt;
        }
        if (many_.empty()) many_.insert(few_.begin(), few_.end());
        const auto [found, added] = many_.emplace(key, span);
        return added ? std::nullopt : std::optional(found->second);
    }
    void clear() {
        few_.clear();
        many_.clear();
    }

  private:
    static constexpr std::size_t k_few = 16;
    std::vector<std::pair<std::string_view, Span>> few_;
    std::map<std::string_view, Span> many_;
};

}  // namespace spile::engine
