// The list of loaded policies as text, JSON ({policies: [{id, title, severity, aliases, controls, module, path}]}) and
// a Markdown table.
#pragma once

#include <string>
#include <vector>

#include "lang/program/program.hpp"
#include "lang/source/source_map.hpp"

namespace spile::engine {

[[nodiscard]] std::string policies_text(const std::vector<const lang::Policy*>& policies);
[[nodiscard]] std::string policies_json(const std::vector<const lang::Policy*>& policies, const SourceMap& sources);
[[nodiscard]] std::string policies_markdown(const std::vector<const lang::Policy*>& policies, const SourceMap& sources);

}  // namespace spile::engine
