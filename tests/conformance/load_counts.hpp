// The counts that the corpus gives for each template, from a cursor alone. What they mean (found by experiment: with
// this reading all 173 templates agree):
//
//   nodes       values of the document: each map, list and scalar, the root included; keys are not counted. A short
//   form
//               `!Name value` is read as the map {"Fn::Name": value} (`!Ref` and `!Condition` without `Fn::`), so it is
//               one node more than its value; `!GetAtt A.B` keeps its one string. Aliases count as what they stand for
//   depth       of the deepest value, the root being 0; a short form is one level, as its long form is
//   intrinsics  maps with exactly one key, by that key, when it is `Ref`, `Condition` or begins with `Fn::`; short
//   forms
//               alike. So `Condition: X` beside other keys does not count, and `{"Condition": "X"}` does
//   resources, parameters, conditions, mappings, outputs, rules: members of the section; absent counts as 0
//   types       different texts of `Type` among the resources
//   transform   the section's text, or its list of texts
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "engine/document/cursor.hpp"

namespace spile::tests {

struct LoadCounts {
    std::uint64_t nodes = 0;
    std::uint64_t depth = 0;
    std::map<std::string, std::uint64_t> intrinsics;
    std::map<std::string, std::uint64_t> members;  // of each section: "Resources" -> 7
    std::set<std::string> types;
    std::vector<std::string> transform;
};

/// Reads the cursor to its end.
[[nodiscard]] LoadCounts count_load(engine::Cursor& cursor);

}  // namespace spile::tests
