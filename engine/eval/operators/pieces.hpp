// Cutting texts that are known in part. A hole is taken not to contain the separators of a form (`:` of an ARN, `/` of
// an image) when the text around it already has them; where a hole could stand for several parts, the callers say
// unknown. Private to the folder.
#pragma once

#include <string>
#include <vector>

#include "engine/eval/operators/support.hpp"

namespace spile::engine::operators {

using Piece = std::vector<Segment>;

/// The segments of a string, partial string or unknown; empty for everything else.
[[nodiscard]] Piece piece_of(Value text);
/// Between the known separators, at most `most` pieces (the last takes the rest); at least one.
[[nodiscard]] std::vector<Piece> split_at(const Piece& text, std::string_view separator, std::size_t most);
[[nodiscard]] bool has_hole(const Piece& piece);
/// The text of a piece without holes.
[[nodiscard]] std::string known_text(const Piece& piece);
/// The known text behind the last hole.
[[nodiscard]] std::string_view known_tail(const Piece& piece);

/// A string, partial string or unknown at the place of `of`, marked as it is.
[[nodiscard]] Value piece_value(const Piece& piece, Value of, const Operands& with);
/// An unknown string that stands for some part of `of`.
[[nodiscard]] Value fresh_hole(Value of, const Operands& with, bool may_be_missing = false);
/// Anything that ends with `tail`.
[[nodiscard]] Value ending_with(std::string_view tail, Value of, const Operands& with);

}  // namespace spile::engine::operators
