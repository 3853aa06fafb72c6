// KICS names queries by UUID in its suppressions and by folder in its list; policies name the folder.
#pragma once

#include <string_view>

namespace spile::engine {

/// `9513a694-aa0d-41d8-be61-3271e056f36b` → `dockerfile/add_instead_of_copy`, by the first eight digits; any other text
/// as it is. O(log n).
[[nodiscard]] std::string_view kics_query(std::string_view id);

}  // namespace spile::engine
