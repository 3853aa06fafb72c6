// Which scenarios of a suite a run plays: by tags, names, lines, and its share of them.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "engine/scenario/runner.hpp"
#include "lang/base/result.hpp"

namespace spile::engine::scenario {

struct Selection {
    std::string tags;                                         // tag expression; empty: all
    std::vector<std::string> names;                           // RE2; a scenario whose name matches one of them
    std::map<std::string, std::vector<std::uint32_t>> lines;  // by path of feature; a feature that is not here: all
    std::uint32_t shard = 1;  // of `shards`: every shards-th scenario, from the shard-th
    std::uint32_t shards = 1;
};

/// Ascending. A line selects the scenario that it is in, a row of examples that row alone, the feature's own line all.
/// An error for what cannot be read as tag or regular expression, and for a line that no scenario has.
[[nodiscard]] Result<std::vector<ScenarioRef>> select(const Suite& suite, const Selection& selection);

/// Why tags and names chose nothing of a suite that has scenarios, with the nearest of the tags that there are; empty
/// when neither was given.
[[nodiscard]] std::string why_none(const Suite& suite, const Selection& selection);

/// "path:line" of every scenario that did not pass, a line each; features that do not parse by their path alone. What
/// `spile test @FILE` reads.
[[nodiscard]] std::string rerun_text(const RunResult& result);

}  // namespace spile::engine::scenario
