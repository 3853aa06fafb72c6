// Sub, Join, Base64: texts of known and unknown parts.
#include <array>

#include "engine/document/offset_map.hpp"
#include "engine/loaders/cloudformation/intrinsics/intrinsics.hpp"
#include "engine/loaders/cloudformation/intrinsics/segments.hpp"

namespace spile::engine::cloudformation {

namespace {

struct SubPart {
    std::string_view text;  // literal, or the name between the braces
    bool name = false;
    Span decoded;  // of a name with its braces
};

/// `${Name}` are holes, `${!Text}` spells `${Text}`.
std::vector<SubPart> split_sub(Scope& scope, std::string_view text) {
    std::vector<SubPart> parts;
    std::size_t begin = 0;
    while (begin < text.size()) {
        const std::size_t open = text.find("${", begin);
        const std::size_t close = open == std::string_view::npos ? open : text.find('}', open);
        if (close == std::string_view::npos) break;
        parts.push_back({.text = text.substr(begin, open - begin)});
        std::string_view inside = text.substr(open + 2, close - open - 2);
        if (inside.starts_with('!')) {
            parts.push_back({.text = scope.keep("${" + std::string(inside.substr(1)) + "}")});
        } else {
            const std::size_t first = inside.find_first_not_of(" \t\n");
            const std::size_t last = inside.find_last_not_of(" \t\n");
            inside = first == std::string_view::npos ? std::string_view() : inside.substr(first, last - first + 1);
            parts.push_back({inside, true, {static_cast<std::uint32_t>(open), static_cast<std::uint32_t>(close + 1)}});
        }
        begin = close + 1;
    }
    parts.push_back({.text = text.substr(begin)});
    return parts;
}

/// Where a hole stands in the source.
SourceSpan hole_span(const Raw& text, const std::optional<OffsetMap>& map, Span decoded) {
    if (!map) return text.span;
    return {text.span.source, map->source_span(decoded)};
}

Value sub_name(Scope& scope, const Raw& call, const Raw* bindings, const SubPart& part, SourceSpan at,
               const Place& place) {
    if (bindings != nullptr)
        if (const Raw* bound = bindings->get(part.text)) return evaluate(scope, *bound, place);
    // A map of one entry that looks like a call was read as one.
    if (bindings != nullptr && bindings->is(RawKind::call) && bindings->text == part.text)
        return evaluate(scope, *bindings->argument, place);
    const std::size_t dot = part.text.find('.');
    Raw hole{.kind = RawKind::call, .span = at, .text = "Fn::Sub", .argument = &call};
    if (dot == std::string_view::npos) return reference(scope, hole, part.text, at, place);
    return attribute(scope, hole, part.text.substr(0, dot), part.text.substr(dot + 1), at, place);
}

}  // namespace

Value evaluate_sub(Scope& scope, const Raw& call, const Place& place) {
    const Raw* text = call.argument;
    const Raw* bindings = nullptr;
    if (text->is(RawKind::list) && text->items.size() == 2) {
        bindings = text->items[1];
        text = text->items[0];
    }
    if (!text->scalar() || text->is(RawKind::null) || (bindings != nullptr && bindings->scalar()))
        return broken(scope, call, place, DiagnosticKind::template_intrinsic_arguments,
                      "`Fn::Sub` takes a text, or a text and a map of names");
    const std::vector<SubPart> parts = split_sub(scope, text->text);
    std::optional<OffsetMap> map;
    if (text->written)
        map.emplace(scope.graph.sources().text(text->span), text->span.span.begin, scope.format, text->style);
    std::vector<Value> inputs;
    for (const SubPart& part : parts)
        if (part.name)
            inputs.push_back(sub_name(scope, call, bindings, part, hole_span(*text, map, part.decoded), place));
    return distribute(scope, call, place, inputs, [&](std::span<const Value> values, Guard) {
        Segments segments(scope, call, place);
        std::size_t next = 0;
        for (const SubPart& part : parts)
            part.name ? segments.add(values[next++]) : segments.add(part.text);
        return segments.value();
    });
}

Value evaluate_join(Scope& scope, const Raw& call, const Place& place) {
    const Raw& argument = *call.argument;
    if (!argument.is(RawKind::list) || argument.items.size() != 2)
        return broken(scope, call, place, DiagnosticKind::template_intrinsic_arguments,
                      "`Fn::Join` takes a delimiter and a list");
    const std::array<Value, 2> inputs{evaluate(scope, *argument.items[0], place),
                                      evaluate(scope, *argument.items[1], place)};
    return distribute(scope, call, place, inputs, [&](std::span<const Value> values, Guard under) {
        const auto delimiter = scalar_text(scope, values[0]);
        if (!delimiter || !values[1].is(Kind::list) || values[1].open()) {
            const std::string list = canonical(values[1]);
            const std::string between = canonical(values[0]);
            const bool named = !list.empty() && !between.empty();
            return unknown_value(scope, call, place, "the joined list is not known",
                                 named ? "Fn::Join(" + between + "," + list + ")" : "", TypeHint::string);
        }
        Place inner = place;
        inner.guard = under;
        return distribute(scope, call, inner, members_of(scope, values[1]), [&](std::span<const Value> items, Guard) {
            Segments segments(scope, call, place);
            bool first = true;
            for (const Value item : items) {
                if (item.is(Kind::missing)) continue;
                if (!first) segments.add(*delimiter);
                segments.add(item);
                first = false;
            }
            return segments.value();
        });
    });
}

/// The text before encoding: what policies ask about is in it.
Value evaluate_base64(Scope& scope, const Raw& call, const Place& place) {
    const Value value = evaluate(scope, *call.argument, place);
    if (value.is(Kind::list) || value.is(Kind::map))
        return broken(scope, call, place, DiagnosticKind::template_intrinsic_arguments, "`Fn::Base64` takes a text");
    return value;
}

}  // namespace spile::engine::cloudformation
