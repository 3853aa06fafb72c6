// Mutants that mean the same as the policy: a comment of a feature names each by its fingerprint and says why.
//
//     # equivalent mutant 3f2a91c0: a bucket has one rule at most, so `some` and `all` are the same
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/scenario/result.hpp"

namespace spile::engine::mutation {

struct Equivalent {
    std::string fingerprint;
    std::string reason;
    std::string place;  // "s3.feature:12"
};

/// In order of place. A comment that begins so and is not well formed, gives no reason or repeats another one is a
/// problem, which begins with its place.
[[nodiscard]] std::vector<Equivalent> equivalents_in(const std::vector<scenario::FeatureResult>& features,
                                                     std::vector<std::string>& problems);

}  // namespace spile::engine::mutation
