// Terraform's addresses of resource instances, as plans and `terraform state list` write them:
// `module.site["a"].aws_s3_bucket.logs[0]`, `data.aws_iam_policy_document.read`.
#pragma once

#include <compare>
#include <string>
#include <string_view>
#include <vector>

#include "lang/base/result.hpp"

namespace spile::engine::scenario::terraform {

/// A module call on the way to a resource. `key` is the instance key as written, a number or a quoted text; empty:
/// none.
struct ModuleStep {
    std::string name;
    std::string key;
    friend auto operator<=>(const ModuleStep&, const ModuleStep&) = default;
};

struct Address {
    std::vector<ModuleStep> modules;  // outermost first
    bool data = false;                // a data source
    std::string type;
    std::string name;
    std::string key;  // as in ModuleStep
    friend auto operator<=>(const Address&, const Address&) = default;
};

/// An address at the beginning of a text, and the bytes that it takes.
struct AddressAtBegin {
    Address address;
    std::size_t length = 0;
};

/// As far as an address goes; the error says what is no part of one. A `[` behind the name must be an instance key.
[[nodiscard]] Result<AddressAtBegin> read_address(std::string_view text);
/// The whole text.
[[nodiscard]] Result<Address> parse_address(std::string_view text);

[[nodiscard]] std::string text(const Address& address);
/// "module.site["a"].module.b"; empty for the root module.
[[nodiscard]] std::string module_text(const std::vector<ModuleStep>& modules);
/// "aws_s3_bucket.logs", "data.aws_ami.base": without modules and key.
[[nodiscard]] std::string resource_text(const Address& address);

/// Whether a text begins as an address may: a module, a data source, or a type with an underscore and a name.
[[nodiscard]] bool looks_like_address(std::string_view text);

}  // namespace spile::engine::scenario::terraform
