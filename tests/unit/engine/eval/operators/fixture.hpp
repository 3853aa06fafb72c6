// Values for the tests of operators: a graph with a few resources, and short ways to make each kind of value.
#pragma once

#include <array>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "engine/eval/operators.hpp"

namespace spile::engine {

inline std::string letter(Truth truth) {
    return truth == Truth::yes ? "y" : truth == Truth::no ? "n" : "?";
}

inline std::ostream& operator<<(std::ostream& out, Truth truth) {
    return out << letter(truth);
}

struct OperatorFixture {
    SourceMap sources;
    FactGraph graph{sources};
    const ValueFactory& make = graph.factory();
    Operands with{.factory = &graph.factory(), .graph = &graph, .guards = &graph.guards()};
    DocumentId document = graph.add_document({.path = "template.yaml"});
    DocumentId other_document = graph.add_document({.path = "other.yaml"});

    std::string_view keep(std::string_view text) { return graph.arena().copy(text); }
    Value text(std::string_view content) { return make.string(keep(content), nullptr); }
    Value number(std::string_view written) { return make.number(Decimal::parse(written).value(), nullptr); }
    Value number(std::int64_t value) { return make.number(Decimal(value), nullptr); }
    Value between(std::int64_t low, std::int64_t high) {
        return make.interval(Decimal(low), Decimal(high), false, nullptr);
    }
    Value at_least(std::int64_t low) { return make.interval(Decimal(low), Decimal(low), true, nullptr); }
    Value boolean(bool value) { return make.boolean(value, nullptr); }
    Value null() { return make.null(nullptr); }
    Value error() { return make.error("broken", nullptr); }
    Value unknown(TypeHint type = TypeHint::any, std::string_view producer = {}, bool may_be_missing = false) {
        return make.unknown(
            {.cause = "not known yet", .producer = producer, .type = type, .may_be_missing = may_be_missing}, nullptr);
    }
    /// "a${X}b": each ${…} is a hole of that producer.
    Value partial(std::string_view content) {
        std::vector<Segment> segments;
        while (!content.empty()) {
            const std::size_t begin = content.find("${");
            if (begin != 0) segments.push_back({.text = keep(content.substr(0, begin))});
            if (begin == std::string_view::npos) break;
            const std::size_t end = content.find('}', begin);
            const std::string_view producer = keep(content.substr(begin + 2, end - begin - 2));
            segments.push_back({.hole = unknown(TypeHint::string, producer)});
            content.remove_prefix(end + 1);
        }
        return make.partial(segments, nullptr);
    }
    Value list(const std::vector<Value>& values, bool open = false) {
        return make.list(elements(values), open, nullptr);
    }
    Value set(const std::vector<Value>& values, bool open = false) { return make.set(elements(values), open, nullptr); }
    Value texts(const std::vector<std::string_view>& contents) {
        std::vector<Value> values;
        for (const std::string_view content : contents)
            values.push_back(text(content));
        return list(values);
    }
    Value map(const std::vector<std::pair<std::string_view, Value>>& entries, bool open = false) {
        std::vector<Member> members;
        for (const auto& [key, value] : entries)
            members.push_back({.key = keep(key), .value = value});
        return make.map(members, open, nullptr);
    }
    Value record(const std::vector<Value>& fields) {
        static constexpr std::array<std::string_view, 2> names = {"algorithm", "key"};
        return make.record({.name = "Encryption", .fields = names}, fields, nullptr);
    }
    Value call(lang::Builtin builtin, const std::vector<Value>& arguments) {
        return engine::call(builtin, arguments, with);
    }
    Value cidr(std::string_view content) { return call(lang::Builtin::cidr, {text(content)}); }
    Value version(std::string_view content) { return call(lang::Builtin::version, {text(content)}); }
    Value time(std::string_view content) { return call(lang::Builtin::time, {text(content)}); }
    Value protocol(std::string_view content) { return call(lang::Builtin::protocol, {text(content)}); }
    Value ports(std::int64_t from, std::int64_t to) { return call(lang::Builtin::ports, {number(from), number(to)}); }
    std::string show(Value value) { return display(value, with); }
    Truth truth(lang::Builtin builtin, const std::vector<Value>& arguments) {
        return truth_of(call(builtin, arguments));
    }
    UnitId unit(std::string_view name, std::string_view type, std::string_view name_property = {}, Value given = {},
                DocumentId in = {}) {
        Unit made{.document = in,
                  .tool = "cfn",
                  .name = keep(name),
                  .address = keep("Resources." + std::string(name)),
                  .type = type,
                  .physical_name_property = name_property};
        if (!given.is(Kind::missing)) made.attributes = map({{name_property, given}});
        return graph.add_unit(made);
    }
    Value resource(UnitId id) { return make.resource(id, nullptr); }
    /// Two arms of one condition.
    Value either(Value a, Value b) {
        const AtomId atom = graph.guards().add_atom({.document = "t", .name = "IsProd", .classes = {"true", "false"}});
        const std::array<Arm, 2> arms = {Arm{graph.guards().is(atom, 0), a}, Arm{graph.guards().is(atom, 1), b}};
        return make.choice(arms, graph.guards(), nullptr);
    }

  private:
    static std::vector<Element> elements(const std::vector<Value>& values) {
        std::vector<Element> out;
        for (const Value value : values)
            out.push_back({.value = value});
        return out;
    }
};

}  // namespace spile::engine
