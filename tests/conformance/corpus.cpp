#include "corpus.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <iterator>

namespace spile::tests {

std::optional<std::filesystem::path> corpus() {
    const char* named = std::getenv("SPILE_CORPUS");
    const auto beside = std::filesystem::path(SPILE_SOURCE_DIR) / ".." / "shared" / "corpus";
    const std::filesystem::path folder = named != nullptr ? std::filesystem::path(named) : beside;
    if (std::filesystem::is_directory(folder)) return folder;
    const char* ci = std::getenv("CI");
    if (ci != nullptr && std::string_view(ci) == "true") {
        FAIL("the corpus is not at " << folder.string());
    }
    WARN("skipped: the corpus is not at " << folder.string() << "; set SPILE_CORPUS");
    return std::nullopt;
}

std::vector<std::filesystem::path> files_below(const std::filesystem::path& folder,
                                               std::initializer_list<std::string_view> extensions) {
    std::vector<std::filesystem::path> out;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        const std::string extension = entry.path().extension().string();
        const bool wanted = std::find(extensions.begin(), extensions.end(), extension) != extensions.end();
        if (entry.is_regular_file() && wanted) out.push_back(entry.path());
    }
    std::sort(out.begin(), out.end());
    return out;
}

std::string read_file(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    REQUIRE(in.good());
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace spile::tests
