// Texts of a Dockerfile as values: with their places, and with holes for what is known only when the image is built.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/document/dockerfile/dockerfile.hpp"
#include "engine/graph/fact_graph.hpp"
#include "engine/loaders/dockerfile/variables.hpp"

namespace spile::engine::dockerfile {

/// Members of a map in the making; what is missing is left out.
class Fields {
  public:
    void add(std::string_view name, Value value) {
        if (!value.is(Kind::missing)) members_.push_back({name, {}, value});
    }
    [[nodiscard]] const std::vector<Member>& members() const noexcept { return members_; }

  private:
    std::vector<Member> members_;
};

/// Makes the values of one document.
class Values {
  public:
    Values(FactGraph& graph, SourceId source, char escape) : graph_(&graph), source_(source), escape_(escape) {}

    [[nodiscard]] const ValueFactory& make() const noexcept { return graph_->factory(); }
    [[nodiscard]] std::string_view keep(std::string_view text) const { return graph_->arena().copy(text); }
    [[nodiscard]] const Path* below(const Path* parent, std::string_view key) const;
    [[nodiscard]] const Path* below(const Path* parent, std::uint32_t position) const;
    [[nodiscard]] const Origin* origin(Span span, const Path* path) const;
    [[nodiscard]] const Origin* keep(const Origin& origin) const { return graph_->arena().make<Origin>(origin); }

    [[nodiscard]] Value text(std::string_view text, Span span, const Path* path) const;
    [[nodiscard]] Value boolean(bool value, Span span, const Path* path) const;
    [[nodiscard]] Value number(std::uint32_t value, Span span, const Path* path) const;
    [[nodiscard]] Value map(const Fields& fields, Span span, const Path* path) const;
    [[nodiscard]] Value list(const std::vector<Value>& items, Span span, const Path* path) const;
    /// A text whose variables are replaced; an error value says what is wrong with a substitution.
    [[nodiscard]] Value expanded(std::string_view text, const Scope& scope, Span span, const Path* path) const;
    /// Names in the text that have no value and no default in `${NAME:-default}` either.
    [[nodiscard]] std::vector<std::string> undefined(std::string_view text, const Scope& scope) const;
    /// The names of `undefined` as attributes: `name`, and `set`, which is not known where a base image may set it.
    [[nodiscard]] std::vector<Value> undeclared(std::string_view text, const Scope& scope, Span span,
                                                const Path* path) const;
    /// As `expanded`, for what the variable of an ARG or ENV will stand for.
    [[nodiscard]] Binding binding(std::string_view text, const Scope& scope) const;
    [[nodiscard]] Value unknown(std::string_view cause, Span span, const Path* path) const;
    /// A boolean that nobody knows.
    [[nodiscard]] Value undecided(std::string_view name, std::string_view cause, Span span, const Path* path) const;
    /// A hole named by what it stands for, equal wherever the same name is meant.
    [[nodiscard]] Value hole(std::string_view name, std::string_view cause, const Origin* origin) const;
    [[nodiscard]] char escape() const noexcept { return escape_; }
    [[nodiscard]] SourceId source() const noexcept { return source_; }

  private:
    FactGraph* graph_;
    SourceId source_;
    char escape_;
};

}  // namespace spile::engine::dockerfile
