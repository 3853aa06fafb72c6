// The published types as rules write them: `cfn "AWS::S3::Bucket"`, `tf "aws_s3_bucket"`, `docker "RUN"`. The data
// holds them under names that tell the tools apart.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lang/schema/schema.hpp"

namespace spile::schema {

/// The word in rules ("cfn", "tf", "docker") of the tool that a type of the data belongs to, by its name there.
[[nodiscard]] std::string_view tool_of(std::string_view name);

/// Whether the schema claims to know every type of this kind, so that one that it lacks is a mistake. Of Terraform's
/// providers it knows AWS alone.
[[nodiscard]] bool is_covered(std::string_view tool, std::string_view type);

/// Null when the tool has no such type. Data sources of Terraform are `tf "data.aws_ami"`.
[[nodiscard]] const ResourceType* find_type(const Schema& schema, std::string_view tool, std::string_view type);

/// Every type of the tool as rules write it, sorted. O(size).
[[nodiscard]] std::vector<std::string_view> type_names(const Schema& schema, std::string_view tool);

/// "; did you mean `aws_s3_bucket`?" for a type that the tool does not have, or nothing. O(size).
[[nodiscard]] std::string nearest_type(const Schema& schema, std::string_view tool, std::string_view type);

}  // namespace spile::schema
