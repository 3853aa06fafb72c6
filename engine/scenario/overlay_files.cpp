#include "engine/scenario/overlay_files.hpp"

namespace spile::engine::scenario {

OverlayFiles::OverlayFiles(const FileSystem& below, std::string feature_folder)
    : below_(&below), folder_(std::move(feature_folder)) {}

void OverlayFiles::put(std::string path, std::string text) {
    own_[std::move(path)] = std::move(text);
}

FileSystem::Entry OverlayFiles::entry(const std::string& path) const {
    if (own_.contains(path)) return Entry::file;
    // A scenario says itself what its build context leaves out, wherever the tool runs.
    if (path.ends_with(".dockerignore")) return Entry::none;
    const Entry there = below_->entry(path);
    return there == Entry::none && !folder_.empty() ? below_->entry(folder_ + path) : there;
}

Result<std::string> OverlayFiles::read(const std::string& path) const {
    if (const auto own = own_.find(path); own != own_.end()) return own->second;
    const bool here = below_->entry(path) == Entry::file;
    return below_->read(here || folder_.empty() ? path : folder_ + path);
}

bool OverlayFiles::stays_below(const std::string& path) const {
    if (own_.contains(path)) return true;
    const bool here = below_->entry(path) == Entry::file;
    return below_->stays_below(here || folder_.empty() ? path : folder_ + path);
}

std::vector<std::string> OverlayFiles::walk(const std::string& folder) const {
    return below_->walk(folder);
}

std::string folder_of(const std::string& path) {
    const std::size_t slash = path.rfind('/');
    return slash == std::string::npos ? std::string() : path.substr(0, slash + 1);
}

}  // namespace spile::engine::scenario
