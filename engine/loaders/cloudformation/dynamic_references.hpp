// `{{resolve:ssm:…}}`, `{{resolve:ssm-secure:…}}`, `{{resolve:secretsmanager:…}}`: texts that CloudFormation replaces
// when it deploys, by what the store then holds.
#pragma once

#include "engine/loaders/cloudformation/scope.hpp"

namespace spile::engine::cloudformation {

/// The text with a hole for each dynamic reference, also for one that is itself put together of known and unknown
/// parts; every other value as it is. The hole's `attribute` is the reference as it is written.
[[nodiscard]] Value without_dynamic_references(Scope& scope, Value value);

}  // namespace spile::engine::cloudformation
