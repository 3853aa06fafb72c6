// Changes one value of a plan's text in all of the trees that speak of it: planned_values, the change's `after` and
// `after_unknown`, and the configuration's expression, which must not name what the value no longer comes from.
#pragma once

#include <string>
#include <string_view>

#include "engine/scenario/terraform/plan_text.hpp"

namespace spile::engine::scenario::terraform {

enum class PlanEdit : std::uint8_t { remove, set, make_unknown };

/// The text with the edit made, in JSON. `yaml`: the value of `set`; `!json` in it makes a text, `!unknown` alone is
/// make_unknown. Errors, in the place's terms: it is not there, is known after apply as a part of something, or the
/// plan deletes the instance. A whole instance can be removed; its configuration stays where others share it.
[[nodiscard]] Result<std::string> edit_plan(std::string_view json, const PlanPlace& place, PlanEdit kind,
                                            std::string_view yaml = {});

}  // namespace spile::engine::scenario::terraform
