// The embedded texts are the committed files, all of them.
#include "stdlib/embedded.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

using spile::stdlib::EmbeddedText;

static std::string read(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

static std::vector<std::string> files_below(const std::string& folder) {
    const std::filesystem::path root = SPILE_SOURCE_DIR;
    std::vector<std::string> found;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root / folder))
        if (entry.path().extension() == ".spile") found.push_back(entry.path().lexically_relative(root).string());
    std::sort(found.begin(), found.end());
    return found;
}

static void check(std::span<const EmbeddedText> texts, const std::string& folder) {
    std::vector<std::string> paths;
    for (const EmbeddedText& text : texts) {
        paths.emplace_back(text.path);
        INFO(text.path);
        CHECK((text.text == read(std::filesystem::path(SPILE_SOURCE_DIR) / text.path)));
    }
    CHECK(paths == files_below(folder));
}

TEST_CASE("the embedded modules are the files below stdlib") {
    check(spile::stdlib::standard_modules(), "stdlib");
}

TEST_CASE("the embedded packs are the files below policies") {
    check(spile::stdlib::embedded_packs(), "policies");
}
