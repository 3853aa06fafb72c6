// One expression of a configuration, over all instances of the resource or module that it stands in.
#pragma once

#include <string>
#include <vector>

#include "engine/scenario/terraform/plan_value.hpp"

namespace spile::engine::scenario::terraform {

/// Something that an instance's expression names: `aws_s3_bucket.logs["a"].id` is prefix, key and rest.
struct ConfigReference {
    std::string own_key;  // of the instance whose expression this is; empty: none
    std::string prefix;   // "aws_s3_bucket.logs", "module.site", "var.bucket"
    std::string key;      // empty: none
    std::string rest;     // ".id"; empty for variables
    friend bool operator==(const ConfigReference&, const ConfigReference&) = default;
};

struct ConfigExpression {
    enum class Kind : std::uint8_t { constant, computed, blocks };
    struct Block {
        std::vector<std::string> names;
        std::vector<ConfigExpression> expressions;
    };
    Kind kind = Kind::computed;
    PlanValue constant;
    std::vector<ConfigReference> references;  // of a computed one, in the order of writing
    std::vector<Block> blocks;
};

/// The expression of one instance joined to that of the others: what they do not share is computed.
void merge(ConfigExpression& into, const ConfigExpression& other);

/// As a plan writes it: `{"constant_value": …}`, `{"references": […]}`, or a list of blocks. Where each instance names
/// the one with its own key, the reference is by `each.key` or `count.index`.
[[nodiscard]] PlanValue json_of(const ConfigExpression& expression);

/// Whether an instance key is a number, as `count` makes them.
[[nodiscard]] bool is_count_key(const std::string& key);

}  // namespace spile::engine::scenario::terraform
