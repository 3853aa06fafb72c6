#include "engine/graph/value.hpp"

#include <algorithm>
#include <type_traits>
#include <vector>

#include "lang/base/check.hpp"

namespace spile::engine {

namespace {

template <class T>
const T& extra(const ValueNode* node, bool fits) {
    SPILE_CHECK(node != nullptr && fits && node->extra != nullptr, "a value was read as another kind");
    return *static_cast<const T*>(node->extra);
}

/// Arms of nested choices under the conjunction of their guards; guards that cannot hold are dropped.
void flatten(Value value, Guard guard, GuardSpace& guards, std::vector<Arm>& out) {
    if (guard == k_never) return;
    if (value.is(Kind::choice)) {
        for (const Arm& arm : value.arms())
            flatten(arm.value, guards.conjoin(guard, arm.guard), guards, out);
        return;
    }
    const auto same = std::find_if(out.begin(), out.end(), [&](const Arm& arm) { return arm.value == value; });
    if (same == out.end())
        out.push_back({guard, value});
    else
        same->guard = guards.disjoin(same->guard, guard);
}

/// Without empty segments, neighbouring known ones joined.
std::vector<Segment> joined(std::span<const Segment> segments, Arena& arena) {
    std::vector<Segment> out;
    for (std::size_t i = 0; i < segments.size(); ++i) {
        if (!segments[i].known()) {
            out.push_back(segments[i]);
            continue;
        }
        // A whole run is copied once: texts of a hundred thousand pieces must not cost their square.
        std::size_t pieces = 0;
        Segment run = segments[i];
        std::string text;
        for (; i < segments.size() && segments[i].known(); ++i) {
            if (segments[i].text.empty()) continue;
            if (pieces++ == 0) run = segments[i];
            text += segments[i].text;
        }
        --i;
        if (pieces > 1) run.text = arena.copy(text);
        if (pieces > 0) out.push_back(run);
    }
    return out;
}

}  // namespace

Kind Value::kind() const noexcept {
    return node_ == nullptr ? Kind::missing : node_->kind;
}
const Origin* Value::origin() const noexcept {
    return node_ == nullptr ? nullptr : node_->origin;
}
bool Value::sensitive() const noexcept {
    return node_ != nullptr && node_->sensitive;
}
bool Value::assumed() const noexcept {
    return node_ != nullptr && node_->assumed;
}
bool Value::is_set() const noexcept {
    return node_ != nullptr && node_->set;
}
bool Value::open() const noexcept {
    return node_ != nullptr && node_->open;
}
bool Value::boolean() const {
    SPILE_CHECK(is(Kind::boolean), "a value was read as another kind");
    return node_->boolean;
}
const Decimal& Value::number() const {
    return extra<Decimal>(node_, is(Kind::number) || is(Kind::interval));
}
const Decimal& Value::upper() const {
    const Decimal& lower = extra<Decimal>(node_, is(Kind::number) || is(Kind::interval));
    return *(&lower + 1);
}
std::string_view Value::text() const {
    return node_ == nullptr ? std::string_view() : node_->text;
}
std::span<const Segment> Value::segments() const {
    return node_ == nullptr ? std::span<const Segment>() : node_->segments;
}
std::span<const Element> Value::elements() const {
    return node_ == nullptr ? std::span<const Element>() : node_->elements;
}
std::span<const Member> Value::members() const {
    return node_ == nullptr ? std::span<const Member>() : node_->members;
}
const Member* Value::member(std::string_view key) const {
    for (const Member& member : members())
        if (member.key == key) return &member;
    return nullptr;
}
std::span<const Arm> Value::arms() const {
    return node_ == nullptr ? std::span<const Arm>() : node_->arms;
}
const RecordType& Value::record_type() const {
    return extra<RecordType>(node_, is(Kind::record));
}
std::span<const Value> Value::fields() const {
    return node_ == nullptr ? std::span<const Value>() : node_->fields;
}
const DomainValue& Value::domain() const {
    return extra<DomainValue>(node_, is(Kind::domain));
}
UnitId Value::unit() const {
    return node_ == nullptr ? UnitId() : node_->unit;
}
const EntityInstance& Value::entity() const {
    return extra<EntityInstance>(node_, is(Kind::entity));
}
const Unknown& Value::unknown() const {
    return extra<Unknown>(node_, is(Kind::unknown));
}

Value ValueFactory::make(const ValueNode& node) const {
    return Value(arena_->make<ValueNode>(node));
}

Value ValueFactory::missing(std::string_view path, const Origin* origin) const {
    return make({.kind = Kind::missing, .origin = origin, .text = path});
}
Value ValueFactory::null(const Origin* origin) const {
    return make({.kind = Kind::null, .origin = origin});
}
Value ValueFactory::boolean(bool value, const Origin* origin) const {
    return make({.kind = Kind::boolean, .boolean = value, .origin = origin});
}

Value ValueFactory::number(const Decimal& value, const Origin* origin) const {
    return interval(value, value, false, origin);
}

Value ValueFactory::interval(const Decimal& lower, const Decimal& upper, bool unbounded, const Origin* origin) const {
    const bool exact = !unbounded && lower == upper;
    const std::vector<Decimal> bounds{lower, upper};
    return make({.kind = exact ? Kind::number : Kind::interval,
                 .open = unbounded,
                 .origin = origin,
                 .extra = arena_->copy(bounds).data()});
}

Value ValueFactory::string(std::string_view text, const Origin* origin) const {
    return make({.kind = Kind::string, .origin = origin, .text = text});
}

Value ValueFactory::partial(std::span<const Segment> segments, const Origin* origin) const {
    const std::vector<Segment> parts = joined(segments, *arena_);
    bool sensitive = false;
    bool assumed = false;
    bool known = true;
    for (const Segment& part : parts) {
        SPILE_CHECK(part.known() || part.hole.is(Kind::unknown), "a hole of a partial string is an unknown");
        sensitive = sensitive || part.hole.sensitive();
        assumed = assumed || part.hole.assumed();
        known = known && part.known();
    }
    if (known) return string(parts.empty() ? std::string_view() : parts.front().text, origin);
    if (parts.size() == 1) {
        Unknown about = parts.front().hole.unknown();
        about.type = TypeHint::string;
        return marked(unknown(about, origin), sensitive, assumed);
    }
    return make({.kind = Kind::partial,
                 .sensitive = sensitive,
                 .assumed = assumed,
                 .origin = origin,
                 .segments = arena_->copy(parts)});
}

Value ValueFactory::list(std::span<const Element> elements, bool open, const Origin* origin) const {
    return make({.kind = Kind::list, .open = open, .origin = origin, .elements = arena_->copy(elements)});
}
Value ValueFactory::set(std::span<const Element> elements, bool open, const Origin* origin) const {
    return make({.kind = Kind::list, .set = true, .open = open, .origin = origin, .elements = arena_->copy(elements)});
}
Value ValueFactory::map(std::span<const Member> members, bool open, const Origin* origin) const {
    return make({.kind = Kind::map, .open = open, .origin = origin, .members = arena_->copy(members)});
}
Value ValueFactory::record(const RecordType& type, std::span<const Value> fields, const Origin* origin) const {
    return make({.kind = Kind::record,
                 .origin = origin,
                 .fields = arena_->copy(fields),
                 .extra = arena_->make<RecordType>(type)});
}
Value ValueFactory::domain(const DomainValue& value, const Origin* origin) const {
    return make({.kind = Kind::domain, .origin = origin, .extra = arena_->make<DomainValue>(value)});
}
Value ValueFactory::resource(UnitId unit, const Origin* origin) const {
    return make({.kind = Kind::resource, .unit = unit, .origin = origin});
}
Value ValueFactory::entity(const EntityInstance& instance, const Origin* origin) const {
    return make({.kind = Kind::entity,
                 .unit = instance.unit,
                 .origin = origin,
                 .extra = arena_->make<EntityInstance>(instance)});
}
Value ValueFactory::unknown(const Unknown& about, const Origin* origin) const {
    return make({.kind = Kind::unknown, .unit = about.unit, .origin = origin, .extra = arena_->make<Unknown>(about)});
}
Value ValueFactory::error(std::string_view cause, const Origin* origin) const {
    return make({.kind = Kind::error, .origin = origin, .text = cause});
}

Value ValueFactory::choice(std::span<const Arm> arms, GuardSpace& guards, const Origin* origin) const {
    std::vector<Arm> flat;
    for (const Arm& arm : arms)
        flatten(arm.value, arm.guard, guards, flat);
    if (flat.empty()) return missing("", origin);
    if (flat.size() == 1 && flat.front().guard == k_always) return flat.front().value;
    const auto any = [&](auto marks) {
        return std::any_of(flat.begin(), flat.end(), [&](const Arm& arm) { return marks(arm.value); });
    };
    return make({.kind = Kind::choice,
                 .sensitive = any([](Value value) { return value.sensitive(); }),
                 .assumed = any([](Value value) { return value.assumed(); }),
                 .origin = origin,
                 .arms = arena_->copy(flat)});
}

Value ValueFactory::with_origin(Value value, const Origin* origin) const {
    ValueNode node = value.node() == nullptr ? ValueNode() : *value.node();
    node.origin = origin;
    return make(node);
}

Value ValueFactory::marked(Value value, bool sensitive, bool assumed) const {
    if ((!sensitive || value.sensitive()) && (!assumed || value.assumed())) return value;
    ValueNode node = value.node() == nullptr ? ValueNode() : *value.node();
    node.sensitive = node.sensitive || sensitive;
    node.assumed = node.assumed || assumed;
    const auto marked_all = [&](auto items) {
        std::vector<std::remove_const_t<typename decltype(items)::element_type>> copies(items.begin(), items.end());
        for (auto& item : copies)
            item.value = marked(item.value, sensitive, assumed);
        return arena_->copy(copies);
    };
    node.arms = marked_all(node.arms);
    node.elements = marked_all(node.elements);
    node.members = marked_all(node.members);
    return make(node);
}

Value ValueFactory::through(Value value, Step::Role role, std::string_view text, SourceSpan where) const {
    Origin origin = value.origin() == nullptr ? Origin() : *value.origin();
    origin.chain = arena_->make<Step>(Step{.role = role, .text = text, .where = where, .next = origin.chain});
    ValueNode node = value.node() == nullptr ? ValueNode() : *value.node();
    node.origin = arena_->make<Origin>(origin);
    // What a rule reads of a choice are its arms.
    std::vector<Arm> arms;
    for (const Arm& arm : node.arms)
        arms.push_back({arm.guard, through(arm.value, role, text, where)});
    node.arms = arena_->copy(arms);
    return make(node);
}

}  // namespace spile::engine
