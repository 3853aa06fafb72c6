// A plan's text as steps see it: where in it each resource instance stands, and what a place in it is called.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/document/edit.hpp"
#include "lang/base/result.hpp"

namespace spile::engine::scenario::terraform {

struct PlanInstance {
    std::string address;
    std::string type;                     // with `data.` in front of a data source's
    std::vector<EditStep> resource;       // in planned_values, or of a data source in prior_state; empty: not there
    std::vector<EditStep> change;         // element of resource_changes; empty: not there
    std::vector<EditStep> configuration;  // element of its module's resources; empty: not there
    bool shares_configuration = false;    // other instances have the same
};

struct PlanOutline {
    std::vector<PlanInstance> instances;  // in order of the text
    std::string problem;                  // why it cannot be read; empty: it can
    [[nodiscard]] const PlanInstance* find(std::string_view address) const;
};

/// O(size × log size).
[[nodiscard]] PlanOutline outline_of_plan(std::string_view json);

/// Whether the plan marks a value, an output or a variable as sensitive; true for a text that cannot be read.
[[nodiscard]] bool has_sensitive_values(std::string_view json);

/// A place in an instance: `aws_s3_bucket.logs` and `versioning[0].enabled`.
struct PlanPlace {
    std::string address;
    std::vector<EditStep> path;  // below its values; empty: the instance as a whole
};
/// What a JSON pointer into the plan means; nothing where it leads into no instance.
[[nodiscard]] std::optional<PlanPlace> place_of_pointer(const PlanOutline& outline, std::string_view pointer);
/// `aws_s3_bucket.logs.versioning[0].enabled`.
[[nodiscard]] std::string text(const PlanPlace& place);

/// Keys and positions from the root of a document, then more of them.
[[nodiscard]] std::vector<EditStep> joined(std::vector<EditStep> path, const std::vector<EditStep>& more);

}  // namespace spile::engine::scenario::terraform
