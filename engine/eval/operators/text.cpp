// Functions that make texts. A hole keeps its identity through a function that works character by character.
#include <algorithm>
#include <string>
#include <vector>

#include "engine/eval/operators/builtins.hpp"
#include "engine/eval/operators/domains.hpp"
#include "engine/eval/operators/pieces.hpp"
#include "engine/eval/operators/wildcard.hpp"
#include "lang/base/ascii.hpp"

namespace spile::engine {

namespace operators {

namespace {

constexpr std::string_view k_blanks = " \t\r\n\f\v";

bool may_be_text(Value value) {
    if (value.is(Kind::string) || value.is(Kind::partial)) return true;
    return value.is(Kind::unknown) &&
           (value.unknown().type == TypeHint::string || value.unknown().type == TypeHint::any);
}

Value mapped_hole(Value hole, std::string_view function, const Operands& with) {
    Unknown about = hole.unknown();
    std::string producer;
    if (!about.producer.empty()) producer = std::string(function) + "(" + std::string(about.producer) + ")";
    about.producer = with.factory->arena().copy(std::string_view(producer));
    about.type = TypeHint::string;
    about.unit = {};
    about.attribute = {};
    return with.factory->marked(with.factory->unknown(about, hole.origin()), hole.sensitive(), hole.assumed());
}

/// Applies a function of single characters to the known parts.
template <class Function>
Value map_characters(std::string_view name, Value text, const Operands& with, Function function) {
    if (!may_be_text(text)) return wrong_kind(name, "a string", text, with);
    if (text.is(Kind::unknown)) return mapped_hole(text, name, with);
    Piece out;
    for (const Segment& segment : piece_of(text)) {
        if (segment.known())
            out.push_back({.text = with.factory->arena().copy(std::string_view(function(segment.text)))});
        else
            out.push_back({.hole = mapped_hole(segment.hole, name, with)});
    }
    return piece_value(out, text, with);
}

std::string_view without_front(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of(k_blanks), text.size()));
    return text;
}
std::string_view without_back(std::string_view text) {
    const std::size_t last = text.find_last_not_of(k_blanks);
    return last == std::string_view::npos ? std::string_view() : text.substr(0, last + 1);
}

/// Blanks that border on a hole at the front may go, too: the hole is taken to hold those that stay.
void trim_front(Piece& piece, Value text, const Operands& with) {
    for (Segment& segment : piece) {
        if (!segment.known()) {
            segment.hole = fresh_hole(text, with);
            continue;
        }
        segment.text = without_front(segment.text);
        if (!segment.text.empty()) return;
    }
}
void trim_back(Piece& piece, Value text, const Operands& with) {
    for (auto segment = piece.rbegin(); segment != piece.rend(); ++segment) {
        if (!segment->known()) {
            segment->hole = fresh_hole(text, with);
            continue;
        }
        segment->text = without_back(segment->text);
        if (!segment->text.empty()) return;
    }
}

std::string replaced(std::string_view text, std::string_view from, std::string_view to) {
    std::string out;
    for (std::size_t at = text.find(from); at != std::string_view::npos; at = text.find(from)) {
        out += text.substr(0, at);
        out += to;
        text.remove_prefix(at + from.size());
    }
    out += text;
    return out;
}

Element certainly(Value value) {
    return {.value = value};
}

/// A hole may hold separators, so only pieces between known ones are certain to be there.
Value split_partial(const std::vector<Piece>& pieces, Value text, const Operands& with) {
    std::vector<Element> out;
    for (const Piece& piece : pieces) {
        if (has_hole(piece))
            out.push_back(certainly(fresh_hole(text, with)));
        else
            out.push_back(certainly(piece_value(piece, text, with)));
    }
    return with.factory->list(out, true, text.origin());
}

}  // namespace

