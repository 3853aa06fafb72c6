// One instruction from its joined text.
#pragma once

#include <vector>

#include "engine/document/dockerfile/dockerfile.hpp"

namespace spile::engine::dockerfile {

/// Whether heredocs may follow it: ADD, COPY and RUN outside of the JSON form, also behind ONBUILD.
[[nodiscard]] bool takes_heredocs(const Instruction& instruction);

/// `line` begins with the keyword or blanks. What is wrong with the arguments is added to `problems`.
[[nodiscard]] Instruction read_instruction(const MappedText& line, char escape, std::vector<Problem>& problems);

}  // namespace spile::engine::dockerfile
