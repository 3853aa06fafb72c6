// Terraform's addresses and traversals: `module.site["a"].aws_s3_bucket.logs[0].id`.
#pragma once

#include <string_view>
#include <vector>

namespace spile::engine::terraform {

/// A name with the key behind it as written, without brackets: `"a"` with its quotes, `0`; empty for none.
struct AddressPart {
    std::string_view name;
    std::string_view key;
    std::string_view whole;  // from the beginning of the text to the end of this part
};

/// The parts in order; what has no such shape is one name. Views the text. O(size).
[[nodiscard]] std::vector<AddressPart> address_parts(std::string_view text);

/// The address without the instance's own key, and that key: `module.m[0].aws_x.y` and `"a"`.
struct InstanceName {
    std::string_view block;
    std::string_view key;
};
[[nodiscard]] InstanceName instance_name(std::string_view address);

}  // namespace spile::engine::terraform
