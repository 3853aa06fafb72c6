// Values that only the deployment can know: other stacks' exports and outputs, macros.
#include <array>

#include "engine/loaders/cloudformation/intrinsics/intrinsics.hpp"

namespace spile::engine::cloudformation {

Value evaluate_import_value(Scope& scope, const Raw& call, const Place& place) {
    const std::array<Value, 1> inputs{evaluate(scope, *call.argument, place)};
    return distribute(scope, call, place, inputs, [&](std::span<const Value> values, Guard) {
        const std::string name = canonical(values[0]);
        const auto text = scalar_text(scope, values[0]);
        const std::string shown = text ? " `" + std::string(*text) + "`" : "";
        return unknown_value(scope, call, place, "the export" + shown + " of another stack is not known here",
                             name.empty() ? "" : std::string(scope.producer("Exports/" + name)), TypeHint::string);
    });
}

Value evaluate_stack_output(Scope& scope, const Raw& call, const Place& place) {
    const Value argument = evaluate(scope, *call.argument, place);
    const std::string which = canonical(argument);
    return unknown_value(scope, call, place, "the output of another stack is not known here",
                         which.empty() ? "" : std::string(scope.producer("StackOutput/" + which)), TypeHint::string);
}

Value evaluate_rule_value(Scope& scope, const Raw& call, const Place& place) {
    return unknown_value(scope, call, place, "what the account has under that name is known at deployment", "");
}

Value evaluate_transform(Scope& scope, const Raw& call, const Place& place) {
    (void)evaluate(scope, *call.argument, place);
    const Raw* name = call.argument->get("Name");
    const std::string which = name != nullptr && name->scalar() ? " `" + std::string(name->text) + "`" : "";
    return unknown_value(scope, call, place, "the macro" + which + " runs at deployment", "");
}

}  // namespace spile::engine::cloudformation
