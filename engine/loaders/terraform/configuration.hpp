// The configuration part of a plan: what the expressions of each module name, and the instances that its resources and
// calls have.
#pragma once

#include <deque>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/graph/fact_graph.hpp"
#include "engine/loaders/terraform/tree.hpp"

namespace spile::engine::terraform {

struct Call;

/// A module as it is written, once for all its instances.
struct ModuleBlock {
    const Node* node = nullptr;                         // `resources`, `module_calls`, `outputs`, `variables`
    std::map<std::string_view, const Node*> resources;  // "aws_s3_bucket.logs", "data.aws_iam_role.ci"
    std::map<std::string_view, Call> calls;
};

struct Call {
    const Node* node = nullptr;  // `expressions`, `for_each_expression`, `count_expression`
    std::unique_ptr<ModuleBlock> module;
};

/// Instances of one resource of one module instance, by their keys as addresses write them (`"a"`, `0`, empty).
struct ResourceInstances {
    std::map<std::string_view, UnitId> by_key;
    std::span<const UnitId> units;  // sorted, in the arena; made when first asked for
};

struct ModuleInstance;
/// Instances of one called module, by their keys.
using ModuleInstances = std::map<std::string_view, ModuleInstance*>;

struct ModuleInstance {
    std::string_view key;                // its own, empty for none
    const ModuleBlock* block = nullptr;  // null: the configuration does not have it
    ModuleInstance* parent = nullptr;
    const Call* call = nullptr;  // null for the root
    std::map<std::string_view, ModuleInstances> children;
    std::map<std::string_view, ResourceInstances> resources;
};

/// What reference lists can be followed through: modules and their instances.
class Configuration {
  public:
    /// `configuration` may be null: then there are instances alone.
    explicit Configuration(const Node* configuration);

    [[nodiscard]] const Node* node() const noexcept { return node_; }
    [[nodiscard]] const ModuleBlock& root_block() const noexcept { return root_block_; }
    [[nodiscard]] ModuleInstance& root() noexcept { return instances_.front(); }
    /// The module instance that an address lies in, made when it is new: "module.site[\"a\"]"; empty for the root.
    ModuleInstance& module_at(std::string_view address);
    /// Says that the module instance has this instance of a resource.
    void add(ModuleInstance& module, std::string_view resource, std::string_view key, UnitId unit);
    /// Instances of a called module; one without a key is made where the call has neither count nor for_each. Null when
    /// nothing is known of any.
    [[nodiscard]] const ModuleInstances* called(ModuleInstance& in, std::string_view name);

  private:
    ModuleInstance& child(ModuleInstance& parent, std::string_view name, std::string_view key);

    const Node* node_;
    ModuleBlock root_block_;
    std::deque<ModuleInstance> instances_;
    std::map<std::string_view, ModuleInstance*> by_address_;
};

/// Whether a node of `expressions` is one expression (and no nested block).
[[nodiscard]] bool is_expression(const Node& node);
/// The list of references of an expression; null when it has none.
[[nodiscard]] const Node* references_of(const Node* expression);

}  // namespace spile::engine::terraform
