#include "engine/loaders/cloudformation/parameters.hpp"

#include <algorithm>
#include <array>

namespace spile::engine::cloudformation {

namespace {

constexpr std::array<std::string_view, 7> k_pseudo{"AWS::AccountId", "AWS::NotificationARNs", "AWS::Partition",
                                                   "AWS::Region",    "AWS::StackId",          "AWS::StackName",
                                                   "AWS::URLSuffix"};

bool is_list(std::string_view type) {
    return type == "CommaDelimitedList" || type.find("List<") != std::string_view::npos;
}

bool is_ssm_value(std::string_view type) {
    return type.starts_with("AWS::SSM::Parameter::Value<");
}

bool is_number(std::string_view type) {
    return type == "Number" || type == "List<Number>";
}

TypeHint hint_of(const Parameter& parameter) {
    if (is_list(parameter.type)) return TypeHint::list;
    return is_number(parameter.type) ? TypeHint::number : TypeHint::string;
}

bool says_true(const Raw* raw) {
    return raw != nullptr && raw->scalar() && (raw->text == "true" || raw->text == "True" || raw->text == "yes");
}

bool sensitive(const Parameter& parameter) {
    return parameter.body != nullptr && says_true(parameter.body->get("NoEcho"));
}

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

Value scalar_of(Scope& scope, const Parameter& parameter, std::string_view text, const Origin* origin) {
    const auto number = is_number(parameter.type) ? Decimal::parse(text) : std::nullopt;
    return number ? scope.make().number(*number, origin) : scope.make().string(text, origin);
}

Value list_of(Scope& scope, const Parameter& parameter, std::span<const std::string_view> texts, const Origin* origin) {
    std::vector<Element> elements;
    for (const std::string_view text : texts)
        elements.push_back({.value = scalar_of(scope, parameter, text, origin)});
    return scope.make().list(elements, false, origin);
}

/// A text by the parameter's type.
Value typed(Scope& scope, const Parameter& parameter, std::string_view text, const Origin* origin) {
    if (!is_list(parameter.type)) return scalar_of(scope, parameter, text, origin);
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        const std::size_t comma = text.find(',');
        parts.push_back(trimmed(text.substr(0, comma)));
        text.remove_prefix(comma == std::string_view::npos ? text.size() : comma + 1);
    }
    return list_of(scope, parameter, parts, origin);
}

Place parameter_place(Scope& scope, const Parameter& parameter) {
    const std::string address = std::string(scope.prefix) + "Parameters." + std::string(parameter.name);
    const auto unit = scope.graph.find(scope.document, address);
    Place place{.unit = unit.value_or(UnitId()), .key = parameter.key};
    place = below(scope, place, "Parameters", {});
    return below(scope, place, parameter.name, parameter.key);
}

const Origin* origin_of(Scope& scope, const Parameter& parameter, SourceSpan span, Step::Role role, std::string what) {
    const std::array<Step, 1> step{
        Step{.role = role, .text = scope.keep(what + std::string(parameter.name)), .where = span}};
    return origin_at(scope, span, parameter_place(scope, parameter), step);
}

Value unknown_parameter(Scope& scope, const Parameter& parameter) {
    const bool pseudo = parameter.body == nullptr;
    const std::string name = "`" + std::string(parameter.name) + "`";
    const Unknown about{
        .cause = scope.keep(pseudo ? name + " is known at deployment" : "parameter " + name + " has no value"),
        .producer = scope.producer("Parameters/" + std::string(parameter.name)),
        .type = hint_of(parameter)};
    const Origin* origin = pseudo ? scope.arena().make<Origin>(Origin{})
                                  : origin_of(scope, parameter, parameter.key, Step::Role::parameter, "parameter ");
    return scope.make().unknown(about, origin);
}

void check_allowed(Scope& scope, const Parameter& parameter) {
    const auto bound = scope.options.parameters.find(std::string(parameter.name));
    if (bound == scope.options.parameters.end() || scope.parent != nullptr) return;
    const std::string_view text = bound->second;
    const Raw* allowed = parameter.body == nullptr ? nullptr : parameter.body->get("AllowedValues");
    if (allowed == nullptr || !allowed->is(RawKind::list) || is_list(parameter.type) || is_ssm_value(parameter.type))
        return;
    const bool found = std::any_of(allowed->items.begin(), allowed->items.end(),
                                   [&](const Raw* item) { return item->scalar() && item->text == text; });
    if (!found)
        scope.report(
            DiagnosticKind::template_parameter_value, allowed->span,
            "the value given for parameter `" + std::string(parameter.name) + "` is not one of its allowed values");
}

/// A value that a parent template passes, in the shape that the parameter's type asks for.
Value passed(Scope& scope, const Parameter& parameter, Value value) {
    const Step step{.role = Step::Role::nested_stack,
                    .text = scope.keep("passed to the nested stack as " + std::string(parameter.name)),
                    .where = value.origin() == nullptr ? SourceSpan() : value.origin()->span};
    if (value.is(Kind::choice)) {
        std::vector<Arm> arms;
        for (const Arm& arm : value.arms())
            arms.push_back({arm.guard, passed(scope, parameter, arm.value)});
        return scope.make().choice(arms, scope.guards(), value.origin());
    }
    Value shaped = value;
    if (const auto text = scalar_text(scope, value)) shaped = typed(scope, parameter, *text, value.origin());
    if (value.is(Kind::partial) && is_list(parameter.type))
        shaped = scope.make().unknown(
            {.cause = "the list passed to the nested stack is not known", .type = TypeHint::list}, value.origin());
    shaped = scope.make().marked(shaped, value.sensitive(), value.assumed());
    return scope.make().through(shaped, step.role, step.text, step.where);
}

Value default_value(Scope& scope, const Parameter& parameter, const Raw& raw) {
    const Origin* origin =
        origin_of(scope, parameter, raw.span, Step::Role::parameter_default, "default of parameter ");
    if (raw.scalar()) return typed(scope, parameter, raw.is(RawKind::null) ? "" : raw.text, origin);
    std::vector<std::string_view> texts;
    for (const Raw* item : raw.items)
        if (item->scalar()) texts.push_back(item->text);
    return list_of(scope, parameter, texts, origin);
}

void add_allowed(Parameter& parameter, const Raw& allowed) {
    for (const Raw* item : allowed.items) {
        // More than that are not told apart (open_parameters).
        if (!item->scalar() || parameter.classes.size() > k_max_arms) continue;
        const auto same = std::find(parameter.classes.begin(), parameter.classes.end(), item->text);
        if (same == parameter.classes.end()) parameter.classes.emplace_back(item->text);
    }
    parameter.closed = !parameter.classes.empty();
}

/// What is known of a declared parameter's value before any atom is made.
void settle(Scope& scope, Parameter& parameter) {
    parameter.value = unknown_parameter(scope, parameter);
    if (const auto given = scope.given.find(parameter.name); given != scope.given.end()) {
        parameter.value = passed(scope, parameter, given->second);
        parameter.settled = true;
        return;
    }
    const auto bound = scope.options.parameters.find(std::string(parameter.name));
    if (bound != scope.options.parameters.end() && scope.parent == nullptr) {
        const Origin* origin =
            origin_of(scope, parameter, parameter.key, Step::Role::parameter, "value given for parameter ");
        parameter.value = typed(scope, parameter, scope.keep(bound->second), origin);
        parameter.settled = true;
        return;
    }
    if (parameter.body == nullptr || is_ssm_value(parameter.type)) return;
    const Raw* allowed = parameter.body->get("AllowedValues");
    if (allowed != nullptr && allowed->is(RawKind::list) && !is_list(parameter.type)) add_allowed(parameter, *allowed);
    if (parameter.closed) return;
    if (const Raw* standard = parameter.body->get("Default")) {
        parameter.value = scope.make().marked(default_value(scope, parameter, *standard), false, true);
        parameter.settled = true;
    }
}

/// What the template says that a secret may be is not shown where its lines are.
void hide_values(Scope& scope, const Parameter& parameter) {
    SourceMap& sources = scope.graph.sources();
    const auto hide = [&](const Raw& raw) {
        if (!raw.scalar()) return;
        sources.hide(raw.span);
        sources.hide_text(raw.span.source, std::string(raw.text));
    };
    for (const std::string_view key : {"Default", "AllowedValues"}) {
        const Raw* const said = parameter.body->get(key);
        if (said == nullptr) continue;
        hide(*said);
        for (const Raw* item : said->items)
            hide(*item);
    }
    // What the parent template writes for it.
    const auto given = scope.given.find(parameter.name);
    const Origin* const at = given == scope.given.end() ? nullptr : given->second.origin();
    if (at == nullptr || !at->span.valid() || !given->second.is(Kind::string)) return;
    if (sources.text(at->span).find(given->second.text()) == std::string_view::npos) return;
    sources.hide(at->span);
    sources.hide_text(at->span.source, std::string(given->second.text()));
}

void derive_from_region(Scope& scope) {
    const Value region = scope.parameters.at("AWS::Region").value;
    if (!region.is(Kind::string)) return;
    const bool china = region.text().starts_with("cn-");
    const bool government = region.text().starts_with("us-gov-");
    const auto settle_as = [&](std::string_view name, std::string_view text) {
        Parameter& parameter = scope.parameters.at(name);
        if (parameter.settled) return;
        parameter.value = scope.make().string(text, region.origin());
        parameter.settled = true;
    };
    settle_as("AWS::Partition", china ? "aws-cn" : government ? "aws-us-gov" : "aws");
    settle_as("AWS::URLSuffix", china ? "amazonaws.com.cn" : "amazonaws.com");
}

void declare_pseudo(Scope& scope) {
    for (const std::string_view name : k_pseudo) {
        const bool own = name == "AWS::StackId" || name == "AWS::StackName";
        if (scope.parent != nullptr && !own) {
            Parameter inherited = scope.parent->parameters.at(name);
            inherited.settled = true;  // its classes are the parent's
            scope.parameters.insert_or_assign(name, std::move(inherited));
            continue;
        }
        Parameter parameter{.name = name, .type = name == "AWS::NotificationARNs" ? "List<String>" : "String"};
        settle(scope, parameter);
        scope.parameters.insert_or_assign(name, std::move(parameter));
    }
    derive_from_region(scope);
}

Value class_value(Scope& scope, const Parameter& parameter, std::string_view text) {
    const Raw* allowed = parameter.body == nullptr ? nullptr : parameter.body->get("AllowedValues");
    const Origin* origin = parameter.value.origin();
    if (allowed != nullptr)
        for (const Raw* item : allowed->items)
            if (item->scalar() && item->text == text)
                origin = origin_of(scope, parameter, item->span, Step::Role::parameter, "allowed value of parameter ");
    return scalar_of(scope, parameter, scope.arena().copy(text), origin);
}

void open_parameter(Scope& scope, Parameter& parameter) {
    GuardSpace& guards = scope.guards();
    if (parameter.closed && parameter.classes.size() == 1) {
        parameter.value = class_value(scope, parameter, parameter.classes.front());
        return;
    }
    Atom atom{.document = scope.graph.document(scope.document).path,
              .name = std::string(scope.prefix) + std::string(parameter.name),
              .classes = parameter.classes};
    if (sensitive(parameter)) {
        for (std::size_t i = 0; i < atom.classes.size(); ++i)
            atom.classes[i] = "(sensitive " + std::to_string(i + 1) + ")";
    }
    if (!parameter.closed) atom.classes.emplace_back("(other)");
    const AtomId id = guards.add_atom(std::move(atom));
    parameter.atom = id;
    std::vector<Arm> arms;
    for (std::size_t i = 0; i < parameter.classes.size(); ++i)
        arms.push_back(
            {guards.is(id, static_cast<std::uint16_t>(i)), class_value(scope, parameter, parameter.classes[i])});
    if (!parameter.closed)
        arms.push_back({guards.is(id, static_cast<std::uint16_t>(parameter.classes.size())), parameter.value});
    parameter.value = scope.make().choice(arms, guards, parameter.value.origin());
}

}  // namespace

