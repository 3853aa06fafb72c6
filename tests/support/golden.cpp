#include "tests/support/golden.hpp"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>

namespace spile::test {

namespace {

bool is_set(const char* name, std::string_view value) {
    const char* found = std::getenv(name);
    return found != nullptr && found == value;
}

// The line that begins at or before `at`.
std::string line_around(std::string_view text, std::size_t at) {
    const std::size_t before = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
    const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
    return std::string(text.substr(begin, text.find('\n', begin) - begin));
}

}  // namespace

std::string differs_from_golden(std::string_view path, std::string_view actual) {
    const std::string file = std::string(SPILE_SOURCE_DIR) + "/" + std::string(path);
    std::ifstream in(file, std::ios::binary);
    const bool there = in.good();
    const std::string expected{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    if (there && expected == actual) return {};
    if (is_set("SPILE_UPDATE", "1") && !is_set("CI", "true")) {
        std::ofstream(file, std::ios::binary) << actual;
        return {};
    }
    const auto first = std::mismatch(expected.begin(), expected.end(), actual.begin(), actual.end());
    const auto at = static_cast<std::size_t>(first.first - expected.begin());
    return std::string(path) + (there ? "" : " (does not exist)") + ", line " +
           std::to_string(1 + std::count(expected.begin(), first.first, '\n')) + "\n- " + line_around(expected, at) +
           "\n+ " + line_around(actual, at) + "\naccept what is printed now with SPILE_UPDATE=1";
}

}  // namespace spile::test
