#include "lang/sema/type.hpp"

#include <algorithm>

#include "lang/schema/by_tool.hpp"

namespace spile::lang::sema {

namespace {

std::string_view simple_name(TypeKind kind) {
    for (const auto& [name, each] : simple_types()) {
        if (each == kind) return name;
    }
    return kind == TypeKind::null ? "null" : kind == TypeKind::regex ? "regex" : "any";
}

}  // namespace

const std::map<std::string_view, TypeKind>& simple_types() {
    static const std::map<std::string_view, TypeKind> all = {
        {"any", TypeKind::any},           {"arn", TypeKind::arn},           {"bool", TypeKind::boolean},
        {"cidr", TypeKind::cidr},         {"decimal", TypeKind::decimal},   {"duration", TypeKind::duration},
        {"glob", TypeKind::glob},         {"image", TypeKind::image},       {"int", TypeKind::integer},
        {"json", TypeKind::any},          {"ports", TypeKind::ports},       {"protocol", TypeKind::protocol},
        {"severity", TypeKind::severity}, {"string", TypeKind::string},     {"time", TypeKind::time},
        {"version", TypeKind::version},   {"Resource", TypeKind::resource},
    };
    return all;
}

TypeTable::TypeTable() {
    simple(TypeKind::any);
}

TypeId TypeTable::intern(Type type) {
    const auto [found, added] =
        by_text_.try_emplace(type.name + (type.optional ? "?" : ""), static_cast<TypeId>(types_.size()));
    if (added) types_.push_back(std::move(type));
    return found->second;
}

std::string TypeTable::text(TypeId id) const {
    const Type& type = types_.at(id);
    return type.name + (type.optional ? "?" : "");
}

TypeId TypeTable::simple(TypeKind kind) {
    Type type;
    type.kind = kind;
    type.name = simple_name(kind);
    return intern(std::move(type));
}

TypeId TypeTable::list(TypeId element) {
    Type type;
    type.kind = TypeKind::list;
    type.element = element;
    type.name = "list<" + text(element) + ">";
    return intern(std::move(type));
}

TypeId TypeTable::set(TypeId element) {
    Type type;
    type.kind = TypeKind::set;
    type.element = element;
    type.name = "set<" + text(element) + ">";
    return intern(std::move(type));
}

TypeId TypeTable::map(TypeId key, TypeId value) {
    Type type;
    type.kind = TypeKind::map;
    type.key = key;
    type.element = value;
    type.name = "map<" + text(key) + ", " + text(value) + ">";
    return intern(std::move(type));
}

TypeId TypeTable::change(TypeId of) {
    Type type;
    type.kind = TypeKind::change;
    type.element = of;
    type.name = "change of " + text(of);
    return intern(std::move(type));
}

TypeId TypeTable::entity(std::uint32_t index, std::string qualified_name) {
    Type type;
    type.kind = TypeKind::entity;
    type.entity = index;
    type.name = std::move(qualified_name);
    return intern(std::move(type));
}

TypeId TypeTable::raw(std::string tool, std::string raw_type, const schema::ResourceType* resource) {
    Type type;
    type.kind = TypeKind::raw;
    type.name = raw_type == "*" ? tool + " *" : tool + " \"" + raw_type + "\"";
    type.tool = std::move(tool);
    type.resource = resource;
    return intern(std::move(type));
}

TypeId TypeTable::of_schema(const schema::TypeRef& type, const schema::ResourceType& owner) {
    switch (type.kind) {
        case schema::TypeKind::string:
        case schema::TypeKind::timestamp:
            return simple(TypeKind::string);
        case schema::TypeKind::integer:
            return simple(TypeKind::integer);
        case schema::TypeKind::number:
            // Terraform's number is whole or not: nothing says which, and `int` fits where `decimal` is wanted.
            return simple(schema::tool_of(owner.name) == "tf" ? TypeKind::integer : TypeKind::decimal);
        case schema::TypeKind::boolean:
            return simple(TypeKind::boolean);
        case schema::TypeKind::json:
            return k_any;
        case schema::TypeKind::list:
            return list(of_schema(type.element(), owner));
        case schema::TypeKind::set:
            // A plan writes blocks as a list, whatever the provider makes of them: `rule[0]` is the first that it has.
            return type.element().kind == schema::TypeKind::record ? list(of_schema(type.element(), owner))
                                                                   : set(of_schema(type.element(), owner));
        case schema::TypeKind::map:
            return map(simple(TypeKind::string), of_schema(type.element(), owner));
        case schema::TypeKind::record: {
            Type record;
            record.kind = TypeKind::record;
            record.name = std::string(owner.name) + "." + std::string(type.record->name);
            record.resource = &owner;
            record.record = type.record;
            return intern(std::move(record));
        }
        case schema::TypeKind::union_of: {
            std::vector<TypeId> members;
            for (const schema::TypeRef& member : type.members())
                members.push_back(of_schema(member, owner));
            return union_of(std::move(members));
        }
    }
    return k_any;
}

TypeId TypeTable::union_of(std::vector<TypeId> members) {
    bool optional = false;
    std::vector<TypeId> flat;
    for (const TypeId member : members) {
        optional = optional || types_.at(member).optional;
        const TypeId bare = present(member);
        if (types_.at(bare).kind == TypeKind::any) return with_optional(k_any, optional);
        const std::vector<TypeId> nested = types_.at(bare).members;
        flat.insert(flat.end(), nested.begin(), nested.end());
        if (nested.empty()) flat.push_back(bare);
    }
    std::sort(flat.begin(), flat.end(), [&](TypeId a, TypeId b) { return types_[a].name < types_[b].name; });
    flat.erase(std::unique(flat.begin(), flat.end()), flat.end());
    if (flat.empty()) return k_any;
    if (flat.size() == 1) return with_optional(flat.front(), optional);
    Type type;
    type.kind = TypeKind::union_of;
    for (const TypeId member : flat)
        type.name += (type.name.empty() ? "" : " or ") + text(member);
    type.members = std::move(flat);
    type.optional = optional;
    return intern(std::move(type));
}

TypeId TypeTable::with_optional(TypeId id, bool optional) {
    if (types_.at(id).optional == optional) return id;
    if (id < twins_.size() && twins_[id] != id) return twins_[id];
    Type copy = types_.at(id);
    copy.optional = optional;
    const TypeId twin = intern(std::move(copy));
    while (twins_.size() < types_.size())
        twins_.push_back(static_cast<TypeId>(twins_.size()));
    twins_[id] = twin;
    return twin;
}

TypeId TypeTable::join(TypeId a, TypeId b) {
    if (a == b) return a;
    const bool either = optional(a) || optional(b) || kind(a) == TypeKind::null || kind(b) == TypeKind::null;
    const TypeId x = present(a);
    const TypeId y = present(b);
    if (kind(x) == TypeKind::null) return with_optional(y, true);
    if (kind(y) == TypeKind::null || x == y) return with_optional(x, either);
    if (numeric(kind(x)) && numeric(kind(y))) return with_optional(simple(TypeKind::decimal), either);
    if (fits(*this, x, y)) return with_optional(y, either);
    if (fits(*this, y, x)) return with_optional(x, either);
    return with_optional(union_of({x, y}), either);
}

bool numeric(TypeKind kind) {
    return kind == TypeKind::integer || kind == TypeKind::decimal;
}

bool ordered(TypeKind kind) {
    return numeric(kind) || kind == TypeKind::version || kind == TypeKind::time || kind == TypeKind::duration ||
           kind == TypeKind::severity;
}

bool fits(TypeTable& types, TypeId from, TypeId to) {
    if (from == to) return true;
    const Type a = types[from];
    const Type b = types[to];
    if (b.kind == TypeKind::any) return a.kind == TypeKind::any || b.optional || !a.optional;
    if (a.kind == TypeKind::any) return true;
    if (a.kind == TypeKind::null) return b.optional;
    if (a.optional && !b.optional) return false;
    if (a.name == b.name) return true;
    const auto fits_bare = [&](TypeId x, TypeId y) { return fits(types, x, y); };
    if (a.kind == TypeKind::union_of) {
        return std::any_of(a.members.begin(), a.members.end(),
                           [&](TypeId member) { return fits_bare(member, types.present(to)); });
    }
    if (b.kind == TypeKind::union_of) {
        return std::any_of(b.members.begin(), b.members.end(),
                           [&](TypeId member) { return fits_bare(types.present(from), member); });
    }
    if (a.kind == TypeKind::integer && b.kind == TypeKind::decimal) return true;
    if (a.kind == TypeKind::record && b.kind == TypeKind::map) return types.kind(b.element) == TypeKind::any;
    if (a.kind != b.kind) return false;
    if (a.kind == TypeKind::list || a.kind == TypeKind::set) return fits_bare(a.element, b.element);
    if (a.kind == TypeKind::map) return fits_bare(a.key, b.key) && fits_bare(a.element, b.element);
    return false;
}

namespace {

bool is_subject(TypeKind kind) {
    return kind == TypeKind::entity || kind == TypeKind::raw || kind == TypeKind::resource;
}

bool is_collection(TypeKind kind) {
    return kind == TypeKind::list || kind == TypeKind::set;
}

}  // namespace

bool comparable(const TypeTable& types, TypeId left, TypeId right) {
    const Type& a = types[left];
    const Type& b = types[right];
    if (a.kind == TypeKind::any || b.kind == TypeKind::any || a.name == b.name) return true;
    if (a.kind == TypeKind::null) return b.optional;
    if (b.kind == TypeKind::null) return a.optional;
    const auto with = [&](TypeId other) {
        return [&types, other](TypeId each) { return comparable(types, each, other); };
    };
    if (a.kind == TypeKind::union_of) return std::any_of(a.members.begin(), a.members.end(), with(right));
    if (b.kind == TypeKind::union_of) return std::any_of(b.members.begin(), b.members.end(), with(left));
    if (numeric(a.kind) && numeric(b.kind)) return true;
    if (is_subject(a.kind) && is_subject(b.kind)) return true;
    if (is_collection(a.kind) && is_collection(b.kind)) return comparable(types, a.element, b.element);
    if (a.kind == TypeKind::map && b.kind == TypeKind::map) {
        return comparable(types, a.key, b.key) && comparable(types, a.element, b.element);
    }
    const auto map_like = [](TypeKind kind) { return kind == TypeKind::map || kind == TypeKind::record; };
    return map_like(a.kind) && map_like(b.kind);
}

}  // namespace spile::lang::sema
