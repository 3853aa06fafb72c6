// The short form held to the provider's published schema: a misspelt attribute would be one that no policy reads.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "engine/scenario/terraform/stated.hpp"
#include "lang/schema/schema.hpp"

namespace spile::engine::scenario::terraform {

/// The first type or attribute that the provider does not have, with the nearest one, or the first block that is not
/// written as a list; nothing where all is right or the provider is not known. `name` as in read_stated.
[[nodiscard]] std::optional<Error> wrong_name(const std::vector<StatedResource>& resources, std::string_view name,
                                              const schema::Schema& schema);

}  // namespace spile::engine::scenario::terraform
