#include "engine/eval/operators/terraform_references.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "engine/graph/json_pointer.hpp"

namespace spile::engine::operators {

namespace {

struct Place {
    const PlaceReferences* references = nullptr;
    bool inside_text = false;  // the value was read out of a JSON text that stands there
};

/// The attribute at a place, as far as its parents are known.
Value attribute_at(const Unit& unit, const std::vector<const Path*>& from_root, std::size_t depth) {
    Value at = unit.attributes;
    for (std::size_t i = 0; i < depth; ++i) {
        const Path& step = *from_root[i];
        if (at.is(Kind::map)) {
            const Member* member = at.member(step.key);
            at = member == nullptr ? Value() : member->value;
        } else if (at.is(Kind::list) && step.key.empty() && step.index < at.elements().size()) {
            at = at.elements()[step.index].value;
        } else {
            return at;
        }
    }
    return at;
}

/// What the configuration says of the place of a value: of the place itself or of the nearest one around it.
Place place_of(Value value, const Operands& with) {
    const Origin* origin = value.origin();
    if (origin == nullptr || !origin->unit.valid()) return {};
    const UnitReferences* filed = with.graph->references(origin->unit);
    if (filed == nullptr) return {};
    std::vector<const Path*> steps;
    const Path* at = origin->path;
    const auto is_root = [&](const Path* path) {
        return std::find(filed->roots.begin(), filed->roots.end(), path) != filed->roots.end();
    };
    for (; at != nullptr && !is_root(at); at = at->parent)
        steps.push_back(at);
    if (at == nullptr) return {};
    std::reverse(steps.begin(), steps.end());
    std::string pointer;
    Place found;
    std::size_t depth = 0;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (steps[i]->key.empty())
            append_pointer(pointer, steps[i]->index);
        else
            append_pointer(pointer, steps[i]->key);
        const auto entry = filed->places.find(pointer);
        if (entry == filed->places.end()) continue;
        found.references = &entry->second;
        depth = i + 1;
    }
    if (found.references != nullptr && depth < steps.size())
        found.inside_text = attribute_at(with.graph->unit(origin->unit), steps, depth).is(Kind::string);
    return found;
}

bool means(const ReferenceTarget& target, UnitId unit) {
    return std::binary_search(target.units.begin(), target.units.end(), unit);
}

bool any_means(std::span<const ReferenceTarget> targets, UnitId unit) {
    return std::any_of(targets.begin(), targets.end(), [&](const ReferenceTarget& each) { return means(each, unit); });
}

bool one_alone(std::span<const ReferenceTarget> targets) {
    return targets.size() == 1 && targets.front().units.size() == 1;
}

/// Whether a known text is one of the names of a resource; `no` also where those will be made by apply alone, as nobody
/// can have written them.
Truth named_by(Value text, UnitId unit, const Operands& with) {
    const Unit& resource = with.graph->unit(unit);
    Truth found = Truth::no;
    for (const std::string_view key :
         {std::string_view("id"), std::string_view("arn"), resource.physical_name_property}) {
        const Member* name = resource.attributes.member(key);
        if (name != nullptr && name->value.is(Kind::string) && !name->value.text().empty())
            found = disjoin(found, spells(text, name->value, unit, with));
    }
    return found;
}

/// A data source that looks the resource up, or one of its satellites, may hand on the resource's own id.
bool may_stand_for(std::span<const ReferenceTarget> targets, UnitId target, const Operands& with) {
    const Unit& wanted = with.graph->unit(target);
    for (const ReferenceTarget& each : targets) {
        for (const UnitId id : each.units) {
            const Unit& unit = with.graph->unit(id);
            const bool related = unit.type == wanted.type ? unit.kind == UnitKind::data
                                                          : unit.type.starts_with(std::string(wanted.type) + "_");
            const UnitReferences* filed = related ? with.graph->references(id) : nullptr;
            if (filed == nullptr) continue;
            for (const auto& [pointer, place] : filed->places)
                if (place.open || any_means(place.direct, target) || any_means(place.followed, target)) return true;
        }
    }
    return false;
}

/// Several resources are named: a known text may say which of them it is.
Truth among(Value value, const PlaceReferences& place, UnitId target, const Operands& with) {
    if (value.is(Kind::unknown)) return Truth::maybe;
    if (named_by(value, target, with) == Truth::yes) return Truth::yes;
    for (const ReferenceTarget& each : place.direct)
        for (const UnitId unit : each.units)
            if (unit != target && named_by(value, unit, with) == Truth::yes) return Truth::no;
    return Truth::maybe;
}

/// A text beside a reference, as in `[aws_security_group.a.id, "sg-1"]`: the configuration names the resource for the
/// whole list, but the text is known where what it would come from is not, or is another one.
bool beside(Value value, const ReferenceTarget& target, const Operands& with) {
    if (!value.is(Kind::string) || target.attribute.empty()) return false;
    const Member* from = with.graph->unit(target.units.front()).attributes.member(target.attribute);
    if (from == nullptr) return false;
    if (from->value.is(Kind::unknown)) return true;
    return from->value.is(Kind::string) && value.text().find(from->value.text()) == std::string_view::npos;
}

Truth scalar_refers(Value value, UnitId target, const Operands& with) {
    const bool known = value.is(Kind::string) || value.is(Kind::partial) || value.is(Kind::record);
    const Place place = place_of(value, with);
    // What a resource of a template has is its own.
    const bool of_template =
        value.is(Kind::unknown) && value.unknown().unit.valid() && with.graph->unit(value.unknown().unit).tool == "cfn";
    if (of_template) return Truth::no;
    if (place.references == nullptr || place.inside_text) return known ? named_by(value, target, with) : Truth::maybe;
    const PlaceReferences& named = *place.references;
    if (one_alone(named.direct) && !named.open && beside(value, named.direct.front(), with))
        return named_by(value, target, with);
    if (any_means(named.direct, target))
        return one_alone(named.direct) && !named.open ? Truth::yes : among(value, named, target, with);
    if (any_means(named.followed, target)) {
        const bool only = one_alone(named.direct) && one_alone(named.followed) && !named.open && !named.followed_open;
        return only ? Truth::yes : among(value, named, target, with);
    }
    if (known) return named_by(value, target, with);
    if (named.open || named.followed_open) return Truth::maybe;
    return may_stand_for(named.direct, target, with) ? Truth::maybe : Truth::no;
}

}  // namespace

Truth terraform_refers(Value value, UnitId target, const Operands& with) {
    switch (value.kind()) {
        case Kind::choice:
            return over_arms(value, [&](Value arm) { return terraform_refers(arm, target, with); });
        case Kind::error:
            return Truth::maybe;
        case Kind::unknown: {
            const TypeHint type = value.unknown().type;
            if (type == TypeHint::number || type == TypeHint::boolean) return Truth::no;
            const Truth found = scalar_refers(value, target, with);
            return value.unknown().may_be_missing ? conjoin(found, Truth::maybe) : found;
        }
        case Kind::string:
        case Kind::partial:
        case Kind::record:
            return scalar_refers(value, target, with);
        case Kind::list: {
            Truth found = value.open() ? Truth::maybe : Truth::no;
            for (const Element& element : value.elements())
                found = disjoin(found, conjoin(membership(element), terraform_refers(element.value, target, with)));
            return found;
        }
        case Kind::resource:
        case Kind::entity:
            return value.unit() == target ? Truth::yes : Truth::no;
        default:
            return Truth::no;
    }
}

}  // namespace spile::engine::operators
