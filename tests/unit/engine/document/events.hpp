// Reads a text by the cursor and writes its events down, one a line, with what each span covers.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/document/cursor.hpp"

namespace spile::engine {

struct ReadBack {
    std::string events;              // "key Type <Type>\nstring AWS::S3::Bucket <\"AWS::S3::Bucket\">\n"
    std::vector<std::string> codes;  // of the diagnostics: "SP0603@12-15"
    std::vector<Diagnostic> diagnostics;
    bool failed = false;
};

[[nodiscard]] ReadBack read_back(std::string_view text, Format format, const Limits& limits = {});
[[nodiscard]] std::string_view name_of(Token token);

}  // namespace spile::engine
