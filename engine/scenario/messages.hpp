// Feature files as Cucumber's messages (github.com/cucumber/messages): one JSON object a line.
#pragma once

#include <string>
#include <string_view>

#include "engine/report/json.hpp"
#include "lang/gherkin/document.hpp"
#include "lang/gherkin/parse.hpp"
#include "lang/gherkin/pickle.hpp"

namespace spile::engine::scenario {

/// Each is a whole envelope on one line, without a newline at its end: {"gherkinDocument": …}. Ids are decimal numbers
/// as strings. Bytes that are not UTF-8 become U+FFFD.
[[nodiscard]] std::string source_json(std::string_view text, std::string_view uri, gherkin::Syntax syntax);
[[nodiscard]] std::string gherkin_document_json(const gherkin::Document& document, std::string_view uri);
[[nodiscard]] std::string pickle_json(const gherkin::Pickle& pickle, std::string_view uri);
[[nodiscard]] std::string parse_error_json(const gherkin::ParseError& error, std::string_view uri);

/// {"line": 1, "column": 1}; no column where it is the whole line.
[[nodiscard]] Json location_json(gherkin::Location location);

}  // namespace spile::engine::scenario
