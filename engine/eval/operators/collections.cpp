// Functions over lists and maps. Members that are there only under a guard keep it; where combining guards would need
// a place to make them, must and may part instead.
#include <string>
#include <vector>

#include "engine/eval/operators/builtins.hpp"
#include "engine/eval/operators/pieces.hpp"
#include "engine/eval/operators/wildcard.hpp"

namespace spile::engine::operators {

namespace {

/// Adds `value` once for each of its arms that is not missing: arms exclude each other.
template <class Make>
void append_present(Value value, Make make, std::vector<Element>& out) {
    if (value.is(Kind::missing)) return;
    if (!value.is(Kind::choice)) {
        const bool perhaps = presence(value) == Truth::maybe && !value.is(Kind::error);
        out.push_back({.value = make(value), .must = perhaps ? k_never : k_always});
        return;
    }
    for (const Arm& arm : value.arms()) {
        if (arm.value.is(Kind::missing)) continue;
        const bool perhaps = presence(arm.value) == Truth::maybe && !arm.value.is(Kind::error);
        out.push_back({.value = make(arm.value), .must = perhaps ? k_never : arm.guard, .may = arm.guard});
    }
}

/// An element of a list that is itself there under guards.
Element nested(const Element& inner, const Element& outer, const Operands& with) {
    if (outer.must == k_always) return inner;
    if (inner.must == k_always) return {.value = inner.value, .must = outer.must, .may = outer.may};
    if (with.guards == nullptr) return {.value = inner.value, .must = k_never, .may = outer.may};
    return {.value = inner.value,
            .must = with.guards->conjoin(inner.must, outer.must),
            .may = with.guards->conjoin(inner.may, outer.may)};
}

bool may_be_list(Value value) {
    return value.is(Kind::unknown) && (value.unknown().type == TypeHint::list || value.unknown().type == TypeHint::any);
}

/// Adds one member of the list to flatten; whether further elements may hide in it.
bool append_flat(const Element& element, const Operands& with, std::vector<Element>& out) {
    const Value value = element.value;
    if (may_be_list(value)) {
        return true;
    }
    if (value.is(Kind::choice)) {
        bool open = false;
        for (const Arm& arm : value.arms()) {
            const Element guarded = nested({.value = arm.value, .must = arm.guard, .may = arm.guard}, element, with);
            open = append_flat(guarded, with, out) || open;
        }
        return open;
    }
    if (value.is(Kind::missing)) return false;
    if (!value.is(Kind::list)) {
        out.push_back(element);
        return false;
    }
    for (const Element& inner : value.elements())
        out.push_back(nested(inner, element, with));
    return value.open();
}

/// Bounds on the number of those that are there.
struct Count {
    std::int64_t surely = 0;
    std::int64_t perhaps = 0;
    void add(Truth there) {
        surely += there == Truth::yes ? 1 : 0;
        perhaps += there != Truth::no ? 1 : 0;
    }
};

Value length_of_text(Value text, const Operands& with) {
    Tokens characters;
    for (const Segment& segment : piece_of(text))
        if (segment.known()) append_characters(segment.text, characters);
    const Decimal known(static_cast<std::int64_t>(characters.size()));
    return with.factory->interval(known, known, text.is(Kind::partial), text.origin());
}

Value is_kind(Arguments arguments, const Operands& with, TypeHint hint, bool now) {
    const Value value = arguments[0];
    Truth truth = now ? Truth::yes : Truth::no;
    if (value.is(Kind::unknown)) {
        const Unknown& about = value.unknown();
        if (about.type == TypeHint::any)
            truth = Truth::maybe;
        else
            truth = about.type != hint ? Truth::no : about.may_be_missing ? Truth::maybe : Truth::yes;
    }
    return truth_value(truth, arguments, with);
}

}  // namespace

namespace builtins {

Value members(Arguments arguments, const Operands& with) {
    const Value value = arguments[0];
    if (!value.is(Kind::unknown)) return as_list(arguments, with);
    // What refers to a resource is there; any other value may turn out to be a list of any length.
    const bool sure = presence(value) == Truth::yes && (value.unknown().unit.valid() || !may_be_list(value));
    const Element whole{.value = value, .must = sure ? k_always : k_never};
    return with.factory->list({&whole, 1}, !sure && may_be_list(value), value.origin());
}

Value as_list(Arguments arguments, const Operands& with) {
    const Value value = arguments[0];
    if (value.is(Kind::list)) return value;
    if (value.is(Kind::missing)) return with.factory->list({}, false, value.origin());
    if (may_be_list(value)) {
        if (value.unknown().type == TypeHint::list && !value.unknown().may_be_missing) return value;
        return undecided_value(value, TypeHint::list, with);
    }
    const bool perhaps = presence(value) == Truth::maybe;
    const Element only{.value = value, .must = perhaps ? k_never : k_always};
    return with.factory->list({&only, 1}, false, value.origin());
}

Value keys(Arguments arguments, const Operands& with) {
    const Value map = arguments[0];
    if (map.is(Kind::unknown)) return undecided_value(map, TypeHint::list, with);
    if (!map.is(Kind::map) && !map.is(Kind::missing)) return wrong_kind("keys", "a map", map, with);
    std::vector<Element> out;
    for (const Member& member : map.members()) {
        const auto key = [&](Value value) { return with.factory->string(member.key, value.origin()); };
        append_present(member.value, key, out);
    }
    return with.factory->list(out, map.open(), map.origin());
}

Value values(Arguments arguments, const Operands& with) {
    const Value map = arguments[0];
    if (map.is(Kind::unknown)) return undecided_value(map, TypeHint::list, with);
    if (!map.is(Kind::map) && !map.is(Kind::missing)) return wrong_kind("values", "a map", map, with);
    std::vector<Element> out;
    for (const Member& member : map.members())
        append_present(
            member.value, [](Value value) { return value; }, out);
    return with.factory->list(out, map.open(), map.origin());
}

Value flatten(Arguments arguments, const Operands& with) {
    const Value lists = arguments[0];
    if (lists.is(Kind::unknown)) return undecided_value(lists, TypeHint::list, with);
    if (!lists.is(Kind::list)) return wrong_kind("flatten", "a list", lists, with);
    std::vector<Element> out;
    bool open = lists.open();
    for (const Element& element : lists.elements())
        open = append_flat(element, with, out) || open;
    return with.factory->list(out, open, lists.origin());
}

Value length(Arguments arguments, const Operands& with) {
    const Value value = arguments[0];
    Count count;
    switch (value.kind()) {
        case Kind::missing:
            return number_value(0, value, with);
        case Kind::string:
        case Kind::partial:
            return length_of_text(value, with);
        case Kind::list:
            for (const Element& element : value.elements())
                count.add(membership(element));
            break;
        case Kind::map:
            for (const Member& member : value.members())
                count.add(presence(member.value));
            break;
        case Kind::unknown:
            return undecided_value(value, TypeHint::number, with);
        default:
            return wrong_kind("length", "a string, list, set or map", value, with);
    }
    return with.factory->interval(count.surely, count.perhaps, value.open(), value.origin());
}

Value is_string(Arguments arguments, const Operands& with) {
    return is_kind(arguments, with, TypeHint::string, arguments[0].is(Kind::string) || arguments[0].is(Kind::partial));
}
Value is_number(Arguments arguments, const Operands& with) {
    return is_kind(arguments, with, TypeHint::number, arguments[0].is(Kind::number) || arguments[0].is(Kind::interval));
}
Value is_bool(Arguments arguments, const Operands& with) {
    return is_kind(arguments, with, TypeHint::boolean, arguments[0].is(Kind::boolean));
}
Value is_list(Arguments arguments, const Operands& with) {
    return is_kind(arguments, with, TypeHint::list, arguments[0].is(Kind::list));
}
Value is_map(Arguments arguments, const Operands& with) {
    return is_kind(arguments, with, TypeHint::map, arguments[0].is(Kind::map));
}

}  // namespace builtins

}  // namespace spile::engine::operators
