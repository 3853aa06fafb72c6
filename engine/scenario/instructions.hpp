// Edits of Dockerfiles in steps: an instruction is named by its own words, so that a scenario reads without counting
// lines.
#pragma once

#include <cstdint>
#include <string>

#include "engine/scenario/play.hpp"

namespace spile::engine::scenario {

/// The lines of an instruction, continuations and heredocs included.
struct InstructionPlace {
    Given::Document* document = nullptr;
    std::uint32_t begin = 0;  // offset of its first line
    std::uint32_t end = 0;    // behind the break of its last line
    std::uint32_t first_line = 0;
    std::uint32_t last_line = 0;
};
/// The one instruction of all given Dockerfiles that reads so: the whole of it, else its beginning up to a blank. Line
/// breaks and repeated blanks count as one blank. Errors: none (with the nearest), or several (with their lines).
[[nodiscard]] Result<InstructionPlace> find_instruction(Given& given, const std::string& words);

/// `lines` takes the place of the instruction; empty: it goes.
Answer replace_instruction(Given& given, const std::string& words, const std::string& lines);
Answer add_instruction_behind(Given& given, const std::string& words, const std::string& lines);
/// At the end of the one Dockerfile there is.
Answer add_instruction(Given& given, const std::string& lines);

}  // namespace spile::engine::scenario
