// A finding while it is made: with what it came from, until waivers and gates have had their say. Private to findings.
#pragma once

#include <cstdint>

#include "engine/findings/report.hpp"
#include "engine/graph/fact_graph.hpp"

namespace spile::engine {

struct Draft {
    Finding finding;
    std::uint32_t policy = 0;  // index into Program::policies
    UnitId unit;               // the subject's
};

}  // namespace spile::engine
