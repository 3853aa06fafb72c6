// The expressions in the steps of a suite, compiled once: each becomes a policy ("every … has") or a function of one
// module that has every standard module and every module of the policies imported. So they are typed, evaluated and
// explained as policies are.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/scenario/vocabulary.hpp"
#include "engine/session/policies.hpp"

namespace spile::engine::scenario {

class PolicySet;

class ExpressionSet {
  public:
    /// Compiles what the steps need; those that need nothing are passed over.
    ExpressionSet(const std::vector<const Match*>& steps, const PolicySet& policies);

    struct Entry {
        std::string problem;      // why it does not compile; empty: it does
        std::uint32_t index = 0;  // into the program's policies (every_type) or functions
    };
    /// The entry of such a step.
    [[nodiscard]] const Entry& entry(const StepDefinition& step, const Call& call) const;
    [[nodiscard]] const CompiledPolicies& compiled() const noexcept { return compiled_; }
    /// Resource types that are places of the network: whose view makes a net.Node.
    [[nodiscard]] const std::vector<std::string>& network_types() const noexcept { return network_types_; }

    /// Equal for steps that need the same: `cannot reach` and `can reach`, `is true` and `is false`.
    [[nodiscard]] static std::string key_of(const StepDefinition& step, const Call& call);

  private:
    CompiledPolicies compiled_;
    std::map<std::string, Entry> entries_;
    std::vector<std::string> network_types_;
};

}  // namespace spile::engine::scenario
