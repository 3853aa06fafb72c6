#include "engine/loaders/cloudformation/conditions.hpp"

#include <algorithm>

#include "lang/base/suggest.hpp"

namespace spile::engine::cloudformation {

namespace {

Truth known(bool value) {
    return value ? Truth{k_always, k_never} : Truth{k_never, k_always};
}

Truth negated(const Truth& truth) {
    return {truth.no, truth.yes, truth.assumed};
}

Truth both(Scope& scope, const Truth& a, const Truth& b) {
    return {scope.guards().conjoin(a.yes, b.yes), scope.guards().disjoin(a.no, b.no), a.assumed || b.assumed};
}

Truth either(Scope& scope, const Truth& a, const Truth& b) {
    return negated(both(scope, negated(a), negated(b)));
}

Truth within(Scope& scope, const Truth& truth, Guard guard) {
    return {scope.guards().conjoin(truth.yes, guard), scope.guards().conjoin(truth.no, guard), truth.assumed};
}

/// Whether an unknown, in the class of further values of its parameter, can be this text.
bool excluded_by_class(Scope& scope, Value unknown, std::string_view text) {
    for (const auto& [name, parameter] : scope.parameters) {
        if (!parameter.atom) continue;
        if (unknown.unknown().producer != scope.producer("Parameters/" + std::string(name))) continue;
        return std::find(parameter.classes.begin(), parameter.classes.end(), text) != parameter.classes.end();
    }
    return scope.parent != nullptr && excluded_by_class(*scope.parent, unknown, text);
}

bool cannot_be(Value partial, std::string_view text) {
    const auto segments = partial.segments();
    std::size_t length = 0;
    for (const Segment& segment : segments)
        length += segment.text.size();
    if (length > text.size()) return true;
    return (segments.front().known() && !text.starts_with(segments.front().text)) ||
           (segments.back().known() && !text.ends_with(segments.back().text));
}

Truth equal_lists(Scope& scope, Value a, Value b) {
    const auto left = a.elements();
    const auto right = b.elements();
    const auto sure = [](const Element& element) { return element.must == k_always && element.may == k_always; };
    if (a.open() || b.open() || !std::all_of(left.begin(), left.end(), sure) ||
        !std::all_of(right.begin(), right.end(), sure))
        return {};
    if (left.size() != right.size()) return known(false);
    Truth all = known(true);
    for (std::size_t i = 0; i < left.size(); ++i)
        all = both(scope, all, equal(scope, left[i].value, right[i].value));
    return all;
}

Truth equal_plain(Scope& scope, Value a, Value b) {
    if (b.is(Kind::unknown) || b.is(Kind::partial)) std::swap(a, b);
    const auto text = scalar_text(scope, b);
    if (a.is(Kind::unknown) || a.is(Kind::partial)) {
        if (text && a.is(Kind::unknown) && excluded_by_class(scope, a, *text)) return known(false);
        if (text && a.is(Kind::partial) && cannot_be(a, *text)) return known(false);
        const std::string name = canonical(a);
        return !name.empty() && name == canonical(b) ? known(true) : Truth{};
    }
    if (a.is(Kind::error) || b.is(Kind::error)) return {};
    if (a.is(Kind::list) && b.is(Kind::list)) return equal_lists(scope, a, b);
    const auto other = scalar_text(scope, a);
    if (!text || !other) return known(a.kind() == b.kind() && !a.is(Kind::map));
    if (a.is(Kind::number) || b.is(Kind::number)) {
        const auto x = Decimal::parse(*text);
        const auto y = Decimal::parse(*other);
        if (x && y) return known(*x == *y);
    }
    return known(*text == *other);
}

/// The undecided rest becomes an atom named by what is compared, the same for the same comparison.
Truth resolved(Scope& scope, Truth truth, Value a, Value b, SourceSpan at) {
    GuardSpace& guards = scope.guards();
    const Guard rest = guards.complement(guards.disjoin(truth.yes, truth.no));
    if (rest == k_never) return truth;
    std::string left = canonical(a);
    std::string right = canonical(b);
    if (right < left) std::swap(left, right);
    std::string name =
        left.empty() || right.empty() ? std::string(scope.graph.sources().text(at)) : left + " = " + right;
    const std::string document = scope.graph.document(scope.document).path + ":";
    for (std::size_t found = name.find(document); found != std::string::npos; found = name.find(document))
        name.erase(found, document.size());
    auto atom = scope.opaque->find(name);
    if (atom == scope.opaque->end()) {
        const AtomId id = guards.add_atom({scope.graph.document(scope.document).path, name, {"true", "false"}});
        atom = scope.opaque->emplace(name, id).first;
    }
    truth.yes = guards.disjoin(truth.yes, guards.conjoin(rest, guards.is(atom->second, 0)));
    truth.no = guards.complement(truth.yes);
    return truth;
}

enum class Section : std::uint8_t { conditions, rules };

Truth truth_of(Scope& scope, const Raw& raw, const Place& place, Section section);

/// What nobody can decide: in conditions an atom of its own, by its text.
Truth undecided(Scope& scope, const Raw& raw, Section section) {
    return section == Section::rules ? Truth{} : resolved(scope, {}, Value(), Value(), raw.span);
}

Truth bad_arguments(Scope& scope, const Raw& raw, Section section, std::string_view wanted) {
    scope.report(DiagnosticKind::template_intrinsic_arguments, raw.span,
                 "`" + std::string(short_name(scope, raw)) + "` takes " + std::string(wanted));
    return undecided(scope, raw, section);
}

Truth connective(Scope& scope, const Raw& raw, const Place& place, Section section) {
    if (!raw.argument->is(RawKind::list) || raw.argument->items.empty())
        return bad_arguments(scope, raw, section, "a list of conditions");
    const bool conjunction = raw.text == "Fn::And";
    Truth all = known(conjunction);
    for (const Raw* item : raw.argument->items) {
        const Truth next = truth_of(scope, *item, place, section);
        all = conjunction ? both(scope, all, next) : either(scope, all, next);
    }
    return all;
}

Truth negation(Scope& scope, const Raw& raw, const Place& place, Section section) {
    const Raw* argument = raw.argument;
    if (argument->is(RawKind::list)) {
        if (argument->items.size() != 1) return bad_arguments(scope, raw, section, "one condition");
        argument = argument->items[0];
    }
    return negated(truth_of(scope, *argument, place, section));
}

Truth comparison(Scope& scope, const Raw& raw, const Place& place, Section section) {
    if (!raw.argument->is(RawKind::list) || raw.argument->items.size() != 2)
        return bad_arguments(scope, raw, section, "two values");
    const Value a = evaluate(scope, *raw.argument->items[0], place);
    const Value b = evaluate(scope, *raw.argument->items[1], place);
    Truth truth = equal(scope, a, b);
    truth.assumed = a.assumed() || b.assumed();
    return section == Section::rules ? truth : resolved(scope, truth, a, b, raw.span);
}

Truth named(Scope& scope, const Raw& raw, const Raw& name, Section section) {
    if (!name.scalar()) return bad_arguments(scope, raw, section, "the name of a condition");
    const Condition* condition = find_condition(scope, name.text, raw.span);
    if (condition == nullptr) return undecided(scope, raw, section);
    return {condition->guard, scope.guards().complement(condition->guard), condition->assumed};
}

/// The members of Contains and its kin; nothing when the list is not known.
std::optional<std::vector<Value>> known_members(Scope& scope, const Raw& raw, const Place& place) {
    const Value list = evaluate(scope, raw, place);
    if (!list.is(Kind::list) || list.open()) return std::nullopt;
    std::vector<Value> values;
    for (const Element& element : list.elements())
        values.push_back(element.value);
    return values;
}

Truth among(Scope& scope, Value value, std::span<const Value> values) {
    Truth any = known(false);
    for (const Value candidate : values)
        any = either(scope, any, equal(scope, value, candidate));
    return any;
}

/// Contains [list, value], EachMemberIn [list, list], EachMemberEquals [list, value].
Truth membership(Scope& scope, const Raw& raw, const Place& place) {
    if (!raw.argument->is(RawKind::list) || raw.argument->items.size() != 2) return {};
    const auto first = known_members(scope, *raw.argument->items[0], place);
    if (!first) return {};
    if (raw.text == "Fn::Contains") return among(scope, evaluate(scope, *raw.argument->items[1], place), *first);
    std::vector<Value> allowed;
    if (raw.text == "Fn::EachMemberIn") {
        const auto second = known_members(scope, *raw.argument->items[1], place);
        if (!second) return {};
        allowed = *second;
    } else {
        allowed.push_back(evaluate(scope, *raw.argument->items[1], place));
    }
    Truth all = known(true);
    for (const Value value : *first)
        all = both(scope, all, among(scope, value, allowed));
    return all;
}

Truth truth_of(Scope& scope, const Raw& raw, const Place& place, Section section) {
    const Descent descent(*scope.spent);
    if (descent.too_deep()) {
        scope.report(DiagnosticKind::depth_limit, raw.span,
                     "conditions lead to one another more than " + std::to_string(k_max_descent) + " deep");
        return undecided(scope, raw, section);
    }
    if (raw.scalar()) {
        if (raw.text == "true" || raw.text == "false") return known(raw.text == "true");
        return bad_arguments(scope, raw, section, "a condition");
    }
    if (raw.is(RawKind::map) && raw.members.size() == 1 && raw.members.front().key == "Condition")
        return named(scope, raw, *raw.members.front().value, section);
    if (raw.call_of("Condition")) return named(scope, raw, *raw.argument, section);
    if (raw.call_of("Fn::And") || raw.call_of("Fn::Or")) return connective(scope, raw, place, section);
    if (raw.call_of("Fn::Not")) return negation(scope, raw, place, section);
    if (raw.call_of("Fn::Equals")) return comparison(scope, raw, place, section);
    if (section == Section::rules &&
        (raw.call_of("Fn::Contains") || raw.call_of("Fn::EachMemberIn") || raw.call_of("Fn::EachMemberEquals")))
        return membership(scope, raw, place);
    if (section == Section::rules) return {};
    // A macro may still turn it into a condition.
    if (scope.opaque_transform) return undecided(scope, raw, section);
    scope.report(DiagnosticKind::template_intrinsic_arguments, raw.span,
                 "a condition is `Fn::And`, `Fn::Or`, `Fn::Not`, `Fn::Equals` or `Condition`, and this is none");
    return undecided(scope, raw, section);
}

}  // namespace

Truth equal(Scope& scope, Value a, Value b) {
    if (!a.is(Kind::choice) && !b.is(Kind::choice)) return equal_plain(scope, a, b);
    const bool left = a.is(Kind::choice);
    Truth all{};
    for (const Arm& arm : left ? a.arms() : b.arms()) {
        const Truth one = left ? equal(scope, arm.value, b) : equal(scope, a, arm.value);
        const Truth part = within(scope, one, arm.guard);
        all.yes = scope.guards().disjoin(all.yes, part.yes);
        all.no = scope.guards().disjoin(all.no, part.no);
    }
    return all;
}

Truth decided_truth(Scope& scope, const Raw& raw, const Place& place) {
    return truth_of(scope, raw, place, Section::conditions);
}

Truth rule_truth(Scope& scope, const Raw& raw, const Place& place) {
    return truth_of(scope, raw, place, Section::rules);
}

namespace {

/// The condition's truth; where working it out costs too much, an atom of its own, which knows nothing of its
/// parameters.
Truth affordable_truth(Scope& scope, const Raw& raw, const Place& place, std::string_view name) {
    try {
        return decided_truth(scope, raw, place);
    } catch (const GuardsExhausted&) {
        scope.guards().allow(k_few_guard_steps);
        scope.report(DiagnosticKind::template_too_entangled, raw.span,
                     "the condition `" + std::string(name) + "` depends on its parameters in too many ways");
        return undecided(scope, raw, Section::conditions);
    }
}

}  // namespace

const Condition* find_condition(Scope& scope, std::string_view name, SourceSpan at) {
    const auto found = scope.conditions.find(name);
    if (found == scope.conditions.end()) {
        if (!scope.opaque_transform)
            scope.report(DiagnosticKind::template_unknown_condition, at,
                         "`" + std::string(name) + "` is no condition of this template" +
                             did_you_mean(name, names_of(scope.conditions)));
        return nullptr;
    }
    Condition& condition = found->second;
    if (condition.state == Condition::State::busy) {
        scope.report(DiagnosticKind::template_condition_cycle, condition.key,
                     "the condition `" + std::string(name) + "` is defined by itself");
        return nullptr;
    }
    if (condition.state == Condition::State::fresh) {
        condition.state = Condition::State::busy;
        Place place{.unit = condition.unit, .key = condition.key};
        place = below(scope, below(scope, place, "Conditions", {}), name, condition.key);
        const Truth truth = affordable_truth(scope, *condition.body, place, name);
        condition.guard = truth.yes;
        condition.assumed = truth.assumed;
        condition.state = Condition::State::done;
    }
    return &condition;
}

}  // namespace spile::engine::cloudformation
