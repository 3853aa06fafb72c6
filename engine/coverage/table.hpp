// A table of short cells for a terminal.
#pragma once

#include <string>
#include <vector>

namespace spile::engine::coverage {

using Row = std::vector<std::string>;

/// Columns as wide as their widest cell, the first to the left, the others to the right. Below each row its note, which
/// is empty or ends with a line break.
[[nodiscard]] std::string table(const std::vector<Row>& rows, const std::vector<std::string>& notes);

}  // namespace spile::engine::coverage
