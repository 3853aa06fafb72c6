// Rule text as a mutant's author would have written it: pieces of the source with small edits.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lang/source/source_map.hpp"

namespace spile::lang::mutation {

struct Edit {
    Span at;  // empty: an insertion
    std::string text;
};

/// Blanks and line breaks as one space, comments left out.
[[nodiscard]] std::string on_one_line(std::string_view text);
/// The text of `shown` with the edits, which lie in it in any order and do not overlap; on one line.
[[nodiscard]] std::string edited(const SourceMap& sources, SourceSpan shown, std::vector<Edit> edits);
/// Where a word or operator stands between two offsets, not in a comment; nothing when it does not.
[[nodiscard]] std::optional<Span> find_word(const SourceMap& sources, SourceId source, Span between,
                                            std::string_view word);

}  // namespace spile::lang::mutation
