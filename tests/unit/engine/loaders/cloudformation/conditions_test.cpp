#include "engine/loaders/cloudformation/conditions.hpp"

#include <catch2/catch.hpp>

#include "support.hpp"

using namespace spile::engine;
using spile::engine::testing::Loaded;
using spile::engine::testing::with_property;

namespace {

const std::string k_parameters =
    "Parameters:\n"
    "  Env: {Type: String, AllowedValues: [dev, prod, stage]}\n"
    "  Size: {Type: String, AllowedValues: [a, b]}\n"
    "  Fixed: {Type: String, Default: 'true'}\n"
    "  Free: {Type: String}\n"
    "  Names: {Type: CommaDelimitedList}\n";

std::string conditions(const std::string& lines) {
    const Loaded loaded(with_property("x", k_parameters + "Conditions:\n" + lines));
    return loaded.conditions() + loaded.diagnostics();
}

}  // namespace

TEST_CASE("conditions over allowed values are guards") {
    CHECK(conditions("  A: !Equals [!Ref Env, prod]\n  B: !Not [!Condition A]\n") ==
          "A: Env=prod\nB: Env=dev|Env=stage\n");
    CHECK(conditions("  A: !Or [!Equals [!Ref Env, prod], !Equals [!Ref Size, a]]\n") == "A: Size=a|Env=prod&Size=b\n");
    CHECK(conditions("  A: {'Fn::And': [{'Fn::Equals': [{Ref: Env}, prod]}, {'Fn::Equals': [{Ref: Size}, a]}]}\n") ==
          "A: Env=prod&Size=a\n");
    CHECK(conditions("  A: !Equals [!Ref Env, other]\n") == "A: never\n");
    CHECK(conditions("  A: !Equals [!Sub 'x-${Env}', x-prod]\n") == "A: Env=prod\n");
    CHECK(conditions("  A: !Equals [!Ref Fixed, true]\n") == "A: always\n");
}

TEST_CASE("what cannot be reduced to classes is one atom for one comparison") {
    const std::string shown = conditions(
        "  A: !Equals [!Join ['', !Ref Names], '']\n"
        "  B: !Not [!Equals ['', !Join ['', !Ref Names]]]\n");
    CHECK(shown == "A: \"\" = Fn::Join(\"\",Parameters/Names)=true\nB: \"\" = Fn::Join(\"\",Parameters/Names)=false\n");
}

TEST_CASE("known parts of a text decide a comparison") {
    CHECK(conditions("  A: !Equals [!Sub 'x-${AWS::StackName}', y]\n") == "A: never\n");
    CHECK(conditions("  A: !Equals [!Ref AWS::StackName, !Ref AWS::StackName]\n") == "A: always\n");
}

TEST_CASE("cycles and unknown names are reported and stay open") {
    const std::string cycle = conditions("  A: !Not [!Condition B]\n  B: !Not [!Condition A]\n");
    CHECK(cycle.find("SP0706@8 the condition `A` is defined by itself") != std::string::npos);
    const std::string unknown = conditions("  IsProd: !Equals [!Ref Env, prod]\n  B: !Condition IsProdd\n");
    CHECK(unknown.find("SP0705@9 `IsProdd` is no condition of this template; did you mean `IsProd`?") !=
          std::string::npos);
    CHECK(unknown.find("B: !Condition IsProdd=true") != std::string::npos);
    const std::string arity = conditions("  A: !Equals [a]\n");
    CHECK(arity.find("SP0707@8 `!Equals` takes two values") != std::string::npos);
}

TEST_CASE("a resource exists under its condition, an output too") {
    const Loaded loaded(k_parameters +
                        "Conditions:\n  A: !Equals [!Ref Env, prod]\n"
                        "Resources:\n  R: {Type: T::T::T, Condition: A}\n  S: {Type: T::T::T}\n"
                        "Outputs:\n  O: {Condition: A, Value: x}\n");
    CHECK(loaded.show(loaded.unit("Resources.R").exists) == "Env=prod");
    CHECK(loaded.unit("Resources.S").exists == k_always);
    CHECK(loaded.show(loaded.unit("Outputs.O").exists) == "Env=prod");
    CHECK(loaded.show(loaded.unit("Conditions.A").attributes) == "(Env=prod: true / Env=dev|Env=stage: false)");
}

TEST_CASE("rules leave out worlds that they certainly refuse") {
    const auto possible = [](const std::string& rule) {
        const Loaded loaded(with_property("x", k_parameters + "Rules:\n  Rule:\n" + rule));
        return loaded.show(loaded.graph.document(loaded.document).possible) + "; " + loaded.diagnostics();
    };
    CHECK(possible("    Assertions: [{Assert: {'Fn::Contains': [[dev, stage], {Ref: Env}]}}]\n") ==
          "Env=dev|Env=stage; ");
    CHECK(
        possible("    RuleCondition: !Equals [!Ref Env, prod]\n    Assertions: [{Assert: !Equals [!Ref Size, b]}]\n") ==
        "Env=dev|Env=prod&Size=b|Env=stage; ");
    CHECK(possible("    Assertions: [{Assert: {'Fn::EachMemberIn': [[!Ref Size], [a]]}}]\n") == "Size=a; ");
    CHECK(possible("    Assertions: [{Assert: {'Fn::EachMemberIn': [{'Fn::ValueOfAll': ['AWS::EC2::Subnet::Id', "
                   "VpcId]}, {'Fn::RefAll': 'AWS::EC2::VPC::Id'}]}}]\n") == "always; ");
    CHECK(possible("    Assertions: [{Assert: !Equals [!Ref Fixed, 'false']}]\n") ==
          "always; SP0712@9 no value of the parameters satisfies the rule `Rule`\n");
}

TEST_CASE("properties that a condition chooses as a whole are found one by one") {
    const Loaded loaded(k_parameters +
                        "Conditions:\n"
                        "  IsProd: !Equals [!Ref Env, prod]\n"
                        "Resources:\n"
                        "  R:\n"
                        "    Type: T::T::T\n"
                        "    Properties: !If [IsProd, {Size: 2, Name: a}, {Size: 1}]\n");
    CHECK(loaded.unit("Resources.R").attributes.is(Kind::map));
    CHECK(loaded.show("R.Size") == "(Env=prod: 2 / Env=dev|Env=stage: 1)");
    CHECK(loaded.show("R.Name") == "(Env=prod: 'a' / Env=dev|Env=stage: missing)");
}
