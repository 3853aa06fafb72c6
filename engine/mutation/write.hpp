// Mutation printed: a table and the survivors for people, JSON for programs.
#pragma once

#include <string>

#include "engine/mutation/mutation.hpp"
#include "engine/report/json.hpp"

namespace spile::engine::mutation {

/// Each survivor with its place, the line, what was changed and the smallest input that would tell; then one row a
/// policy, and the totals.
[[nodiscard]] std::string write_text(const Mutation& mutation, const SourceMap& sources);
/// {"policies": […], "total": {…}, "problems": […]}.
[[nodiscard]] Json write_json(const Mutation& mutation, const SourceMap& sources);

}  // namespace spile::engine::mutation
