// Fields and positions: of what is not there the result is missing and says what, of what is not known it is unknown.
#include <string>

#include "engine/eval/operators/domains.hpp"
#include "engine/eval/operators/support.hpp"
#include "engine/eval/operators/wildcard.hpp"
#include "lang/schema/schema.hpp"

namespace spile::engine {

using namespace operators;

namespace {

/// The place of something that is not there: the key of the deepest ancestor that is.
const Origin* place_in(Value ancestor, const Operands& with) {
    const Origin* const origin = ancestor.origin();
    if (origin == nullptr || !origin->key.valid()) return origin;
    Origin place = *origin;
    place.span = origin->key;
    return with.factory->arena().make<Origin>(place);
}

Value absent(Value ancestor, std::string_view name, const Operands& with) {
    return with.factory->missing(with.factory->arena().copy(name), place_in(ancestor, with));
}

/// What lies inside a missing value.
Value absent_inside(Value missing, std::string_view name, const Operands& with) {
    std::string path(missing.text());
    if (!path.empty()) path += '.';
    path += name;
    return with.factory->missing(with.factory->arena().copy(std::string_view(path)), missing.origin());
}

/// A part of an unknown value: the same part of the same value is the same, too.
Value part_of_unknown(Value whole, std::string_view name, const Operands& with) {
    const Unknown& about = whole.unknown();
    std::string producer;
    if (!about.producer.empty()) producer = std::string(about.producer) + "|" + std::string(name);
    return with.factory->unknown({.cause = cause_of(whole),
                                  .producer = with.factory->arena().copy(std::string_view(producer)),
                                  .may_be_missing = true},
                                 whole.origin());
}

/// Something that may be a member of an open map or list, or depends on a condition.
Value perhaps(Value whole, std::string_view what, const Operands& with) {
    const std::string_view cause = cause_of(whole);
    std::string own = "whether " + std::string(kind_name(whole)) + " has " + std::string(what) + " is not known";
    return with.factory->unknown(
        {.cause = cause.empty() ? with.factory->arena().copy(std::string_view(own)) : cause, .may_be_missing = true},
        whole.origin());
}

Value map_member(Value map, std::string_view key, const Operands& with) {
    if (const Member* const member = map.member(key)) {
        if (!member->value.is(Kind::missing)) return member->value;
        const Origin* const written = member->value.origin();  // !Ref AWS::NoValue
        if (written == nullptr || !written->span.valid()) return absent(map, key, with);
        return with.factory->missing(with.factory->arena().copy(key), written);
    }
    return map.open() ? perhaps(map, "`" + std::string(key) + "`", with) : absent(map, key, with);
}

Value record_field(Value record, std::string_view name, const Operands& with) {
    const RecordType& type = record.record_type();
    for (std::size_t i = 0; i < type.fields.size() && i < record.fields().size(); ++i)
        if (type.fields[i] == name) return record.fields()[i];
    return failure(std::string(type.name) + " has no field `" + std::string(name) + "`", record, with);
}

/// What a resource says beside its properties, by the names that the language has for it.
std::string_view body_key(std::string_view name) {
    if (name == "metadata") return "Metadata";
    if (name == "deletion_policy") return "DeletionPolicy";
    if (name == "update_replace_policy") return "UpdateReplacePolicy";
    if (name == "update_policy") return "UpdatePolicy";
    if (name == "creation_policy") return "CreationPolicy";
    if (name == "depends_on") return "DependsOn";
    if (name == "condition") return "Condition";
    return {};
}

/// One name or a list of names; none where nothing is written.
Value names_of(Value written, const Operands& with) {
    if (written.is(Kind::list)) return written;
    if (written.is(Kind::missing)) return with.factory->list({}, false, written.origin());
    const Element only{.value = written};
    return with.factory->list({&only, 1}, false, written.origin());
}

Value resource_member(Value resource, std::string_view name, const Operands& with) {
    if (with.graph == nullptr) return failure("a resource without its documents has no fields", resource, with);
    const Unit& unit = with.graph->unit(resource.unit());
    if (const Member* const member = unit.attributes.member(name)) return member->value;
    const bool attribute = unit.schema != nullptr && unit.schema->find(name) != nullptr;
    if (attribute && unit.attributes.is(Kind::map)) return field(unit.attributes, name, with);
    if (name == "name") return with.factory->string(unit.name, resource.origin());
    if (name == "type") return with.factory->string(unit.type, resource.origin());
    if (name == "address") return with.factory->string(unit.address, resource.origin());
    if (name == "document") {
        const std::string_view path = with.graph->document(unit.document).path;
        return with.factory->string(with.factory->arena().copy(path), resource.origin());
    }
    if (name == "properties") return unit.attributes;
    if (unit.tool == "tf") {
        if (const Member* const said = unit.body.member(name)) return said->value;
    }
    if (const std::string_view key = body_key(name); !key.empty()) {
        const Value written = field(unit.body, key, with);
        return name == "depends_on" ? names_of(written, with) : written;
    }
    if (unit.attributes.is(Kind::missing)) return absent_inside(unit.attributes, name, with);
    return field(unit.attributes, name, with);
}

Value read_field(Value value, std::string_view name, const Operands& with) {
    switch (value.kind()) {
        case Kind::missing:
            return absent_inside(value, name, with);
        case Kind::null:
            return absent(value, name, with);
        case Kind::map:
            return map_member(value, name, with);
        case Kind::record:
            return form_of(value) == Form::partial_cidr ? domain_field(value, name, with)
                                                        : record_field(value, name, with);
        case Kind::domain:
            return domain_field(value, name, with);
        case Kind::resource:
            return resource_member(value, name, with);
        case Kind::unknown:
            return part_of_unknown(value, name, with);
        case Kind::error:
            return value;
        case Kind::choice:
            return perhaps(value, "`" + std::string(name) + "`", with);
        default:
            return failure(std::string(kind_name(value)) + " has no field `" + std::string(name) + "`", value, with);
    }
}

Value by_uncertain_key(Value map, Value key, const Operands& with) {
    for (const Member& member : map.members())
        if (equal(key, with.factory->string(member.key, nullptr), with) != Truth::no)
            return perhaps(key, "that key", with);
    return map.open() ? perhaps(key, "that key", with) : absent(map, "[" + display(key, with) + "]", with);
}

Value list_element(Value list, std::int64_t position, const Operands& with) {
    const std::string what = "[" + std::to_string(position) + "]";
    if (position < 0) return absent(list, what, with);
    if (list.open()) return perhaps(list, what, with);
    std::int64_t before = 0;
    for (const Element& element : list.elements()) {
        const Truth there = membership(element);
        if (there == Truth::no) continue;
        if (there == Truth::maybe) return before <= position ? perhaps(list, what, with) : absent(list, what, with);
        if (before == position) return element.value;
        ++before;
    }
    return absent(list, what, with);
}

Value list_index(Value list, Value key, const Operands& with) {
    if (list.is_set()) return failure("a set has no positions", list, with);
    if (key.is(Kind::unknown) || key.is(Kind::interval)) {
        const bool number =
            key.is(Kind::interval) || key.unknown().type == TypeHint::number || key.unknown().type == TypeHint::any;
        if (!number) return failure("a list is indexed by whole numbers", list, with);
        return list.elements().empty() && !list.open() ? absent(list, "[…]", with)
                                                       : perhaps(key, "that position", with);
    }
    if (!key.is(Kind::number)) return failure("a list is indexed by whole numbers", list, with);
    const auto position = key.number().whole();
    if (!position) return failure(spelled(key) + " is no position of a list", list, with);
    return list_element(list, *position, with);
}

Value read_index(Value value, Value key, const Operands& with) {
    if (is_error(value)) return value;
    if (is_error(key)) return key;
    if (value.is(Kind::missing) || value.is(Kind::null) || value.is(Kind::unknown))
        return value.is(Kind::unknown) && !key.is(Kind::string) && !key.is(Kind::number)
                   ? perhaps(value, "that part", with)
                   : read_field(value, key.is(Kind::string) ? key.text() : "[" + display(key, with) + "]", with);
    if (key.is(Kind::missing)) return key;
    if (value.is(Kind::choice)) return perhaps(value, "that part", with);
    if (key.is(Kind::choice)) return perhaps(key, "that part", with);
    if (value.is(Kind::list)) return list_index(value, key, with);
    if (!value.is(Kind::map)) return failure(std::string(kind_name(value)) + " cannot be indexed", value, with);
    if (key.is(Kind::string)) return map_member(value, key.text(), with);
    if (key.is(Kind::partial) || key.is(Kind::unknown)) return by_uncertain_key(value, key, with);
    return failure("a map is indexed by strings", value, with);
}

}  // namespace

Value unseen_member(Value collection, const Operands& with) {
    if (is_error(collection)) return collection;
    const bool known = collection.is(Kind::list) || collection.is(Kind::map);
    std::string_view cause = known ? std::string_view() : cause_of(collection);
    if (cause.empty()) cause = "there may be further members";
    return with.factory->marked(with.factory->unknown({.cause = cause}, collection.origin()), collection.sensitive(),
                                collection.assumed());
}

Value field(Value value, std::string_view name, const Operands& with) {
    return with.factory->marked(read_field(value, name, with), value.sensitive(), value.assumed());
}

Value index(Value value, Value key, const Operands& with) {
    Value found = read_index(value, key, with);
    if (key.sensitive() && found.is(Kind::missing)) found = absent(value, "[(sensitive)]", with);
    const bool names_key = found.is(Kind::unknown) && found != value && cause_of(value).empty();
    if (key.sensitive() && names_key) found = perhaps(value, "a sensitive key", with);
    return with.factory->marked(found, value.sensitive() || key.sensitive(), value.assumed() || key.assumed());
}

}  // namespace spile::engine
