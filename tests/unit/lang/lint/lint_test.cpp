#include "lang/lint/lint.hpp"

#include <catch2/catch.hpp>

#include "tests/unit/lang/sema/support.hpp"

using namespace spile;
using namespace spile::lang;
using namespace spile::lang::test;

namespace {

std::string lint_policy(const std::string& lines) {
    const Compiled made = linted(policy_text(lines));
    INFO(made.report());
    return made.codes();
}

}  // namespace

TEST_CASE("nothing to say of a good policy, and nothing at all unless asked") {
    CHECK(lint_policy("require b.BucketName exists") == "");
    CHECK(policy("require not not b.BucketName exists").codes() == "");
}

TEST_CASE("SP0501, SP0502, SP0503, SP0504: what nothing reads") {
    Compiled made;
    CompileOptions options;
    options.lint = LintScope::given_texts;
    compile_into(made, {"module a\nimport lib.net\nimport lib.s3 as store\nfn f(b: store.B) -> bool = true == b.x\n"},
                 options, {"module lib.net\nimport lib.s3\n", "module lib.s3\nentity B {\n x: bool\n}\n"});
    CHECK(made.codes() == "SP0501");  // and none for the library
    CHECK(made.marked(DiagnosticKind::unused_import) == "lib.net");
    CHECK(lint_policy("let x = b.name\nlet y = b.name\nrequire y == \"a\"") == "SP0502");
    CHECK(lint_policy("let x = b.name\nrequire b.name == \"a\"\nelse \"{x}\"") == "");
    CHECK(linted("module a\nparam n: int = 1\nfn f(x: int) -> bool = x == 2").codes() == "");
    CHECK(linted("module a\nprivate param n: int = 1\nfn f(x: int) -> bool = x == 2").codes() == "SP0503");
    CHECK(linted(policy_text("require b.name == \"a\"") + "param n: int = 1\n").codes() == "SP0503");
    CHECK(linted("module a\nprivate fn f(x: int) -> bool = x == 2").codes() == "SP0504");
    CHECK(linted("module a\nprivate entity E {\n a: int\n}\nfn f(x: E) -> bool = x.a == 2").codes() == "");
}

TEST_CASE("SP0505: `all` over what may be missing") {
    CHECK(lint_policy("require all t in b.Tags satisfy t.Key != \"a\"") == "SP0505");
    CHECK(lint_policy("require b.Tags exists and (all t in b.Tags satisfy t.Key != \"a\")") == "");
    CHECK(lint_policy("when b.Tags exists\nrequire all t in b.Tags satisfy t.Key != \"a\"") == "");
    CHECK(lint_policy("require all t in b.Tags ?? [] satisfy t.Key != \"a\"") == "");
    CHECK(lint_policy("require none t in b.Tags where t.Key == \"a\"") == "");
}

TEST_CASE("SP0506, SP0507, SP0510: conditions that say nothing") {
    CHECK(lint_policy("require b.Tags[0].Key == b.Tags[0].Key") == "SP0506");
    CHECK(lint_policy("require b.Tags[0].Key == b.Tags[1].Key") == "");
    CHECK(lint_policy("require length(b.name) == length(b.name)") == "SP0506");
    CHECK(lint_policy("require not not b.BucketName exists") == "SP0507");
    CHECK(lint_policy("require b.BucketName exists or true") == "SP0510");
    CHECK(lint_policy("when 1 == 2\nrequire b.BucketName exists") == "SP0510");
    CHECK(lint_policy("require some t in b.Tags where true") == "SP0510");
}

TEST_CASE("SP0508, SP0509: policies say how to fix, and how bad it is") {
    CHECK(linted("module a\npolicy p \"P\" {\n id X\n for r: Resource\n require r.taggable\n}\n").codes() ==
          "SP0508 SP0509");
}

TEST_CASE("SP0511: a demand looks at its subject, also through lets") {
    CHECK(lint_policy("deny some o: cfn \"AWS::S3::Bucket\" where o.BucketName missing") == "SP0511");
    CHECK(lint_policy("deny some o: cfn \"AWS::S3::Bucket\" where o.BucketName == b.BucketName") == "");
    CHECK(lint_policy("let n = b.BucketName\nlet m = n\nrequire m exists") == "");
    CHECK(lint_policy("let n = 3\nrequire n > 2 and b.name == \"a\"\nrequire n == 3") == "SP0511");
}
