// Values in the shape that the published schema gives their property: "true" -> true, "7" -> 7, one -> list of one.
#pragma once

#include "engine/loaders/cloudformation/scope.hpp"

namespace spile::engine::cloudformation {

/// What cannot be converted stays as it is. Maps are normalised where they are made, not here.
[[nodiscard]] Value normalised(Scope& scope, Value value, const schema::TypeRef& type);
/// A scalar of a template by its type: as `normalised`, with YAML's plain `yes` and `off` for booleans.
[[nodiscard]] Value typed_scalar(Scope& scope, const Raw& raw, const Origin* origin, const schema::TypeRef* type);
/// The member type that fits a raw list or map, through unions; null when none does.
[[nodiscard]] const schema::TypeRef* shape(const schema::TypeRef* type, RawKind kind);
[[nodiscard]] TypeHint hint(const schema::TypeRef& type);

}  // namespace spile::engine::cloudformation
