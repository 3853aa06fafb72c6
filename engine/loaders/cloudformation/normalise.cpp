#include "engine/loaders/cloudformation/normalise.hpp"

#include <algorithm>
#include <array>

#include "lang/base/ascii.hpp"

namespace spile::engine::cloudformation {

namespace {

using schema::TypeKind;
using schema::TypeRef;

std::optional<bool> spelled_boolean(std::string_view text) {
    if (same_but_for_case(text, "true")) return true;
    if (same_but_for_case(text, "false")) return false;
    return std::nullopt;
}

/// CloudFormation reads YAML 1.1, where these plain words are booleans.
std::optional<bool> plain_boolean(std::string_view text) {
    for (const std::string_view yes : {"yes", "on", "y"})
        if (same_but_for_case(text, yes)) return true;
    for (const std::string_view no : {"no", "off", "n"})
        if (same_but_for_case(text, no)) return false;
    return std::nullopt;
}

bool fits(Value value, const TypeRef& type) {
    switch (type.kind) {
        case TypeKind::string:
        case TypeKind::timestamp:
            return value.is(Kind::string) || value.is(Kind::partial);
        case TypeKind::integer:
        case TypeKind::number:
            return value.is(Kind::number);
        case TypeKind::boolean:
            return value.is(Kind::boolean);
        case TypeKind::list:
        case TypeKind::set:
            return value.is(Kind::list);
        case TypeKind::map:
        case TypeKind::record:
            return value.is(Kind::map);
        case TypeKind::json:
            return true;
        case TypeKind::union_of:
            return std::any_of(type.members().begin(), type.members().end(),
                               [&](const TypeRef& member) { return fits(value, member); });
    }
    return false;
}

Value copy_marks(Scope& scope, Value from, Value to) {
    return scope.make().marked(to, from.sensitive(), from.assumed());
}

Value as_list(Scope& scope, Value value, const TypeRef& type) {
    if (value.is(Kind::map) && value.members().empty()) return value;
    const std::array<Element, 1> one{Element{normalised(scope, value, type.element())}};
    return copy_marks(scope, value, scope.make().list(one, false, value.origin()));
}

Value list_items(Scope& scope, Value value, const TypeRef& type) {
    std::vector<Element> elements(value.elements().begin(), value.elements().end());
    bool changed = false;
    for (Element& element : elements) {
        const Value item = normalised(scope, element.value, type.element());
        changed = changed || !(item == element.value);
        element.value = item;
    }
    if (!changed) return value;
    return copy_marks(scope, value, scope.make().list(elements, value.open(), value.origin()));
}

Value scalar(Scope& scope, Value value, const TypeRef& type) {
    if (type.kind == TypeKind::boolean && value.is(Kind::string))
        if (const auto truth = spelled_boolean(value.text()))
            return copy_marks(scope, value, scope.make().boolean(*truth, value.origin()));
    if ((type.kind == TypeKind::integer || type.kind == TypeKind::number) && value.is(Kind::string))
        if (const auto number = Decimal::parse(value.text()))
            return copy_marks(scope, value, scope.make().number(*number, value.origin()));
    if (type.kind == TypeKind::string && value.is(Kind::number))
        return copy_marks(scope, value, scope.make().string(scope.keep(value.number().text()), value.origin()));
    if (type.kind == TypeKind::string && value.is(Kind::boolean))
        return copy_marks(scope, value, scope.make().string(value.boolean() ? "true" : "false", value.origin()));
    return value;
}

Value with_hint(Scope& scope, Value value, const TypeRef& type) {
    if (value.unknown().type != TypeHint::any && value.unknown().type != TypeHint::string) return value;
    Unknown about = value.unknown();
    about.type = hint(type);
    if (about.type == TypeHint::any || about.type == value.unknown().type) return value;
    return copy_marks(scope, value, scope.make().unknown(about, value.origin()));
}

Value by_arm(Scope& scope, Value value, const TypeRef& type) {
    std::vector<Arm> arms;
    for (const Arm& arm : value.arms())
        arms.push_back({arm.guard, normalised(scope, arm.value, type)});
    return scope.make().choice(arms, scope.guards(), value.origin());
}

}  // namespace

TypeHint hint(const TypeRef& type) {
    switch (type.kind) {
        case TypeKind::string:
        case TypeKind::timestamp:
            return TypeHint::string;
        case TypeKind::integer:
        case TypeKind::number:
            return TypeHint::number;
        case TypeKind::boolean:
            return TypeHint::boolean;
        case TypeKind::list:
        case TypeKind::set:
            return TypeHint::list;
        case TypeKind::map:
        case TypeKind::record:
            return TypeHint::map;
        default:
            return TypeHint::any;
    }
}

Value normalised(Scope& scope, Value value, const TypeRef& type) {
    switch (value.kind()) {
        case Kind::choice:
            return by_arm(scope, value, type);
        case Kind::missing:
        case Kind::null:
        case Kind::error:
            return value;
        case Kind::unknown:
            return with_hint(scope, value, type);
        default:
            break;
    }
    if (type.kind == TypeKind::union_of) {
        if (fits(value, type)) return value;
        for (const TypeRef& member : type.members())
            if (const Value converted = normalised(scope, value, member); fits(converted, member)) return converted;
        return value;
    }
    if (type.kind == TypeKind::list)
        return value.is(Kind::list) ? list_items(scope, value, type) : as_list(scope, value, type);
    return scalar(scope, value, type);
}

Value typed_scalar(Scope& scope, const Raw& raw, const Origin* origin, const TypeRef* type) {
    const ValueFactory& make = scope.make();
    const bool textual = type != nullptr && (type->kind == TypeKind::string || type->kind == TypeKind::timestamp);
    if (raw.is(RawKind::null)) return make.null(origin);
    if (textual) return make.string(raw.text, origin);  // a version written 2012-10-17 or 1.10 is that text
    Value value;
    if (raw.is(RawKind::boolean)) {
        value = make.boolean(spelled_boolean(raw.text).value_or(false), origin);
    } else if (raw.is(RawKind::number)) {
        const auto number = Decimal::parse(raw.text);
        value = number ? make.number(*number, origin) : make.string(raw.text, origin);
    } else {
        const bool plain = raw.style == ScalarStyle::plain && scope.format == Format::yaml && raw.written;
        if (plain && type != nullptr && type->kind == TypeKind::boolean)
            if (const auto truth = plain_boolean(raw.text)) return make.boolean(*truth, origin);
        value = make.string(raw.text, origin);
    }
    return type == nullptr ? value : normalised(scope, value, *type);
}

const TypeRef* shape(const TypeRef* type, RawKind kind) {
    if (type == nullptr) return nullptr;
    const bool map = type->kind == TypeKind::map || type->kind == TypeKind::record;
    if (kind == RawKind::map && map) return type;
    if (kind == RawKind::list && type->kind == TypeKind::list) return type;
    // One map where a list is wanted: the element's type is the map's.
    if (kind == RawKind::map && type->kind == TypeKind::list) return shape(&type->element(), kind);
    if (type->kind == TypeKind::union_of)
        for (const TypeRef& member : type->members())
            if (const TypeRef* found = shape(&member, kind)) return found;
    return nullptr;
}

}  // namespace spile::engine::cloudformation
