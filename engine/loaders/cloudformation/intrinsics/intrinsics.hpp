// The intrinsic functions, one declaration each; evaluate.cpp dispatches by name.
#pragma once

#include "engine/loaders/cloudformation/evaluate.hpp"

namespace spile::engine::cloudformation {

using Intrinsic = Value (*)(Scope&, const Raw& call, const Place&);

/// Null for a name that is no intrinsic function.
[[nodiscard]] Intrinsic find_intrinsic(std::string_view name);

// reference.cpp
[[nodiscard]] Value evaluate_ref(Scope&, const Raw& call, const Place&);
[[nodiscard]] Value evaluate_get_att(Scope&, const Raw& call, const Place&);
/// `Name` of a parameter or resource, as Ref reads it; `at` is where the reader finds it.
[[nodiscard]] Value reference(Scope&, const Raw& call, std::string_view name, SourceSpan at, const Place&);
[[nodiscard]] Value attribute(Scope&, const Raw& call, std::string_view resource, std::string_view name, SourceSpan at,
                              const Place&);
// conditional.cpp
[[nodiscard]] Value evaluate_if(Scope&, const Raw& call, const Place&, const schema::TypeRef* type);
[[nodiscard]] Value evaluate_truth(Scope&, const Raw& call, const Place&);
// text.cpp
[[nodiscard]] Value evaluate_sub(Scope&, const Raw& call, const Place&);
[[nodiscard]] Value evaluate_join(Scope&, const Raw& call, const Place&);
[[nodiscard]] Value evaluate_base64(Scope&, const Raw& call, const Place&);
// list.cpp
[[nodiscard]] Value evaluate_split(Scope&, const Raw& call, const Place&);
[[nodiscard]] Value evaluate_select(Scope&, const Raw& call, const Place&);
[[nodiscard]] Value evaluate_length(Scope&, const Raw& call, const Place&);
[[nodiscard]] Value evaluate_get_azs(Scope&, const Raw& call, const Place&);
// cidr.cpp
[[nodiscard]] Value evaluate_cidr(Scope&, const Raw& call, const Place&);
// mapping.cpp
[[nodiscard]] Value evaluate_find_in_map(Scope&, const Raw& call, const Place&);
// elsewhere.cpp
[[nodiscard]] Value evaluate_import_value(Scope&, const Raw& call, const Place&);
[[nodiscard]] Value evaluate_transform(Scope&, const Raw& call, const Place&);
/// RefAll, ValueOf, ValueOfAll: attributes of the parameters' values in the account.
[[nodiscard]] Value evaluate_rule_value(Scope&, const Raw& call, const Place&);
[[nodiscard]] Value evaluate_stack_output(Scope&, const Raw& call, const Place&);
// json.cpp
[[nodiscard]] Value evaluate_to_json_string(Scope&, const Raw& call, const Place&);

}  // namespace spile::engine::cloudformation
