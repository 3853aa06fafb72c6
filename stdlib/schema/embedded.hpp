// The resource schema that is part of the program, as text for spile::schema::Schema. Format: README.md in this folder.
#pragma once

#include <string_view>

namespace spile::stdlib {

/// Everything AWS publishes, and custom resources. Valid for the life of the program.
[[nodiscard]] std::string_view cloudformation_schema();

/// The types that the AWS::Serverless transform turns into others. Valid for the life of the program.
[[nodiscard]] std::string_view sam_schema();

}  // namespace spile::stdlib
