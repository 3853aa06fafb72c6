#include "engine/loaders/cloudformation/parameters.hpp"

#include <catch2/catch.hpp>

#include "support.hpp"

using namespace spile::engine;
using spile::engine::testing::Loaded;
using spile::engine::testing::with_property;

namespace {

std::string read(const std::string& declaration, CloudFormationOptions options = {}, const std::string& more = "") {
    const Loaded loaded(with_property("!Ref P", "Parameters:\n  P: " + declaration + "\n" + more), std::move(options));
    return loaded.show("R.P");
}

CloudFormationOptions given(const std::string& value, const std::string& name = "P") {
    CloudFormationOptions options;
    options.parameters[name] = value;
    return options;
}

}  // namespace

TEST_CASE("what is known of a parameter") {
    CHECK(read("{Type: String}") == "?Parameters/P");
    CHECK(read("{Type: String, Default: x}") == "~'x'");
    CHECK(read("{Type: String, Default: ''}") == "~''");
    CHECK(read("{Type: String, AllowedValues: [x, y]}") == "(P=x: 'x' / P=y: 'y')");
    CHECK(read("{Type: String, AllowedValues: [x, y], Default: x}") == "(P=x: 'x' / P=y: 'y')");
    CHECK(read("{Type: String, AllowedValues: [true, false]}") == "(P=true: 'true' / P=false: 'false')");
    CHECK(read("{Type: String, AllowedValues: ['true']}") == "'true'");
    CHECK(read("{Type: Number, Default: 07}") == "~'07'");
    CHECK(read("{Type: Number, Default: '7.0'}") == "~7");
    CHECK(read("{Type: Number, AllowedValues: [1, 2]}") == "(P=1: 1 / P=2: 2)");
    CHECK(read("{Type: CommaDelimitedList, Default: 'a, b,c'}") == "~[~'a', ~'b', ~'c']");
    CHECK(read("{Type: List<Number>, Default: '1,2'}") == "~[~1, ~2]");
    CHECK(read("{Type: CommaDelimitedList, Default: a, AllowedValues: [a, b]}") == "~[~'a']");
    CHECK(read("{Type: AWS::EC2::VPC::Id}") == "?Parameters/P");
    CHECK(read("{Type: 'List<AWS::EC2::Subnet::Id>'}") == "?Parameters/P");
    CHECK(read("{Type: 'AWS::SSM::Parameter::Value<String>', Default: /a/b}") == "?Parameters/P");
    CHECK(read("{Type: AWS::SSM::Parameter::Name, Default: /a/b}") == "~'/a/b'");
}

TEST_CASE("a bound parameter is its value, not assumed") {
    CHECK(read("{Type: String}", given("v")) == "'v'");
    CHECK(read("{Type: String, Default: x}", given("v")) == "'v'");
    CHECK(read("{Type: String, AllowedValues: [v, w]}", given("v")) == "'v'");
    CHECK(read("{Type: Number}", given("7")) == "7");
    CHECK(read("{Type: 'List<AWS::EC2::Subnet::Id>'}", given("a,b")) == "['a', 'b']");
    CHECK(read("{Type: 'AWS::SSM::Parameter::Value<String>', Default: /a/b}", given("v")) == "'v'");
}

TEST_CASE("NoEcho marks the value and what is made of it") {
    CHECK(read("{Type: String, NoEcho: true}") == "!?Parameters/P");
    CHECK(read("{Type: String, NoEcho: true, Default: pw}") == "!~'pw'");
    CHECK(read("{Type: String, NoEcho: 'true'}", given("pw")) == "!'pw'");
    CHECK(read("{Type: String, NoEcho: true, AllowedValues: [a, b]}") ==
          "!(P=(sensitive 1): !'a' / P=(sensitive 2): !'b')");
    const Loaded loaded(with_property("!Sub 'x${P}'", "Parameters:\n  P: {Type: String, NoEcho: true, Default: pw}\n"));
    CHECK(loaded.show("R.P") == "!~'xpw'");
}

TEST_CASE("a parameter that conditions compare has a class for each literal and one for the rest") {
    const std::string conditions =
        "Conditions:\n  IsProd: !Equals [!Ref P, prod]\n  IsDev: !Equals [dev, !Sub '${P}']\n  Both: !And [{Condition: "
        "IsProd}, !Condition IsDev]\n";
    CHECK(read("{Type: String}", {}, conditions) == "(P=prod: 'prod' / P=dev: 'dev' / P=(other): ?Parameters/P)");
    CHECK(read("{Type: String, Default: dev}", {}, conditions) == "~'dev'");
    const Loaded loaded(with_property("x", "Parameters:\n  P: {Type: String}\n" + conditions));
    CHECK(loaded.conditions() == "IsProd: P=prod\nIsDev: P=dev\nBoth: never\n");
}

TEST_CASE("pseudo parameters are bound by name and open otherwise") {
    const Loaded bound(with_property("!Sub '${AWS::Region}/${AWS::Partition}/${AWS::URLSuffix}'"),
                       given("cn-north-1", "AWS::Region"));
    CHECK(bound.show("R.P") == "'cn-north-1/aws-cn/amazonaws.com.cn'");
    const Loaded compared(
        with_property("!Ref AWS::Region", "Conditions:\n  Us: !Equals [!Ref AWS::Region, us-east-1]\n"));
    CHECK(compared.show("R.P") ==
          "(AWS::Region=us-east-1: 'us-east-1' / AWS::Region=(other): ?Parameters/AWS::Region)");
}

TEST_CASE("atoms come in name order of the parameters") {
    const Loaded loaded(with_property(
        "x", "Parameters:\n  B: {Type: String, AllowedValues: [x, y]}\n  A: {Type: String, AllowedValues: [x, y]}\n"));
    REQUIRE(loaded.graph.guards().atom_count() == 2);
    CHECK(loaded.graph.guards().atom(AtomId{0}).name == "A");
    CHECK(loaded.graph.guards().atom(AtomId{0}).document == "t.yaml");
}

TEST_CASE("a value that is not allowed is reported") {
    const Loaded loaded(with_property("!Ref P", "Parameters:\n  P: {Type: String, AllowedValues: [a]}\n"), given("b"));
    CHECK(loaded.diagnostics() == "SP0709@2 the value given for parameter `P` is not one of its allowed values\n");
    CHECK(loaded.show("R.P") == "'b'");
}
