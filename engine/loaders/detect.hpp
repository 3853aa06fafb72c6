// What a file is, by its name and its content; `--as` overrides.
#pragma once

#include <optional>
#include <string_view>

#include "engine/document/cursor.hpp"
#include "engine/graph/fact_graph.hpp"

namespace spile::engine {

struct Detected {
    InputKind kind = InputKind::yaml;
    Format format = Format::yaml;
};

/// Nothing when no loader would know what to do with it. Plain JSON and YAML files are not recognised on their own:
/// they must be named with `--as`.
[[nodiscard]] std::optional<Detected> detect_input(std::string_view path, std::string_view text);

/// Whether a file of that path is a Dockerfile by its name: `Dockerfile`, `Dockerfile.web`, `web.Dockerfile`,
/// `Containerfile`.
[[nodiscard]] bool is_dockerfile(std::string_view path);

/// The kind of a word of `--as`.
[[nodiscard]] std::optional<InputKind> input_kind(std::string_view word);

/// JSON by the name's ending or a brace at the beginning, else YAML.
[[nodiscard]] Format detect_format(std::string_view path, std::string_view text);

}  // namespace spile::engine
