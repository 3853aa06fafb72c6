// What the short form comes to: each attribute's value before and after, with references followed, and what Terraform
// would do to each resource.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/scenario/terraform/plan_value.hpp"
#include "engine/scenario/terraform/stated.hpp"

namespace spile::engine::scenario::terraform {

/// One instance. Managed resources have a before, an after, or both; data sources an after.
struct PlannedResource {
    Address address;
    std::optional<PlanValue> before;
    std::optional<PlanValue> after;
    const StatedResource* stated = nullptr;  // what it is planned from; null: only before
    std::vector<std::string> actions;        // Terraform's words; of a data source that is read while planning: none
};

/// Whether more may be stated later, as when a scenario has given the planned resources and not yet the current ones.
enum class Completeness : std::uint8_t { partial, whole };

/// Planned resources in their order, then those that are deleted. The stated ones must outlive the result.
///
/// A reference takes what the other resource states there, else what it has now; where neither says it, the attribute
/// is known after apply, of both. Errors: a reference to what is not there, round in a circle, or too large; `!unknown`
/// or `!ref` among the current resources.
[[nodiscard]] Result<std::vector<PlannedResource>> resolve(const std::vector<StatedResource>& planned,
                                                           const std::vector<StatedResource>& current,
                                                           Completeness completeness);

inline constexpr std::string_view k_planned_name = "the planned resources";
inline constexpr std::string_view k_current_name = "the current resources";

}  // namespace spile::engine::scenario::terraform
