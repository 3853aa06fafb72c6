// What a resource's document says of it.
#include "engine/eval/operators/builtins.hpp"
#include "engine/eval/operators/units.hpp"
#include "lang/schema/schema.hpp"

namespace spile::engine::operators {

const Unit* unit_of(Value subject, const Operands& with) {
    const bool has_unit = subject.is(Kind::resource) || subject.is(Kind::entity);
    if (!has_unit || with.graph == nullptr || !subject.unit().valid()) return nullptr;
    return &with.graph->unit(subject.unit());
}

namespace builtins {

Value logical_name(Arguments arguments, const Operands& with) {
    const Value subject = arguments[0];
    if (subject.is(Kind::unknown)) return undecided_value(subject, TypeHint::string, with);
    const Unit* const unit = unit_of(subject, with);
    if (unit == nullptr) return wrong_kind("logical_name", "a resource", subject, with);
    return with.factory->string(unit->name, subject.origin());
}

Value document_path(Arguments arguments, const Operands& with) {
    const Value subject = arguments[0];
    if (subject.is(Kind::unknown)) return undecided_value(subject, TypeHint::string, with);
    const Unit* const unit = unit_of(subject, with);
    if (unit == nullptr) return wrong_kind("document_path", "a resource", subject, with);
    return with.factory->string(with.graph->document(unit->document).path, subject.origin());
}

Value resource_type(Arguments arguments, const Operands& with) {
    const Value subject = arguments[0];
    if (subject.is(Kind::unknown)) return undecided_value(subject, TypeHint::string, with);
    const Unit* const unit = unit_of(subject, with);
    if (unit == nullptr) return wrong_kind("resource_type", "a resource", subject, with);
    return with.factory->string(unit->type, subject.origin());
}

Value is_taggable(Arguments arguments, const Operands& with) {
    const Value subject = arguments[0];
    if (subject.is(Kind::unknown)) return undecided_value(subject, TypeHint::boolean, with);
    const Unit* const unit = unit_of(subject, with);
    if (unit == nullptr) return wrong_kind("is_taggable", "a resource", subject, with);
    const bool taggable = unit->schema != nullptr && !unit->schema->tag_property.empty();
    return with.factory->boolean(taggable, subject.origin());
}

Value template_metadata(Arguments arguments, const Operands& with) {
    const Value subject = arguments[0];
    if (subject.is(Kind::unknown)) return undecided_value(subject, TypeHint::map, with);
    const Unit* const unit = unit_of(subject, with);
    if (unit == nullptr) return wrong_kind("template_metadata", "a resource", subject, with);
    return field(unit->body, "Metadata", with);
}

}  // namespace builtins

}  // namespace spile::engine::operators
