// Values of documents and of rules: immutable nodes in an arena, each with the place it came from. What a parameter, a
// condition or an intrinsic leaves open is part of the value: unknown, partial strings, choices under guards, list
// elements that may be absent.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "engine/graph/decimal.hpp"
#include "engine/graph/guard.hpp"
#include "lang/base/arena.hpp"
#include "lang/base/span.hpp"

namespace spile::engine {

struct UnitId {
    std::uint32_t value = 0xffffffffU;
    [[nodiscard]] constexpr bool valid() const noexcept { return value != 0xffffffffU; }
    friend constexpr auto operator<=>(UnitId, UnitId) = default;
};

/// The logical place of a value inside its document: keys and list positions from the root, innermost first.
struct Path {
    const Path* parent = nullptr;
    std::string_view key;  // empty for a list position
    std::uint32_t index = 0;
    bool hidden = false;  // the key is part of something sensitive: never printed
};

/// A step that a value came through on its way: printed as the finding's chain, outermost (last taken) first.
struct Step {
    enum class Role : std::uint8_t {
        reference,
        parameter,
        parameter_default,
        mapping,
        condition,
        import_value,
        intrinsic,
        view,
        nested_stack
    };
    Role role = Role::intrinsic;
    std::string_view text;  // "!Ref Cidr", "default of parameter Cidr", "when IsProd is false"
    SourceSpan where;
    const Step* next = nullptr;
};

/// Where a value came from. Values made by rules take the origin of the operand that decided them.
struct Origin {
    SourceSpan span;  // the value's text; for missing: the key of the deepest ancestor that exists
    SourceSpan key;   // the key's text, when it is a map member
    const Path* path = nullptr;
    const Step* chain = nullptr;
    UnitId unit;
};

enum class Kind : std::uint8_t {
    missing,  // not there; text() names what is missing, dotted from the deepest ancestor that exists
    null,
    boolean,
    number,
    interval,  // a number known to lie between two bounds (count over undecided members)
    string,
    partial,  // string of known segments and holes; holes are unknown values
    list,     // also sets
    map,
    record,    // constructed `Encryption(…)`, parsed ARN, image reference …
    domain,    // cidr, time, duration, version, glob: compared by meaning
    resource,  // a unit under its raw type
    entity,    // an instance of a view
    unknown,   // there is a value (or may be), we do not know it yet
    error,     // there can be no value, and why
    choice     // one of several under disjoint guards that together always hold
};

enum class TypeHint : std::uint8_t { any, string, number, boolean, list, map };

/// What may be said of a value that is not known yet.
struct Unknown {
    std::string_view
        cause;  // "parameter `Cidr` has no value", "`aws_db_instance.d.storage_encrypted` is known after apply"
    std::string_view producer;   // identity: two unknowns of one non-empty producer are the same value
    UnitId unit;                 // the resource whose attribute it is, when it is one
    std::string_view attribute;  // "Ref", "Arn", "Outputs.Url"
    TypeHint type = TypeHint::any;
    bool may_be_missing = false;
    bool unset = false;  // no document asks for a value: the platform will choose one (a computed attribute of a plan)
};

enum class Domain : std::uint8_t { cidr, time, duration, version, glob, regex, protocol, ports };

class Value;

struct Segment;
struct Element;
struct Member;
struct Arm;
struct RecordType;
struct EntityInstance;

struct DomainValue {
    Domain domain = Domain::cidr;
    std::string_view text;          // as written
    std::uint8_t address[16] = {};  // cidr: network order, IPv4 in the last 4 bytes
    std::uint8_t prefix = 0;        // cidr
    bool v6 = false;                // cidr
    std::int64_t seconds = 0;       // time: since 1970 UTC; duration
    bool whole_day = false;         // time written as a date
    std::int64_t from = 0;          // protocol: its number, -1 for all; ports: the first port
    std::int64_t to = 0;            // ports: the last port
};

struct ValueNode;

/// Handle of an immutable node; cheap to copy. The arena that made the node owns it. A default Value is missing,
/// without a place.
class Value {
  public:
    constexpr Value() = default;
    explicit constexpr Value(const ValueNode* node) : node_(node) {}

    [[nodiscard]] Kind kind() const noexcept;
    [[nodiscard]] bool is(Kind kind) const noexcept { return this->kind() == kind; }
    [[nodiscard]] const Origin* origin() const noexcept;  // may be null
    [[nodiscard]] bool sensitive() const noexcept;        // NoEcho, marked sensitive: never printed
    [[nodiscard]] bool assumed() const noexcept;          // rests on a parameter's default
    [[nodiscard]] bool is_set() const noexcept;           // list: written or made as a set
    [[nodiscard]] bool open() const noexcept;             // list, map: further members may exist

    [[nodiscard]] bool boolean() const;
    [[nodiscard]] const Decimal& number() const;  // number; interval: the lower bound
    [[nodiscard]] const Decimal& upper() const;   // interval; meaningless when open()
    /// string: the text; missing: the missing path; error: the cause.
    [[nodiscard]] std::string_view text() const;
    [[nodiscard]] std::span<const Segment> segments() const;
    [[nodiscard]] std::span<const Element> elements() const;
    /// In document order, keys unique.
    [[nodiscard]] std::span<const Member> members() const;
    [[nodiscard]] const Member* member(std::string_view key) const;
    [[nodiscard]] std::span<const Arm> arms() const;
    [[nodiscard]] const RecordType& record_type() const;
    [[nodiscard]] std::span<const Value> fields() const;  // record, in the type's order
    [[nodiscard]] const DomainValue& domain() const;
    [[nodiscard]] UnitId unit() const;  // resource
    [[nodiscard]] const EntityInstance& entity() const;
    [[nodiscard]] const Unknown& unknown() const;