void declare_parameters(Scope& scope) {
    declare_pseudo(scope);
    const Raw* section = scope.root->get("Parameters");
    if (section == nullptr || !section->is(RawKind::map)) return;
    for (const RawMember& member : section->members) {
        if (!member.value->is(RawKind::map)) {
            if (!is_function_key(member.key))
                scope.report(DiagnosticKind::template_malformed, member.key_span,
                             "the parameter `" + std::string(member.key) + "` is no map");
            continue;
        }
        const Raw* type = member.value->get("Type");
        if (type == nullptr || !type->is(RawKind::string))
            scope.report(DiagnosticKind::template_malformed, member.key_span,
                         "the parameter `" + std::string(member.key) + "` has no `Type`");
        Parameter parameter{.name = member.key,
                            .type = type == nullptr || !type->scalar() ? std::string_view("String") : type->text,
                            .body = member.value,
                            .key = member.key_span};
        settle(scope, parameter);
        if (sensitive(parameter)) hide_values(scope, parameter);
        scope.parameters.insert_or_assign(member.key, std::move(parameter));
    }
}

void place_parameters(Scope& scope) {
    for (auto& [name, parameter] : scope.parameters)
        if (parameter.body != nullptr) settle(scope, parameter);
}

void open_parameters(Scope& scope) {
    for (auto& [name, parameter] : scope.parameters) {
        const bool scalar = !is_list(parameter.type);
        if (!parameter.settled && scalar && !parameter.classes.empty() && parameter.classes.size() <= k_max_arms)
            open_parameter(scope, parameter);
        check_allowed(scope, parameter);
        if (sensitive(parameter)) parameter.value = scope.make().marked(parameter.value, true, false);
    }
}

}  // namespace spile::engine::cloudformation
