#include "engine/scenario/find_features.hpp"

#include <algorithm>
#include <set>

#include "engine/scenario/overlay_files.hpp"

namespace spile::engine::scenario {

namespace {

bool is_feature(std::string_view path) {
    return path.ends_with(".feature") || path.ends_with(".feature.md");
}

struct Target {
    std::string path;
    std::vector<std::uint32_t> lines;
};

// "a.feature:3:10": lines of a feature; a colon without digits behind it belongs to the path.
Target target_of(std::string text) {
    Target target;
    while (text.size() > 2 && text.starts_with("./"))
        text.erase(0, 2);
    while (true) {
        const std::size_t colon = text.rfind(':');
        const std::string_view digits = colon == std::string::npos ? "" : std::string_view(text).substr(colon + 1);
        const bool number = !digits.empty() && digits.size() < 9 &&
                            std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
        if (!number) break;
        target.lines.push_back(static_cast<std::uint32_t>(std::stoul(std::string(digits))));
        text.erase(colon);
    }
    if (text.size() > 1 && text.ends_with('/')) text.pop_back();
    target.path = std::move(text);
    return target;
}

class Finder {
  public:
    Finder(const FileSystem& files, DiagnosticSink& sink) : files_(files), sink_(sink) {}

    void add(const std::string& text) {
        if (text.starts_with("@") && files_.entry(text) == FileSystem::Entry::none) return add_list(text.substr(1));
        const Target target = target_of(text);
        switch (files_.entry(target.path)) {
            case FileSystem::Entry::file:
                return add_file(target);
            case FileSystem::Entry::folder:
                if (target.lines.empty()) return add_folder(target.path);
                sink_.add({DiagnosticKind::input_not_recognised,
                           {},
                           "`" + target.path + "` is a folder, and only features have lines",
                           {},
                           "name a feature: FEATURE:LINE"});
                return;
            case FileSystem::Entry::none:
                sink_.add(
                    {DiagnosticKind::input_not_found, {}, "there is no file or folder `" + target.path + "`", {}, {}});
        }
    }

    FoundFeatures take() {
        // A feature that is named with lines and without is meant as a whole.
        for (const std::string& path : whole_)
            found_.lines.erase(path);
        for (const std::string& path : paths_) {
            Result<std::string> text = files_.read(path);
            if (text.ok())
                found_.features.push_back({path, std::move(text).value()});
            else
                sink_.add({DiagnosticKind::input_not_found, {}, text.error().message, {}, {}});
        }
        found_.policies.assign(policies_.begin(), policies_.end());
        return std::move(found_);
    }

  private:
    void add_list(const std::string& path) {
        Result<std::string> text = files_.read(path);
        if (!text.ok()) {
            sink_.add({DiagnosticKind::input_not_found, {}, text.error().message, {}, {}});
            return;
        }
        std::string_view rest = text.value();
        while (!rest.empty()) {
            const std::size_t end = std::min(rest.find('\n'), rest.size());
            std::string_view line = rest.substr(0, end);
            rest.remove_prefix(std::min(end + 1, rest.size()));
            if (line.ends_with('\r')) line.remove_suffix(1);
            if (line.starts_with('@') && files_.entry(std::string(line)) == FileSystem::Entry::none)
                sink_.add({DiagnosticKind::input_not_recognised,
                           {},
                           "`" + std::string(line) + "` in the list `" + path + "` is no feature",
                           {},
                           "a list names features, and no other list"});
            else if (!line.empty())
                add(std::string(line));
        }
    }

    void add_file(const Target& target) {
        if (!is_feature(target.path)) {
            sink_.add({DiagnosticKind::input_not_recognised,
                       {},
                       "`" + target.path + "` is no feature",
                       {},
                       "features end in `.feature` or `.feature.md`; -p names policies"});
            return;
        }
        paths_.insert(target.path);
        if (target.lines.empty()) whole_.insert(target.path);
        auto& lines = found_.lines[target.path];
        lines.insert(lines.end(), target.lines.begin(), target.lines.end());
        const std::string folder = folder_of(target.path);
        for (const std::string& file : files_.walk(folder.empty() ? "." : folder.substr(0, folder.size() - 1))) {
            if (file.ends_with(".spile") && folder_of(file) == folder) policies_.insert(file);
        }
    }

    void add_folder(const std::string& folder) {
        bool any = false;
        for (const std::string& file : files_.walk(folder)) {
            if (file.ends_with(".spile")) policies_.insert(file);
            if (!is_feature(file)) continue;
            paths_.insert(file);
            whole_.insert(file);
            any = true;
        }
        if (!any) found_.without.push_back(folder);
    }

    const FileSystem& files_;
    DiagnosticSink& sink_;
    FoundFeatures found_;
    std::set<std::string> paths_;
    std::set<std::string> whole_;
    std::set<std::string> policies_;
};

}  // namespace

FoundFeatures find_features(const FileSystem& files, const std::vector<std::string>& targets, DiagnosticSink& sink) {
    Finder finder(files, sink);
    if (targets.empty()) finder.add(".");
    for (const std::string& target : targets)
        finder.add(target);
    return finder.take();
}

}  // namespace spile::engine::scenario
