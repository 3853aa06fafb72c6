// The files that a scenario sees: its own documents first, then the disk, by paths from where the tool runs or from the
// feature's folder.
#pragma once

#include <map>
#include <string>

#include "engine/session/files.hpp"

namespace spile::engine::scenario {

class OverlayFiles final : public FileSystem {
  public:
    /// `below` outlives the overlay.
    OverlayFiles(const FileSystem& below, std::string feature_folder);
    void put(std::string path, std::string text);

    [[nodiscard]] Entry entry(const std::string& path) const override;
    [[nodiscard]] Result<std::string> read(const std::string& path) const override;
    [[nodiscard]] bool stays_below(const std::string& path) const override;
    [[nodiscard]] std::vector<std::string> walk(const std::string& folder) const override;

  private:
    const FileSystem* below_;
    std::string folder_;
    std::map<std::string, std::string> own_;
};

/// "a/b/" of "a/b/c.feature"; empty for a file of the current folder.
[[nodiscard]] std::string folder_of(const std::string& path);

}  // namespace spile::engine::scenario
