// Fn::If as a choice under guards, and the truth functions where a value is wanted.
#include <array>

#include "engine/loaders/cloudformation/conditions.hpp"
#include "engine/loaders/cloudformation/intrinsics/intrinsics.hpp"

namespace spile::engine::cloudformation {

Value evaluate_if(Scope& scope, const Raw& call, const Place& place, const schema::TypeRef* type) {
    const Raw& argument = *call.argument;
    if (!argument.is(RawKind::list) || argument.items.size() != 3 || !argument.items[0]->scalar())
        return broken(scope, call, place, DiagnosticKind::template_intrinsic_arguments,
                      "`Fn::If` takes the name of a condition and two values");
    const std::string name(argument.items[0]->text);
    const Condition* condition = find_condition(scope, name, argument.items[0]->span);
    if (condition == nullptr) {
        const std::string cause = "`" + name + "` is no condition of this template";
        if (scope.opaque_transform) return unknown_value(scope, call, place, cause + "; a transform may add it", "");
        return scope.make().error(scope.keep(cause), origin_at(scope, call.span, place));
    }
    GuardSpace& guards = scope.guards();
    std::vector<Arm> arms;
    for (const bool truth : {true, false}) {
        const Guard guard = truth ? condition->guard : guards.complement(condition->guard);
        Place inner = place;
        inner.guard = guards.conjoin(place.guard, guard);
        if (inner.guard == k_never) continue;
        const std::string text = "when " + name + " is " + (truth ? "true" : "false");
        inner = through(scope, inner,
                        {.role = Step::Role::condition, .text = scope.keep(text), .where = argument.items[0]->span});
        arms.push_back({guard, evaluate(scope, *argument.items[truth ? 1 : 2], inner, type)});
    }
    // Where the other arm cannot be reached, this one is the value.
    if (arms.size() == 1) arms.front().guard = k_always;
    const Value value = scope.make().choice(arms, guards, origin_at(scope, call.span, place));
    return scope.make().marked(value, false, condition->assumed);
}

Value evaluate_truth(Scope& scope, const Raw& call, const Place& place) {
    const Truth truth = decided_truth(scope, call, place);
    const Origin* origin = origin_at(scope, call.span, place);
    const std::array<Arm, 2> arms{Arm{truth.yes, scope.make().boolean(true, origin)},
                                  Arm{scope.guards().complement(truth.yes), scope.make().boolean(false, origin)}};
    return scope.make().marked(scope.make().choice(arms, scope.guards(), origin), false, truth.assumed);
}

}  // namespace spile::engine::cloudformation
