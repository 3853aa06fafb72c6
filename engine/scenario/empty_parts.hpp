// Parts of a feature that would run nothing without a word: no scenario, an outline without examples.
#pragma once

#include <string>
#include <vector>

#include "lang/gherkin/document.hpp"

namespace spile::engine::scenario {

/// One text for each such part: "s3.feature:12: the outline has no examples, so nothing of it is run".
[[nodiscard]] std::vector<std::string> empty_parts(const std::string& path, const gherkin::Document& document);

}  // namespace spile::engine::scenario
