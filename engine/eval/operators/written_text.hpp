// Where the parts of a text stand in the document that spells it: parse_json gives them to what it reads. Private to
// the folder.
#pragma once

#include <optional>

#include "engine/document/offset_map.hpp"
#include "engine/eval/operators/support.hpp"

namespace spile::engine::operators {

/// Nothing is known of a text that an intrinsic or a parameter supplied: the source then spells something else.
class WrittenText {
  public:
    WrittenText(Value text, const Operands& with);

    [[nodiscard]] bool known() const noexcept { return map_.has_value(); }
    /// The source of the decoded bytes; nothing when it is not known.
    [[nodiscard]] std::optional<SourceSpan> span(Span decoded) const;

  private:
    SourceSpan whole_;
    std::optional<OffsetMap> map_;
};

}  // namespace spile::engine::operators
