// golden FOLDER-OR-FILE...: plays every `.test` below and compares; --update rewrites the output parts (refused under
// CI=true).
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "tests/golden/play.hpp"

namespace {

namespace fs = std::filesystem;
using spile::test::GoldenFile;
using spile::test::GoldenPart;
using spile::test::Played;

std::string read(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

std::string ended(std::string text) {
    if (!text.empty() && text.back() != '\n') text += '\n';
    return text;
}

// The part as it should read, for comparing and for --update.
GoldenPart actual_part(const GoldenPart& expected, const Played& played) {
    GoldenPart actual = expected;
    const auto found = played.outputs.find(expected.name);
    const std::string text = found == played.outputs.end() ? "(no such output)" : found->second;
    if (expected.name == "exit")
        actual.argument = text;
    else
        actual.text = ended(text);
    return actual;
}

void print_difference(const std::string& name, const std::string& expected, const std::string& actual) {
    std::printf("  part `%s`\n", name.c_str());
    std::istringstream a(expected), b(actual);
    std::string left, right;
    for (bool more_a = true, more_b = true; more_a || more_b;) {
        more_a = more_a && static_cast<bool>(std::getline(a, left));
        more_b = more_b && static_cast<bool>(std::getline(b, right));
        if (more_a && more_b && left == right) {
            std::printf("     %s\n", left.c_str());
            continue;
        }
        if (more_a) std::printf("   - %s\n", left.c_str());
        if (more_b) std::printf("   + %s\n", right.c_str());
    }
}

bool run(const fs::path& path, bool update) {
    GoldenFile file = spile::test::parse_golden(read(path));
    const Played played = spile::test::play(file);
    bool good = played.broken.empty();
    std::string report;
    if (file.output("diagnostics") == nullptr && !played.outputs.at("diagnostics").empty()) {
        file.parts.push_back({true, "diagnostics", {}, update ? "" : ""});
    }
    bool differs = false;
    for (GoldenPart& part : file.parts) {
        if (!part.output) continue;
        const GoldenPart actual = actual_part(part, played);
        if (actual.text == part.text && actual.argument == part.argument) continue;
        if (!differs && !update) std::printf("FAILED %s\n", path.string().c_str());
        differs = true;
        if (!update) print_difference(part.name, part.argument + part.text, actual.argument + actual.text);
        part = actual;
    }
    const bool should_fail = path.filename().string().starts_with("fail_");
    const bool usage = played.outputs.at("exit") == "2" || played.outputs.at("exit") == "3";
    if (should_fail != usage) {
        std::printf(
            "FAILED %s: the name begins with fail_ if and only if the run ends with 2 or 3 (it ended with %s)\n",
            path.string().c_str(), played.outputs.at("exit").c_str());
        good = false;
    }
    for (const std::string& line : played.broken)
        std::printf("FAILED %s\n  %s\n", path.string().c_str(), line.c_str());
    if (differs && update) {
        std::ofstream(path, std::ios::binary) << file.text();
        std::printf("accepted (not tested) %s\n", path.string().c_str());
    } else if (differs) {
        std::printf("  accept with: tests/update %s\n", path.string().c_str());
    }
    return good && (!differs || update);
}

}  // namespace

int main(int argc, char** argv) {
    bool update = false;
    std::vector<fs::path> files;
    for (int i = 1; i < argc; ++i) {
        const std::string argument = argv[i];
        if (argument == "--update")
            update = true;
        else if (fs::is_directory(argument)) {
            for (const fs::directory_entry& entry : fs::recursive_directory_iterator(argument)) {
                if (entry.path().extension() == ".test") files.push_back(entry.path());
            }
        } else
            files.push_back(argument);
    }
    const char* ci = std::getenv("CI");
    if (update && ci != nullptr && std::string(ci) == "true") {
        std::printf("golden files are not updated under CI\n");
        return 2;
    }
    std::sort(files.begin(), files.end());
    if (files.empty()) {
        std::printf("no golden file found\n");
        return 1;
    }
    std::size_t failed = 0;
    for (const fs::path& path : files)
        failed += run(path, update) ? 0 : 1;
    std::printf("%zu golden files, %zu failed\n", files.size(), failed);
    return failed == 0 ? 0 : 1;
}
