#include <re2/re2.h>

#include "engine/eval/operators/builtins.hpp"
#include "engine/eval/operators/support.hpp"
#include "engine/eval/operators/wildcard.hpp"
#include "engine/eval/patterns.hpp"

namespace spile::engine {

using namespace operators;

namespace {

bool both_known(Value a, Value b) {
    return a.is(Kind::string) && b.is(Kind::string);
}

Truth literal_part(Value text, Value part, bool before, bool after) {
    const auto whole = text_tokens(text);
    const auto literal = text_tokens(part);
    if (!whole || !literal) return Truth::maybe;
    Tokens pattern;
    if (before) pattern.push_back({.kind = TextToken::Kind::any_run});
    pattern.insert(pattern.end(), literal->begin(), literal->end());
    if (after) pattern.push_back({.kind = TextToken::Kind::any_run});
    return match(*whole, pattern);
}

/// The arguments' texts, or the error that they are none.
Value not_texts(std::string_view name, Arguments arguments, const Operands& with) {
    for (const Value argument : arguments) {
        const bool may_be_text = argument.is(Kind::string) || argument.is(Kind::partial) ||
                                 (argument.is(Kind::unknown) && (argument.unknown().type == TypeHint::string ||
                                                                 argument.unknown().type == TypeHint::any));
        if (!may_be_text) return wrong_kind(name, "a string", argument, with);
    }
    return {};
}

Truth as_truth(bool value) {
    return value ? Truth::yes : Truth::no;
}

}  // namespace

Truth like(Value text, Value pattern, const Operands& with) {
    if (text.is(Kind::choice)) return over_arms(text, [&](Value arm) { return like(arm, pattern, with); });
    if (pattern.is(Kind::choice)) return over_arms(pattern, [&](Value arm) { return like(text, arm, with); });
    if (both_known(text, pattern)) return as_truth(match_known(text.text(), pattern.text()));
    const auto whole = text_tokens(text);
    const auto wild = pattern_tokens(pattern);
    return whole && wild ? match(*whole, *wild) : Truth::maybe;
}

Truth matches(Value text, std::string_view regex, const Operands& with) {
    if (text.is(Kind::choice)) return over_arms(text, [&](Value arm) { return matches(arm, regex, with); });
    if (!text.is(Kind::string)) return Truth::maybe;
    Patterns own;
    const re2::RE2* const pattern = (with.patterns == nullptr ? own : *with.patterns).find(regex);
    if (pattern == nullptr) return Truth::maybe;
    const re2::StringPiece subject(text.text().data(), text.text().size());
    return as_truth(re2::RE2::PartialMatch(subject, *pattern));
}

namespace operators::builtins {

Value starts_with(Arguments arguments, const Operands& with) {
    if (const Value error = not_texts("starts_with", arguments, with); is_error(error)) return error;
    const Truth truth = both_known(arguments[0], arguments[1])
                            ? as_truth(arguments[0].text().starts_with(arguments[1].text()))
                            : literal_part(arguments[0], arguments[1], false, true);
    return truth_value(truth, arguments, with);
}

Value ends_with(Arguments arguments, const Operands& with) {
    if (const Value error = not_texts("ends_with", arguments, with); is_error(error)) return error;
    const Truth truth = both_known(arguments[0], arguments[1])
                            ? as_truth(arguments[0].text().ends_with(arguments[1].text()))
                            : literal_part(arguments[0], arguments[1], true, false);
    return truth_value(truth, arguments, with);
}

Value contains(Arguments arguments, const Operands& with) {
    if (const Value error = not_texts("contains", arguments, with); is_error(error)) return error;
    const Truth truth = both_known(arguments[0], arguments[1])
                            ? as_truth(arguments[0].text().find(arguments[1].text()) != std::string_view::npos)
                            : literal_part(arguments[0], arguments[1], true, true);
    return truth_value(truth, arguments, with);
}

}  // namespace operators::builtins

}  // namespace spile::engine
