#include "engine/session/files.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace spile::engine {

namespace fs = std::filesystem;

namespace {

std::string printed(const fs::path& path) {
    std::string text = path.generic_string();
    while (text.starts_with("./"))
        text.erase(0, 2);
    return text;
}

bool passed_over(const fs::path& folder) {
    const std::string name = folder.filename().string();
    return (name.size() > 1 && name.front() == '.' && name != "..") || name == "node_modules" ||
           name == "cdk.out.cache";
}

}  // namespace

FileSystem::Entry DiskFileSystem::entry(const std::string& path) const {
    std::error_code failed;
    const fs::file_status status = fs::status(path, failed);
    if (failed || !fs::exists(status)) return Entry::none;
    return fs::is_directory(status) ? Entry::folder : Entry::file;
}

Result<std::string> DiskFileSystem::read(const std::string& path) const {
    std::ifstream file(path, std::ios::binary);
    if (!file) return Error{"cannot open `" + path + "`: " + std::strerror(errno)};
    std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    if (file.bad()) return Error{"cannot read `" + path + "`"};
    return text;
}

std::vector<std::string> DiskFileSystem::walk(const std::string& folder) const {
    std::vector<std::string> found;
    std::error_code failed;
    fs::recursive_directory_iterator at(folder, fs::directory_options::skip_permission_denied, failed);
    for (; !failed && at != fs::recursive_directory_iterator(); at.increment(failed)) {
        std::error_code ignored;
        if (at->is_directory(ignored)) {
            if (passed_over(at->path())) at.disable_recursion_pending();
        } else if (at->is_regular_file(ignored) && at->path().filename().string().front() != '.') {
            found.push_back(printed(at->path()));
        }
    }
    std::sort(found.begin(), found.end());
    return found;
}

std::optional<std::string> confined(const std::string& path) {
    const fs::path normal = fs::path(path).lexically_normal();
    if (normal.is_absolute() || normal.empty()) return std::nullopt;
    if (*normal.begin() == "..") return std::nullopt;
    return printed(normal);
}

}  // namespace spile::engine
