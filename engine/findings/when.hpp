// A finding's guard in the words of its document: condition names where they decide it, else parameters and classes.
#pragma once

#include <vector>

#include "engine/findings/report.hpp"
#include "engine/graph/fact_graph.hpp"

namespace spile::engine {

/// Literals that are possible together and imply the guard in every world that the document's Rules allow; empty when
/// it holds in all of those. Order of preference: one condition that says exactly the guard, one that implies it, two
/// that say exactly it, two that imply it (each time the first in document order, true before false), else the least
/// cube.
[[nodiscard]] std::vector<When> when_literals(Guard guard, const Document& document, GuardSpace& guards);

}  // namespace spile::engine
