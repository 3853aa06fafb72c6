#include "engine/eval/view_instance.hpp"

namespace spile::engine {

ViewInstance::ViewInstance(Evaluation& evaluation, const EntityInstance& instance) {
    const lang::View& view = evaluation.program().views[instance.view];
    frame = Frame(view.frame, evaluation.era_of(instance.unit));
    frame.slots[view.variable] = evaluation.resource(instance.unit);
    if (view.each != lang::k_no_slot) frame.slots[view.each] = instance.each;
    frame.define(view.lets);
    fields.resize(view.fields.size());
    busy.resize(view.fields.size(), false);
}

std::optional<std::size_t> field_position(const lang::Entity& entity, std::string_view name) {
    for (std::size_t i = 0; i < entity.fields.size(); ++i) {
        if (entity.fields[i].name == name) return i;
    }
    return std::nullopt;
}

}  // namespace spile::engine
