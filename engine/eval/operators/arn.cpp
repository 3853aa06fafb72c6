// Amazon resource names: arn:partition:service:region:account:resource, where the resource may hold colons.
#include <array>
#include <string>

#include "engine/eval/operators/builtins.hpp"
#include "engine/eval/operators/names.hpp"
#include "engine/eval/operators/pieces.hpp"

namespace spile::engine::operators {

namespace {

constexpr std::size_t k_parts = 6;
constexpr std::array<std::string_view, 5> k_fields = {"partition", "service", "region", "account", "resource"};

Value not_an_arn(Value text, const Operands& with) {
    return failure("`" + display(text, with) + "` is no ARN", text, with);
}

}  // namespace

Value read_arn(Value text, const Operands& with) {
    const Piece whole = piece_of(text);
    const std::vector<Piece> parts = split_at(whole, ":", k_parts);
    std::size_t known = 0;  // parts in front of the first one with a hole
    while (known < parts.size() && !has_hole(parts[known]))
        ++known;
    const bool complete = parts.size() == k_parts;
    if (known > 0 && known_text(parts[0]) != "arn") return not_an_arn(text, with);
    if (known == parts.size() && !complete) return not_an_arn(text, with);
    std::array<Value, k_fields.size()> fields;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const bool certain = (complete && known > 0) || i + 1 < known;
        const bool resource = i + 1 == fields.size();
        fields[i] = certain    ? piece_value(parts[i + 1], text, with)
                    : resource ? ending_with(known_tail(parts.back()), text, with)
                               : fresh_hole(text, with);
    }
    return with.factory->record({.name = "arn", .fields = k_fields}, fields, text.origin());
}

namespace builtins {

Value arn(Arguments arguments, const Operands& with) {
    const Value text = arguments[0];
    if (form_of(text) == Form::arn) return text;
    if (text.is(Kind::string) || text.is(Kind::partial)) return read_arn(text, with);
    if (text.is(Kind::unknown)) return undecided_value(text, TypeHint::any, with);
    return wrong_kind("arn", "a string", text, with);
}

}  // namespace builtins

}  // namespace spile::engine::operators
