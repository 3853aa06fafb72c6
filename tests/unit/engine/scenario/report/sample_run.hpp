// One handmade run with every status, and texts that no format may take for its own syntax.
#pragma once

#include "engine/scenario/report/write_results.hpp"

namespace spile::test {

struct SampleRun {
    engine::scenario::RunResult run;
    engine::scenario::ResultOptions options;
};

[[nodiscard]] SampleRun sample_run();

}  // namespace spile::test
