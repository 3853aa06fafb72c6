// The published resource types as the rest of the program sees them: names, properties, attributes. In comes the text
// of stdlib/schema (format: stdlib/schema/README.md), out go plain structs, made for a type when it is first asked for.
// Everything handed out views the text and the Schema's arena: it is valid while both live.
#pragma once

#include <cstddef>
#include <map>
#include <mutex>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "lang/base/arena.hpp"
#include "lang/base/check.hpp"

namespace spile::schema {

/// The data text breaks its own format: what, and at which line. A bug of ours, as the text is part of the program.
class MalformedSchema : public Bug {
  public:
    using Bug::Bug;
};

/// `number` may be whole or not; `set` is a list whose order says nothing.
enum class TypeKind { string, integer, number, boolean, json, timestamp, list, set, map, record, union_of };

struct Record;

/// The type of a property or attribute: a small value, freely copied.
struct TypeRef {
    TypeKind kind = TypeKind::string;
    const Record* record = nullptr;             // of `record`; may lead back to itself
    std::span<const std::string_view> allowed;  // of `string` and `integer`: the only values taken; empty: not known
    const TypeRef* first_member = nullptr;
    std::size_t member_count = 0;
    bool at_most_one = false;  // of `list`: it never has a second element

    /// What a union is made of.
    [[nodiscard]] std::span<const TypeRef> members() const { return {first_member, member_count}; }
    /// What a list, set or map holds; the kind must be one of these.
    [[nodiscard]] const TypeRef& element() const { return *first_member; }
};

/// Whether the provider gives an attribute its value (Terraform's word): never, where the author does not, always.
enum class Computed { no, unless_given, always };

struct Property {
    std::string_view name;
    TypeRef type;
    bool required = false;
    Computed computed = Computed::no;
    std::optional<std::string_view> default_value;  // JSON text, only where the specification states one

    /// The only values taken by the property or, for a list or set, by its elements; empty when not known.
    [[nodiscard]] std::span<const std::string_view> allowed() const;
};

/// A type definition (CloudFormation's "property type"). Names are case-sensitive.
struct Record {
    std::string_view name;
    std::span<const Property> properties;  // sorted by name

    /// Null when there is none. O(log properties).
    [[nodiscard]] const Property* find(std::string_view property) const;
};

/// What Fn::GetAtt can ask for. A name may have dots; one that ends in `.*` stands for all names of that beginning.
struct Attribute {
    std::string_view name;
    TypeRef type;
};

/// How the tag property is written: a list of Key and Value, a map, or AutoScaling's list with PropagateAtLaunch.
enum class TagShape { none, list, map, autoscaling };

struct ResourceType {
    std::string_view name;                                 // "Custom::*" for every custom resource
    std::span<const Property> properties;                  // sorted by name
    std::span<const Attribute> attributes;                 // sorted by name
    std::span<const std::string_view> primary_identifier;  // property or attribute paths with dots; may be empty
    std::span<const std::string_view> ref_identifier;      // what Ref returns, joined by `|`; the former unless stated
    std::span<const Record* const> records;                // every type definition, sorted by name
    std::string_view tag_property;                         // empty when the type takes no tags
    TagShape tag_shape = TagShape::none;
    bool open = false;  // takes any property and has any attribute (custom resources)

    /// Null when there is none. O(log properties).
    [[nodiscard]] const Property* find(std::string_view property) const;
    /// The attribute of that name, else the `.*` that covers it, else null.
    [[nodiscard]] const Attribute* find_attribute(std::string_view attribute) const;
    /// Null when there is none.
    [[nodiscard]] const Record* find_record(std::string_view record) const;
};

/// All known resource types. May be shared by threads: looking up fills a cache, one thread at a time.
class Schema {
  public:
    /// `texts` are views of whole data files, which must outlive the Schema; where two know a type, the earlier wins.
    /// Throws MalformedSchema when one does not open as such a file.
    explicit Schema(std::vector<std::string_view> texts);

    /// Null when no text has the type; any `Custom::Name` finds `Custom::*`. The first look-up of a type costs
    /// O(log size) and the parsing of that type alone. Throws MalformedSchema when its lines break the format.
    [[nodiscard]] const ResourceType* find(std::string_view type) const;

    /// Every type's name, sorted, without parsing any. O(size). Throws MalformedSchema when a text is not sorted.
    [[nodiscard]] std::vector<std::string_view> type_names() const;

    /// How many types were parsed so far.
    [[nodiscard]] std::size_t parsed_count() const;

  private:
    std::vector<std::string_view> texts_;
    mutable std::mutex filling_;
    mutable Arena arena_;
    mutable std::map<std::string_view, const ResourceType*> parsed_;
};

/// Whether the property at `path` (names with dots, list positions left out: `Policies.PolicyDocument`) holds an IAM
/// policy document, as an object or as JSON in a string. `Policies` of SAM types also takes names and template calls.
[[nodiscard]] bool is_iam_policy_document(std::string_view resource_type, std::string_view path);

/// Every (resource type, path) of which that holds, sorted.
[[nodiscard]] std::vector<std::pair<std::string_view, std::string_view>> iam_policy_documents();

}  // namespace spile::schema
