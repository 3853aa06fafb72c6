// The bytes in the program are those of the committed data files.
#include "stdlib/schema/embedded.hpp"

#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>
#include <string>

#include "lang/schema/schema.hpp"

static std::string read(const std::string& name) {
    std::ifstream in(std::string(SPILE_SOURCE_DIR "/stdlib/schema/") + name, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

TEST_CASE("the embedded schema is the committed one, byte for byte") {
    CHECK((spile::stdlib::cloudformation_schema() == read("cloudformation.txt")));
    CHECK((spile::stdlib::sam_schema() == read("sam.txt")));
    CHECK((spile::stdlib::dockerfile_schema() == read("dockerfile.txt")));
    CHECK((spile::stdlib::terraform_aws_schema() == read("terraform_aws.txt")));
}

TEST_CASE("the embedded schema can be looked up") {
    const spile::schema::Schema schema(spile::stdlib::all_schemas());
    CHECK(schema.find("AWS::S3::Bucket") != nullptr);
    CHECK(schema.find("AWS::Serverless::Function") != nullptr);
    CHECK(schema.find("aws_s3_bucket") != nullptr);
}