    [[nodiscard]] const ValueNode* node() const noexcept { return node_; }
    friend bool operator==(Value a, Value b) noexcept {
        return a.node_ == b.node_;
    }  // identity, not equality of values

  private:
    const ValueNode* node_ = nullptr;
};

struct Segment {
    std::string_view text;  // known; empty when `hole` is set
    Value hole;             // unknown
    [[nodiscard]] bool known() const noexcept { return hole.node() == nullptr; }
};

/// Member of a list: certainly there under `must`, possibly there under `may`; must implies may.
struct Element {
    Value value;
    Guard must = k_always;
    Guard may = k_always;
};

struct Member {
    std::string_view key;
    SourceSpan key_span;
    Value value;  // a choice with a missing arm when it is there only under a condition
};

struct Arm {
    Guard guard;
    Value value;
};

struct RecordType {
    std::string_view name;
    std::span<const std::string_view> fields;
};

/// One subject of an entity: a view applied to a unit (and to one element of its `each`).
struct EntityInstance {
    std::uint32_t entity = 0;  // index into Program::entities
    std::uint32_t view = 0;    // index into Program::views
    UnitId unit;
    std::string_view key;   // of `each`; empty when the view has none
    std::string_view path;  // of the element, dotted: two elements with one key are two instances
    Value each;             // the element
    Value before;           // of a change, whose view is k_change_entity: the instance that was there, or missing
    Value after;            // likewise, that will be there
    Guard must = k_always;  // existence of the element (the unit's own existence apart)
    Guard may = k_always;
};

struct ValueNode {
    Kind kind = Kind::missing;
    bool sensitive = false;
    bool assumed = false;
    bool set = false;
    bool open = false;
    bool boolean = false;
    UnitId unit;
    const Origin* origin = nullptr;
    std::string_view text;
    std::span<const Segment> segments;
    std::span<const Element> elements;
    std::span<const Member> members;
    std::span<const Arm> arms;
    std::span<const Value> fields;
    const void* extra = nullptr;  // Decimal[2], RecordType, DomainValue, EntityInstance or Unknown, by kind
};

/// Makes values in an arena. Texts given must outlive the arena or be put into it with `arena().copy`.
class ValueFactory {
  public:
    explicit ValueFactory(Arena& arena) : arena_(&arena) {}
    [[nodiscard]] Arena& arena() const noexcept { return *arena_; }

    [[nodiscard]] Value missing(std::string_view path, const Origin* origin) const;
    [[nodiscard]] Value null(const Origin* origin) const;
    [[nodiscard]] Value boolean(bool value, const Origin* origin) const;
    [[nodiscard]] Value number(const Decimal& value, const Origin* origin) const;
    /// A number when the bounds are equal and `unbounded` is false.
    [[nodiscard]] Value interval(const Decimal& lower, const Decimal& upper, bool unbounded,
                                 const Origin* origin) const;
    [[nodiscard]] Value string(std::string_view text, const Origin* origin) const;
    /// Neighbouring known segments are joined; without holes the result is a string, with nothing but one hole it is
    /// that hole (typed string).
    [[nodiscard]] Value partial(std::span<const Segment> segments, const Origin* origin) const;
    [[nodiscard]] Value list(std::span<const Element> elements, bool open, const Origin* origin) const;
    [[nodiscard]] Value set(std::span<const Element> elements, bool open, const Origin* origin) const;
    [[nodiscard]] Value map(std::span<const Member> members, bool open, const Origin* origin) const;
    [[nodiscard]] Value record(const RecordType& type, std::span<const Value> fields, const Origin* origin) const;
    [[nodiscard]] Value domain(const DomainValue& value, const Origin* origin) const;
    [[nodiscard]] Value resource(UnitId unit, const Origin* origin) const;
    [[nodiscard]] Value entity(const EntityInstance& instance, const Origin* origin) const;
    [[nodiscard]] Value unknown(const Unknown& about, const Origin* origin) const;
    [[nodiscard]] Value error(std::string_view cause, const Origin* origin) const;
    /// Drops arms whose guard is k_never, flattens nested choices by conjoining guards, merges identical values; one
    /// arm left under k_always is that value.
    [[nodiscard]] Value choice(std::span<const Arm> arms, GuardSpace& guards, const Origin* origin) const;

    /// The same value with another origin, or marked sensitive or assumed with everything inside it.
    [[nodiscard]] Value with_origin(Value value, const Origin* origin) const;
    [[nodiscard]] Value marked(Value value, bool sensitive, bool assumed) const;
    /// The same value whose origin has one more step in its chain.
    [[nodiscard]] Value through(Value value, Step::Role role, std::string_view text, SourceSpan where) const;

  private:
    Value make(const ValueNode& node) const;
    Arena* arena_;
};

}  // namespace spile::engine
