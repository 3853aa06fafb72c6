#include "lang/schema/by_tool.hpp"

#include "lang/base/suggest.hpp"

namespace spile::schema {
namespace {

constexpr std::string_view k_docker = "Dockerfile::";
constexpr std::string_view k_data = "data.";
constexpr std::string_view k_aws = "aws_";

}  // namespace

std::string_view tool_of(std::string_view name) {
    if (name.starts_with(k_docker)) return "docker";
    return name.find("::") == name.npos ? "tf" : "cfn";
}

bool is_covered(std::string_view tool, std::string_view type) {
    if (tool != "tf") return tool == "cfn" || tool == "docker";
    if (type.starts_with(k_data)) type.remove_prefix(k_data.size());
    return type.starts_with(k_aws);
}

const ResourceType* find_type(const Schema& schema, std::string_view tool, std::string_view type) {
    if (tool == "docker") return schema.find(std::string(k_docker).append(type));
    return tool_of(type) == tool ? schema.find(type) : nullptr;
}

std::vector<std::string_view> type_names(const Schema& schema, std::string_view tool) {
    std::vector<std::string_view> names;
    for (std::string_view name : schema.type_names()) {
        if (tool_of(name) != tool) continue;
        if (tool == "docker") name.remove_prefix(k_docker.size());
        names.push_back(name);
    }
    return names;
}

std::string nearest_type(const Schema& schema, std::string_view tool, std::string_view type) {
    // A data source without its prefix is further away than many a resource.
    const std::string data = std::string(k_data).append(type);
    if (find_type(schema, tool, data) != nullptr) return "; did you mean `" + data + "`?";
    return did_you_mean(type, type_names(schema, tool));
}

}  // namespace spile::schema
