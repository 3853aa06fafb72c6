// Trees of a plan as values: what is known, what only apply will tell, what is sensitive, each with its place.
#pragma once

#include <string>
#include <string_view>

#include "engine/document/interest.hpp"
#include "engine/graph/fact_graph.hpp"
#include "engine/loaders/terraform/tree.hpp"
#include "lang/schema/schema.hpp"

namespace spile::engine::terraform {

/// What is declared of a value: what the configuration says there, and the published type. Plans do not say of an
/// unknown value whether anybody asked for it.
struct Declared {
    const Node* expressions = nullptr;  // of the block, or of the part of it that the value comes from; null: unset
    bool elsewhere = true;              // the value comes from an expression around it, or nobody knows from where
    const schema::ResourceType* resource = nullptr;
    const schema::TypeRef* type = nullptr;  // below the resource; null: not known

    [[nodiscard]] bool unset() const noexcept { return !elsewhere && expressions == nullptr; }
    [[nodiscard]] TypeHint hint() const;
    [[nodiscard]] Declared part(std::string_view key) const;
    /// Of a list of that many values.
    [[nodiscard]] Declared part(std::size_t position, std::size_t count) const;
};

/// The three trees that together say what the values of an instance are (terraform-json, plan.go: Change). Any may be
/// null. In `unknown` a true leaf is known after apply; in `sensitive` a true node is sensitive with all that it has.
struct Trees {
    const Node* value = nullptr;
    const Node* unknown = nullptr;
    const Node* sensitive = nullptr;
    const Node* more_sensitive = nullptr;  // a second tree of marks: planned_values and resource_changes have one each
    Declared declared = {};
};

/// Where the trees lie.
struct Spot {
    UnitId unit;
    const Path* value = nullptr;
    const Path* unknown = nullptr;
    SourceSpan key;  // what names the whole: place of what is missing
};

class Values {
  public:
    Values(FactGraph& graph, SourceId source) : graph_(&graph), source_(source) {}

    [[nodiscard]] const ValueFactory& make() const noexcept { return graph_->factory(); }
    [[nodiscard]] std::string_view keep(std::string_view text) const { return graph_->arena().copy(text); }
    [[nodiscard]] const Path* below(const Path* parent, std::string_view key) const;
    [[nodiscard]] const Path* below(const Path* parent, std::size_t position) const;
    /// Of a key that is part of something sensitive.
    [[nodiscard]] const Path* hidden_below(const Path* parent, std::string_view key) const;
    [[nodiscard]] SourceSpan at(Span span) const noexcept { return {source_, span}; }
    [[nodiscard]] const Origin* origin(Span span, SourceSpan key, const Path* path, UnitId unit) const;

    /// The merged value of the trees; of maps only members that are of interest (null: all). Missing where neither tree
    /// has anything. `subject`: what an unknown's cause begins with, "aws_db_instance.main".
    [[nodiscard]] Value merged(const Trees& trees, const Spot& spot, std::string_view subject,
                               const InterestNode* interest) const;
    /// One tree as it is written.
    [[nodiscard]] Value written(const Node& node, const Path* path, UnitId unit, SourceSpan key) const;

  private:
    FactGraph* graph_;
    SourceId source_;
};

/// What a tree of marks has at and below a node, for counting: leaves that are true.
[[nodiscard]] std::size_t true_leaves(const Node* node);

}  // namespace spile::engine::terraform
