#include "engine/loaders/dockerfile/values.hpp"

#include <algorithm>

namespace spile::engine::dockerfile {

const Path* Values::below(const Path* parent, std::string_view key) const {
    return graph_->arena().make<Path>(Path{parent, key, 0});
}

const Path* Values::below(const Path* parent, std::uint32_t position) const {
    return graph_->arena().make<Path>(Path{parent, {}, position});
}

const Origin* Values::origin(Span span, const Path* path) const {
    Origin out;
    out.span = {source_, span};
    out.key = out.span;
    out.path = path;
    return graph_->arena().make<Origin>(out);
}

Value Values::text(std::string_view text, Span span, const Path* path) const {
    return make().string(keep(text), origin(span, path));
}

Value Values::boolean(bool value, Span span, const Path* path) const {
    return make().boolean(value, origin(span, path));
}

Value Values::number(std::uint32_t value, Span span, const Path* path) const {
    return make().number(Decimal(static_cast<std::int64_t>(value)), origin(span, path));
}

Value Values::map(const Fields& fields, Span span, const Path* path) const {
    return make().map(fields.members(), false, origin(span, path));
}

Value Values::list(const std::vector<Value>& items, Span span, const Path* path) const {
    std::vector<Element> elements;
    for (const Value& item : items)
        elements.push_back({item});
    return make().list(elements, false, origin(span, path));
}

Value Values::unknown(std::string_view cause, Span span, const Path* path) const {
    return hole(cause, cause, origin(span, path));
}

Value Values::undecided(std::string_view name, std::string_view cause, Span span, const Path* path) const {
    const std::string producer = std::to_string(source_.value) + "|docker|" + std::string(name);
    return make().unknown({.cause = keep(cause), .producer = keep(producer), .type = TypeHint::boolean},
                          origin(span, path));
}

Value Values::hole(std::string_view name, std::string_view cause, const Origin* origin) const {
    const std::string producer = std::to_string(source_.value) + "|docker|" + std::string(name);
    return make().unknown({.cause = keep(cause), .producer = keep(producer), .type = TypeHint::string}, origin);
}

Value Values::expanded(std::string_view text, const Scope& scope, Span span, const Path* path) const {
    bool assumed = false;
    const Variables variables = [&](std::string_view name) {
        const Binding found = scope.find(name);
        assumed = assumed || found.assumed;
        return found.variable;
    };
    const Origin* place = origin(span, path);
    const Result<Expansion> result = expand(text, escape_, variables);
    if (!result.ok()) return make().error(keep(result.error().message), place);
    std::vector<Segment> segments;
    for (const Expanded::Piece& piece : result.value().whole.pieces) {
        if (piece.known)
            segments.push_back({.text = keep(piece.text)});
        else
            segments.push_back({.hole = hole(piece.text, scope.find(piece.text).cause, place)});
    }
    const Value value = segments.empty() ? make().string("", place) : make().partial(segments, place);
    return assumed ? make().marked(value, false, true) : value;
}

std::vector<std::string> Values::undefined(std::string_view text, const Scope& scope) const {
    const Result<Expansion> result =
        expand(text, escape_, [&](std::string_view name) { return scope.find(name).variable; });
    std::vector<std::string> out;
    if (!result.ok()) return out;
    for (const std::string& name : result.value().unset) {
        if (text.find("${" + name + ":") == std::string_view::npos) out.push_back(name);
    }
    return out;
}

std::vector<Value> Values::undeclared(std::string_view text, const Scope& scope, Span span, const Path* path) const {
    std::vector<std::string> names;
    const Result<Expansion> result = expand(text, escape_, [&](std::string_view name) {
        Binding found = scope.find(name);
        if (!found.elsewhere && found.variable.state != Variable::State::unset) return found.variable;
        if (is_predefined_argument(name)) return found.variable;
        // `${NAME:-default}` says itself what is there without it.
        const std::string written(name);
        const bool settled = text.find("${" + written + ":") != std::string_view::npos ||
                             text.find("${" + written + "-") != std::string_view::npos ||
                             text.find("${" + written + "+") != std::string_view::npos;
        if (!settled && std::find(names.begin(), names.end(), written) == names.end()) names.push_back(written);
        return found.variable;
    });
    std::vector<Value> out;
    if (!result.ok()) return out;
    for (const std::string& name : names) {
        Fields fields;
        const Binding found = scope.find(name);
        fields.add("name", this->text(name, span, below(path, "name")));
        fields.add("set", found.elsewhere ? undecided("set|" + name, found.cause, span, below(path, "set"))
                                          : boolean(false, span, below(path, "set")));
        out.push_back(map(fields, span, path));
    }
    return out;
}

Binding Values::binding(std::string_view text, const Scope& scope) const {
    Binding out;
    const Variables variables = [&](std::string_view name) {
        const Binding found = scope.find(name);
        out.assumed = out.assumed || found.assumed;
        if (found.variable.state == Variable::State::unknown && out.cause.empty()) out.cause = found.cause;
        return found.variable;
    };
    const Result<Expansion> result = expand(text, escape_, variables);
    if (!result.ok()) {
        out.cause = result.error().message;
        out.variable.state = Variable::State::unknown;
    } else if (result.value().whole.known()) {
        out.variable = {Variable::State::known, result.value().whole.text()};
        out.cause.clear();
    } else {
        out.variable.state = Variable::State::unknown;
    }
    return out;
}

}  // namespace spile::engine::dockerfile
