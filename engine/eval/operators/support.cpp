#include "engine/eval/operators/support.hpp"

namespace spile::engine {

namespace operators {

Truth presence(Value value) {
    switch (value.kind()) {
        case Kind::missing:
            return Truth::no;
        case Kind::error:
            return Truth::maybe;
        case Kind::unknown:
            return value.unknown().may_be_missing ? Truth::maybe : Truth::yes;
        case Kind::choice:
            return over_arms(value, presence);
        default:
            return Truth::yes;
    }
}

Truth membership(const Element& element) {
    if (element.may == k_never) return Truth::no;
    const Truth there = element.must == k_always ? Truth::yes : Truth::maybe;
    // An element that turns out to be missing is not there; one that is an error is.
    return element.value.is(Kind::error) ? there : conjoin(there, presence(element.value));
}

Value failure(std::string_view cause, Value at, const Operands& with) {
    return with.factory->error(with.factory->arena().copy(cause), at.origin());
}

std::string spelled(Value value) {
    if (value.sensitive()) return "a sensitive value";
    return value.is(Kind::number) ? value.number().text() : "`" + std::string(value.text()) + "`";
}

Value wrong_kind(std::string_view operation, std::string_view wanted, Value got, const Operands& with) {
    if (got.is(Kind::error)) return got;
    std::string cause = "`" + std::string(operation) + "` takes " + std::string(wanted) + ", not ";
    cause += kind_name(got);
    return failure(cause, got, with);
}

Value undecided_value(Value because, TypeHint type, const Operands& with) {
    const std::string_view cause = cause_of(because);
    if (is_error(because)) return with.factory->error(cause, because.origin());
    const bool optional = because.is(Kind::unknown) && because.unknown().may_be_missing;
    return with.factory->unknown(
        {.cause = cause.empty() ? "the value depends on a condition" : cause, .type = type, .may_be_missing = optional},
        because.origin());
}

Value first_undecided(Arguments values) {
    for (const Value value : values)
        if (is_error(value)) return value;
    for (const Value value : values)
        if (!cause_of(value).empty()) return value;
    return values.empty() ? Value() : values.front();
}

Value truth_value(Truth truth, Arguments because, const Operands& with) {
    const Value decider = first_undecided(because);
    if (truth == Truth::maybe) return undecided_value(decider, TypeHint::boolean, with);
    return with.factory->boolean(truth == Truth::yes, because.empty() ? nullptr : because.front().origin());
}

Value text_value(std::string_view text, Value at, const Operands& with) {
    return with.factory->string(with.factory->arena().copy(text), at.origin());
}

Value number_value(std::int64_t number, Value at, const Operands& with) {
    return with.factory->number(Decimal(number), at.origin());
}

std::string_view kind_name(Value value) {
    switch (value.kind()) {
        case Kind::missing:
            return "a missing value";
        case Kind::null:
            return "null";
        case Kind::boolean:
            return "a boolean";
        case Kind::number:
        case Kind::interval:
            return "a number";
        case Kind::string:
        case Kind::partial:
            return "a string";
        case Kind::list:
            return value.is_set() ? "a set" : "a list";
        case Kind::map:
            return "a map";
        case Kind::record:
            return "a record";
        case Kind::domain:
            switch (value.domain().domain) {
                case Domain::cidr:
                    return "an address range";
                case Domain::time:
                    return "a time";
                case Domain::duration:
                    return "a duration";
                case Domain::version:
                    return "a version";
                case Domain::glob:
                    return "a wildcard pattern";
                case Domain::regex:
                    return "a regular expression";
                case Domain::protocol:
                    return "a protocol";
                case Domain::ports:
                    return "a range of ports";
            }
            return "a domain value";
        case Kind::resource:
            return "a resource";
        case Kind::entity:
            return "an entity";
        case Kind::unknown:
            return "an unknown value";
        case Kind::error:
            return "an error";
        case Kind::choice:
            return "a value that depends on a condition";
    }
    return "a value";
}

bool same_unknown(Value a, Value b) {
    if (!a.is(Kind::unknown) || !b.is(Kind::unknown)) return false;
    const std::string_view producer = a.unknown().producer;
    return !producer.empty() && producer == b.unknown().producer;
}

}  // namespace operators

using namespace operators;

Truth exists(Value value) {
    switch (value.kind()) {
        case Kind::null:
            return Truth::no;
        case Kind::choice:
            return over_arms(value, exists);
        default:
            return presence(value);
    }
}

namespace {

Truth empty_list(Value value) {
    Truth some = value.open() ? Truth::maybe : Truth::no;
    for (const Element& element : value.elements())
        some = disjoin(some, membership(element));
    return negate(some);
}

Truth empty_map(Value value) {
    Truth some = value.open() ? Truth::maybe : Truth::no;
    for (const Member& member : value.members())
        some = disjoin(some, presence(member.value));
    return negate(some);
}

Truth empty_partial(Value value) {
    for (const Segment& segment : value.segments())
        if (segment.known() && !segment.text.empty()) return Truth::no;
    return Truth::maybe;
}

Truth empty_unknown(const Unknown& unknown) {
    const bool scalar = unknown.type == TypeHint::number || unknown.type == TypeHint::boolean;
    return scalar && !unknown.may_be_missing ? Truth::no : Truth::maybe;
}

}  // namespace

Truth empty(Value value) {
    switch (value.kind()) {
        case Kind::missing:
        case Kind::null:
            return Truth::yes;
        case Kind::string:
            return value.text().empty() ? Truth::yes : Truth::no;
        case Kind::partial:
            return empty_partial(value);
        case Kind::list:
            return empty_list(value);
        case Kind::map:
            return empty_map(value);
        case Kind::unknown:
            return empty_unknown(value.unknown());
        case Kind::error:
            return Truth::maybe;
        case Kind::choice:
            return over_arms(value, empty);
        default:
            return Truth::no;
    }
}

Truth truth_of(Value value) {
    switch (value.kind()) {
        case Kind::boolean:
            return value.boolean() ? Truth::yes : Truth::no;
        case Kind::missing:
        case Kind::null:
            return Truth::no;
        case Kind::choice:
            return over_arms(value, truth_of);
        default:
            return Truth::maybe;
    }
}

bool is_error(Value value) {
    return value.is(Kind::error);
}

std::string_view cause_of(Value value) {
    const auto first_of = [](const auto& parts, auto part) {
        for (const auto& one : parts)
            if (const std::string_view cause = cause_of(part(one)); !cause.empty()) return cause;
        return std::string_view();
    };
    switch (value.kind()) {
        case Kind::unknown:
            return value.unknown().cause.empty() ? "the value is not known" : value.unknown().cause;
        case Kind::error:
            return value.text().empty() ? "the value cannot be computed" : value.text();
        case Kind::partial:
            return first_of(value.segments(), [](const Segment& segment) { return segment.hole; });
        case Kind::list:
            return first_of(value.elements(), [](const Element& element) { return element.value; });
        case Kind::map:
            return first_of(value.members(), [](const Member& member) { return member.value; });
        case Kind::record:
            return first_of(value.fields(), [](Value field) { return field; });
        case Kind::choice:
            return first_of(value.arms(), [](const Arm& arm) { return arm.value; });
        default:
            return {};
    }
}

}  // namespace spile::engine
