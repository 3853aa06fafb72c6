// Ids of a document and its pickles count from 0; a stream of messages holds many documents, and an id only once.
#pragma once

#include "engine/scenario/result.hpp"

namespace spile::engine::scenario {

struct Identified {
    gherkin::Document document;
    std::vector<gherkin::Pickle> pickles;
    std::uint32_t next = 0;  // the first id that is free behind them
};

/// Copies in which every id, and what names one, is greater by `base`.
[[nodiscard]] Identified with_ids_from(std::uint32_t base, const gherkin::Document& document,
                                       const std::vector<gherkin::Pickle>& pickles);

}  // namespace spile::engine::scenario
