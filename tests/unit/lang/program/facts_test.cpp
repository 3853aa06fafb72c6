#include "lang/program/facts.hpp"

#include <catch2/catch.hpp>

#include "tests/unit/lang/sema/support.hpp"

using namespace spile;
using namespace spile::lang;
using namespace spile::lang::test;

namespace {

/// Whether each function of the module, by its name, reads facts.
std::string that_read(const std::string& declarations) {
    const Compiled made = declared(declarations);
    INFO(made.report());
    REQUIRE_FALSE(made.sink.has_errors());
    std::string names;
    for (const Function& function : made.program.functions) {
        if (reads_facts(made.program, function.body)) names += function.name + " ";
    }
    return names;
}

}  // namespace

TEST_CASE("an expression reads facts where it ranges over units, asks a relation or reads the subject") {
    CHECK(that_read(R"(
        param least: int = 2
        fn literal() -> bool = 1 == 1
        fn of_param() -> bool = least > 1
        fn builtin() -> bool = lower("A") == "a"
        fn ranges_over_literals() -> bool = some n in {1, 2} where n == least
        fn parameter(n: int) -> bool = n > least
        fn called() -> bool = parameter(3)
    )") == "");
    CHECK(that_read(R"(
        entity Bucket {
            name: string?
        }
        rule bucket(b: Bucket) if b.name exists
        fn typed() -> bool = some b: cfn "AWS::S3::Bucket" where b.BucketName == "a"
        fn counted() -> bool = count(b for b: cfn "AWS::S3::Bucket") == 2
        fn related() -> bool = some bucket(b) where b.name == "a"
        fn arm() -> bool = if 1 == 1 then typed() else false
        fn argument(yes: bool) -> bool = yes
        fn through_argument() -> bool = argument(counted())
        fn nothing(yes: bool) -> bool = argument(yes)
    )") == "typed counted related arm through_argument ");
}

TEST_CASE("the subject is a fact in its own policy alone") {
    const Compiled made = compiled(R"(module org.facts
        fn answers(n: int) -> bool = n == 1
        policy reads "reads" { id ORG-1 severity low for b: cfn "AWS::S3::Bucket" require b.BucketName exists }
        policy forgets "forgets" { id ORG-2 severity low for b: cfn "AWS::S3::Bucket" require answers(1) }
    )");
    INFO(made.report());
    REQUIRE(made.program.policies.size() == 2);
    for (const Policy& policy : made.program.policies)
        CHECK(reads_facts(made.program, policy.demands.front().condition, policy.variable) == (policy.name == "reads"));
}
