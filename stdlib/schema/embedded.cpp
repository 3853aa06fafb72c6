// Gives names to the bytes that the assembler put into this library (.cmake/SpileEmbed.cmake).
#include "stdlib/schema/embedded.hpp"

#include <cstddef>

extern "C" {
extern const char spile_cloudformation_schema_begin[];
extern const char spile_cloudformation_schema_end[];
extern const char spile_dockerfile_schema_begin[];
extern const char spile_dockerfile_schema_end[];
extern const char spile_sam_schema_begin[];
extern const char spile_sam_schema_end[];
extern const char spile_terraform_aws_schema_begin[];
extern const char spile_terraform_aws_schema_end[];
}

namespace spile::stdlib {

static std::string_view between(const char* begin, const char* end) {
    return {begin, static_cast<std::size_t>(end - begin)};
}

std::string_view cloudformation_schema() {
    return between(spile_cloudformation_schema_begin, spile_cloudformation_schema_end);
}

std::string_view dockerfile_schema() {
    return between(spile_dockerfile_schema_begin, spile_dockerfile_schema_end);
}

std::string_view sam_schema() {
    return between(spile_sam_schema_begin, spile_sam_schema_end);
}

std::string_view terraform_aws_schema() {
    return between(spile_terraform_aws_schema_begin, spile_terraform_aws_schema_end);
}

std::vector<std::string_view> all_schemas() {
    return {sam_schema(), cloudformation_schema(), terraform_aws_schema(), dockerfile_schema()};
}

}  // namespace spile::stdlib
