// What a plan says beside its resource instances, as units that rules can ask for: `o: tf "output"`.
//
// type       address             attributes
// plan       plan                format_version, terraform_version, timestamp, applyable, complete, errored
// output     output.NAME         name, value, sensitive, actions, before
// variable   var.NAME            name, value, sensitive, default, description
// check      check.ADDRESS       status, kind, address, instances
// drift      drift.ADDRESS       address, type, actions, before, after
// provider   provider.KEY        name, full_name, alias, version_constraint, module, settings
// module     module.NAME         name, source, version_constraint, module, inputs
#pragma once

#include "engine/loaders/terraform/tree.hpp"
#include "engine/loaders/terraform/values.hpp"

namespace spile::engine::terraform {

/// Adds the units of one document. Values of expressions that are not constant are unknown.
class Facts {
  public:
    Facts(const Node& root, DocumentId document, FactGraph& graph, const Values& values)
        : root_(root), document_(document), graph_(graph), values_(values) {}

    void add();

  private:
    struct Fact {
        std::string_view type;
        std::string_view address;
        Span name;  // where it is named
        const Node* node = nullptr;
        const Path* path = nullptr;
    };
    /// Members in the making.
    class Fields;

    void plan();
    void outputs();
    void variables();
    void checks();
    void drift();
    void providers();
    void calls(const Node* module, const Path* path, const std::string& prefix);

    UnitId declare(const Fact& fact);
    void finish(UnitId unit, const Fields& fields, const Fact& fact);
    /// `declared`: the variables that the expressions are for, by name; null: none.
    [[nodiscard]] Value expressions(const Node* node, const Path* path, UnitId unit, SourceSpan key,
                                    std::string_view subject, const Node* declared) const;
    [[nodiscard]] Value expression(const Node& node, const Path* path, UnitId unit, SourceSpan key,
                                   const std::string& name) const;

    const Node& root_;
    DocumentId document_;
    FactGraph& graph_;
    const Values& values_;
};

}  // namespace spile::engine::terraform
