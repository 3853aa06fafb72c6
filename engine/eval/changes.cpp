// `change of T`: what a plan does to an instance, as a subject with the instance on either side.
#include <string>

#include "engine/eval/evaluation.hpp"

namespace spile::engine {

const std::vector<UnitId>& Evaluation::changed(std::string_view tool, std::string_view type) const {
    return tool.empty() ? changed_ : graph_->changes_of(tool, type);
}

Evaluation::Sides Evaluation::sides(UnitId changed) const {
    const Unit& unit = graph_->unit(changed);
    return {.before = unit.change == nullptr ? UnitId{} : unit.change->former,
            .after = unit.kind == UnitKind::resource ? changed : UnitId{}};
}

Value Evaluation::change(UnitId unit, std::string_view key, std::string_view path, Value before, Value after) {
    const Origin* const named = resource(unit).origin();
    const auto side = [&](Value instance, std::string_view name) {
        return instance.is(Kind::missing) ? factory_.missing(name, named) : instance;
    };
    EntityInstance made;
    made.entity = k_change_entity;
    made.view = k_change_entity;
    made.unit = unit;
    made.key = intern(std::string(key));
    made.path = intern(std::string(path));
    made.before = side(before, "before");
    made.after = side(after, "after");
    return factory_.entity(made, named);
}

Value Evaluation::perhaps_there(UnitId unit) {
    return factory_.unknown({.cause = "it is not decided whether this member is there", .may_be_missing = true},
                            resource(unit).origin());
}

Value Evaluation::change_field(const EntityInstance& change, std::string_view name) {
    if (name == "before") return change.before;
    if (name == "after") return change.after;
    const Unit& unit = graph_->unit(change.unit);
    const Origin* const named = resource(change.unit).origin();
    if (name == "address") return factory_.string(unit.address, named);
    if (const Member* const said = unit.body.member(name)) return said->value;
    if (name != "actions") return factory_.missing(intern(std::string(name)), named);
    std::vector<Element> actions;
    for (const std::string_view action : unit.change->actions)
        actions.push_back({.value = factory_.string(action, named)});
    return factory_.list(actions, false, named);
}

}  // namespace spile::engine
