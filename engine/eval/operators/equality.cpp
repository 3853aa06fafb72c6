// Meaning 1: equality is total and goes by meaning; what cannot be told apart by what is known stays open.
#include <algorithm>
#include <iterator>
#include <vector>

#include "engine/eval/operators/domains.hpp"
#include "engine/eval/operators/support.hpp"
#include "engine/eval/operators/wildcard.hpp"
#include "lang/schema/schema.hpp"

namespace spile::engine {

using namespace operators;

namespace {

Truth as_truth(bool value) {
    return value ? Truth::yes : Truth::no;
}

bool is_number(Value value) {
    return value.is(Kind::number) || value.is(Kind::interval);
}
bool is_text(Value value) {
    return value.is(Kind::string) || value.is(Kind::partial);
}

/// Whether a value of the hinted type can equal this one at all.
bool compatible(TypeHint hint, Value other) {
    if (other.is(Kind::unknown)) {
        const TypeHint theirs = other.unknown().type;
        return hint == TypeHint::any || theirs == TypeHint::any || hint == theirs;
    }
    switch (hint) {
        case TypeHint::any:
            return true;
        case TypeHint::string:
            return is_text(other) || other.is(Kind::domain) || form_of(other) != Form::none;
        case TypeHint::number:
            return is_number(other);
        case TypeHint::boolean:
            return other.is(Kind::boolean);
        case TypeHint::list:
            return other.is(Kind::list);
        case TypeHint::map:
            return other.is(Kind::map);
    }
    return true;
}

/// Whether the type says what its references are; custom resources answer what they like.
bool published(const Unit& unit) {
    return unit.schema != nullptr && !unit.schema->open && !unit.external;
}

/// Two resources of one type have identifiers of their own.
bool of_two_resources(Value a, Value b, const Operands& with) {
    if (with.graph == nullptr || !a.is(Kind::unknown) || !b.is(Kind::unknown)) return false;
    const Unknown& left = a.unknown();
    const Unknown& right = b.unknown();
    if (!left.unit.valid() || !right.unit.valid() || left.unit == right.unit) return false;
    if (left.attribute != "Ref" || right.attribute != "Ref") return false;
    const Unit& one = with.graph->unit(left.unit);
    const Unit& two = with.graph->unit(right.unit);
    return one.type == two.type && published(one) && published(two);
}

/// An ARN begins as one, and no resource is called `*`.
bool names_no_resource(Value text, Value unknown, const Operands& with) {
    const Unknown& about = unknown.unknown();
    if (with.graph == nullptr || !text.is(Kind::string) || !about.unit.valid()) return false;
    if (!published(with.graph->unit(about.unit)) || about.attribute.starts_with("Outputs.")) return false;
    if (about.attribute.ends_with("Arn")) return !text.text().starts_with("arn:");
    return about.attribute == "Ref" && text.text() == "*";
}

/// Whether the unknown is the number of an account and the text is none.
bool names_no_account(Value text, Value unknown) {
    if (!text.is(Kind::string)) return false;
    const auto hole = text_tokens(unknown);
    return hole && hole->size() == 1 && hole->front().account && match(*hole, *text_tokens(text)) == Truth::no;
}

Truth equal_unknown(Value unknown, Value other, const Operands& with) {
    // What surely exists is not null; what may be missing may be null as well.
    if (other.is(Kind::null)) return unknown.unknown().may_be_missing ? Truth::maybe : Truth::no;
    if (same_unknown(unknown, other)) {
        const bool there = !unknown.unknown().may_be_missing && !other.unknown().may_be_missing;
        return there ? Truth::yes : Truth::maybe;  // missing does not equal missing
    }
    if (of_two_resources(unknown, other, with) || names_no_resource(other, unknown, with) ||
        names_no_account(other, unknown))
        return Truth::no;
    return compatible(unknown.unknown().type, other) ? Truth::maybe : Truth::no;
}

Truth equal_numbers(Value a, Value b) {
    if (a.is(Kind::number) && b.is(Kind::number)) return as_truth(a.number() == b.number());
    const bool a_below = !a.open() && a.upper() < b.number();
    const bool b_below = !b.open() && b.upper() < a.number();
    return a_below || b_below ? Truth::no : Truth::maybe;
}

Truth equal_texts(Value a, Value b) {
    if (a.is(Kind::string) && b.is(Kind::string)) return as_truth(a.text() == b.text());
    const auto left = text_tokens(a);
    const auto right = text_tokens(b);
    return left && right ? match(*left, *right) : Truth::maybe;
}

bool certain(Value list) {
    for (const Element& element : list.elements())
        if (membership(element) == Truth::maybe) return false;
    return !list.open();
}

std::vector<Element> present(Value list) {
    std::vector<Element> out;
    for (const Element& element : list.elements())
        if (membership(element) != Truth::no) out.push_back(element);
    return out;
}

/// Elements before the first uncertain one of either list stand at the same position in both.
Truth equal_lists(Value a, Value b, const Operands& with) {
    const std::vector<Element> left = present(a);
    const std::vector<Element> right = present(b);
    const bool known = certain(a) && certain(b);
    if (known && left.size() != right.size()) return Truth::no;
    const auto surely = [](const std::vector<Element>& elements) {
        std::size_t count = 0;
        for (const Element& element : elements)
            count += membership(element) == Truth::yes ? 1 : 0;
        return count;
    };
    if ((!a.open() && surely(right) > left.size()) || (!b.open() && surely(left) > right.size())) return Truth::no;
    if (a.open() || b.open()) return Truth::maybe;
    Truth all = known ? Truth::yes : Truth::maybe;
    for (std::size_t i = 0; i < std::min(left.size(), right.size()) && all != Truth::no; ++i) {
        if (membership(left[i]) != Truth::yes || membership(right[i]) != Truth::yes) break;
        all = conjoin(all, equal(left[i].value, right[i].value, with));
    }
    return all;
}

Truth subset(Value a, Value b, const Operands& with) {
    Truth all = a.open() ? Truth::maybe : Truth::yes;
    for (const Element& element : a.elements()) {
        if (all == Truth::no) break;
        all = conjoin(all, disjoin(negate(membership(element)), in(element.value, b, with)));
    }
    return all;
}

/// Members that may be missing; where both are, they agree.
Truth equal_members(Value a, Value b, const Operands& with) {
    const Truth a_there = presence(a);
    const Truth b_there = presence(b);
    if (a_there == Truth::no && b_there == Truth::no) return Truth::yes;
    if (a_there != Truth::maybe && b_there != Truth::maybe) return a_there == b_there ? equal(a, b, with) : Truth::no;
    const bool both_missing_possible = a_there != Truth::yes && b_there != Truth::yes;
    if (same_unknown(a, b)) return Truth::yes;
    if (both_missing_possible) return Truth::maybe;
    return conjoin(Truth::maybe, equal(a, b, with));
}

Truth equal_maps(Value a, Value b, const Operands& with) {
    Truth all = a.open() || b.open() ? Truth::maybe : Truth::yes;
    const auto absent = [&](Value map, Value other) {
        const Truth agrees = negate(presence(other));
        return map.open() ? disjoin(Truth::maybe, agrees) : agrees;
    };
    for (const Member& member : a.members()) {
        const Member* const other = b.member(member.key);
        all =
            conjoin(all, other != nullptr ? equal_members(member.value, other->value, with) : absent(b, member.value));
    }
    for (const Member& member : b.members())
        if (a.member(member.key) == nullptr) all = conjoin(all, absent(a, member.value));
    return all;
}

Truth equal_records(Value a, Value b, const Operands& with) {
    if (form_of(a) == Form::partial_cidr && form_of(b) == Form::partial_cidr)
        return equal_texts(a.fields()[0], b.fields()[0]) == Truth::yes ? Truth::yes : Truth::maybe;
    if (a.record_type().name != b.record_type().name || a.fields().size() != b.fields().size()) return Truth::no;
    Truth all = Truth::yes;
    for (std::size_t i = 0; i < a.fields().size(); ++i)
        all = conjoin(all, equal_members(a.fields()[i], b.fields()[i], with));
    return all;
}

bool same_address(const DomainValue& a, const DomainValue& b) {
    return a.v6 == b.v6 && a.prefix == b.prefix && std::equal(std::begin(a.address), std::end(a.address), b.address);
}

Truth equal_domains(const DomainValue& a, const DomainValue& b) {
    if (a.domain != b.domain) return Truth::no;
    switch (a.domain) {
        case Domain::cidr:
            return as_truth(same_address(a, b));
        case Domain::time:
        case Domain::duration:
            return as_truth(a.seconds == b.seconds);
        case Domain::version:
            return as_truth(compare_versions(a.text, b.text) == std::strong_ordering::equal);
        case Domain::protocol:
            return as_truth(a.from == b.from);
        case Domain::ports:
            return as_truth(a.from == b.from && a.to == b.to);
        case Domain::glob:
        case Domain::regex:
            return as_truth(a.text == b.text);
    }
    return Truth::no;
}

bool is_range(Value value) {
    return form_of(value) == Form::partial_cidr || (value.is(Kind::domain) && value.domain().domain == Domain::cidr);
}

/// A domain value (or ARN, or image) next to a text.
Truth equal_reading(Value sample, Value text, const Operands& with) {
    const auto read = read_like(sample, text, with);
    return read ? (is_text(*read) ? Truth::maybe : equal(sample, *read, with)) : Truth::no;
}

Truth equal_ranges(Value a, Value b) {
    const auto left = cidr_bounds(a);
    const auto right = cidr_bounds(b);
    return left && right ? same_range(*left, *right) : Truth::maybe;
}

bool is_subject(Value value) {
    return value.is(Kind::resource) || value.is(Kind::entity);
}

/// A unit is one thing under whichever type it is looked at; elements of one `each` are told apart by their keys.
bool same_subject(Value a, Value b) {
    if (a.unit() != b.unit()) return false;
    const bool one_type = a.is(Kind::entity) && b.is(Kind::entity) && a.entity().entity == b.entity().entity;
    return !one_type || (a.entity().key == b.entity().key && a.entity().path == b.entity().path);
}

Truth equal_kinds(Value a, Value b, const Operands& with) {
    if (is_number(a) && is_number(b)) return equal_numbers(a, b);
    if (is_text(a) && is_text(b)) return equal_texts(a, b);
    if (is_text(b) && (a.is(Kind::domain) || form_of(a) != Form::none)) return equal_reading(a, b, with);
    if (is_text(a) && (b.is(Kind::domain) || form_of(b) != Form::none)) return equal_reading(b, a, with);
    if (is_range(a) && is_range(b) && (a.is(Kind::record) != b.is(Kind::record))) return equal_ranges(a, b);
    if (is_subject(a) && is_subject(b)) return as_truth(same_subject(a, b));
    if (a.kind() != b.kind()) return Truth::no;
    switch (a.kind()) {
        case Kind::null:
            return Truth::yes;
        case Kind::boolean:
            return as_truth(a.boolean() == b.boolean());
        case Kind::list:
            if (a.is_set() || b.is_set()) return conjoin(subset(a, b, with), subset(b, a, with));
            return equal_lists(a, b, with);
        case Kind::map:
            return equal_maps(a, b, with);
        case Kind::record:
            return equal_records(a, b, with);
        case Kind::domain:
            return equal_domains(a.domain(), b.domain());
        default:
            return Truth::maybe;
    }
}

}  // namespace

Truth equal(Value a, Value b, const Operands& with) {
    if (a.is(Kind::choice)) return over_arms(a, [&](Value arm) { return equal(arm, b, with); });
    if (b.is(Kind::choice)) return over_arms(b, [&](Value arm) { return equal(a, arm, with); });
    if (is_error(a) || is_error(b)) return Truth::maybe;
    if (a.is(Kind::missing) || b.is(Kind::missing)) return Truth::no;
    if (a.is(Kind::unknown)) return equal_unknown(a, b, with);
    if (b.is(Kind::unknown)) return equal_unknown(b, a, with);
    return equal_kinds(a, b, with);
}

}  // namespace spile::engine
