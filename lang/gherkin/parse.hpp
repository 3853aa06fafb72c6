// Feature text -> document. The only face of the grammar besides pickle.hpp.
#pragma once

#include <string_view>
#include <vector>

#include "lang/gherkin/document.hpp"

namespace spile::gherkin {

enum class Syntax { plain, markdown };  // markdown: `*.feature.md`, Markdown with Gherkin

struct Parsed {
    Document document;  // meaningless when there are errors
    std::vector<ParseError> errors;
};

/// Never throws on any bytes. O(length). `language` is the dialect unless the text says `# language: xx`.
[[nodiscard]] Parsed parse(std::string_view text, Syntax syntax = Syntax::plain, std::string_view language = "en");

}  // namespace spile::gherkin
