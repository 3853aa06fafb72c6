#include "engine/loaders/cloudformation/sections.hpp"

#include <algorithm>
#include <array>

#include "engine/loaders/cloudformation/conditions.hpp"
#include "engine/loaders/cloudformation/for_each.hpp"
#include "engine/loaders/cloudformation/nested.hpp"
#include "engine/loaders/cloudformation/parameters.hpp"
#include "engine/loaders/cloudformation/rules.hpp"
#include "engine/loaders/cloudformation/sam.hpp"
#include "engine/loaders/cloudformation/suppressions.hpp"
#include "lang/base/suggest.hpp"
#include "lang/schema/by_tool.hpp"

namespace spile::engine::cloudformation {

namespace {

constexpr std::array<std::string_view, 13> k_resource_keys{
    "Type",         "Properties",          "DependsOn",      "Metadata",    "Condition",  "DeletionPolicy",
    "UpdatePolicy", "UpdateReplacePolicy", "CreationPolicy", "Description", "Connectors", "IgnoreGlobals",
    "Version"};

struct UnitSection {
    std::string_view key;
    UnitKind kind;
};

constexpr std::array<UnitSection, 6> k_unit_sections{{{"Parameters", UnitKind::parameter},
                                                      {"Rules", UnitKind::rule},
                                                      {"Mappings", UnitKind::mapping},
                                                      {"Conditions", UnitKind::condition},
                                                      {"Resources", UnitKind::resource},
                                                      {"Outputs", UnitKind::output}}};

void check_sections(Scope& scope) {
    const std::span<const std::string_view> known = template_sections();
    for (const RawMember& member : scope.root->members) {
        if (std::find(known.begin(), known.end(), member.key) == known.end() && !is_function_key(member.key))
            scope.report(
                DiagnosticKind::template_unknown_key, member.key_span,
                "`" + std::string(member.key) + "` is no section of a template" + did_you_mean(member.key, known));
        const bool units = std::any_of(k_unit_sections.begin(), k_unit_sections.end(),
                                       [&](const UnitSection& section) { return section.key == member.key; });
        if (units && !member.value->is(RawKind::map) && !member.value->is(RawKind::call))
            scope.report(DiagnosticKind::template_malformed, member.key_span,
                         "the section `" + std::string(member.key) + "` is no map");
    }
    const Raw* resources = scope.root->get("Resources");
    if (resources == nullptr)
        scope.report(DiagnosticKind::template_malformed, scope.root->span, "the template has no `Resources`");
}

/// Whether a macro of unknown effect rewrites the template; loops and JSON functions are evaluated here.
bool has_opaque_transform(const Raw& root) {
    const auto opaque = [](const Raw& name) {
        return !name.scalar() || (name.text != "AWS::LanguageExtensions" && !name.is(RawKind::null));
    };
    if (root.find("Fn::Transform") != nullptr) return true;
    const Raw* transform = root.get("Transform");
    if (transform == nullptr) return false;
    if (!transform->is(RawKind::list)) return opaque(*transform);
    return std::any_of(transform->items.begin(), transform->items.end(),
                       [&](const Raw* item) { return opaque(*item); });
}

struct Entry {
    UnitKind kind;
    std::string_view section;
    RawMember member;
};

/// What becomes a unit, in document order.
std::vector<Entry> entries(const Scope& scope) {
    std::vector<Entry> all;
    for (const UnitSection& section : k_unit_sections) {
        const RawMember* found = scope.root->find(section.key);
        if (found == nullptr || !found->value->is(RawKind::map)) continue;
        for (const RawMember& member : found->value->members)
            if (!is_function_key(member.key) && !member.key.starts_with("Fn::ForEach::"))
                all.push_back({section.kind, section.key, member});
    }
    std::stable_sort(all.begin(), all.end(), [](const Entry& a, const Entry& b) {
        return a.member.key_span.span.begin < b.member.key_span.span.begin;
    });
    return all;
}

std::string_view physical_name(const schema::ResourceType* type) {
    if (type == nullptr || type->primary_identifier.size() != 1) return {};
    const schema::Property* property = type->find(type->primary_identifier.front());
    return property == nullptr ? std::string_view() : property->name;
}

std::string_view type_of(Scope& scope, const Entry& entry) {
    if (entry.kind != UnitKind::resource) return {};
    const Raw* type = entry.member.value->get("Type");
    if (type != nullptr && type->is(RawKind::string)) return type->text;
    if (!entry.member.value->is(RawKind::call))
        scope.report(DiagnosticKind::template_malformed, entry.member.key_span,
                     "the resource `" + std::string(entry.member.key) + "` has no `Type`");
    return {};
}

UnitId add_unit(Scope& scope, const Entry& entry) {
    const std::string_view name = entry.member.key;
    const std::string_view type = type_of(scope, entry);
    const schema::ResourceType* known = scope.options.schema == nullptr || type.empty()
                                            ? nullptr
                                            : schema::find_type(*scope.options.schema, "cfn", type);
    const SourceSpan span{scope.source, cover(entry.member.key_span.span, entry.member.value->span.span)};
    return scope.graph.add_unit(
        {.document = scope.document,
         .kind = entry.kind,
         .tool = "cfn",
         .name = name,
         .address = scope.keep(std::string(scope.prefix) + std::string(entry.section) + "." + std::string(name)),
         .type = type,
         .name_span = entry.member.key_span,
         .span = span,
         .exists = scope.exists,
         .physical_name_property = physical_name(known),
         .schema = known});
}

// Types of third parties and modules are no part of the published schema, nor need they be.
bool published(std::string_view type) {
    return type.starts_with("AWS::") && !type.ends_with("::MODULE");
}

// A misspelt type or property is judged by no policy: it must not pass in silence.
void check_names(Scope& scope, const RawMember& member) {
    if (scope.options.schema == nullptr) return;
    const Raw* type = member.value->get("Type");
    if (type == nullptr || !type->is(RawKind::string) || !published(type->text)) return;
    const schema::ResourceType* known = scope.options.schema->find(type->text);
    if (known == nullptr) {
        scope.report(DiagnosticKind::template_unknown_type, type->span,
                     "unknown resource type `" + std::string(type->text) + "`" +
                         schema::nearest_type(*scope.options.schema, "cfn", type->text));
        return;
    }
    const Raw* properties = member.value->get("Properties");
    if (properties == nullptr || !properties->is(RawKind::map) || known->open) return;
    for (const RawMember& property : properties->members) {
        if (property.key.starts_with("Fn::") || known->find(property.key) != nullptr) continue;
        std::vector<std::string_view> names;
        for (const schema::Property& each : known->properties)
            names.push_back(each.name);
        scope.report(DiagnosticKind::template_unknown_property, property.key_span,
                     "unknown property `" + std::string(property.key) + "` of `" + std::string(type->text) + "`" +
                         did_you_mean(property.key, names));
    }
}

void check_resource(Scope& scope, const RawMember& member) {
    if (member.value->is(RawKind::call)) return;
    if (!member.value->is(RawKind::map)) {
        scope.report(DiagnosticKind::template_malformed, member.key_span,
                     "the resource `" + std::string(member.key) + "` is no map");
        return;
    }
    check_names(scope, member);
    for (const RawMember& part : member.value->members)
        if (std::find(k_resource_keys.begin(), k_resource_keys.end(), part.key) == k_resource_keys.end() &&
            !part.key.starts_with("Fn::"))
            scope.report(
                DiagnosticKind::template_unknown_key, part.key_span,
                "`" + std::string(part.key) + "` is no part of a resource" + did_you_mean(part.key, k_resource_keys));
    const Raw* properties = member.value->get("Properties");
    if (properties != nullptr && properties->kind != RawKind::map && properties->kind != RawKind::call &&
        properties->kind != RawKind::null)
        scope.report(DiagnosticKind::template_malformed, properties->span,
                     "the properties of `" + std::string(member.key) + "` are no map");
}

void register_entry(Scope& scope, const Entry& entry, UnitId unit) {
    const RawMember& member = entry.member;
    switch (entry.kind) {
        case UnitKind::condition:
            scope.conditions.insert_or_assign(member.key,
                                              Condition{.body = member.value, .key = member.key_span, .unit = unit});
            break;
        case UnitKind::mapping:
            scope.mappings.insert_or_assign(member.key, Mapping{member.value, unit});
            break;
        case UnitKind::output:
            scope.outputs.insert_or_assign(member.key, Output{.body = member.value, .unit = unit});
            break;
        case UnitKind::resource: {
            check_resource(scope, member);
            Resource& resource = scope.resources[member.key];
            resource.body = member.value;
            resource.unit = unit;
            resource.type = scope.graph.unit(unit).type;
            break;
        }
        default:
            break;
    }
}

/// Mappings without units: loops may run over them.
void declare_mappings(Scope& scope) {
    const Raw* section = scope.root->get("Mappings");
    if (section == nullptr || !section->is(RawKind::map)) return;
    for (const RawMember& member : section->members)
        scope.mappings.insert_or_assign(member.key, Mapping{member.value, {}});
}

void name_conditions(Scope& scope) {
    for (auto& [name, condition] : scope.conditions)
        (void)find_condition(scope, name, condition.key);
    std::vector<std::pair<std::string_view, const Condition*>> written;
    for (const auto& [name, condition] : scope.conditions)
        written.emplace_back(name, &condition);
    std::sort(written.begin(), written.end(),
              [](const auto& a, const auto& b) { return a.second->key.span < b.second->key.span; });
    for (const auto& [name, condition] : written)
        scope.graph.document(scope.document)
            .conditions.push_back({.name = scope.keep(std::string(scope.prefix) + std::string(name)),
                                   .guard = condition->guard,
                                   .where = condition->key});
}

Place unit_place(Scope& scope, UnitId id, std::string_view section) {
    const Unit& unit = scope.graph.unit(id);
    Place place{.unit = id, .key = unit.name_span, .exists = unit.exists};
    place = below(scope, place, section, {});
    return below(scope, place, unit.name, unit.name_span);
}

/// The guard of a `Condition` member, within the stack's own.
Guard existence(Scope& scope, const Raw& body) {
    const Raw* name = body.get("Condition");
    if (name == nullptr || !name->scalar()) return scope.exists;
    const Condition* condition = find_condition(scope, name->text, name->span);
    return condition == nullptr ? scope.exists : scope.guards().conjoin(scope.exists, condition->guard);
}

void add_dependencies(Scope& scope, Resource& resource, const Place& place) {
    const Raw* written = resource.body->get("DependsOn");
    if (written == nullptr) return;
    const auto depend = [&](const Raw& name) {
        if (!name.scalar()) return;
        const auto target = scope.resources.find(name.text);
        if (target == scope.resources.end()) {
            if (!scope.opaque_transform)
                scope.report(DiagnosticKind::template_unknown_reference, name.span,
                             "`" + std::string(name.text) + "` is no resource of this template" +
                                 did_you_mean(name.text, names_of(scope.resources)));
            return;
        }
        scope.graph.unit(resource.unit).depends_on.push_back(target->second.unit);
        scope.graph.add_edge({.from = resource.unit,
                              .to = target->second.unit,
                              .attribute = "DependsOn",
                              .at = name.span,
                              .path = place.path});
    };
    if (written->scalar()) depend(*written);
    for (const Raw* item : written->items)
        depend(*item);
}

Value resource_body(Scope& scope, const Resource& resource, Value properties, const Place& place) {
    std::vector<Member> members;
    for (const RawMember& part : resource.body->members) {
        const Place inner = below(scope, place, part.key, part.key_span);
        const bool evaluated = part.key == "Metadata" || part.key == "DeletionPolicy" ||
                               part.key == "UpdateReplacePolicy" || part.key == "UpdatePolicy" ||
                               part.key == "CreationPolicy";
        const Value value = part.key == "Properties" ? properties
                            : evaluated              ? evaluate(scope, *part.value, inner)
                                                     : literal(scope, *part.value, inner);
        if (!value.is(Kind::missing)) members.push_back({part.key, part.key_span, value});
    }
    return scope.make().map(members, false, origin_at(scope, resource.body->span, place));
}

/// Properties that a condition chooses as a whole, as one map whose members are chosen: whoever asks for a property
/// finds it either way.
Value chosen_by_member(Scope& scope, Value properties) {
    if (!properties.is(Kind::choice)) return properties;
    std::vector<Member> members;
    for (const Arm& arm : properties.arms()) {
        if (arm.value.is(Kind::missing) || arm.value.is(Kind::null)) continue;
        if (!arm.value.is(Kind::map) || arm.value.open()) return properties;
        for (const Member& member : arm.value.members()) {
            const bool seen =
                std::any_of(members.begin(), members.end(), [&](const Member& each) { return each.key == member.key; });
            if (!seen) members.push_back(member);
        }
    }
    for (Member& member : members) {
        std::vector<Arm> arms;
        for (const Arm& arm : properties.arms()) {
            const Member* const there = arm.value.is(Kind::map) ? arm.value.member(member.key) : nullptr;
            arms.push_back(
                {arm.guard, there != nullptr ? there->value : scope.make().missing(member.key, arm.value.origin())});
        }
        member.value = scope.make().choice(arms, scope.guards(), properties.origin());
    }
    return scope.make().map(members, false, properties.origin());
}

void fill_resource(Scope& scope, std::string_view name, Resource& resource) {
    const Value properties = chosen_by_member(scope, properties_of(scope, name));
    const Place place = unit_place(scope, resource.unit, "Resources");
    const Value body = resource_body(scope, resource, properties, place);
    add_dependencies(scope, resource, below(scope, place, "DependsOn", {}));
    Unit& unit = scope.graph.unit(resource.unit);
    unit.attributes = properties;
    unit.body = body;
    metadata_suppressions(scope, resource.body->get("Metadata"), resource.unit);
}

void fill_output(Scope& scope, std::string_view name, Output& output) {
    const Value value = output_of(scope, name);
    const Place place = unit_place(scope, output.unit, "Outputs");
    std::vector<Member> members;
    for (const RawMember& part : output.body->members) {
        const Place inner = below(scope, place, part.key, part.key_span);
        const Value one = part.key == "Value"       ? value
                          : part.key == "Condition" ? literal(scope, *part.value, inner)
                                                    : evaluate(scope, *part.value, inner);
        if (!one.is(Kind::missing)) members.push_back({part.key, part.key_span, one});
    }
    Unit& unit = scope.graph.unit(output.unit);
    unit.attributes = scope.make().map(members, false, origin_at(scope, output.body->span, place));
    unit.body = unit.attributes;
}

void fill_condition(Scope& scope, const Condition& condition, std::string_view) {
    const Place place = unit_place(scope, condition.unit, "Conditions");
    const Origin* origin = origin_at(scope, condition.body->span, place);
    const std::array<Arm, 2> arms{Arm{condition.guard, scope.make().boolean(true, origin)},
                                  Arm{scope.guards().complement(condition.guard), scope.make().boolean(false, origin)}};
    Unit& unit = scope.graph.unit(condition.unit);
    unit.attributes = scope.make().marked(scope.make().choice(arms, scope.guards(), origin), false, condition.assumed);
    unit.body = unit.attributes;
}

/// Parameters, mappings and rules are there as they are written.
void fill_literal(Scope& scope, const Entry& entry, UnitId id) {
    const Value value = literal(scope, *entry.member.value, unit_place(scope, id, entry.section));
    scope.graph.unit(id).attributes = value;
    scope.graph.unit(id).body = value;
}

}  // namespace

void declare(Scope& scope) {
    check_sections(scope);
    scope.opaque_transform =
        has_opaque_transform(*scope.root) || (scope.parent != nullptr && scope.parent->opaque_transform);
    declare_parameters(scope);
    declare_mappings(scope);
    scope.root = unrolled(scope, *scope.root);
    for (const Entry& entry : entries(scope)) {
        const UnitId unit = add_unit(scope, entry);
        register_entry(scope, entry, unit);
        const bool as_written =
            entry.kind == UnitKind::parameter || entry.kind == UnitKind::mapping || entry.kind == UnitKind::rule;
        if (as_written) fill_literal(scope, entry, unit);
    }
    place_parameters(scope);
    collect_classes(scope);
    open_parameters(scope);
    name_conditions(scope);
    for (auto& [name, resource] : scope.resources)
        scope.graph.unit(resource.unit).exists = existence(scope, *resource.body);
    for (auto& [name, output] : scope.outputs)
        scope.graph.unit(output.unit).exists = existence(scope, *output.body);
    open_children(scope);
}

namespace {

/// A resource or output whose guards cost too much: nothing is known of what is in it.
void leave_unknown(Scope& scope, UnitKind kind, std::string_view name) {
    scope.guards().allow(k_few_guard_steps);
    const bool is_resource = kind == UnitKind::resource;
    const UnitId id = is_resource ? scope.resources.at(name).unit : scope.outputs.at(name).unit;
    Unit& unit = scope.graph.unit(id);
    const std::string cause = "`" + std::string(name) + "` depends on parameters in too many ways";
    scope.report(DiagnosticKind::template_too_entangled, unit.name_span, cause);
    const Unknown about{.cause = scope.keep(cause)};
    unit.attributes = scope.make().unknown(
        about, origin_at(scope, unit.name_span, unit_place(scope, id, is_resource ? "Resources" : "Outputs")));
    unit.body = unit.attributes;
    if (is_resource) {
        scope.resources.at(name).properties = unit.attributes;
        scope.resources.at(name).state = Resource::State::done;
    } else {
        scope.outputs.at(name).value = unit.attributes;
        scope.outputs.at(name).state = Output::State::done;
    }
}

}  // namespace

void fill(Scope& scope) {
    apply_rules(scope);
    for (const auto& [name, condition] : scope.conditions)
        fill_condition(scope, condition, name);
    // In document order, so that edges and diagnostics come in it.
    for (const Entry& entry : entries(scope)) {
        try {
            if (entry.kind == UnitKind::resource)
                fill_resource(scope, entry.member.key, scope.resources.at(entry.member.key));
            if (entry.kind == UnitKind::output)
                fill_output(scope, entry.member.key, scope.outputs.at(entry.member.key));
        } catch (const GuardsExhausted&) {
            leave_unknown(scope, entry.kind, entry.member.key);
        }
    }
    for (auto& [name, resource] : scope.resources)
        load_child(scope, name);
    if (scope.parent == nullptr) metadata_suppressions(scope, scope.root->get("Metadata"), std::nullopt);
    comment_suppressions(scope);
}

Value properties_of(Scope& scope, std::string_view name) {
    Resource& resource = scope.resources.at(name);
    if (resource.state == Resource::State::done) return resource.properties;
    if (resource.state == Resource::State::busy)
        return scope.make().error("nested stacks wait for each other's outputs", nullptr);
    resource.state = Resource::State::busy;
    const Raw* written = with_globals(scope, resource.type, resource.body->get("Properties"));
    const Unit& unit = scope.graph.unit(resource.unit);
    const RawMember* key = resource.body->is(RawKind::map) ? resource.body->find("Properties") : nullptr;
    Place place = unit_place(scope, resource.unit, "Resources");
    const Origin* absent = origin_at(scope, unit.name_span, place);
    place = below(scope, place, "Properties", key == nullptr ? unit.name_span : key->key_span);
    InterestNode kept;  // lives as long as the evaluation of these properties
    if (scope.options.interest != nullptr && resource.child == nullptr) {
        const InterestNode* interest = scope.options.interest->of(resource.type);
        if (interest != nullptr) kept = *interest;
        // What `refers` and the entity `Resource` read of any resource.
        for (const std::string_view always :
             {unit.physical_name_property, unit.schema == nullptr ? "Tags" : unit.schema->tag_property}) {
            if (!kept.all_below && !always.empty()) kept.members[std::string(always)].all_below = true;
        }
        place.interest = kept.all_below ? nullptr : &kept;
    }
    if (written == nullptr || written->is(RawKind::null))
        resource.properties = scope.make().missing("Properties", absent);
    else if (written->is(RawKind::map) && unit.schema != nullptr)
        resource.properties = evaluate_properties(scope, *written, place, unit.schema->properties);
    else
        resource.properties = evaluate(scope, *written, place);
    resource.state = Resource::State::done;
    return resource.properties;
}

Value output_of(Scope& scope, std::string_view name) {
    Output& output = scope.outputs.at(name);
    if (output.state == Output::State::done) return output.value;
    if (output.state == Output::State::busy)
        return scope.make().error("nested stacks wait for each other's outputs", nullptr);
    output.state = Output::State::busy;
    const Place place = unit_place(scope, output.unit, "Outputs");
    const RawMember* value = output.body->is(RawKind::map) ? output.body->find("Value") : nullptr;
    if (value == nullptr) {
        if (!output.body->is(RawKind::call))
            scope.report(DiagnosticKind::template_malformed, place.key,
                         "the output `" + std::string(name) + "` has no `Value`");
        output.value = scope.make().missing("Value", origin_at(scope, place.key, place));
    } else {
        output.value = evaluate(scope, *value->value, below(scope, place, value->key, value->key_span));
    }
    output.state = Output::State::done;
    return output.value;
}

}  // namespace spile::engine::cloudformation
