// From the references that expressions list to the resource instances that they mean, through module inputs and
// outputs, `each` and `count`.
#pragma once

#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "engine/loaders/terraform/address.hpp"
#include "engine/loaders/terraform/configuration.hpp"
#include "engine/loaders/terraform/values.hpp"

namespace spile::engine::terraform {

/// More targets at one place are no longer told apart: the place is open.
inline constexpr std::size_t k_most_targets = 64;
/// Longer ways through modules and resources are not followed: the place is open.
inline constexpr std::size_t k_most_hops = 100;
/// A place that means more instances has no edges of its own in the graph; `refers` knows it all the same.
inline constexpr std::size_t k_most_edges = 16;

/// One resource instance with what is needed to place its references.
struct Referrer {
    UnitId unit;
    ModuleInstance* module = nullptr;
    const Node* block = nullptr;  // of the configuration; null: none
    std::string_view key;         // its own instance key
    Trees trees;
    const Path* root = nullptr;  // path of its values
};

class ReferenceResolver {
  public:
    ReferenceResolver(FactGraph& graph, const Values& values, Configuration& configuration)
        : graph_(graph), values_(values), configuration_(configuration) {}

    /// Files what each expression of the instance's block names, and adds edges.
    void resolve(const Referrer& referrer);

  private:
    struct Resolved {
        std::vector<ReferenceTarget> direct;
        std::vector<ReferenceTarget> followed;
        bool open = false;
        bool followed_open = false;
        enum class State : std::uint8_t { busy, done } state = State::busy;
    };
    /// Where an expression stands.
    struct Context {
        ModuleInstance* module = nullptr;
        const Node* block = nullptr;  // resource or call, for `each.value`
        std::string_view key;         // of the instance whose expression it is
    };

    /// What is named at one place, and the expression that does.
    struct Named {
        Resolved resolved;
        const Node* expression = nullptr;
    };
    using Places = std::map<std::string, Named>;

    void walk(const Node& node, const Trees& trees, const Context& context, const std::string& pointer, Places& out);
    void blocks(const Node& list, const Trees& trees, const Context& context, const std::string& pointer, Places& out);
    void file(const Referrer& referrer, const std::string& pointer, const Named& named);
    [[nodiscard]] const Path* path_of(const Referrer& referrer, std::string_view pointer) const;

    Resolved expression(const Node& node, const Context& context);
    void reference(std::string_view text, const Context& context, bool keyed, Resolved& out);
    void through_variable(const Context& context, std::string_view name, Resolved& out);
    void through_output(ModuleInstance& module, std::string_view name, Resolved& out);
    void through_module(const std::vector<AddressPart>& parts, const Context& context, bool keyed, Resolved& out);
    void to_resource(const std::vector<AddressPart>& parts, std::size_t first, const Context& context, bool keyed,
                     Resolved& out);
    void follow(ModuleInstance& module, const Node& block, std::string_view key, std::string_view attribute,
                Resolved& out);
    std::span<const UnitId> units_of(ResourceInstances& instances);

    /// Adds what another expression names. Too many targets leave the place open.
    static void add(const Resolved& from, Resolved& to);
    static void add_target(std::vector<ReferenceTarget>& targets, const ReferenceTarget& target, bool& open);

    template <class Make>
    const Resolved& memo(const void* where, std::string_view name, std::string_view key, const Make& make);

    FactGraph& graph_;
    const Values& values_;
    Configuration& configuration_;
    std::map<std::tuple<const void*, std::string, std::string>, Resolved> memo_;
    std::size_t hops_ = 0;
};

}  // namespace spile::engine::terraform
