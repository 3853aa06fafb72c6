// Where the parts of a text stand in the document that spells it: parse_json gives them to what it reads. Private to
// the folder.
#pragma once

#include <optional>
#include <vector>

#include "engine/document/offset_map.hpp"
#include "engine/eval/operators/support.hpp"

namespace spile::engine::operators {

/// Nothing is known of a text that an intrinsic or a parameter supplied: the source then spells something else. What a
/// `!Sub` spells out itself is known, its holes at their `${…}`.
class WrittenText {
  public:
    WrittenText(Value text, const Operands& with);

    /// How many decoded bytes lie before a byte of a segment; a hole of a `!Sub` counts as what it is written with.
    [[nodiscard]] std::uint32_t offset(std::size_t segment, std::size_t within) const;

    [[nodiscard]] bool known() const noexcept { return map_.has_value(); }
    /// The source of the decoded bytes; nothing when it is not known.
    [[nodiscard]] std::optional<SourceSpan> span(Span decoded) const;

  private:
    SourceSpan whole_;
    std::optional<OffsetMap> map_;
    std::vector<std::uint32_t> starts_;  // of the segments, and the end
};

}  // namespace spile::engine::operators
