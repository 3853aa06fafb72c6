// The resource instances that a plan speaks of, each once, with all that its parts say of it.
#pragma once

#include <string_view>
#include <vector>

#include "engine/loaders/terraform/tree.hpp"
#include "engine/loaders/terraform/values.hpp"

namespace spile::engine::terraform {

struct Instance {
    std::string_view address;  // with module path and key; of a deposed object with its key in words
    std::string_view module;   // "module.site[\"a\"]"; empty for the root
    std::string_view block;    // "aws_s3_bucket.logs", "data.aws_iam_role.ci"
    std::string_view key;      // `"a"`, `0`; empty for none
    std::string_view type;
    bool data = false;
    bool deposed = false;
    const Node* planned = nullptr;  // of planned_values or, of data sources that were read, prior_state
    const Path* planned_path = nullptr;
    const Node* entry = nullptr;  // of resource_changes
    const Path* entry_path = nullptr;
    std::vector<std::string_view> actions;

    [[nodiscard]] const Node* change() const { return get(entry, "change"); }
    /// Whether nothing of it is left after the change.
    [[nodiscard]] bool removed() const;
};

struct InstanceList {
    struct Module {
        std::string_view address;
        std::size_t depth = 0;  // of its nesting in the document; a child of the root has 1
    };
    std::vector<Instance> all;    // in document order: planned ones, then those that only a change names
    std::vector<Module> modules;  // nested modules of planned_values
};

/// What is not shaped like an instance is a diagnostic.
[[nodiscard]] InstanceList find_instances(const Node& root, const SourceMap& sources, const Values& values,
                                          DiagnosticSink& sink);

}  // namespace spile::engine::terraform
