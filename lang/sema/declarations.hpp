// Lowering of declarations, a file per kind: syntax in, an entry of the program out. Names and types of all
// declarations are in the environment before the first body is lowered.
#pragma once

#include "lang/sema/body.hpp"
#include "lang/sema/compile.hpp"

namespace spile::lang::sema {

/// A parsed module and its place in Environment::modules; they have the same index.
using Modules = std::vector<syntax::Module>;

/// Enters what every module declares, then its types (declare.cpp). Program entries get everything but their bodies.
void declare(Environment& env, Modules& modules);

void lower_params(Environment& env, Modules& modules, std::uint32_t module);     // lower_param.cpp
void lower_functions(Environment& env, Modules& modules, std::uint32_t module);  // lower_function.cpp
void lower_rules(Environment& env, Modules& modules, std::uint32_t module);      // lower_rule.cpp
void lower_views(Environment& env, Modules& modules, std::uint32_t module);      // lower_view.cpp
void lower_policies(Environment& env, Modules& modules, std::uint32_t module);   // lower_policy.cpp
void lower_waivers(Environment& env, Modules& modules, std::uint32_t module);    // lower_waiver.cpp
void lower_gates(Environment& env, Modules& modules, std::uint32_t module);      // lower_gate.cpp

/// `let`s in order, each name in scope from then on.
[[nodiscard]] std::vector<Let> lower_lets(Body& body, const std::vector<syntax::Let>& lets);
/// The declaration of the `index`th item of a kind.
[[nodiscard]] const syntax::Declaration& declaration_of(const syntax::Module& module, syntax::Declaration::Kind kind,
                                                        std::size_t index);

/// `--set`: replaces defaults. Adds the values' texts to `sources`.
void apply_settings(Environment& env, SourceMap& sources, const std::vector<ParamSetting>& settings);
/// After settings: params without any value, and those that are defined by each other.
void check_params(Environment& env);
/// Ids of policies are unique.
void check_policy_ids(Environment& env);
/// Waivers name policies that are loaded.
void check_waived_policies(Environment& env);

}  // namespace spile::lang::sema
