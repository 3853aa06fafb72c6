// Whether a value stands in the inputs for everybody to read.
#include "engine/eval/operators/builtins.hpp"
#include "engine/eval/operators/pieces.hpp"

namespace spile::engine::operators {

namespace {

bool came_through(Value value, Step::Role role) {
    const Step* step = value.origin() == nullptr ? nullptr : value.origin()->chain;
    for (; step != nullptr; step = step->next)
        if (step->role == role) return true;
    return false;
}

bool from_secret_store(std::string_view text) {
    return text.find("{{resolve:secretsmanager:") != std::string_view::npos ||
           text.find("{{resolve:ssm-secure:") != std::string_view::npos;
}

/// The reference that stands where CloudFormation looks a text up in a store; empty for every other value.
std::string_view looked_up(Value value) {
    if (!value.is(Kind::unknown)) return {};
    const std::string_view written = value.unknown().attribute;
    return written.starts_with("{{resolve:") ? written : std::string_view();
}

bool given(Value value) {
    const bool by_default = value.assumed() || came_through(value, Step::Role::parameter_default);
    return !by_default && (came_through(value, Step::Role::parameter) || came_through(value, Step::Role::import_value));
}

Truth written(Value value);

Truth partial_written(Value text) {
    Truth all = Truth::yes;
    for (const Segment& segment : text.segments()) {
        if (from_secret_store(segment.known() ? segment.text : looked_up(segment.hole))) return Truth::no;
        if (!segment.known()) all = conjoin(all, written(segment.hole));
    }
    return all;
}

Truth written(Value value) {
    switch (value.kind()) {
        case Kind::choice:
            return over_arms(value, written);
        case Kind::error:
        case Kind::interval:
            return Truth::maybe;
        case Kind::unknown:
            // What a plain parameter store holds is there for everybody to read.
            if (!looked_up(value).empty())
                return from_secret_store(looked_up(value)) || given(value) ? Truth::no : Truth::yes;
            // A parameter, a reference and an import say who gives the value; other unknowns may be anything.
            return value.unknown().producer.empty() && !value.unknown().unit.valid() && !given(value) ? Truth::maybe
                                                                                                      : Truth::no;
        case Kind::partial:
            return partial_written(value);
        case Kind::string:
            return value.text().empty() || from_secret_store(value.text()) || given(value) ? Truth::no : Truth::yes;
        case Kind::number:
        case Kind::boolean:
            return given(value) ? Truth::no : Truth::yes;
        default:
            return Truth::no;
    }
}

/// A parameter's value is shown to whoever may describe the stack, unless NoEcho made it sensitive. A default that
/// points into a secret store shows where the secret lies, not the secret.
Truth shown(Value value) {
    if (value.sensitive() || came_through(value, Step::Role::import_value)) return Truth::no;
    if (came_through(value, Step::Role::parameter_default))
        return from_secret_store(value.is(Kind::string) ? value.text() : looked_up(value)) ? Truth::no : Truth::yes;
    if (came_through(value, Step::Role::parameter)) return Truth::yes;
    if (!looked_up(value).empty()) return Truth::no;
    return value.is(Kind::unknown) && !value.unknown().unit.valid() ? Truth::maybe : Truth::no;
}

Truth echoes(Value value) {
    switch (value.kind()) {
        case Kind::choice:
            return over_arms(value, echoes);
        case Kind::error:
            return Truth::maybe;
        case Kind::partial: {
            Truth any = shown(value);
            for (const Segment& segment : value.segments())
                if (!segment.known()) any = disjoin(any, shown(segment.hole));
            return any;
        }
        case Kind::string:
        case Kind::unknown:
        case Kind::number:
        case Kind::boolean:
            return shown(value);
        default:
            return Truth::no;
    }
}

}  // namespace

namespace builtins {

Value echoed(Arguments arguments, const Operands& with) {
    return truth_value(echoes(arguments[0]), arguments, with);
}

Value configured(Arguments arguments, const Operands& with) {
    const Value value = arguments[0];
    if (!value.is(Kind::unknown) || !value.unknown().unset) return value;
    const Path* const path = value.origin() == nullptr ? nullptr : value.origin()->path;
    return with.factory->missing(path == nullptr ? std::string_view() : path->key, value.origin());
}

Value known_elsewhere(Arguments arguments, const Operands& with) {
    const Value cause = arguments[0];
    return with.factory->unknown({.cause = cause.is(Kind::string) ? cause.text() : std::string_view()}, nullptr);
}

Value hardcoded(Arguments arguments, const Operands& with) {
    return truth_value(written(arguments[0]), arguments, with);
}

}  // namespace builtins

}  // namespace spile::engine::operators
