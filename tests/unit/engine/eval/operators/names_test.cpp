#include "tests/unit/engine/eval/operators/fixture.hpp"

using namespace spile;
using namespace spile::engine;
using lang::Builtin;

namespace {

/// The fields of an ARN or image, `|` between them.
std::string fields(OperatorFixture& fixture, Value record) {
    if (is_error(record)) return "error";
    std::string out;
    for (const Value field : record.fields())
        out += (out.empty() ? "" : "|") + fixture.show(field);
    return out;
}

}  // namespace

TEST_CASE_METHOD(OperatorFixture, "ARNs have five parts, each known as far as it is") {
    const std::vector<std::pair<const char*, const char*>> rows = {
        {"arn:aws:s3:::bucket/key", "aws|s3|||bucket/key"},
        {"arn:aws:sns:eu-west-1:1:a:b", "aws|sns|eu-west-1|1|a:b"},
        {"arn:${P}:s3:::bucket", "(unknown)|s3|||bucket"},
        {"arn:aws:sqs:${R}:${A}:q-${N}", "aws|sqs|(unknown)|(unknown)|q-(unknown)"},
        {"${B.Arn}/*", "(unknown)|(unknown)|(unknown)|(unknown)|(unknown)/*"},
        {"arn:aws:${Rest}", "aws|(unknown)|(unknown)|(unknown)|(unknown)"},
        {"arn:aws:s3", "error"},
        {"urn:aws:s3:::b", "error"},
        {"urn:${X}", "error"},
        {"*", "error"},
    };
    for (const auto& [text, expected] : rows) {
        INFO(text);
        CHECK(fields(*this, call(Builtin::arn, {partial(text)})) == expected);
    }
    const Value known = call(Builtin::arn, {text("arn:aws:s3:::bucket")});
    CHECK(equal(known, text("arn:aws:s3:::bucket"), with) == Truth::yes);
    CHECK(equal(known, text("arn:aws:s3:::other"), with) == Truth::no);
    CHECK(equal(known, call(Builtin::arn, {partial("arn:${P}:s3:::bucket")}), with) == Truth::maybe);
    CHECK(show(known) == "arn:aws:s3:::bucket");
    CHECK(show(field(known, "service", with)) == "s3");
}

TEST_CASE_METHOD(OperatorFixture, "image references get the defaults of the field") {
    const std::string digest = "sha256:" + std::string(64, 'a');
    const std::vector<std::pair<std::string, std::string>> rows = {
        {"nginx", "docker.io|library/nginx|latest|(missing)"},
        {"nginx:1.25", "docker.io|library/nginx|1.25|(missing)"},
        {"team/app", "docker.io|team/app|latest|(missing)"},
        {"index.docker.io/nginx", "docker.io|library/nginx|latest|(missing)"},
        {"ghcr.io/a/b/c:v1", "ghcr.io|a/b/c|v1|(missing)"},
        {"localhost/app", "localhost|app|latest|(missing)"},
        {"host:5000/app", "host:5000|app|latest|(missing)"},
        {"host:5000/app:2", "host:5000|app|2|(missing)"},
        {"app@" + digest, "docker.io|library/app|(missing)|" + digest},
        {"app:1@" + digest, "docker.io|library/app|1|" + digest},
        {"1111.dkr.ecr.${R}.amazonaws.com/app:${Tag}", "1111.dkr.ecr.(unknown).amazonaws.com|app|(unknown)|(unknown)"},
        {"ghcr.io/app${X}", "ghcr.io|app(unknown)|(unknown)|(unknown)"},
        {"${Registry}/app:1", "(unknown)|(unknown)app|1|(missing)"},
        {"ghcr.io/${Team}/app@" + digest, "ghcr.io|(unknown)/app|(missing)|" + digest},
        {"App", "error"},
        {"app:", "error"},
        {"app@sha256:12", "error"},
        {"/app", "error"},
        {"a b", "error"},
        {"", "error"},
    };
    for (const auto& [text, expected] : rows) {
        INFO(text);
        CHECK(fields(*this, call(Builtin::image, {partial(text)})) == expected);
    }
    CHECK(equal(call(Builtin::image, {text("nginx")}), text("docker.io/library/nginx:latest"), with) == Truth::yes);
    CHECK(show(call(Builtin::image, {text("nginx")})) == "docker.io/library/nginx:latest");
}

TEST_CASE_METHOD(OperatorFixture, "versions are ordered part by part") {
    const std::vector<std::pair<const char*, const char*>> ascending = {
        {"1.2", "1.10"},
        {"1.0-alpha", "1.0"},
        {"1.0-alpha", "1.0-alpha.1"},
        {"1.0-alpha.1", "1.0-beta"},
        {"1.0-2", "1.0-11"},
        {"1.0-1", "1.0-a"},
        {"5.7.mysql_aurora.2.10.0", "8.0"},
        {"v1.9", "1.10"},
        {"9", "10"},
        {"1.2.3", "1.2.3.1"},
        {"99999999999999999999", "100000000000000000000"},
    };
    for (const auto& [a, b] : ascending) {
        INFO(a << " < " << b);
        CHECK(less(version(a), version(b), with) == Truth::yes);
        CHECK(less(version(b), version(a), with) == Truth::no);
        CHECK(less_equal(version(b), version(a), with) == Truth::no);
        CHECK(equal(version(a), version(b), with) == Truth::no);
    }
    CHECK(equal(version("1.0"), version("v1.0.0+build"), with) == Truth::yes);
    CHECK(less(text("5.6"), version("5.7"), with) == Truth::yes);
    CHECK(less(version("5.7"), text("latest"), with) == Truth::maybe);
    for (const char* bad : {"", "latest", "v", "1..2", "1.", "1 2"})
        CHECK(is_error(version(bad)));
}
