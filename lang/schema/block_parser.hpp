// One resource type's lines of the data text -> a ResourceType in an arena. Used by schema.cpp alone.
#pragma once

#include <string_view>

#include "lang/schema/schema.hpp"

namespace spile::schema {

/// `block` is the part of `text` from its `=Name` to the next type. Throws MalformedSchema.
const ResourceType* parse_block(std::string_view text, std::string_view block, Arena& arena);

/// Throws MalformedSchema: what is wrong at the line that `at`, a part of `text`, begins on.
[[noreturn]] void fail_at(std::string_view text, std::string_view at, std::string_view what);

}  // namespace spile::schema
