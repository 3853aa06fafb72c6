// What Given steps that bring a document share: its path, its text, and that no two have one path.
#pragma once

#include <string>

#include "engine/scenario/play.hpp"

namespace spile::engine::scenario {

/// "template", "Dockerfile", "plan": as steps call a document.
[[nodiscard]] std::string_view noun_of(InputKind kind);

/// An error where the path is taken, or none that a scenario can have.
Answer add_document(Play& play, Given::Document document);

/// Columns are those of the block, which Gherkin moves to the left edge; its last line has an end.
[[nodiscard]] std::string content_of(const gherkin::PickleDocString& text);

/// The path as documents have it; an error where it leads out of the current folder.
[[nodiscard]] Result<std::string> path_in_quotes(const std::string& path);

/// A file that a step names, seen from the feature's folder.
struct NamedFile {
    std::string path;
    std::string text;
};
[[nodiscard]] Result<NamedFile> read_named_file(const Play& play, const std::string& path);

}  // namespace spile::engine::scenario
