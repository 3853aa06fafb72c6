// Raw trees into values: scalars, lists and maps here, each family of intrinsic functions in a file of intrinsics/.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/loaders/cloudformation/scope.hpp"

namespace spile::engine::cloudformation {

/// The value of a raw tree at a place. With a type of the schema, values are normalised to it.
[[nodiscard]] Value evaluate(Scope& scope, const Raw& raw, const Place& place, const schema::TypeRef* type = nullptr);

/// The tree as it is written; calls stay maps with their function's name.
[[nodiscard]] Value literal(Scope& scope, const Raw& raw, const Place& place);

/// Properties of a resource or of a type definition, each by its own type.
[[nodiscard]] Value evaluate_properties(Scope& scope, const Raw& raw, const Place& place,
                                        std::span<const schema::Property> properties);

// --- places and origins ---
[[nodiscard]] Place below(Scope& scope, const Place& place, std::string_view key, SourceSpan key_span);
[[nodiscard]] Place below(Scope& scope, const Place& place, std::uint32_t index);
[[nodiscard]] Place through(Scope& scope, const Place& place, const Step& step);
[[nodiscard]] const Origin* origin_at(Scope& scope, SourceSpan span, const Place& place,
                                      std::span<const Step> inner = {}, const Step* rest = nullptr);
/// A value brought to another place: its spans become `site`, its chain leads on to where it stood.
[[nodiscard]] Value brought(Scope& scope, Value value, SourceSpan site, const Place& place, const Step& reference);

// --- text ---
/// What a string, number or boolean is inside a text.
[[nodiscard]] std::optional<std::string_view> scalar_text(Scope& scope, Value value);
/// Unambiguous text of a value, for identities; empty when it cannot be said.
[[nodiscard]] std::string canonical(Value value);
/// The call as written when it is short, else its short name: "!Ref Cidr".
[[nodiscard]] std::string_view call_text(Scope& scope, const Raw& call);
[[nodiscard]] std::string_view short_name(Scope& scope, const Raw& call);

// --- values not known, values that cannot be ---
[[nodiscard]] Value unknown_value(Scope& scope, const Raw& call, const Place& place, const std::string& cause,
                                  const std::string& producer, TypeHint type = TypeHint::any);
/// An error value, and the diagnostic.
[[nodiscard]] Value broken(Scope& scope, const Raw& call, const Place& place, DiagnosticKind kind,
                           const std::string& cause, const std::string& suggestion = {});
/// An error value alone: for worlds in which CloudFormation refuses the template; those worlds are left out.
[[nodiscard]] Value refused(Scope& scope, const Raw& call, const Place& place, const std::string& cause, Guard under);

// --- alternatives ---
using Combine = std::function<Value(std::span<const Value> values, Guard under)>;
/// Applies a function to every combination of the inputs' arms that the place's guard allows; more than k_max_arms of
/// them give an unknown. Inputs that are errors, and marks (sensitive, assumed), pass through.
[[nodiscard]] Value distribute(Scope& scope, const Raw& call, const Place& place, std::span<const Value> inputs,
                               const Combine& combine);
/// Members of a list as values, those that may be absent as choices with a missing arm.
[[nodiscard]] std::vector<Value> members_of(Scope& scope, Value list);

/// Names of a map's keys, for suggestions.
template <class Map>
[[nodiscard]] std::vector<std::string_view> names_of(const Map& map) {
    std::vector<std::string_view> names;
    for (const auto& [name, ignored] : map)
        names.push_back(name);
    return names;
}

}  // namespace spile::engine::cloudformation
