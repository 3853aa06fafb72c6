#include "engine/loaders/terraform/address.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace spile::engine::terraform;

namespace {

std::string parts(std::string_view text) {
    std::string out;
    for (const AddressPart& part : address_parts(text))
        out += std::string(out.empty() ? "" : " ") + std::string(part.name) +
               (part.key.empty() ? "" : "<" + std::string(part.key) + ">");
    return out;
}

}  // namespace

TEST_CASE("addresses are taken apart at dots and keys, keys as they are written") {
    CHECK(parts("aws_s3_bucket.logs") == "aws_s3_bucket logs");
    CHECK(parts("module.a[0].module.b[\"x.y\"].aws_s3_bucket.logs[\"a]b\"]") ==
          "module a<0> module b<\"x.y\"> aws_s3_bucket logs<\"a]b\">");
    CHECK(parts("a.b[\"say \\\"hi\\\"\"].c") == "a b<\"say \\\"hi\\\"\"> c");
    CHECK(parts("a.b[0].c[1][2]") == "a b<0> c<1>");
    CHECK(address_parts("module.a[0].b")[1].whole == "module.a[0]");
}

TEST_CASE("what is no address is taken apart all the same") {
    CHECK(parts("").empty());
    CHECK(parts("a[") == "a");
    CHECK(parts("a[\"x") == "a<\">");
    CHECK(parts("a..b") == "a  b");
    CHECK(parts("a[0]b") == "a<0>");
    CHECK(address_parts("...").size() == 3);
}

TEST_CASE("an instance's own key is the last one") {
    CHECK(instance_name("module.m[1].aws_x.y[\"a\"]").block == "module.m[1].aws_x.y");
    CHECK(instance_name("module.m[1].aws_x.y[\"a\"]").key == "\"a\"");
    CHECK(instance_name("module.m[1].aws_x.y").block == "module.m[1].aws_x.y");
    CHECK(instance_name("module.m[1].aws_x.y").key.empty());
}
