// The keywords of one spoken language. All dialects lie in dialects.txt, embedded in the program (README.md).
#pragma once

#include <string_view>
#include <vector>

#include "lang/gherkin/document.hpp"

namespace spile::gherkin {

struct StepKeyword {
    std::string_view text;  // with its blank, where the language writes one: "Given "
    KeywordType type = KeywordType::unknown;
};

/// Views are valid for the life of the program.
struct Dialect {
    std::string_view code;    // "en"
    std::string_view name;    // "English"
    std::string_view native;  // the language's name in itself
    std::vector<std::string_view> feature;
    std::vector<std::string_view> rule;
    std::vector<std::string_view> background;
    std::vector<std::string_view> scenario;  // then those of outlines
    std::vector<std::string_view> examples;
    std::vector<StepKeyword> steps;  // longest first, each once; in several lists: of type unknown
};

/// In order of their codes.
[[nodiscard]] const std::vector<Dialect>& all_dialects();
/// Nothing when there is none of this code.
[[nodiscard]] const Dialect* find_dialect(std::string_view code);

}  // namespace spile::gherkin
