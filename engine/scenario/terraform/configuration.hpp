// The `configuration` of a made plan: what the expressions of a configuration that gives these values would be. A
// reference into or out of a module goes through outputs and variables, as Terraform has it.
#pragma once

#include <vector>

#include "engine/scenario/terraform/resolve.hpp"

namespace spile::engine::scenario::terraform {

/// An error where instances of one resource or module have keys of different kinds.
[[nodiscard]] Result<PlanValue> configuration_of(const std::vector<PlannedResource>& resources);

/// "registry.terraform.io/hashicorp/aws" for types that begin with `aws_`.
[[nodiscard]] std::string provider_of(const std::string& type);

}  // namespace spile::engine::scenario::terraform
