// What the engine asks of the file system, behind an interface, so that a run can be played in memory.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lang/base/result.hpp"

namespace spile::engine {

class FileSystem {
  public:
    FileSystem() = default;
    FileSystem(const FileSystem&) = delete;
    FileSystem& operator=(const FileSystem&) = delete;
    virtual ~FileSystem() = default;

    enum class Entry : std::uint8_t { none, file, folder };
    [[nodiscard]] virtual Entry entry(const std::string& path) const = 0;
    [[nodiscard]] virtual Result<std::string> read(const std::string& path) const = 0;
    /// Whether following symbolic links from `path` stays below the current folder.
    [[nodiscard]] virtual bool stays_below(const std::string& path) const = 0;
    /// Every file below a folder, sorted by path; hidden ones, build folders and symbolic links to folders are left
    /// out. Paths begin with the folder's.
    [[nodiscard]] virtual std::vector<std::string> walk(const std::string& folder) const = 0;
};

/// The machine's own files. Paths are printed as they are given, without a leading "./". Files of more than 1 GiB and
/// devices that give more than 16 MiB are refused.
class DiskFileSystem final : public FileSystem {
  public:
    [[nodiscard]] Entry entry(const std::string& path) const override;
    [[nodiscard]] Result<std::string> read(const std::string& path) const override;
    [[nodiscard]] bool stays_below(const std::string& path) const override;
    [[nodiscard]] std::vector<std::string> walk(const std::string& folder) const override;
};

/// `a/b/../c` → `a/c`, `./a` → `a`; nothing when it leads above where it begins or is absolute.
[[nodiscard]] std::optional<std::string> confined(const std::string& path);

}  // namespace spile::engine
