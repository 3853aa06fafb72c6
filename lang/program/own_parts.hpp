// What decides a policy in the file that it stands in: its own expressions and those of the functions, relations, views
// and params of the same file that it comes to. What other files say is theirs.
#pragma once

#include <cstdint>
#include <vector>

#include "lang/program/walk.hpp"

namespace spile::lang {

/// A declaration whose expressions share one frame.
struct Part {
    enum class Kind : std::uint8_t { policy, function, rule, view, param };
    Kind kind = Kind::policy;
    std::uint32_t index = 0;         // into policies, functions, relations, views, params
    std::uint32_t rule = 0;          // kind rule: which of the relation's rules
    std::vector<AskedExpr> roots;    // in order of writing; without messages, places and remedies, which decide nothing
    std::vector<Generator> leading;  // kind rule: generators outside of any expression
    std::vector<Let> lets;           // policy, view
};

[[nodiscard]] Part policy_part(const Program& program, std::uint32_t policy);
[[nodiscard]] Part function_part(const Program& program, std::uint32_t function);
[[nodiscard]] Part rule_part(const Program& program, std::uint32_t relation, std::uint32_t rule);
[[nodiscard]] Part view_part(const Program& program, std::uint32_t view);
[[nodiscard]] Part param_part(const Program& program, std::uint32_t param);

/// The policy first, then what it comes to, in the order in which it does. Views are come to by a subject or generator
/// that ranges over their entity.
[[nodiscard]] std::vector<Part> own_parts(const Program& program, std::uint32_t policy);

/// Indices of the params that the policy's verdict may depend on, in whatever module, ascending.
[[nodiscard]] std::vector<std::uint32_t> params_of(const Program& program, std::uint32_t policy);

/// Every declaration of the program but the policies' messages, for analyses of the whole.
[[nodiscard]] std::vector<Part> all_parts(const Program& program);

}  // namespace spile::lang
