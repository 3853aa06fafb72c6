// Work that does not depend on its order, on several threads.
#pragma once

#include <cstddef>
#include <functional>

namespace spile::engine::scenario {

/// What one thread does with a position.
using Work = std::function<void(std::size_t)>;

/// Calls a worker for each of 0 … count-1, from at most `jobs` threads. Each thread makes one worker of its own by
/// `make_worker` and calls it again and again. What a call throws is thrown here, the first by position.
void in_parallel(std::size_t count, unsigned jobs, const std::function<Work()>& make_worker);

}  // namespace spile::engine::scenario
