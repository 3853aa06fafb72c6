// Doing something again whenever files change, until the user has had enough.
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace spile::cli {

/// Calls `run` at once and after each change of a file below `places` (files and folders; hidden ones are passed over)
/// whose name ends in one of `endings`. Looks four times a second. The answer is the exit code: 130 after Ctrl-C, 143
/// when told to terminate.
int run_and_watch(const std::vector<std::string>& places, const std::vector<std::string>& endings,
                  const std::function<void()>& run);

}  // namespace spile::cli
