#include <algorithm>
#include <array>
#include <utility>

#include "engine/loaders/cloudformation/intrinsics/intrinsics.hpp"

namespace spile::engine::cloudformation {

namespace {

using Row = std::pair<std::string_view, Intrinsic>;

constexpr std::array k_intrinsics{
    Row{"Ref", evaluate_ref},
    Row{"Fn::GetAtt", evaluate_get_att},
    Row{"Fn::Sub", evaluate_sub},
    Row{"Fn::Join", evaluate_join},
    Row{"Fn::Base64", evaluate_base64},
    Row{"Fn::Split", evaluate_split},
    Row{"Fn::Select", evaluate_select},
    Row{"Fn::Length", evaluate_length},
    Row{"Fn::GetAZs", evaluate_get_azs},
    Row{"Fn::Cidr", evaluate_cidr},
    Row{"Fn::FindInMap", evaluate_find_in_map},
    Row{"Fn::ImportValue", evaluate_import_value},
    Row{"Fn::GetStackOutput", evaluate_stack_output},
    Row{"Fn::Transform", evaluate_transform},
    Row{"Fn::ToJsonString", evaluate_to_json_string},
    Row{"Fn::RefAll", evaluate_rule_value},
    Row{"Fn::ValueOf", evaluate_rule_value},
    Row{"Fn::ValueOfAll", evaluate_rule_value},
    Row{"Fn::And", evaluate_truth},
    Row{"Fn::Or", evaluate_truth},
    Row{"Fn::Not", evaluate_truth},
    Row{"Fn::Equals", evaluate_truth},
    Row{"Condition", evaluate_truth},
};

}  // namespace

Intrinsic find_intrinsic(std::string_view name) {
    const auto* found =
        std::find_if(k_intrinsics.begin(), k_intrinsics.end(), [&](const Row& row) { return row.first == name; });
    return found == k_intrinsics.end() ? nullptr : found->second;
}

}  // namespace spile::engine::cloudformation
