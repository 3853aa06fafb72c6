// The short form of steps made into a plan: the JSON that `terraform show -json` writes for it.
#pragma once

#include <string>
#include <string_view>

#include "engine/scenario/terraform/resolve.hpp"

namespace spile::engine::scenario::terraform {

/// `planned` and `current` are YAML as stated.hpp describes it. The plan has format_version 1.2, planned_values,
/// resource_changes, prior_state, and configuration; a value or bracket to each line. It says of a resource what was
/// stated and nothing more: attributes that nobody states are not set. Data sources of which all is known are in
/// prior_state, as Terraform has read them by then.
[[nodiscard]] Result<std::string> make_plan(std::string_view planned, std::string_view current,
                                            Completeness completeness);

}  // namespace spile::engine::scenario::terraform
