// The rule texts that are part of the program: the standard modules that policies import, and the packs that `spile
// check` uses when no policy is named. Compiled like any other text, when a run starts.
#pragma once

#include <span>
#include <string_view>

namespace spile::stdlib {

/// Views bytes of the program: valid for its life.
struct EmbeddedText {
    std::string_view path;  // "stdlib/aws/s3.spile", below the root of the repository
    std::string_view text;
};

/// Sorted by path.
[[nodiscard]] std::span<const EmbeddedText> standard_modules();
/// Sorted by path.
[[nodiscard]] std::span<const EmbeddedText> embedded_packs();
/// docs/reference/diagnostics/SP0101.md and so on, sorted by path.
[[nodiscard]] std::span<const EmbeddedText> diagnostic_pages();

}  // namespace spile::stdlib
