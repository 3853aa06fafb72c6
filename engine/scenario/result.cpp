#include "engine/scenario/result.hpp"

#include <algorithm>
#include <array>

namespace spile::engine::scenario {

std::string_view word(Status status) {
    static constexpr std::array<std::string_view, 4> k_words = {"passed", "failed", "undefined", "skipped"};
    return k_words[static_cast<std::size_t>(status)];
}

bool RunResult::passed() const {
    const auto unread = [](const FeatureResult& feature) { return !feature.errors.empty(); };
    return errors.empty() && summary.failed == 0 && std::none_of(features.begin(), features.end(), unread);
}

}  // namespace spile::engine::scenario
