#include "support.hpp"

#include <catch2/catch.hpp>

namespace spile::engine::testing {

namespace {

std::string without(std::string text, const std::string& part) {
    for (std::size_t found = text.find(part); found != std::string::npos; found = text.find(part))
        text.erase(found, part.size());
    return text;
}

std::string flags(Value value) {
    return std::string(value.sensitive() ? "!" : "") + (value.assumed() ? "~" : "");
}

}  // namespace

Loaded::Loaded(std::string text, CloudFormationOptions options, Format format) {
    const SourceId source = sources.add("t.yaml", std::move(text));
    document = load_cloudformation(source, format, graph, options, sink);
    sink.sort();
}

const Unit& Loaded::unit(std::string_view address) const {
    const auto found = graph.find(document, address);
    INFO(address << " in: " << diagnostics());
    REQUIRE(found.has_value());
    return graph.unit(*found);
}

Value Loaded::at(std::string_view path) const {
    const std::size_t dot = path.find('.');
    Value value = unit("Resources." + std::string(path.substr(0, dot))).attributes;
    path.remove_prefix(dot == std::string_view::npos ? path.size() : dot + 1);
    while (!path.empty()) {
        const std::string_view key = path.substr(0, path.find('.'));
        path.remove_prefix(std::min(key.size() + 1, path.size()));
        if (value.is(Kind::list)) {
            const auto index = static_cast<std::size_t>(std::stoul(std::string(key)));
            REQUIRE(index < value.elements().size());
            value = value.elements()[index].value;
            continue;
        }
        const Member* member = value.member(key);
        if (member == nullptr) return {};
        value = member->value;
    }
    return value;
}

std::string Loaded::show(Guard guard) const {
    GuardSpace& guards = const_cast<FactGraph&>(graph).guards();
    if (guard == k_always) return "always";
    if (guard == k_never) return "never";
    std::string text;
    while (guard != k_never) {
        const Cube cube = guards.least_cube(guard);
        std::string one;
        for (const auto& [atom, value_class] : cube)
            one += (one.empty() ? "" : "&") + guards.atom(atom).name + "=" + guards.atom(atom).classes.at(value_class);
        text += (text.empty() ? "" : "|") + one;
        guard = guards.without(guard, guards.of(cube));
    }
    return text;
}

std::string Loaded::show(Value value) const {
    const std::string mark = flags(value);
    std::string text;
    switch (value.kind()) {
        case Kind::missing:
            return "missing";
        case Kind::null:
            return "null";
        case Kind::boolean:
            return mark + (value.boolean() ? "true" : "false");
        case Kind::number:
            return mark + value.number().text();
        case Kind::string:
            return mark + "'" + std::string(value.text()) + "'";
        case Kind::unknown:
            return mark + "?" + without(std::string(value.unknown().producer), "t.yaml:");
        case Kind::error:
            return "error(" + std::string(value.text()) + ")";
        case Kind::partial:
            for (const Segment& segment : value.segments())
                text += segment.known() ? std::string(segment.text) : "{" + show(segment.hole) + "}";
            return mark + "'" + text + "'";
        case Kind::list:
            for (const Element& element : value.elements()) {
                text += (text.empty() ? "" : ", ") + show(element.value);
                if (element.may != k_always) text += " if " + show(element.may);
                if (element.must != element.may) text += " at least if " + show(element.must);
            }
            return mark + "[" + text + (value.open() ? ", ..." : "") + "]";
        case Kind::map:
            for (const Member& member : value.members())
                text += (text.empty() ? "" : ", ") + std::string(member.key) + ": " + show(member.value);
            return mark + "{" + text + (value.open() ? ", ..." : "") + "}";
        case Kind::choice:
            for (const Arm& arm : value.arms())
                text += (text.empty() ? "" : " / ") + show(arm.guard) + ": " + show(arm.value);
            return mark + "(" + text + ")";
        default:
            return "other";
    }
}

std::string Loaded::line(SourceSpan where) const {
    return where.valid() ? std::to_string(sources.line_column(where.source, where.span.begin).line) : "-";
}

std::string Loaded::chain(Value value) const {
    std::string text;
    const Step* step = value.origin() == nullptr ? nullptr : value.origin()->chain;
    for (; step != nullptr; step = step->next)
        text += (text.empty() ? "" : " <- ") + std::string(step->text) + "@" + line(step->where);
    return text;
}

std::string Loaded::edges() const {
    std::string text;
    for (const Edge& edge : graph.edges()) {
        text += std::string(graph.unit(edge.from).name) + "->" + std::string(graph.unit(edge.to).name) + "#" +
                std::string(edge.attribute) + " at " + FactGraph::dotted(edge.path) + ":" + line(edge.at);
        if (edge.guard != k_always) text += " if " + show(edge.guard);
        text += "\n";
    }
    return text;
}

std::string Loaded::diagnostics() const {
    std::string text;
    for (const Diagnostic& diagnostic : sink.all())
        text +=
            std::string(info(diagnostic.kind).code) + "@" + line(diagnostic.where) + " " + diagnostic.message + "\n";
    return text;
}

std::string Loaded::conditions() const {
    std::string text;
    for (const NamedCondition& condition : graph.document(document).conditions)
        text += std::string(condition.name) + ": " + show(condition.guard) + "\n";
    return text;
}

std::string Loaded::suppressions() const {
    std::string text;
    for (const Suppression& one : graph.document(document).suppressions)
        text += std::string(one.tool) + ":" + std::string(one.id) + " '" + std::string(one.reason) + "' " +
                (one.unit ? std::string(graph.unit(*one.unit).name) : "all") + "@" + line(one.where) + "\n";
    return text;
}

std::string with_property(const std::string& value, const std::string& sections) {
    return sections + "Resources:\n  R:\n    Type: T::T::T\n    Properties:\n      P: " + value +
           "\n  Q: {Type: AWS::SQS::Queue}\n";
}

}  // namespace spile::engine::testing
