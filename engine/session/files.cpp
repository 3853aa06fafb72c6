#include "engine/session/files.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

namespace spile::engine {

namespace fs = std::filesystem;

namespace {

std::string printed(const fs::path& path) {
    std::string text = path.generic_string();
    while (text.starts_with("./"))
        text.erase(0, 2);
    return text;
}

/// A document may have a gibibyte (Limits::bytes); what is no file may have no end.
std::uintmax_t most_bytes(const std::string& path) {
    std::error_code failed;
    return fs::is_character_file(path, failed) ? std::uintmax_t{16} << 20 : std::uintmax_t{1} << 30;
}

Error too_large(const std::string& path, std::uintmax_t most) {
    return Error{"cannot read `" + path + "`: it is larger than " + std::to_string(most >> 20) + " MiB"};
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
    const std::uintmax_t most = most_bytes(path);
    std::error_code failed;
    const std::uintmax_t size = fs::file_size(path, failed);
    if (!failed && size > most) return too_large(path, most);
    std::string text;
    if (!failed) text.reserve(size);
    std::array<char, 1 << 16> piece{};
    while (file.read(piece.data(), piece.size()), file.gcount() > 0) {
        text.append(piece.data(), static_cast<std::size_t>(file.gcount()));
        if (text.size() > most) return too_large(path, most);
    }
    if (file.bad()) return Error{"cannot read `" + path + "`"};
    return text;
}

bool DiskFileSystem::stays_below(const std::string& path) const {
    std::error_code failed;
    const fs::path here = fs::canonical(".", failed);
    if (failed) return false;
    const fs::path there = fs::weakly_canonical(path, failed);
    return !failed && std::mismatch(here.begin(), here.end(), there.begin(), there.end()).first == here.end();
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