namespace builtins {

Value lower(Arguments arguments, const Operands& with) {
    return map_characters("lower", arguments[0], with, [](std::string_view text) { return lower_case(text); });
}

Value upper(Arguments arguments, const Operands& with) {
    return map_characters("upper", arguments[0], with, [](std::string_view text) { return upper_case(text); });
}

Value trim(Arguments arguments, const Operands& with) {
    const Value text = arguments[0];
    if (!may_be_text(text)) return wrong_kind("trim", "a string", text, with);
    if (text.is(Kind::unknown)) return undecided_value(text, TypeHint::string, with);
    Piece piece = piece_of(text);
    trim_front(piece, text, with);
    trim_back(piece, text, with);
    return piece_value(piece, text, with);
}

Value split(Arguments arguments, const Operands& with) {
    for (const Value argument : arguments)
        if (!may_be_text(argument)) return wrong_kind("split", "strings", argument, with);
    const Value separator = arguments[1];
    if (!separator.is(Kind::string)) return undecided_value(separator, TypeHint::list, with);
    if (separator.text().empty()) return failure("`split` takes a separator that is not empty", separator, with);
    const Value text = arguments[0];
    // A longer separator could begin in a hole and end behind it.
    if (text.is(Kind::unknown) || (text.is(Kind::partial) && separator.text().size() > 1))
        return undecided_value(text, TypeHint::list, with);
    const std::vector<Piece> pieces = split_at(piece_of(text), separator.text(), std::string_view::npos);
    if (text.is(Kind::partial)) return split_partial(pieces, text, with);
    std::vector<Element> out;
    for (const Piece& piece : pieces)
        out.push_back(certainly(piece_value(piece, text, with)));
    return with.factory->list(out, false, text.origin());
}

Value join(Arguments arguments, const Operands& with) {
    const Value parts = arguments[0];
    const Value separator = arguments[1];
    if (!may_be_text(separator)) return wrong_kind("join", "a separator that is a string", separator, with);
    if (parts.is(Kind::unknown)) return undecided_value(parts, TypeHint::string, with);
    if (!parts.is(Kind::list) || parts.is_set()) return wrong_kind("join", "a list", parts, with);
    bool certain = !parts.open();
    Piece out;
    bool first = true;
    bool sensitive = false;
    for (const Element& element : parts.elements()) {
        const Truth there = membership(element);
        if (there == Truth::no) continue;
        certain = certain && there == Truth::yes && !element.value.is(Kind::choice);
        if (element.value.is(Kind::error)) return element.value;
        if (!may_be_text(element.value) && !element.value.is(Kind::choice))
            return wrong_kind("join", "a list of strings", element.value, with);
        const Piece piece = piece_of(element.value);
        const Piece between = piece_of(separator);
        if (!first) out.insert(out.end(), between.begin(), between.end());
        out.insert(out.end(), piece.begin(), piece.end());
        first = false;
        sensitive = sensitive || element.value.sensitive();
    }
    const Value text = certain ? piece_value(out, parts, with) : undecided_value(parts, TypeHint::string, with);
    return with.factory->marked(text, sensitive, false);
}

Value replace(Arguments arguments, const Operands& with) {
    for (const Value argument : arguments)
        if (!may_be_text(argument)) return wrong_kind("replace", "strings", argument, with);
    const Value text = arguments[0];
    const Value from = arguments[1];
    const Value to = arguments[2];
    if (from.is(Kind::string) && from.text().empty())
        return failure("`replace` takes a text that is not empty", from, with);
    if (text.is(Kind::unknown) || !from.is(Kind::string) || !to.is(Kind::string))
        return undecided_value(first_undecided(arguments), TypeHint::string, with);
    // A longer text could begin in a hole and end behind it.
    if (text.is(Kind::partial) && from.text().size() > 1) return undecided_value(text, TypeHint::string, with);
    Piece out;
    for (const Segment& segment : piece_of(text)) {
        if (segment.known())
            out.push_back(
                {.text = with.factory->arena().copy(std::string_view(replaced(segment.text, from.text(), to.text())))});
        else
            out.push_back({.hole = fresh_hole(segment.hole, with)});
    }
    return piece_value(out, text, with);
}

Value to_text(Arguments arguments, const Operands& with) {
    const Value value = arguments[0];
    switch (value.kind()) {
        case Kind::string:
        case Kind::partial:
            return value;
        case Kind::boolean:
            return with.factory->string(value.boolean() ? "true" : "false", value.origin());
        case Kind::number:
            return text_value(value.number().text(), value, with);
        case Kind::domain:
            return with.factory->string(value.domain().text, value.origin());
        case Kind::unknown:
            if (value.unknown().type == TypeHint::string) return value;
            return undecided_value(value, TypeHint::string, with);
        case Kind::interval:
            return undecided_value(value, TypeHint::string, with);
        default:
            if (form_of(value) == Form::partial_cidr) return value.fields()[0];
            return wrong_kind("to_text", "a string, number or boolean", value, with);
    }
}

Value to_number(Arguments arguments, const Operands& with) {
    const Value text = arguments[0];
    if (text.is(Kind::number)) return text;
    if (!may_be_text(text)) return wrong_kind("to_number", "a string", text, with);
    if (!text.is(Kind::string)) return undecided_value(text, TypeHint::number, with);
    const auto number = Decimal::parse(text.text());
    if (!number) return failure(spelled(text) + " is no number", text, with);
    return with.factory->number(*number, text.origin());
}

}  // namespace builtins

}  // namespace operators

