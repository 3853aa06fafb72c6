// The resource schema that is part of the program, as text for spile::schema::Schema. Format: README.md in this folder.
#pragma once

#include <string_view>
#include <vector>

namespace spile::stdlib {

/// Everything AWS publishes, and custom resources. Valid for the life of the program.
[[nodiscard]] std::string_view cloudformation_schema();

/// The units of Dockerfiles, as types named `Dockerfile::RUN`. Valid for the life of the program.
[[nodiscard]] std::string_view dockerfile_schema();

/// The types that the AWS::Serverless transform turns into others. Valid for the life of the program.
[[nodiscard]] std::string_view sam_schema();

/// The resources and, named `data.aws_ami`, the data sources of Terraform's AWS provider. Valid for the life of the
/// program.
[[nodiscard]] std::string_view terraform_aws_schema();

/// All of them, in the order that Schema wants: where two know a type, the earlier wins.
[[nodiscard]] std::vector<std::string_view> all_schemas();

}  // namespace spile::stdlib
