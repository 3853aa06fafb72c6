// A file system of a few texts, for tests.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/session/files.hpp"

namespace spile::test {

class MemoryFileSystem final : public engine::FileSystem {
  public:
    void put(std::string path, std::string text) { files_[std::move(path)] = std::move(text); }

    [[nodiscard]] Entry entry(const std::string& path) const override {
        if (files_.contains(path)) return Entry::file;
        for (const auto& [name, text] : files_) {
            if (path == "." || name.starts_with(path + "/")) return Entry::folder;
        }
        return Entry::none;
    }

    [[nodiscard]] Result<std::string> read(const std::string& path) const override {
        const auto found = files_.find(path);
        if (found == files_.end()) return Error{"cannot open `" + path + "`: No such file or directory"};
        return found->second;
    }

    [[nodiscard]] bool stays_below(const std::string&) const override { return true; }

    [[nodiscard]] std::vector<std::string> walk(const std::string& folder) const override {
        std::vector<std::string> found;
        for (const auto& [name, text] : files_) {
            if (folder == "." || name.starts_with(folder + "/")) found.push_back(name);
        }
        return found;
    }

  private:
    std::map<std::string, std::string> files_;
};

}  // namespace spile::test
