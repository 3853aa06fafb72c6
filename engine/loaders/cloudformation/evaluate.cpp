#include "engine/loaders/cloudformation/evaluate.hpp"

#include <algorithm>
#include <array>

#include "engine/loaders/cloudformation/dynamic_references.hpp"
#include "engine/loaders/cloudformation/intrinsics/intrinsics.hpp"
#include "engine/loaders/cloudformation/normalise.hpp"
#include "lang/base/suggest.hpp"

namespace spile::engine::cloudformation {

namespace {

bool has_missing_arm(Value value) {
    return value.is(Kind::choice) && std::any_of(value.arms().begin(), value.arms().end(),
                                                 [](const Arm& arm) { return arm.value.is(Kind::missing); });
}

/// A list item: nothing when it was removed, one element for each arm when it is there only in some worlds.
void add_element(Value value, std::vector<Element>& out) {
    if (value.is(Kind::missing)) return;
    if (!has_missing_arm(value)) {
        out.push_back({.value = value});
        return;
    }
    for (const Arm& arm : value.arms())
        if (!arm.value.is(Kind::missing)) out.push_back({arm.value, arm.guard, arm.guard});
}

Value evaluate_list(Scope& scope, const Raw& raw, const Place& place, const schema::TypeRef* type) {
    const schema::TypeRef* list = shape(type, RawKind::list);
    std::vector<Element> elements;
    for (std::size_t i = 0; i < raw.items.size(); ++i) {
        const Place item = below(scope, place, static_cast<std::uint32_t>(i));
        add_element(evaluate(scope, *raw.items[i], item, list == nullptr ? nullptr : &list->element()), elements);
    }
    return scope.make().list(elements, false, origin_at(scope, raw.span, place));
}

/// Evaluates calls for their edges and diagnostics alone: nobody reads the values.
void touch(Scope& scope, const Raw& raw, const Place& place) {
    if (raw.is(RawKind::call)) {
        Place all = place;
        all.interest = nullptr;
        (void)evaluate(scope, raw, all);
    }
    for (std::size_t i = 0; i < raw.items.size(); ++i)
        touch(scope, *raw.items[i], below(scope, place, static_cast<std::uint32_t>(i)));
    if (raw.is(RawKind::map))
        for (const RawMember& member : raw.members)
            touch(scope, *member.value, below(scope, place, member.key, member.key_span));
}

/// Members by the type that `type_of` says for each key.
template <class TypeOf>
Value evaluate_members(Scope& scope, const Raw& raw, const Place& place, const TypeOf& type_of) {
    std::vector<Member> members;
    bool open = false;
    for (const RawMember& member : raw.members) {
        Place inner = below(scope, place, member.key, member.key_span);
        if (member.key == "Fn::Transform" || member.key.starts_with("Fn::ForEach::")) {
            open = true;  // adds members that nobody can know
            touch(scope, *member.value, inner);
            continue;
        }
        if (place.interest != nullptr) {
            inner.interest = place.interest->below(member.key);
            if (inner.interest == nullptr) {
                touch(scope, *member.value, inner);
                continue;
            }
            if (inner.interest->all_below) inner.interest = nullptr;
        }
        const Value value = evaluate(scope, *member.value, inner, type_of(member.key));
        if (!value.is(Kind::missing)) members.push_back({member.key, member.key_span, value});
    }
    return scope.make().map(members, open, origin_at(scope, raw.span, place));
}

Value evaluate_map(Scope& scope, const Raw& raw, const Place& place, const schema::TypeRef* type) {
    const schema::TypeRef* map = shape(type, RawKind::map);
    if (map != nullptr && map->kind == schema::TypeKind::record)
        return evaluate_properties(scope, raw, place, map->record->properties);
    const schema::TypeRef* element = map == nullptr ? nullptr : &map->element();
    return evaluate_members(scope, raw, place, [&](std::string_view) { return element; });
}

Value evaluate_call(Scope& scope, const Raw& raw, const Place& place, const schema::TypeRef* type) {
    if (raw.text == "Fn::If") return evaluate_if(scope, raw, place, type);
    if (const Intrinsic intrinsic = find_intrinsic(raw.text)) {
        const Value value = intrinsic(scope, raw, place);
        return type == nullptr ? value : normalised(scope, value, *type);
    }
    touch(scope, *raw.argument, place);
    const std::string name(short_name(scope, raw));
    if (!raw.members.empty() && !scope.opaque_transform)
        scope.report(DiagnosticKind::template_intrinsic_arguments, raw.span, "`" + name + "` is no intrinsic function");
    return unknown_value(scope, raw, place, "`" + name + "` is not evaluated", "");
}

Value literal_map(Scope& scope, std::span<const RawMember> raw, SourceSpan span, const Place& place) {
    std::vector<Member> members;
    for (const RawMember& member : raw)
        members.push_back({member.key, member.key_span,
                           literal(scope, *member.value, below(scope, place, member.key, member.key_span))});
    return scope.make().map(members, false, origin_at(scope, span, place));
}

}  // namespace

Value evaluate(Scope& scope, const Raw& raw, const Place& place, const schema::TypeRef* type) {
    const Descent descent(*scope.spent);
    if (descent.too_deep()) return unknown_value(scope, raw, place, "it leads too deep", "");
    Place here = place;
    if (raw.global)
        here = through(scope, place,
                       {.role = Step::Role::reference, .text = "Globals of the template", .where = raw.span});
    switch (raw.kind) {
        case RawKind::list: {
            const Value list = evaluate_list(scope, raw, here, type);
            return type == nullptr ? list : normalised(scope, list, *type);
        }
        case RawKind::map: {
            const Value map = evaluate_map(scope, raw, here, type);
            return type == nullptr ? map : normalised(scope, map, *type);
        }
        case RawKind::call:
            return without_dynamic_references(scope, evaluate_call(scope, raw, here, type));
        default:
            return without_dynamic_references(scope, typed_scalar(scope, raw, origin_at(scope, raw.span, here), type));
    }
}

Value evaluate_properties(Scope& scope, const Raw& raw, const Place& place,
                          std::span<const schema::Property> properties) {
    const schema::Record record{.properties = properties};
    return evaluate_members(scope, raw, place, [&](std::string_view key) {
        const schema::Property* property = record.find(key);
        return property == nullptr ? nullptr : &property->type;
    });
}

Value literal(Scope& scope, const Raw& raw, const Place& place) {
    if (raw.scalar()) return typed_scalar(scope, raw, origin_at(scope, raw.span, place), nullptr);
    if (raw.is(RawKind::list)) {
        std::vector<Element> elements;
        for (std::size_t i = 0; i < raw.items.size(); ++i)
            elements.push_back(
                {.value = literal(scope, *raw.items[i], below(scope, place, static_cast<std::uint32_t>(i)))});
        return scope.make().list(elements, false, origin_at(scope, raw.span, place));
    }
    if (raw.is(RawKind::call) && raw.members.empty()) {
        const std::array<RawMember, 1> one{RawMember{raw.text, raw.span, raw.argument}};
        return literal_map(scope, one, raw.span, place);
    }
    return literal_map(scope, raw.members, raw.span, place);
}

Place below(Scope& scope, const Place& place, std::string_view key, SourceSpan key_span) {
    Place inner = place;
    inner.path = scope.arena().make<Path>(Path{place.path, key, 0});
    inner.key = key_span;
    return inner;
}

Place below(Scope& scope, const Place& place, std::uint32_t index) {
    Place inner = place;
    inner.path = scope.arena().make<Path>(Path{place.path, {}, index});
    inner.key = {};
    return inner;
}

Place through(Scope& scope, const Place& place, const Step& step) {
    Place inner = place;
    inner.outer = scope.arena().make<Outer>(Outer{step, place.outer});
    return inner;
}

const Origin* origin_at(Scope& scope, SourceSpan span, const Place& place, std::span<const Step> inner,
                        const Step* rest) {
    const Step* chain = rest;
    const auto prepend = [&](const Step& step) {
        Step copy = step;
        copy.next = chain;
        chain = scope.arena().make<Step>(copy);
    };
    for (std::size_t i = inner.size(); i-- > 0;)
        prepend(inner[i]);
    for (const Outer* outer = place.outer; outer != nullptr; outer = outer->before)
        prepend(outer->step);
    return scope.arena().make<Origin>(
        Origin{.span = span, .key = place.key, .path = place.path, .chain = chain, .unit = place.unit});
}

namespace {

Value brought_list(Scope& scope, Value value, SourceSpan site, const Place& place, const Step& reference,
                   const Origin* origin) {
    std::vector<Element> elements(value.elements().begin(), value.elements().end());
    for (std::size_t i = 0; i < elements.size(); ++i)
        elements[i].value =
            brought(scope, elements[i].value, site, below(scope, place, static_cast<std::uint32_t>(i)), reference);
    return scope.make().list(elements, value.open(), origin);
}

Value brought_map(Scope& scope, Value value, SourceSpan site, const Place& place, const Step& reference,
                  const Origin* origin) {
    std::vector<Member> members(value.members().begin(), value.members().end());
    for (Member& member : members)
        member.value = brought(scope, member.value, site, below(scope, place, member.key, member.key_span), reference);
    return scope.make().map(members, value.open(), origin);
}

}  // namespace

Value brought(Scope& scope, Value value, SourceSpan site, const Place& place, const Step& reference) {
    const Step* rest = value.origin() == nullptr ? nullptr : value.origin()->chain;
    const std::array<Step, 1> inner{reference};
    const Origin* origin = origin_at(scope, site, place, inner, rest);
    Value result;
    if (value.is(Kind::list)) {
        result = brought_list(scope, value, site, place, reference, origin);
    } else if (value.is(Kind::map)) {
        result = brought_map(scope, value, site, place, reference, origin);
    } else if (value.is(Kind::choice)) {
        std::vector<Arm> arms;
        for (const Arm& arm : value.arms())
            arms.push_back({arm.guard, brought(scope, arm.value, site, place, reference)});
        result = scope.make().choice(arms, scope.guards(), origin);
    } else {
        return scope.make().with_origin(value, origin);
    }
    return scope.make().marked(result, value.sensitive(), value.assumed());
}

std::optional<std::string_view> scalar_text(Scope& scope, Value value) {
    if (value.is(Kind::string)) return value.text();
    if (value.is(Kind::boolean)) return value.boolean() ? "true" : "false";
    if (value.is(Kind::number)) return scope.keep(value.number().text());
    return std::nullopt;
}

std::string canonical(Value value) {
    const auto quoted = [](std::string_view text) { return '"' + std::string(text) + '"'; };
    switch (value.kind()) {
        case Kind::string:
            return quoted(value.text());
        case Kind::number:
            return quoted(value.number().text());
        case Kind::boolean:
            return value.boolean() ? "\"true\"" : "\"false\"";
        case Kind::unknown:
            return std::string(value.unknown().producer);
        case Kind::partial: {
            std::string text;
            for (const Segment& segment : value.segments()) {
                const std::string part = segment.known() ? quoted(segment.text) : canonical(segment.hole);
                if (part.empty()) return {};
                text += (text.empty() ? "" : "+") + part;
            }
            return text;
        }
        case Kind::list: {
            if (value.open()) return {};
            std::string text;
            for (const Element& element : value.elements()) {
                const std::string part = canonical(element.value);
                if (part.empty() || element.may != k_always || element.must != k_always) return {};
                text += (text.empty() ? "" : ",") + part;
            }
            return "[" + text + "]";
        }
        default:
            return {};
    }
}

std::string_view short_name(Scope& scope, const Raw& call) {
    const std::string_view name = call.text.starts_with("Fn::") ? call.text.substr(4) : call.text;
    if (!call.members.empty()) return call.text;
    return scope.keep("!" + std::string(name));
}

std::string_view call_text(Scope& scope, const Raw& call) {
    const std::string_view written = scope.graph.sources().text(call.span);
    const bool single = written.size() <= 60 && written.find('\n') == std::string_view::npos;
    if (call.written && single && call.members.empty()) return written;
    const std::string_view name = short_name(scope, call);
    if (call.argument == nullptr || !call.argument->scalar()) return name;
    return scope.keep(std::string(name) + " " + std::string(call.argument->text.substr(0, 60)));
}

Value unknown_value(Scope& scope, const Raw& call, const Place& place, const std::string& cause,
                    const std::string& producer, TypeHint type) {
    const Unknown about{.cause = scope.keep(cause),
                        .producer = producer.empty() ? std::string_view() : scope.keep(producer),
                        .type = type};
    return scope.make().unknown(about, origin_at(scope, call.span, place));
}

Value broken(Scope& scope, const Raw& call, const Place& place, DiagnosticKind kind, const std::string& cause,
             const std::string& suggestion) {
    scope.report(kind, call.span, cause + suggestion);
    return scope.make().error(scope.keep(cause), origin_at(scope, call.span, place));
}

Value refused(Scope& scope, const Raw& call, const Place& place, const std::string& cause, Guard under) {
    GuardSpace& guards = scope.guards();
    const Guard here = guards.conjoin(guards.conjoin(place.guard, place.exists), under);
    *scope.refused = guards.disjoin(*scope.refused, here);
    return scope.make().error(scope.keep(cause), origin_at(scope, call.span, place));
}

namespace {

struct Combination {
    Guard guard;
    std::vector<Value> values;
};

/// Every combination of arms that can be met within a guard; nothing when there are too many.
std::optional<std::vector<Combination>> combinations(GuardSpace& guards, std::span<const Value> inputs, Guard within) {
    std::vector<Combination> all{{within, {}}};
    for (const Value input : inputs) {
        if (!input.is(Kind::choice)) {
            for (Combination& combination : all)
                combination.values.push_back(input);
            continue;
        }
        std::vector<Combination> longer;
        for (const Combination& combination : all)
            for (const Arm& arm : input.arms()) {
                const Guard both = guards.conjoin(combination.guard, arm.guard);
                if (both == k_never) continue;
                longer.push_back({both, combination.values});
                longer.back().values.push_back(arm.value);
                if (longer.size() > k_max_arms) return std::nullopt;
            }
        all = std::move(longer);
    }
    return all;
}

Value combined(Scope& scope, const Raw& call, const Place& place, const Combination& combination,
               const Combine& combine) {
    bool sensitive = false;
    bool assumed = false;
    for (const Value value : combination.values) {
        if (value.is(Kind::error)) return scope.make().error(value.text(), origin_at(scope, call.span, place));
        sensitive = sensitive || value.sensitive();
        assumed = assumed || value.assumed();
    }
    return scope.make().marked(combine(combination.values, combination.guard), sensitive, assumed);
}

}  // namespace

Value distribute(Scope& scope, const Raw& call, const Place& place, std::span<const Value> inputs,
                 const Combine& combine) {
    GuardSpace& guards = scope.guards();
    const auto all = combinations(guards, inputs, place.guard);
    if (!all)
        return unknown_value(scope, call, place,
                             "`" + std::string(short_name(scope, call)) + "` has more than " +
                                 std::to_string(k_max_arms) + " combinations of conditions",
                             "");
    std::vector<Arm> arms;
    Guard covered = k_never;
    for (const Combination& combination : *all) {
        arms.push_back({combination.guard, combined(scope, call, place, combination, combine)});
        covered = guards.disjoin(covered, combination.guard);
    }
    if (arms.empty()) return scope.make().missing("", origin_at(scope, call.span, place));
    // Worlds in which this place is not reached do not matter; the arms must cover everything all the same.
    arms.back().guard = guards.disjoin(arms.back().guard, guards.complement(covered));
    return scope.make().choice(arms, guards, origin_at(scope, call.span, place));
}

std::vector<Value> members_of(Scope& scope, Value list) {
    std::vector<Value> members;
    for (const Element& element : list.elements()) {
        if (element.may == k_always) {
            members.push_back(element.value);
            continue;
        }
        const std::array<Arm, 2> arms{
            Arm{element.may, element.value},
            Arm{scope.guards().complement(element.may), scope.make().missing("", element.value.origin())}};
        members.push_back(scope.make().choice(arms, scope.guards(), element.value.origin()));
    }
    return members;
}

}  // namespace spile::engine::cloudformation
