// Static types of the rule language: small ids into a table that holds each distinct type once. Types exist while
// checking only; the program keeps their text.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "lang/schema/schema.hpp"

namespace spile::lang::sema {

enum class TypeKind : std::uint8_t {
    any,  // gradual: fits everywhere, everything fits it
    boolean,
    integer,
    decimal,
    string,
    null,
    severity,
    list,
    set,
    map,
    cidr,
    ports,
    protocol,
    arn,
    image,
    version,
    time,
    duration,
    glob,
    regex,
    entity,
    resource,  // the built-in entity `Resource`
    raw,       // cfn "AWS::S3::Bucket"
    record,    // a type definition of the schema
    union_of,
    change  // change of T
};

/// Index into a TypeTable. 0 is `any`.
using TypeId = std::uint32_t;
inline constexpr TypeId k_any = 0;

struct Type {
    TypeKind kind = TypeKind::any;
    bool optional = false;                           // may be missing or null
    TypeId element = k_any;                          // list, set: members; map: values; change: what changes
    TypeId key = k_any;                              // map
    std::uint32_t entity = 0;                        // index into Program::entities
    std::string name;                                // as printed, without `?`; distinct types have distinct names
    std::string tool;                                // raw
    const schema::ResourceType* resource = nullptr;  // raw, record; null: properties are not known
    const schema::Record* record = nullptr;
    std::vector<TypeId> members;  // union_of
};

/// Owns the types of one compilation. The schema that raw types came from must outlive it.
class TypeTable {
  public:
    TypeTable();

    /// References last until the next type is made.
    [[nodiscard]] const Type& operator[](TypeId id) const { return types_.at(id); }
    [[nodiscard]] TypeKind kind(TypeId id) const { return types_.at(id).kind; }
    [[nodiscard]] bool optional(TypeId id) const { return types_.at(id).optional; }
    /// "list<string>?"
    [[nodiscard]] std::string text(TypeId id) const;

    /// Kinds without parts.
    TypeId simple(TypeKind kind);
    TypeId list(TypeId element);
    TypeId set(TypeId element);
    TypeId map(TypeId key, TypeId value);
    TypeId change(TypeId of);
    TypeId entity(std::uint32_t index, std::string qualified_name);
    TypeId raw(std::string tool, std::string type, const schema::ResourceType* resource);
    TypeId of_schema(const schema::TypeRef& type, const schema::ResourceType& owner);
    /// One member is that member, any among them is any; optional when a member is.
    TypeId union_of(std::vector<TypeId> members);

    [[nodiscard]] TypeId with_optional(TypeId id, bool optional);
    [[nodiscard]] TypeId maybe(TypeId id) { return with_optional(id, true); }
    [[nodiscard]] TypeId present(TypeId id) { return with_optional(id, false); }

    /// The type of a value that is one or the other.
    TypeId join(TypeId a, TypeId b);

  private:
    TypeId intern(Type type);
    std::vector<Type> types_;
    std::map<std::string, TypeId> by_text_;
    std::vector<TypeId> twins_;  // the same type with and without `?`; itself: not made yet
};

/// The built-in type of that name ("int", "cidr"); nothing that takes arguments, no entity.
[[nodiscard]] const std::map<std::string_view, TypeKind>& simple_types();

/// Whether a value of type `from` may stand where `to` is wanted. `T?` does not fit `T`, unless either is `any`.
[[nodiscard]] bool fits(TypeTable& types, TypeId from, TypeId to);

/// Whether `a == b` can ever hold. Subjects (raw resources, entities, `Resource`) are equal when they are one unit.
[[nodiscard]] bool comparable(const TypeTable& types, TypeId a, TypeId b);

/// Numbers, versions, times, durations, severities: what `<` takes. False for any.
[[nodiscard]] bool ordered(TypeKind kind);
[[nodiscard]] bool numeric(TypeKind kind);

}  // namespace spile::lang::sema
