// Fn::ToJsonString: a value as JSON text, with holes where parts are unknown.
#include <array>

#include "engine/loaders/cloudformation/intrinsics/intrinsics.hpp"
#include "engine/loaders/cloudformation/intrinsics/segments.hpp"

namespace spile::engine::cloudformation {

namespace {

std::string escaped(std::string_view text) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (byte < 0x20) {
            out += "\\u00";
            out += digits[byte >> 4U];
            out += digits[byte & 15U];
        } else {
            out += c;
        }
    }
    return out;
}

/// Every choice inside: the worlds that the text must be written for. Elements that may be absent split worlds too.
void choices_in(Scope& scope, Value value, std::vector<Value>& out) {
    if (value.is(Kind::choice)) out.push_back(value);
    for (const Arm& arm : value.arms())
        choices_in(scope, arm.value, out);
    for (const Value member : members_of(scope, value))
        choices_in(scope, member, out);
    for (const Member& member : value.members())
        choices_in(scope, member.value, out);
}

struct Writer {
    Scope& scope;
    Guard under;
    Segments& segments;
    bool failed = false;

    void text(const std::string& part) { segments.add(scope.keep(part)); }

    /// The arm that holds where we are; a choice's arms were split before.
    Value settled(Value value) const {
        for (const Arm& arm : value.arms())
            if (scope.guards().implies(under, arm.guard)) return settled(arm.value);
        return value;
    }

    void hole(Value value) {
        const bool quoted = value.unknown().type == TypeHint::string;
        if (quoted) text("\"");
        segments.add(value);
        if (quoted) text("\"");
    }

    void partial(Value value) {
        text("\"");
        for (const Segment& segment : value.segments())
            segment.known() ? text(escaped(segment.text)) : segments.add(segment.hole);
        text("\"");
    }

    void list(Value value) {
        text("[");
        bool first = true;
        for (const Element& element : value.elements()) {
            const bool there = scope.guards().implies(under, element.must);
            if (!there && !scope.guards().disjoint(under, element.may)) failed = true;
            if (!there) continue;
            if (!first) text(",");
            write(element.value);
            first = false;
        }
        text("]");
    }

    void map(Value value) {
        text("{");
        bool first = true;
        for (const Member& member : value.members()) {
            const Value item = settled(member.value);
            if (item.is(Kind::missing)) continue;
            text((first ? "\"" : ",\"") + escaped(member.key) + "\":");
            write(item);
            first = false;
        }
        text("}");
    }

    void write(Value given) {
        const Value value = settled(given);
        failed = failed || value.open();
        switch (value.kind()) {
            case Kind::string:
                return text('"' + escaped(value.text()) + '"');
            case Kind::null:
                return text("null");
            case Kind::unknown:
                return hole(value);
            case Kind::partial:
                return partial(value);
            case Kind::list:
                return list(value);
            case Kind::map:
                return map(value);
            default:
                if (const auto plain = scalar_text(scope, value)) return segments.add(*plain);
                failed = true;
        }
    }
};

}  // namespace

Value evaluate_to_json_string(Scope& scope, const Raw& call, const Place& place) {
    const Value value = evaluate(scope, *call.argument, place);
    std::vector<Value> inputs;
    choices_in(scope, value, inputs);
    return distribute(scope, call, place, inputs, [&](std::span<const Value>, Guard under) {
        Segments segments(scope, call, place);
        Writer writer{scope, under, segments};
        writer.write(value);
        if (writer.failed)
            return unknown_value(scope, call, place, "the value to print is not wholly known", "", TypeHint::string);
        return segments.value();
    });
}

}  // namespace spile::engine::cloudformation
