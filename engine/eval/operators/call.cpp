// Calls of built-ins: what holds for all of them, then a table over builtins.def.
#include <algorithm>
#include <string>
#include <vector>

#include "engine/eval/operators/builtins.hpp"

namespace spile::engine {

using namespace operators;

namespace {

using Function = Value (*)(Arguments, const Operands&);

/// What a signature says of its parameters.
struct Signature {
    std::vector<bool> takes_missing;
};

Signature read_signature(std::string_view text) {
    Signature out;
    std::string_view parameters = text.substr(1, text.find(") ->") - 1);
    int depth = 0;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= parameters.size() && !parameters.empty(); ++i) {
        const char c = i < parameters.size() ? parameters[i] : ',';
        depth += c == '<' ? 1 : c == '>' ? -1 : 0;
        if (c != ',' || depth != 0) continue;
        out.takes_missing.push_back(parameters.substr(begin, i - begin).ends_with('?'));
        begin = i + 1;
    }
    return out;
}

struct Entry {
    std::string_view name;
    Function function;
    Signature signature;
};

const std::vector<Entry>& table() {
    static const std::vector<Entry> entries = {
#define SPILE_BUILTIN(name, signature, doc) {#name, builtins::name, read_signature(signature)},
#include "lang/program/builtins.def"
#undef SPILE_BUILTIN
    };
    return entries;
}

bool contains_sensitive(Value value) {
    if (value.sensitive()) return true;
    for (const Element& element : value.elements())
        if (contains_sensitive(element.value)) return true;
    for (const Member& member : value.members())
        if (contains_sensitive(member.value)) return true;
    for (const Arm& arm : value.arms())
        if (contains_sensitive(arm.value)) return true;
    return value.is(Kind::record) && std::any_of(value.fields().begin(), value.fields().end(), contains_sensitive);
}

Value call_resolved(const Entry& entry, Arguments arguments, const Operands& with) {
    const std::size_t count = entry.signature.takes_missing.size();
    if (arguments.size() != count)
        return failure("`" + std::string(entry.name) + "` takes " + std::to_string(count) + " arguments",
                       arguments.empty() ? Value() : arguments.front(), with);
    for (const Value argument : arguments)
        if (is_error(argument)) return argument;
    for (std::size_t i = 0; i < count; ++i) {
        const bool length = entry.function == builtins::length;
        // Nothing comes of nothing, as with fields.
        if (arguments[i].is(Kind::missing) && !entry.signature.takes_missing[i] && !length) return arguments[i];
    }
    const Value result = entry.function(arguments, with);
    for (std::size_t i = 0; i < count; ++i) {
        const bool lifted = !entry.signature.takes_missing[i] && entry.function != builtins::length;
        if (lifted && presence(arguments[i]) == Truth::maybe && !is_error(result))
            return undecided_value(arguments[i], TypeHint::any, with);
    }
    return result;
}

/// Of a choice: what all arms give, else unknown.
Value call_arms(const Entry& entry, Arguments arguments, std::size_t position, const Operands& with) {
    std::vector<Value> resolved(arguments.begin(), arguments.end());
    const Value choice = arguments[position];
    Value common;
    bool first = true;
    for (const Arm& arm : choice.arms()) {
        resolved[position] = arm.value;
        const Value result = call_resolved(entry, resolved, with);
        if (!first && equal(common, result, with) != Truth::yes)
            return with.factory->unknown({.cause = "the value depends on a condition", .may_be_missing = true},
                                         choice.origin());
        common = result;
        first = false;
    }
    return common;
}

}  // namespace

Value call(lang::Builtin builtin, std::span<const Value> arguments, const Operands& with) {
    const Entry& entry = table().at(static_cast<std::size_t>(builtin));
    bool sensitive = false;
    bool assumed = false;
    std::size_t choice = arguments.size();
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        sensitive = sensitive || contains_sensitive(arguments[i]);
        assumed = assumed || arguments[i].assumed();
        if (arguments[i].is(Kind::choice)) choice = std::min(choice, i);
    }
    const Value result =
        choice < arguments.size() ? call_arms(entry, arguments, choice, with) : call_resolved(entry, arguments, with);
    // What is true of a secret may be said, what it is may not.
    const bool secret = sensitive && !result.is(Kind::boolean);
    // Nor what is wrong with it, which may spell a part.
    const bool own = is_error(result) && std::none_of(arguments.begin(), arguments.end(),
                                                      [](Value argument) { return is_error(argument); });
    if (secret && own)
        return with.factory->error(
            with.factory->arena().copy("`" + std::string(entry.name) + "` makes nothing of a sensitive value"),
            result.origin());
    return with.factory->marked(result, secret, assumed);
}

}  // namespace spile::engine
