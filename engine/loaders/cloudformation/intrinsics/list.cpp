// Split, Select, Length, GetAZs: lists from texts, members from lists.
#include <algorithm>
#include <array>

#include "engine/loaders/cloudformation/intrinsics/intrinsics.hpp"

namespace spile::engine::cloudformation {

namespace {

std::vector<std::string_view> split_text(std::string_view text, std::string_view delimiter) {
    std::vector<std::string_view> parts;
    for (;;) {
        const std::size_t found = delimiter.empty() ? std::string_view::npos : text.find(delimiter);
        parts.push_back(text.substr(0, found));
        if (found == std::string_view::npos) return parts;
        text.remove_prefix(found + delimiter.size());
    }
}

Value list_of(Scope& scope, const Raw& call, const Place& place, std::span<const std::string_view> texts, bool open) {
    std::vector<Element> elements;
    for (std::size_t i = 0; i < texts.size(); ++i)
        elements.push_back(
            {.value = scope.make().string(
                 texts[i], origin_at(scope, call.span, below(scope, place, static_cast<std::uint32_t>(i))))});
    return scope.make().list(elements, open, origin_at(scope, call.span, place));
}

Value split_value(Scope& scope, const Raw& call, const Place& place, Value delimiter_value, Value text) {
    const auto delimiter = scalar_text(scope, delimiter_value);
    if (delimiter && text.is(Kind::string))
        return list_of(scope, call, place, split_text(text.text(), *delimiter), false);
    // The parts before the first hole are certain; what follows depends on the hole.
    if (delimiter && text.is(Kind::partial) && text.segments().front().known()) {
        auto parts = split_text(text.segments().front().text, *delimiter);
        parts.pop_back();
        if (!parts.empty()) return list_of(scope, call, place, parts, true);
    }
    const std::string what = canonical(text);
    const std::string by = canonical(delimiter_value);
    return unknown_value(scope, call, place, "the text to split is not known",
                         what.empty() || by.empty() ? "" : "Fn::Split(" + by + "," + what + ")", TypeHint::list);
}

std::optional<std::size_t> index_of(Scope& scope, Value value) {
    const auto text = scalar_text(scope, value);
    const auto number = text ? Decimal::parse(*text) : std::nullopt;
    const auto whole = number ? number->whole() : std::nullopt;
    if (!whole || *whole < 0) return std::nullopt;
    return static_cast<std::size_t>(*whole);
}

Value select_unknown(Scope& scope, const Raw& call, const Place& place, Value index, Value list) {
    const std::string of = canonical(list);
    const std::string at = canonical(index);
    return unknown_value(scope, call, place, "the list to select from is not known",
                         of.empty() || at.empty() ? "" : "Fn::Select(" + at + "," + of + ")");
}

Value out_of_range(Scope& scope, const Raw& call, const Place& place, std::size_t index, std::size_t size,
                   Guard under) {
    const std::string cause =
        "index " + std::to_string(index) + " is beyond the list's " + std::to_string(size) + " members";
    if (under == k_always) return broken(scope, call, place, DiagnosticKind::template_no_result, cause);
    return refused(scope, call, place, cause, under);
}

Value pick(Scope& scope, const Raw& call, const Place& place, std::span<const Value> members, std::size_t index,
           bool open, Guard under) {
    std::vector<Value> present;
    std::copy_if(members.begin(), members.end(), std::back_inserter(present),
                 [](Value value) { return !value.is(Kind::missing); });
    if (index >= present.size()) {
        if (open) return unknown_value(scope, call, place, "the list to select from is not wholly known", "");
        return out_of_range(scope, call, place, index, present.size(), under);
    }
    const Value member = present[index];
    const Step step{.role = Step::Role::intrinsic, .text = short_name(scope, call), .where = call.span};
    return brought(scope, member, call.span, place, step);
}

Value select_from(Scope& scope, const Raw& call, const Place& place, Value index, Value list, Guard under) {
    if (!list.is(Kind::list)) {
        if (list.is(Kind::unknown) || list.is(Kind::partial)) return select_unknown(scope, call, place, index, list);
        return broken(scope, call, place, DiagnosticKind::template_intrinsic_arguments, "`Fn::Select` takes a list");
    }
    const auto position = index_of(scope, index);
    if (!position) {
        if (index.is(Kind::unknown) || index.is(Kind::partial)) return select_unknown(scope, call, place, index, list);
        return broken(scope, call, place, DiagnosticKind::template_intrinsic_arguments,
                      "`Fn::Select` takes a whole number as its index");
    }
    Place inner = place;
    inner.guard = under;
    std::vector<Value> members = members_of(scope, list);
    if (std::all_of(members.begin(), members.end(), [](Value value) { return !value.is(Kind::choice); }))
        return pick(scope, call, place, members, *position, list.open(), under);
    return distribute(scope, call, inner, members, [&](std::span<const Value> values, Guard here) {
        return pick(scope, call, place, values, *position, list.open(), here);
    });
}

}  // namespace

Value evaluate_split(Scope& scope, const Raw& call, const Place& place) {
    const Raw& argument = *call.argument;
    if (!argument.is(RawKind::list) || argument.items.size() != 2)
        return broken(scope, call, place, DiagnosticKind::template_intrinsic_arguments,
                      "`Fn::Split` takes a delimiter and a text");
    const std::array<Value, 2> inputs{evaluate(scope, *argument.items[0], place),
                                      evaluate(scope, *argument.items[1], place)};
    return distribute(scope, call, place, inputs, [&](std::span<const Value> values, Guard) {
        return split_value(scope, call, place, values[0], values[1]);
    });
}

Value evaluate_select(Scope& scope, const Raw& call, const Place& place) {
    const Raw& argument = *call.argument;
    if (!argument.is(RawKind::list) || argument.items.size() != 2)
        return broken(scope, call, place, DiagnosticKind::template_intrinsic_arguments,
                      "`Fn::Select` takes an index and a list");
    const std::array<Value, 2> inputs{evaluate(scope, *argument.items[0], place),
                                      evaluate(scope, *argument.items[1], place)};
    return distribute(scope, call, place, inputs, [&](std::span<const Value> values, Guard under) {
        return select_from(scope, call, place, values[0], values[1], under);
    });
}

Value evaluate_length(Scope& scope, const Raw& call, const Place& place) {
    const std::array<Value, 1> inputs{evaluate(scope, *call.argument, place)};
    return distribute(scope, call, place, inputs, [&](std::span<const Value> values, Guard under) {
        if (!values[0].is(Kind::list) || values[0].open()) {
            const std::string of = canonical(values[0]);
            return unknown_value(scope, call, place, "the list to count is not known",
                                 of.empty() ? "" : "Fn::Length(" + of + ")", TypeHint::number);
        }
        Place inner = place;
        inner.guard = under;
        return distribute(scope, call, inner, members_of(scope, values[0]), [&](std::span<const Value> items, Guard) {
            const auto count =
                std::count_if(items.begin(), items.end(), [](Value value) { return !value.is(Kind::missing); });
            return scope.make().number(Decimal(count), origin_at(scope, call.span, place));
        });
    });
}

Value evaluate_get_azs(Scope& scope, const Raw& call, const Place& place) {
    const Value argument = evaluate(scope, *call.argument, place);
    std::string region = canonical(argument);
    if (region == "\"\"") region = canonical(scope.parameters.at("AWS::Region").value);
    return unknown_value(scope, call, place, "the availability zones are known at deployment",
                         region.empty() ? "" : std::string(scope.producer("Fn::GetAZs(" + region + ")")),
                         TypeHint::list);
}

}  // namespace spile::engine::cloudformation
