// Meaning 19 and 26: whether a value leads to a resource, by a reference that the loader saw or by spelling its name.
#include <string>
#include <vector>

#include "engine/eval/operators/builtins.hpp"
#include "engine/eval/operators/names.hpp"
#include "engine/eval/operators/pieces.hpp"
#include "engine/eval/operators/terraform_references.hpp"
#include "engine/eval/operators/units.hpp"
#include "lang/base/ascii.hpp"

namespace spile::engine::operators {

namespace {

struct Target {
    const Unit* unit = nullptr;
    UnitId id;
    Value name;  // missing: made at deployment
};

Value physical_name(const Unit& unit) {
    if (unit.physical_name_property.empty()) return {};
    const Member* const member = unit.attributes.member(unit.physical_name_property);
    return member == nullptr ? Value() : member->value;
}

bool is_stack(const Unit& unit) {
    return unit.type == "AWS::CloudFormation::Stack" || unit.type == "AWS::Serverless::Application";
}

/// What an unknown that is an attribute of some resource says.
Truth by_unit(const Unknown& about, const Target& target, const Operands& with) {
    if (about.unit == target.id) return Truth::yes;
    // What a nested stack puts out may be anything inside it.
    const bool output = is_stack(with.graph->unit(about.unit)) && about.attribute.starts_with("Outputs.");
    return output ? Truth::maybe : Truth::no;
}

bool same_document(Value value, const Target& target, const Operands& with) {
    const Origin* const origin = value.origin();
    if (origin == nullptr || !origin->unit.valid()) return true;
    return with.graph->unit(origin->unit).document == target.unit->document;
}

bool through_import(Value value) {
    const Step* step = value.origin() == nullptr ? nullptr : value.origin()->chain;
    for (; step != nullptr; step = step->next)
        if (step->role == Step::Role::import_value || step->role == Step::Role::nested_stack) return true;
    return false;
}

/// A text without known reference, against a name made at deployment: nobody can have written it, and a template's
/// parameter is given before the template's resources exist. Another document may know it.
Truth against_generated(Value value, const Target& target, const Operands& with) {
    if (value.is(Kind::string)) return Truth::no;
    if (value.is(Kind::unknown) && value.unknown().producer.empty()) return Truth::maybe;
    return same_document(value, target, with) && !through_import(value) ? Truth::no : Truth::maybe;
}

Truth any_piece(const Piece& text, std::string_view separator, std::size_t first, std::size_t last, const Value& whole,
                const Target& target, const Operands& with) {
    const std::vector<Piece> pieces = split_at(text, separator, std::string_view::npos);
    Truth found = Truth::no;
    for (std::size_t i = first; i < pieces.size() && i < last; ++i)
        found = disjoin(found, equal(piece_value(pieces[i], whole, with), target.name, with));
    return found;
}

/// "AWS::S3::Bucket" and "s3": the service parts agree as far as one goes.
bool same_service(std::string_view type, Value service) {
    if (!service.is(Kind::string) || !type.starts_with("AWS::")) return true;
    const std::string_view rest = type.substr(5);
    const std::string of_type = lower_case(rest.substr(0, rest.find("::")));
    return of_type.starts_with(service.text()) || service.text().starts_with(of_type);
}

/// An ARN names a resource by a part of its last field; one of S3 by the part in front of the key.
Truth by_arn(Value arn, const Target& target, const Operands& with) {
    const Value service = arn.fields()[1];
    const Value resource = arn.fields()[4];
    const bool s3 = service.is(Kind::string) && service.text() == "s3";
    const std::size_t last = s3 ? 1 : std::string_view::npos;
    const Piece piece = piece_of(resource);
    Truth found = any_piece(piece, "/", 0, last, resource, target, with);
    if (!s3) found = disjoin(found, any_piece(piece, ":", 0, last, resource, target, with));
    return same_service(target.unit->type, service) ? found : conjoin(found, Truth::maybe);
}

bool begins_with(Value text, std::string_view front) {
    const Piece piece = piece_of(text);
    return !piece.empty() && piece.front().known() && piece.front().text.starts_with(front);
}

/// https://sqs.eu-west-1.amazonaws.com/1111/NAME; https://NAME.s3.amazonaws.com/…, also without the scheme.
Truth by_url(Value text, const Target& target, const Operands& with) {
    const Piece piece = piece_of(text);
    Truth found = Truth::no;
    if (begins_with(text, "https://") || begins_with(text, "http://")) {
        const std::vector<Piece> parts = split_at(piece, "/", std::string_view::npos);
        if (parts.size() > 3) found = equal(piece_value(parts.back(), text, with), target.name, with);
        if (parts.size() > 2) found = disjoin(found, any_piece(parts[2], ".s3", 0, 1, text, target, with));
        return found;
    }
    const std::vector<Piece> host = split_at(piece, ".s3", 2);
    return host.size() == 2 ? equal(piece_value(host[0], text, with), target.name, with) : found;
}

Truth by_name(Value text, const Target& target, const Operands& with) {
    Truth found = equal(text, target.name, with);
    if (found == Truth::yes || text.is(Kind::unknown)) return found;
    if (begins_with(text, "arn:")) {
        const Value arn = read_arn(text, with);
        return is_error(arn) ? found : disjoin(found, by_arn(arn, target, with));
    }
    return disjoin(found, by_url(text, target, with));
}

Truth text_refers(Value text, const Target& target, const Operands& with) {
    Truth found = Truth::no;
    for (const Segment& segment : piece_of(text)) {
        if (segment.known() || !segment.hole.unknown().unit.valid()) continue;
        found = disjoin(found, by_unit(segment.hole.unknown(), target, with));
    }
    if (found == Truth::yes) return found;
    const bool attribute = text.is(Kind::unknown) && text.unknown().unit.valid();
    if (target.name.is(Kind::missing)) return attribute ? found : disjoin(found, against_generated(text, target, with));
    // An attribute of another resource may still be a text that both were given.
    return attribute && found == Truth::no && !target.name.is(Kind::choice)
               ? equal(text, target.name, with) == Truth::yes ? Truth::yes : Truth::no
               : disjoin(found, by_name(text, target, with));
}

Truth value_refers(Value value, const Target& target, const Operands& with);

Truth list_refers(Value list, const Target& target, const Operands& with) {
    Truth found = list.open() ? Truth::maybe : Truth::no;
    for (const Element& element : list.elements())
        found = disjoin(found, conjoin(membership(element), value_refers(element.value, target, with)));
    return found;
}

/// A list that is given as a whole may hold a reference among its elements.
Truth unknown_refers(Value value, const Target& target, const Operands& with) {
    const Unknown& about = value.unknown();
    if (about.may_be_missing) {
        Unknown there = about;
        there.may_be_missing = false;
        const Truth found = value_refers(with.factory->unknown(there, value.origin()), target, with);
        return conjoin(found, Truth::maybe);
    }
    if (about.type == TypeHint::list) {
        Unknown element = about;
        element.type = TypeHint::string;
        return conjoin(text_refers(with.factory->unknown(element, value.origin()), target, with), Truth::maybe);
    }
    if (about.type == TypeHint::number || about.type == TypeHint::boolean || about.type == TypeHint::map)
        return Truth::no;
    return text_refers(value, target, with);
}

Truth value_refers(Value value, const Target& target, const Operands& with) {
    switch (value.kind()) {
        case Kind::choice:
            return over_arms(value, [&](Value arm) { return value_refers(arm, target, with); });
        case Kind::error:
            return Truth::maybe;
        case Kind::unknown:
            return unknown_refers(value, target, with);
        case Kind::string:
        case Kind::partial:
            return text_refers(value, target, with);
        case Kind::list:
            return list_refers(value, target, with);
        case Kind::resource:
        case Kind::entity:
            return value.unit() == target.id ? Truth::yes : Truth::no;
        case Kind::record:
            return form_of(value) == Form::arn && !target.name.is(Kind::missing) ? by_arn(value, target, with)
                                                                                 : Truth::no;
        default:
            return Truth::no;
    }
}

/// The target under each of the names that a condition may give it.
Truth refers_to(Value value, Target target, const Operands& with) {
    if (!target.name.is(Kind::choice)) return value_refers(value, target, with);
    return over_arms(target.name, [&](Value name) {
        return refers_to(value, {.unit = target.unit, .id = target.id, .name = name}, with);
    });
}

}  // namespace

Truth spells(Value text, Value name, UnitId unit, const Operands& with) {
    const Target target{.unit = &with.graph->unit(unit), .id = unit, .name = name};
    if (text.is(Kind::record)) return form_of(text) == Form::arn ? by_arn(text, target, with) : Truth::no;
    return by_name(text, target, with);
}

namespace builtins {

Value refers(Arguments arguments, const Operands& with) {
    const Value target = arguments[1];
    if (target.is(Kind::unknown)) return truth_value(Truth::maybe, arguments, with);
    const Unit* const unit = unit_of(target, with);
    if (unit == nullptr) return wrong_kind("refers", "a resource to refer to", target, with);
    if (unit->tool == "tf") {
        const Truth found = terraform_refers(arguments[0], target.unit(), with);
        return truth_value(found, arguments.first(1), with);
    }
    const Value name = physical_name(*unit);
    const Truth truth = refers_to(arguments[0], {.unit = unit, .id = target.unit(), .name = name}, with);
    const Value because[] = {arguments[0], name};
    return truth_value(truth, because, with);
}

}  // namespace builtins

}  // namespace spile::engine::operators
