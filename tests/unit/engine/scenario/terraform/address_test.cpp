#include "engine/scenario/terraform/address.hpp"

#include <catch2/catch.hpp>

using namespace spile::engine::scenario::terraform;  // NOLINT(google-build-using-namespace): a test

TEST_CASE("addresses are read into their parts and written as they were") {
    for (const char* written : {"aws_s3_bucket.logs", "aws_s3_bucket.logs[0]", R"(aws_s3_bucket.logs["a.b"])",
                                "data.aws_ami.base", R"(module.site["x"].module.b[2].aws_s3_bucket.logs["a\"b"])",
                                "module.m.data.aws_ami.base[1]", "data.data.x", "null_resource.module"}) {
        const auto address = parse_address(written);
        INFO(written);
        REQUIRE(address.ok());
        CHECK(text(address.value()) == written);
    }
    const Address address = parse_address(R"(module.site["x"].module.b.data.aws_ami.base[1])").value();
    CHECK(address.modules == std::vector<ModuleStep>{{"site", "\"x\""}, {"b", ""}});
    CHECK(address.data);
    CHECK(address.type == "aws_ami");
    CHECK(address.name == "base");
    CHECK(address.key == "1");
    CHECK(module_text(address.modules) == R"(module.site["x"].module.b)");
    CHECK(resource_text(address) == "data.aws_ami.base");
}

TEST_CASE("what is no address says which part") {
    const auto problem = [](const char* written) {
        const auto address = parse_address(written);
        return address.ok() ? std::string("none") : address.error().message;
    };
    CHECK(problem("").find("a name is missing at its end") != std::string::npos);
    CHECK(problem("aws_s3_bucket").find("a name is missing at its end") != std::string::npos);
    CHECK(problem("aws_s3_bucket.").find("a name is missing at its end") != std::string::npos);
    CHECK(problem("module.m").find("a name is missing at its end") != std::string::npos);
    CHECK(problem("module.m.aws_x").find("a name is missing at its end") != std::string::npos);
    CHECK(problem("aws_x.y[").find("a number or a text in double quotes") != std::string::npos);
    CHECK(problem("aws_x.y[-1]").find("a number or a text in double quotes") != std::string::npos);
    CHECK(problem("aws_x.y[0").find("no closing bracket") != std::string::npos);
    CHECK(problem("aws_x.y[\"a").find("no closing quote") != std::string::npos);
    CHECK(problem("aws_x.y[\"a\\").find("no closing quote") != std::string::npos);
    CHECK(problem("aws_x.0").find("`0` is no name") != std::string::npos);
    CHECK(problem("aws_x.y.z").find("goes on behind `aws_x.y`") != std::string::npos);
    CHECK(problem("aws x").find("names are joined by dots") != std::string::npos);
}
