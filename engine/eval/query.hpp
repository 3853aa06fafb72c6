// A lone expression evaluated over the graph, as the worlds see it: for `spile query` and for looking into a template.
#pragma once

#include <string>
#include <vector>

#include "engine/eval/evaluation.hpp"

namespace spile::engine {

struct QueryAnswer {
    Guard where;        // the worlds in which the expression has this value
    std::string value;  // as display() prints it; members of lists one by one in `items`
    std::vector<std::string> items;
};

/// One answer a different value, least world first; at most 64.
[[nodiscard]] std::vector<QueryAnswer> query(Evaluation& evaluation, lang::ExprIndex root, lang::Slot frame_size);

/// Evaluates a policy for its subjects again and prints the tree of each (`subject` empty: all; else name or address),
/// in the least world of what the verdict is.
[[nodiscard]] std::string explain_text(Evaluation& evaluation, std::uint32_t policy, const std::string& subject);

}  // namespace spile::engine
