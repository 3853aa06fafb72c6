// Plays a golden file's inputs through `spile check` in memory and gives every output that such a file may ask for.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "tests/golden/golden_file.hpp"

namespace spile::test {

struct Played {
    std::map<std::string, std::string>
        outputs;                      // findings, verdicts, diagnostics, exit, warnings, and every report format
    std::vector<std::string> broken;  // properties that do not hold: reference, formatter, repetition
};

[[nodiscard]] Played play(const GoldenFile& file);

}  // namespace spile::test
