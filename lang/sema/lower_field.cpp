// `value.name`, by the kind of value: entity, raw resource, record of the schema, map, domain type.
#include <array>

#include "lang/base/suggest.hpp"
#include "lang/sema/body.hpp"

namespace spile::lang::sema {

namespace {

struct BuiltinField {
    TypeKind owner;
    std::string_view name;
    std::string_view type;
};

const std::vector<BuiltinField>& builtin_fields() {
    static const std::vector<BuiltinField> all = {
#define SPILE_DOMAIN_FIELD(owner, name, type, doc) {TypeKind::owner, #name, type},
#include "lang/program/domain_fields.def"
#undef SPILE_DOMAIN_FIELD
        {TypeKind::resource, "name", "string"},
        {TypeKind::resource, "type", "string"},
        {TypeKind::resource, "document", "string"},
        {TypeKind::resource, "tags", "map<string, string>"},
        {TypeKind::resource, "taggable", "bool"},
        {TypeKind::resource, "properties", "map<string, any>"},
        // what any raw resource has besides its properties
        {TypeKind::raw, "name", "string"},
        {TypeKind::raw, "type", "string"},
        {TypeKind::raw, "document", "string"},
        {TypeKind::raw, "depends_on", "list<string>"},
        {TypeKind::raw, "properties", "map<string, any>"},
        // what a plan says of a change, besides the two sides
        {TypeKind::change, "address", "string"},
        {TypeKind::change, "actions", "list<string>"},
        {TypeKind::change, "action_reason", "string?"},
        {TypeKind::change, "replace_paths", "list<any>?"},
        {TypeKind::change, "previous_address", "string?"},
        {TypeKind::change, "deposed", "string?"},
    };
    return all;
}

struct RawField {
    std::string_view tool;
    std::string_view name;
    std::string_view type;
};

// What a raw resource of one tool has besides.
constexpr std::array k_raw_fields{
    RawField{"cfn", "metadata", "map<string, any>?"},
    RawField{"cfn", "deletion_policy", "string?"},
    RawField{"cfn", "update_replace_policy", "string?"},
    RawField{"cfn", "update_policy", "map<string, any>?"},
    RawField{"cfn", "creation_policy", "map<string, any>?"},
    RawField{"cfn", "condition", "string?"},
    RawField{"tf", "address", "string"},
    RawField{"tf", "mode", "string"},
    RawField{"tf", "index", "any?"},
    RawField{"tf", "module_address", "string?"},
    RawField{"tf", "provider_name", "string?"},
    RawField{"tf", "actions", "list<string>?"},
    RawField{"tf", "action_reason", "string?"},
    RawField{"tf", "replace_paths", "list<any>?"},
    RawField{"tf", "previous_address", "string?"},
    RawField{"tf", "importing", "map<string, any>?"},
    RawField{"tf", "deposed", "string?"},
};

std::optional<TypeId> builtin_field(Body& body, TypeKind owner, std::string_view name) {
    for (const BuiltinField& field : builtin_fields()) {
        if (field.owner == owner && field.name == name) return type_of_text(body.env, field.type);
    }
    return std::nullopt;
}

std::vector<std::string> builtin_field_names(TypeKind owner) {
    std::vector<std::string> names;
    for (const BuiltinField& field : builtin_fields()) {
        if (field.owner == owner) names.emplace_back(field.name);
    }
    return names;
}

std::optional<TypeId> raw_field(Body& body, const Type& of, std::string_view name) {
    for (const RawField& field : k_raw_fields) {
        if (field.tool == of.tool && field.name == name) return type_of_text(body.env, field.type);
    }
    return builtin_field(body, TypeKind::raw, name);
}

std::vector<std::string> raw_field_names(const Type& of) {
    std::vector<std::string> names = builtin_field_names(TypeKind::raw);
    for (const RawField& field : k_raw_fields) {
        if (field.tool == of.tool) names.emplace_back(field.name);
    }
    return names;
}

struct Step {
    std::string_view name;
    Span span;
};

TypeId unknown_field(Body& body, const Type& of, Step step, const std::vector<std::string>& known) {
    body.report(DiagnosticKind::unknown_field, step.span,
                "`" + of.name + "` has no field `" + std::string(step.name) + "`" + suggestion(step.name, known));
    return k_any;
}

TypeId unknown_property(Body& body, const Type& of, Step step, std::span<const schema::Property> properties) {
    std::vector<std::string> known;
    for (const schema::Property& property : properties)
        known.emplace_back(property.name);
    if (of.kind == TypeKind::raw) {
        const auto attributes = raw_field_names(of);
        known.insert(known.end(), attributes.begin(), attributes.end());
    }
    body.report(DiagnosticKind::unknown_property, step.span,
                "`" + of.name + "` has no property `" + std::string(step.name) + "`" + suggestion(step.name, known));
    return k_any;
}

TypeId property(Body& body, const Type& of, Step step) {
    const bool terraform = of.tool == "tf";
    // What attributes a type of other providers has is not known: `name` may be one.
    if (of.kind == TypeKind::raw && terraform && !of.resource) return k_any;
    const schema::Property* found = nullptr;
    if (of.record) found = of.record->find(step.name);
    if (!of.record && of.resource) found = of.resource->find(step.name);
    // Terraform's attributes are written like the fields that every resource has, and come first.
    if (of.kind == TypeKind::raw && !(terraform && found)) {
        if (const auto attribute = raw_field(body, of, step.name)) return *attribute;
        if (!of.resource || of.resource->open) return k_any;
    }
    if (!found) return unknown_property(body, of, step, of.record ? of.record->properties : of.resource->properties);
    const TypeId type = body.env.types.of_schema(found->type, *of.resource);
    // A template may lack what its type requires; what a Dockerfile's unit requires, its loader gives it.
    const bool always = found->required && of.resource->name.starts_with("Dockerfile::");
    return always ? type : body.env.types.maybe(type);
}

TypeId entity_field(Body& body, const Type& of, Step step) {
    std::vector<std::string> known;
    for (const TypedName& field : body.env.entities.at(of.entity)) {
        if (field.name == step.name) return field.type;
        known.push_back(field.name);
    }
    return unknown_field(body, of, step, known);
}

TypeId change_field(Body& body, const Type& of, Step step) {
    if (step.name == "before" || step.name == "after") return body.env.types.maybe(of.element);
    if (const auto said = builtin_field(body, TypeKind::change, step.name)) return *said;
    std::vector<std::string> known = builtin_field_names(TypeKind::change);
    known.insert(known.end(), {"before", "after"});
    return unknown_field(body, of, step, known);
}

TypeId field_type(Body& body, TypeId base, Step step);

// Only members that have fields count; one that may hold anything makes the result anything.
TypeId union_field(Body& body, const Type& of, Step step) {
    std::vector<TypeId> found;
    for (const TypeId member : of.members) {
        const Type type = body.env.types[member];
        if (type.kind == TypeKind::map) found.push_back(body.env.types.maybe(type.element));
        if (type.kind != TypeKind::record) continue;
        if (const schema::Property* each = type.record->find(step.name)) {
            found.push_back(body.env.types.maybe(body.env.types.of_schema(each->type, *type.resource)));
        }
    }
    if (!found.empty()) return body.env.types.union_of(std::move(found));
    std::vector<std::string> known;
    for (const TypeId member : of.members) {
        const Type type = body.env.types[member];
        if (type.kind != TypeKind::record) continue;
        for (const schema::Property& each : type.record->properties)
            known.emplace_back(each.name);
    }
    body.report(DiagnosticKind::unknown_property, step.span,
                "`" + of.name + "` has no property `" + std::string(step.name) + "`" + suggestion(step.name, known));
    return k_any;
}

TypeId no_fields(Body& body, const Type& of, Step step) {
    const bool collection = of.kind == TypeKind::list || of.kind == TypeKind::set;
    body.report(DiagnosticKind::unknown_field, step.span,
                "`" + of.name + "` has no fields, so no `" + std::string(step.name) + "`",
                collection ? "`[*]." + std::string(step.name) + "` takes the field of every member" : "");
    return k_any;
}

TypeId field_type(Body& body, TypeId base, Step step) {
    const Type of = body.env.types[base];
    switch (of.kind) {
        case TypeKind::any:
            return k_any;
        case TypeKind::entity:
            return entity_field(body, of, step);
        case TypeKind::raw:
        case TypeKind::record:
            return property(body, of, step);
        case TypeKind::map:
            return body.env.types.maybe(of.element);
        case TypeKind::change:
            return change_field(body, of, step);
        case TypeKind::union_of:
            return union_field(body, of, step);
        default:
            break;
    }
    if (const auto found = builtin_field(body, of.kind, step.name)) return *found;
    const auto known = builtin_field_names(of.kind);
    return known.empty() ? no_fields(body, of, step) : unknown_field(body, of, step, known);
}

}  // namespace

Typed lower_field(Body& body, Typed base, const syntax::Expr& step) {
    TypeId type = field_type(body, base.type, {step.text, step.text_span});
    if (body.env.types.optional(base.type) && body.kind(base) != TypeKind::any) type = body.env.types.maybe(type);
    return body.emit(Op::field, step.span, type, {base.expr}, step.text);
}

}  // namespace spile::lang::sema
