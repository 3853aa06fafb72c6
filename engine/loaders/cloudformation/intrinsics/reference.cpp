// Ref and GetAtt: to parameters, pseudo parameters, resources and the outputs of nested stacks.
#include <array>

#include "engine/loaders/cloudformation/intrinsics/intrinsics.hpp"
#include "engine/loaders/cloudformation/nested.hpp"
#include "engine/loaders/cloudformation/normalise.hpp"
#include "lang/base/suggest.hpp"

namespace spile::engine::cloudformation {

namespace {

const schema::ResourceType* schema_of(const Scope& scope, const Resource& resource) {
    return scope.graph.unit(resource.unit).schema;
}

void add_edge(Scope& scope, const Place& place, UnitId to, std::string_view attribute, SourceSpan at) {
    if (!place.unit.valid()) return;
    scope.graph.add_edge(
        {.from = place.unit, .to = to, .attribute = attribute, .at = at, .path = place.path, .guard = place.guard});
}

/// What a resource gives under an attribute's name; nobody knows it before the resource exists.
Value resource_value(Scope& scope, std::string_view name, const Resource& resource, std::string_view attribute,
                     TypeHint type, SourceSpan at, const Place& place) {
    const std::string_view kept = scope.arena().copy(attribute);
    add_edge(scope, place, resource.unit, kept, at);
    const std::string said = attribute == "Ref" ? std::string(name) : std::string(name) + "." + std::string(attribute);
    const Unknown about{.cause = scope.keep("`" + said + "` is known after deployment"),
                        .producer = scope.producer("Resources/" + std::string(name) + "#" + std::string(attribute)),
                        .unit = resource.unit,
                        .attribute = kept,
                        .type = type};
    return scope.make().unknown(about, origin_at(scope, at, place));
}

std::string suggestion(const Scope& scope, std::string_view name) {
    std::vector<std::string_view> names = names_of(scope.resources);
    for (const auto& [parameter, ignored] : scope.parameters)
        names.push_back(parameter);
    return did_you_mean(name, names);
}

Value nothing_named(Scope& scope, const Raw& call, std::string_view name, SourceSpan at, const Place& place) {
    const std::string cause = "`" + std::string(name) + "` is neither a parameter nor a resource";
    if (scope.opaque_transform)
        return unknown_value(scope, call, place, cause + " that is written here; a transform may add it",
                             std::string(scope.producer("Added/" + std::string(name))));
    scope.report(DiagnosticKind::template_unknown_reference, at, cause + suggestion(scope, name));
    return scope.make().error(scope.keep(cause), origin_at(scope, at, place));
}

TypeHint attribute_hint(Scope& scope, const Resource& resource, std::string_view owner, std::string_view name,
                        SourceSpan at) {
    const schema::ResourceType* type = schema_of(scope, resource);
    if (type == nullptr || type->open) return TypeHint::any;
    if (const schema::Attribute* found = type->find_attribute(name)) return hint(found->type);
    // Properties may be read back by some types; the schema does not list those.
    if (type->find(name.substr(0, name.find('.'))) != nullptr) return TypeHint::any;
    if (scope.opaque_transform && type->name.starts_with("AWS::Serverless::")) return TypeHint::any;
    std::vector<std::string_view> names;
    for (const schema::Attribute& candidate : type->attributes)
        names.push_back(candidate.name);
    scope.report(DiagnosticKind::template_unknown_attribute, at,
                 "`" + std::string(name) + "` is no attribute of `" + std::string(owner) + "`, an `" +
                     std::string(type->name) + "`" + did_you_mean(name, names));
    return TypeHint::any;
}

/// Without the arms that cannot be met where the value is read.
Value narrowed(Scope& scope, Value value, const Place& place) {
    if (!value.is(Kind::choice) || place.guard == k_always) return value;
    GuardSpace& guards = scope.guards();
    std::vector<Arm> arms;
    for (const Arm& arm : value.arms())
        if (!guards.disjoint(arm.guard, place.guard)) arms.push_back(arm);
    if (arms.empty() || arms.size() == value.arms().size()) return value;
    Guard others = k_never;
    for (std::size_t i = 0; i + 1 < arms.size(); ++i)
        others = guards.disjoin(others, arms[i].guard);
    arms.back().guard = guards.complement(others);
    return scope.make().choice(arms, guards, value.origin());
}

}  // namespace

Value reference(Scope& scope, const Raw& call, std::string_view name, SourceSpan at, const Place& place) {
    if (name == "AWS::NoValue") return scope.make().missing("", origin_at(scope, at, place));
    const Step step{.role = Step::Role::reference, .text = call_text(scope, call), .where = at};
    if (const auto parameter = scope.parameters.find(name); parameter != scope.parameters.end())
        return narrowed(scope, brought(scope, parameter->second.value, at, place, step), place);
    if (const auto resource = scope.resources.find(name); resource != scope.resources.end())
        return resource_value(scope, name, resource->second, "Ref", TypeHint::string, at, place);
    return nothing_named(scope, call, name, at, place);
}

Value attribute(Scope& scope, const Raw& call, std::string_view resource, std::string_view name, SourceSpan at,
                const Place& place) {
    const auto found = scope.resources.find(resource);
    if (found == scope.resources.end()) {
        // SAM: `MyApi.Stage` of resources that the transform makes.
        const std::string cause = "`" + std::string(resource) + "` is no resource of this template";
        if (scope.opaque_transform)
            return unknown_value(
                scope, call, place, cause + "; a transform may add it",
                std::string(scope.producer("Added/" + std::string(resource) + "#" + std::string(name))));
        scope.report(DiagnosticKind::template_unknown_reference, at,
                     cause + did_you_mean(resource, names_of(scope.resources)));
        return scope.make().error(scope.keep(cause), origin_at(scope, at, place));
    }
    Resource& target = found->second;
    if (target.child != nullptr && name.starts_with("Outputs.")) {
        load_child(scope, found->first);
        add_edge(scope, place, target.unit, scope.arena().copy(name), at);
        const Step step{.role = Step::Role::nested_stack, .text = call_text(scope, call), .where = at};
        if (const auto value = child_output(*target.child, name.substr(8)))
            return brought(scope, *value, at, place, step);
        const std::string cause =
            "`" + std::string(name.substr(8)) + "` is no output of the nested stack `" + std::string(resource) + "`";
        scope.report(DiagnosticKind::template_unknown_attribute, at,
                     cause + did_you_mean(name.substr(8), names_of(target.child->outputs)));
        return scope.make().error(scope.keep(cause), origin_at(scope, at, place));
    }
    const TypeHint type = target.type == "AWS::CloudFormation::Stack"
                              ? TypeHint::string
                              : attribute_hint(scope, target, resource, name, at);
    return resource_value(scope, resource, target, name, type, at, place);
}

Value evaluate_ref(Scope& scope, const Raw& call, const Place& place) {
    if (!call.argument->scalar() || call.argument->is(RawKind::null))
        return broken(scope, call, place, DiagnosticKind::template_intrinsic_arguments, "`Ref` takes one name");
    return reference(scope, call, call.argument->text, call.span, place);
}

Value evaluate_get_att(Scope& scope, const Raw& call, const Place& place) {
    const Raw& argument = *call.argument;
    const auto arity = [&] {
        return broken(scope, call, place, DiagnosticKind::template_intrinsic_arguments,
                      "`Fn::GetAtt` takes the name of a resource and of an attribute");
    };
    if (argument.scalar()) {
        const std::size_t dot = argument.text.find('.');
        if (dot == std::string_view::npos) return arity();
        return attribute(scope, call, argument.text.substr(0, dot), argument.text.substr(dot + 1), call.span, place);
    }
    if (!argument.is(RawKind::list) || argument.items.size() < 2) return arity();
    std::vector<Value> parts;
    for (const Raw* item : argument.items)
        parts.push_back(evaluate(scope, *item, place));
    return distribute(scope, call, place, parts, [&](std::span<const Value> values, Guard) {
        std::string name;
        for (std::size_t i = 1; i < values.size(); ++i) {
            const auto text = scalar_text(scope, values[i]);
            if (!text) return unknown_value(scope, call, place, "the name of the attribute is not known", "");
            name += (i == 1 ? "" : ".") + std::string(*text);
        }
        const auto resource = scalar_text(scope, values[0]);
        if (!resource) return unknown_value(scope, call, place, "the name of the resource is not known", "");
        return attribute(scope, call, *resource, name, call.span, place);
    });
}

}  // namespace spile::engine::cloudformation
