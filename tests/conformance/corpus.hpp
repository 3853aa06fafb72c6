// Where the real-world inputs lie that tests read but the project does not hold: $SPILE_CORPUS, else ../shared/corpus
// beside the source tree.
#pragma once

#include <filesystem>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace spile::tests {

/// The corpus' folder. Where it is absent the test says so and gets nothing; with CI=true that is a failure.
[[nodiscard]] std::optional<std::filesystem::path> corpus();
/// All files below `folder` with one of the extensions (".yaml"), in order of path.
[[nodiscard]] std::vector<std::filesystem::path> files_below(const std::filesystem::path& folder,
                                                             std::initializer_list<std::string_view> extensions);
[[nodiscard]] std::string read_file(const std::filesystem::path& path);

}  // namespace spile::tests
