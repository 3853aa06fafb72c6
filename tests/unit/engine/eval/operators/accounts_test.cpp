#include "tests/unit/engine/eval/operators/fixture.hpp"

using namespace spile;
using namespace spile::engine;
using lang::Builtin;

namespace {

struct Accounts : OperatorFixture {
    UnitId role = unit("Role", "AWS::IAM::Role", "RoleName");
    UnitId stack = unit("Child", "AWS::CloudFormation::Stack");
    UnitId custom = unit("Own", "Custom::Thing");

    Value own_number() {
        return make.unknown(
            {.cause = "known at deployment", .producer = "t.yaml#Parameters/AWS::AccountId", .type = TypeHint::string},
            nullptr);
    }
    Value parameter() {
        return make.unknown({.cause = "parameter", .producer = "t.yaml#Parameters/Other", .type = TypeHint::string},
                            nullptr);
    }
    Value attribute(UnitId of) {
        return make.unknown({.cause = "made at deployment",
                             .producer = "attribute",
                             .unit = of,
                             .attribute = "Arn",
                             .type = TypeHint::string},
                            nullptr);
    }
    Value root_of(Value number) {
        const std::array<Segment, 3> segments = {Segment{.text = "arn:aws:iam::"}, Segment{.hole = number},
                                                 Segment{.text = ":root"}};
        return make.partial(segments, nullptr);
    }
    Truth own(Value value) { return truth(Builtin::own_account, {value, resource(role)}); }
};

}  // namespace

TEST_CASE_METHOD(Accounts, "an account is the own one when it is called so, or made here") {
    CHECK(own(own_number()) == Truth::yes);
    CHECK(own(root_of(own_number())) == Truth::yes);
    CHECK(own(attribute(role)) == Truth::yes);
    CHECK(own(parameter()) == Truth::maybe);
    CHECK(own(root_of(parameter())) == Truth::maybe);
    CHECK(own(attribute(stack)) == Truth::maybe);
    CHECK(own(attribute(custom)) == Truth::maybe);
    CHECK(own(list({own_number(), attribute(role)})) == Truth::yes);
    CHECK(own(list({own_number(), text("111122223333")})) == Truth::no);
    CHECK(own(Value()) == Truth::no);
}

TEST_CASE_METHOD(Accounts, "a number that is written out is another account unless that one was given") {
    CHECK(own(text("111122223333")) == Truth::no);
    CHECK(own(text("arn:aws:iam::111122223333:role/r")) == Truth::no);
    graph.add_unit({.document = document,
                    .kind = UnitKind::parameter,
                    .tool = "cfn",
                    .name = "AWS::AccountId",
                    .address = "Parameters.AWS::AccountId",
                    .body = text("111122223333")});
    CHECK(own(text("111122223333")) == Truth::yes);
    CHECK(own(text("arn:aws:iam::111122223333:role/r")) == Truth::yes);
    CHECK(own(text("arn:aws:iam::444455556666:role/r")) == Truth::no);
    CHECK(own(text("arn:aws:s3:::bucket")) == Truth::no);
    CHECK(own(text("arn:")) == Truth::no);
}