using namespace operators;

namespace {

bool is_text(Value value) {
    return value.is(Kind::string) || value.is(Kind::partial);
}

bool may_be(Value value, TypeHint hint) {
    return value.is(Kind::unknown) && (value.unknown().type == hint || value.unknown().type == TypeHint::any);
}

// A `let` that doubles what the one before it doubled reaches any size in a few lines.
constexpr std::size_t k_longest_text = 16U << 20U;
constexpr std::size_t k_longest_list = 1'000'000;

Value concatenate_texts(Value a, Value b, const Operands& with) {
    Piece out = piece_of(a);
    const Piece back = piece_of(b);
    out.insert(out.end(), back.begin(), back.end());
    std::size_t length = 0;
    for (const Segment& segment : out)
        length += segment.text.size() + 1;
    if (length > k_longest_text) return failure("a text would be longer than 16 MiB", a, with);
    const Value text = with.factory->partial(out, a.origin() != nullptr ? a.origin() : b.origin());
    return with.factory->marked(text, a.sensitive() || b.sensitive(), a.assumed() || b.assumed());
}

Value concatenate_lists(Value a, Value b, const Operands& with) {
    std::vector<Element> out;
    bool open = false;
    if (a.elements().size() + b.elements().size() > k_longest_list)
        return failure("a list would have more than a million elements", a, with);
    for (const Value part : {a, b}) {
        open = open || part.is(Kind::unknown) || part.open();
        const bool set = a.is_set() || b.is_set();
        for (const Element& element : part.elements()) {
            const auto same = [&](const Element& earlier) {
                return membership(earlier) == Truth::yes && equal(earlier.value, element.value, with) == Truth::yes;
            };
            if (!set || std::none_of(out.begin(), out.end(), same)) out.push_back(element);
        }
    }
    const Origin* const origin = a.origin() != nullptr ? a.origin() : b.origin();
    const Value list =
        a.is_set() || b.is_set() ? with.factory->set(out, open, origin) : with.factory->list(out, open, origin);
    return with.factory->marked(list, a.sensitive() || b.sensitive(), a.assumed() || b.assumed());
}

}  // namespace

Value concatenate(Value a, Value b, const Operands& with) {
    for (const Value part : {a, b})
        if (is_error(part)) return part;
    for (const Value part : {a, b})
        if (part.is(Kind::missing)) return part;
    for (const Value part : {a, b})
        if (part.is(Kind::unknown) && part.unknown().may_be_missing)
            return undecided_value(part, part.unknown().type, with);
    const auto list = [](Value value) { return value.is(Kind::list) || may_be(value, TypeHint::list); };
    const auto text = [](Value value) { return is_text(value) || may_be(value, TypeHint::string); };
    if (a.is(Kind::choice) || b.is(Kind::choice) || (a.is(Kind::unknown) && b.is(Kind::unknown))) {
        const bool known = a.is(Kind::unknown) && (a.unknown().type == TypeHint::string) && text(b);
        if (known) return concatenate_texts(a, b, with);
        const Value both[] = {a, b};
        return undecided_value(first_undecided(both), TypeHint::any, with);
    }
    if (list(a) && list(b)) return concatenate_lists(a, b, with);
    if (text(a) && text(b)) return concatenate_texts(a, b, with);
    const bool left = list(a) || text(a);
    return wrong_kind("++", "two strings or two lists", left ? b : a, with);
}

}  // namespace spile::engine
