// The state that a Dockerfile's loading goes through: stages in order, each with what its instructions have set so far.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/document/dockerfile/dockerfile.hpp"
#include "engine/document/dockerfile/ignore.hpp"
#include "engine/graph/fact_graph.hpp"
#include "engine/loaders/dockerfile/values.hpp"
#include "engine/loaders/dockerfile/variables.hpp"

namespace spile::engine::dockerfile {

/// What an image says of how it runs; each value missing until something sets it.
struct Settings {
    Value user;
    Value workdir;
    Value command;
    Value entrypoint;
    Value health_check;
    Value shell;
    std::vector<Member> labels;
    std::vector<Value> exposed;
};

/// What COPY and ADD take from.
struct BuildContext {
    bool known = true;
    std::optional<IgnoreFile> ignore;
    SourceId source;   // of the ignore file
    std::string path;  // of the ignore file
};

struct Stage {
    std::string name;          // as it is referred to: lower case; "" without one
    std::string key;           // its name, else its number: part of addresses
    std::uint32_t number = 0;  // from 0
    const Instruction* from = nullptr;
    std::vector<const Instruction*> instructions;
    std::optional<std::uint32_t> parent;  // the stage that it is built on
    Scope scope;
    Settings settings;
    UnitId unit;
    Value base_image;       // at the bottom of the stages that it is built on; missing over scratch
    bool external = false;  // built, over whatever stages, on an image that is not at hand
    bool shell_is_posix = true;
    Fields fields;  // of its unit, in the making
    const Path* path = nullptr;
    const BuildContext* context = nullptr;  // outlives the loading
    std::vector<std::uint32_t> copied_from;
};

/// The number of the stage that a name or number means, among those in front of `before`.
[[nodiscard]] std::optional<std::uint32_t> find_stage(const std::vector<Stage>& stages, std::string_view reference,
                                                      std::uint32_t before);

/// Attributes of one instruction, and what it changes in its stage. `path` is the place of its unit.
[[nodiscard]] Fields instruction_fields(const Instruction& instruction, Stage& stage, const Scope& global,
                                        const std::vector<Stage>& stages, const Values& values, const Path* path);

/// The commands of a RUN, of its heredocs, or of a shell in exec form; nothing where the stage's shell is another one.
[[nodiscard]] std::optional<std::vector<Value>> commands_of(const Instruction& instruction, const Stage& stage,
                                                            const Values& values, const Path* path);

}  // namespace spile::engine::dockerfile
