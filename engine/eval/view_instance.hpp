// The fields of one entity instance while an evaluator works them out: the frame of its view, values as far as they are
// known, and which are being worked out.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "engine/eval/evaluation.hpp"
#include "engine/eval/frame.hpp"

namespace spile::engine {

struct ViewInstance {
    Frame frame;
    std::vector<std::optional<Value>> fields;
    std::vector<bool> busy;

    ViewInstance() = default;
    ViewInstance(Evaluation& evaluation, const EntityInstance& instance);
};

/// Position of a field in an entity's declaration; nothing when there is none.
[[nodiscard]] std::optional<std::size_t> field_position(const lang::Entity& entity, std::string_view name);

/// The value of an entity's field. `evaluate` works out the view's expression in the instance's frame; a field that
/// needs itself is an error value.
template <class InstanceOf, class Evaluate>
Value entity_field(Evaluation& evaluation, Value entity, std::string_view name, const InstanceOf& instance_of,
                   const Evaluate& evaluate) {
    const EntityInstance& instance = entity.entity();
    if (instance.view == k_change_entity) return evaluation.change_field(instance, name);
    if (instance.view == k_resource_entity) return evaluation.resource_field(instance.unit, name);
    const lang::View& view = evaluation.program().views[instance.view];
    const std::optional<std::size_t> at = field_position(evaluation.program().entities[view.entity], name);
    const ValueFactory& make = evaluation.factory();
    if (!at) return make.error(evaluation.intern("there is no field `" + std::string(name) + "`"), entity.origin());
    if (view.fields[*at] == lang::k_no_expr) return make.missing(evaluation.intern(std::string(name)), entity.origin());
    ViewInstance& held = instance_of(instance);
    if (held.fields[*at]) return *held.fields[*at];
    if (held.busy[*at]) return make.error("the field is defined by itself", entity.origin());
    held.busy[*at] = true;
    const Value result = evaluate(view.fields[*at], held.frame);
    held.busy[*at] = false;
    held.fields[*at] = result;
    return result;
}

}  // namespace spile::engine
