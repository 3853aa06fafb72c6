// Scenarios ready to run: backgrounds put in front, outlines filled in from their examples, tags inherited. In the
// shape of Cucumber's Pickle message.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "lang/gherkin/document.hpp"

namespace spile::gherkin {

struct PickleTag {
    std::string name;
    std::uint32_t ast_node_id = 0;
};

struct PickleDocString {
    std::optional<std::string> media_type;
    std::string content;
    Location location;  // of the delimiter line in the file; content begins on the next line
};

struct PickleTable {
    std::vector<std::vector<std::string>> rows;
    Location location;  // of the first row in the file
};

struct PickleStep {
    std::string text;
    KeywordType type = KeywordType::unknown;  // never conjunction: that of the step before
    std::optional<PickleDocString> doc_string;
    std::optional<PickleTable> data_table;
    std::vector<std::uint32_t> ast_node_ids;  // the step; then the examples' row
    Location location;                        // of the step in the file
    std::uint32_t id = 0;
};

struct Pickle {
    std::string name;
    std::string language;
    std::vector<PickleStep> steps;
    std::vector<PickleTag> tags;
    std::vector<std::uint32_t> ast_node_ids;  // the scenario; then the examples' row
    Location location;                        // of the scenario, or of the examples' row
    std::uint32_t id = 0;
};

struct Compiled {
    std::vector<Pickle> pickles;  // what was made before the first error
    std::vector<ParseError> errors;
};

/// Ids go on from those of the document. An outline's placeholders may multiply, so there is an end: an error where the
/// scenarios come to more than 1,000,000 steps or 64 MiB of text.
[[nodiscard]] Compiled compile(const Document& document);

/// The pickles of `compile`, for documents that are known to be small.
[[nodiscard]] std::vector<Pickle> pickles(const Document& document);

}  // namespace spile::gherkin
