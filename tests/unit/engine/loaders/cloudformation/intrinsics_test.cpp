#include <catch2/catch.hpp>

#include "support.hpp"

using namespace spile;
using namespace spile::engine;
using spile::engine::testing::Loaded;
using spile::engine::testing::with_property;

namespace {

const std::string k_parameters =
    "Parameters:\n"
    "  Free: {Type: String}\n"
    "  Fixed: {Type: String, Default: fixed}\n"
    "  Env: {Type: String, AllowedValues: [dev, prod]}\n"
    "  Subnets: {Type: CommaDelimitedList}\n"
    "  Zones: {Type: CommaDelimitedList, Default: 'a, b'}\n"
    "Conditions:\n"
    "  IsProd: !Equals [!Ref Env, prod]\n"
    "Mappings:\n"
    "  Sizes:\n"
    "    dev: {Size: small, Only: x}\n"
    "    prod: {Size: large, Zones: [p, q]}\n";

std::string value_of(const std::string& yaml) {
    const Loaded loaded(with_property(yaml, k_parameters));
    return loaded.show("R.P");
}

struct Case {
    const char* yaml;
    const char* shown;
};

void check(std::initializer_list<Case> cases) {
    for (const Case& one : cases) {
        INFO(one.yaml);
        CHECK(value_of(one.yaml) == one.shown);
    }
}

std::string said(const std::string& yaml) {
    const Loaded loaded(with_property(yaml, k_parameters));
    return loaded.show("R.P") + "; " + loaded.diagnostics();
}

}  // namespace

TEST_CASE("Ref reads parameters, pseudo parameters and resources") {
    check({{"!Ref Free", "?Parameters/Free"},
           {"!Ref Fixed", "~'fixed'"},
           {"!Ref Env", "(Env=dev: 'dev' / Env=prod: 'prod')"},
           {"!Ref Zones", "~[~'a', ~'b']"},
           {"!Ref AWS::Region", "?Parameters/AWS::Region"},
           {"!Ref AWS::NoValue", "missing"},
           {"!Ref Q", "?Resources/Q#Ref"},
           {"{Ref: Q}", "?Resources/Q#Ref"}});
}

TEST_CASE("a Ref to nothing is an error value with the nearest name") {
    CHECK(said("!Ref Frei") ==
          "error(`Frei` is neither a parameter nor a resource); "
          "SP0703@17 `Frei` is neither a parameter nor a resource; did you mean `Free`?\n");
    CHECK(said("{Ref: [Free]}") == "error(`Ref` takes one name); SP0707@17 `Ref` takes one name\n");
}

TEST_CASE("GetAtt in all spellings") {
    check({{"!GetAtt Q.Arn", "?Resources/Q#Arn"},
           {"!GetAtt [Q, Arn]", "?Resources/Q#Arn"},
           {"{'Fn::GetAtt': [Q, Arn]}", "?Resources/Q#Arn"},
           {"{'Fn::GetAtt': Q.Arn}", "?Resources/Q#Arn"},
           {"!GetAtt Q.Some.Nested", "?Resources/Q#Some.Nested"},
           {"!GetAtt [Q, !Ref Free]", "?"},
           {"!GetAtt [Q, !Ref Env]", "(Env=dev: ?Resources/Q#dev / Env=prod: ?Resources/Q#prod)"}});
    CHECK(said("!GetAtt Z.Arn") ==
          "error(`Z` is no resource of this template); SP0703@17 `Z` is no resource of this template; did you mean "
          "`Q`?\n");
    CHECK(said("!GetAtt Q") ==
          "error(`Fn::GetAtt` takes the name of a resource and of an attribute); "
          "SP0707@17 `Fn::GetAtt` takes the name of a resource and of an attribute\n");
}

TEST_CASE("Sub keeps what is known of a text") {
    check({{"!Sub 'a-${Fixed}-b'", "~'a-fixed-b'"},
           {"!Sub 'a-${Free}-b'", "'a-{?Parameters/Free}-b'"},
           {"!Sub '${Free}'", "?Parameters/Free"},
           {"!Sub '${!Literal}-${ Fixed }'", "~'${Literal}-fixed'"},
           {"!Sub 'x${Env}'", "(Env=dev: 'xdev' / Env=prod: 'xprod')"},
           {"!Sub '${Q.Arn}/*'", "'{?Resources/Q#Arn}/*'"},
           {"!Sub ['${A}-${Fixed}', {A: !Ref Env}]", "~(Env=dev: ~'dev-fixed' / Env=prod: ~'prod-fixed')"},
           {"!Sub ['${A}', {A: [1]}]", "?"},
           {"!Sub '1.dkr.ecr.${AWS::Region}.amazonaws.com/x'", "'1.dkr.ecr.{?Parameters/AWS::Region}.amazonaws.com/x'"},
           {"!Sub '${unclosed'", "'${unclosed'"}});
    CHECK(said("!Sub '${Nope}'") ==
          "error(`Nope` is neither a parameter nor a resource); SP0703@17 `Nope` is neither a parameter nor a "
          "resource\n");
    CHECK(said("!Sub [a, b, c]") ==
          "error(`Fn::Sub` takes a text, or a text and a map of names); "
          "SP0707@17 `Fn::Sub` takes a text, or a text and a map of names\n");
}

TEST_CASE("Join over known, unknown and conditional members") {
    check({{"!Join ['-', [a, !Ref Fixed, 3]]", "~'a-fixed-3'"},
           {"!Join ['', ['arn:', !Ref AWS::Partition, ':s3']]", "'arn:{?Parameters/AWS::Partition}:s3'"},
           {"!Join [',', !Ref Zones]", "~'a,b'"},
           {"!Join [',', !Ref Subnets]", "?Fn::Join(\",\",Parameters/Subnets)"},
           {"!Join [',', [a, !If [IsProd, b, !Ref AWS::NoValue]]]", "(Env=prod: 'a,b' / Env=dev: 'a')"},
           {"!Join [',', []]", "''"}});
    CHECK(said("!Join [',']") ==
          "error(`Fn::Join` takes a delimiter and a list); SP0707@17 `Fn::Join` takes a delimiter and a list\n");
}

TEST_CASE("Split and Select") {
    check({{"!Split [',', 'a,b,,c']", "['a', 'b', '', 'c']"},
           {"!Split ['/', !Sub 'x/y/${Free}/z']", "['x', 'y', ...]"},
           {"!Split ['/', !Ref Free]", "?Fn::Split(\"/\",Parameters/Free)"},
           {"!Select [1, [a, b]]", "'b'"},
           {"!Select ['0', !Ref Zones]", "~'a'"},
           {"!Select [0, !Ref Subnets]", "?Fn::Select(\"0\",Parameters/Subnets)"},
           {"!Select [0, !GetAZs '']", "?Fn::Select(\"0\",Fn::GetAZs(Parameters/AWS::Region))"},
           {"!Select [0, [!If [IsProd, a, !Ref AWS::NoValue], b]]", "(Env=prod: 'a' / Env=dev: 'b')"},
           {"!Select [1, !Split ['/', !Sub 'x/y/${Free}']]", "'y'"},
           {"!Select [2, !Split ['/', !Sub 'x/y/${Free}']]", "?"}});
    CHECK(said("!Select [2, [a, b]]") ==
          "error(index 2 is beyond the list's 2 members); SP0708@17 index 2 is beyond the list's 2 members\n");
    CHECK(said("!Select [x, [a, b]]") ==
          "error(`Fn::Select` takes a whole number as its index); "
          "SP0707@17 `Fn::Select` takes a whole number as its index\n");
}

TEST_CASE("FindInMap by known, chosen and unknown keys") {
    check({{"!FindInMap [Sizes, prod, Size]", "'large'"},
           {"!FindInMap [Sizes, prod, Zones]", "['p', 'q']"},
           {"!FindInMap [Sizes, !Ref Env, Size]", "(Env=dev: 'small' / Env=prod: 'large')"},
           {"!FindInMap [Sizes, dev, !Ref Free]",
            "(Free=Size: 'small' / Free=Only: 'x' / Free=(other): error(the mapping has no such key))"},
           {"!FindInMap [Sizes, !Sub 'x${Free}', Size]", "?Fn::FindInMap(\"Sizes\",\"x\"+Parameters/Free,\"Size\")"},
           {"!FindInMap [Sizes, stage, Size, {DefaultValue: medium}]", "'medium'"}});
    CHECK(said("!FindInMap [Sizes, produ, Size]") ==
          "error(`produ` is no key of the mapping `Sizes`); SP0708@17 `produ` is no key of the mapping `Sizes`; did "
          "you mean `prod`?\n");
    CHECK(said("!FindInMap [Size, prod, Size]") ==
          "error(`Size` is no mapping of this template); SP0708@17 `Size` is no mapping of this template; did you mean "
          "`Sizes`?\n");
}

TEST_CASE("a lookup that would be refused leaves that world out") {
    const Loaded loaded(with_property("!FindInMap [Sizes, !Ref Env, Only]", k_parameters));
    CHECK(loaded.show("R.P") == "(Env=dev: 'x' / Env=prod: error(`Only` is no key of `prod` in the mapping `Sizes`))");
    CHECK(loaded.show(loaded.graph.document(loaded.document).possible) == "Env=dev");
    CHECK(loaded.diagnostics().empty());
}

TEST_CASE("If chooses under the condition's guard") {
    check({{"!If [IsProd, a, b]", "(Env=prod: 'a' / Env=dev: 'b')"},
           {"!If [IsProd, a, !Ref AWS::NoValue]", "(Env=prod: 'a' / Env=dev: missing)"},
           {"!If [IsProd, !If [IsProd, a, b], c]", "(Env=prod: 'a' / Env=dev: 'c')"},
           {"!If [IsProd, {A: !Ref Env}, b]", "(Env=prod: {A: 'prod'} / Env=dev: 'b')"},
           {"[a, !If [IsProd, b, !Ref AWS::NoValue], c]", "['a', 'b' if Env=prod, 'c']"},
           {"[!If [IsProd, b, c]]", "[(Env=prod: 'b' / Env=dev: 'c')]"}});
    CHECK(said("!If [IsProd, a]") ==
          "error(`Fn::If` takes the name of a condition and two values); "
          "SP0707@17 `Fn::If` takes the name of a condition and two values\n");
    CHECK(said("!If [IsProdd, a, b]") ==
          "error(`IsProdd` is no condition of this template); "
          "SP0705@17 `IsProdd` is no condition of this template; did you mean `IsProd`?\n");
}

TEST_CASE("an arm says under which condition it holds, and where it stands") {
    const Loaded loaded(with_property("!If [IsProd, a, b]", k_parameters));
    const Value value = loaded.at("R.P");
    REQUIRE(value.arms().size() == 2);
    CHECK(loaded.chain(value.arms()[1].value) == "when IsProd is false@17");
    CHECK(loaded.sources.text(value.arms()[1].value.origin()->span) == "b");
}

TEST_CASE("Cidr, Base64, Length, ToJsonString, ImportValue, Transform") {
    check({{"!Cidr ['10.0.0.0/16', 2, 8]", "['10.0.0.0/24', '10.0.1.0/24']"},
           {"!Cidr ['10.1.2.3/24', 3, 4]", "['10.1.2.0/28', '10.1.2.16/28', '10.1.2.32/28']"},
           {"!Cidr ['2001:db8::/56', 2, 64]", "['2001:db8::/64', '2001:db8:0:1::/64']"},
           {"!Cidr ['2001:db8::/56', 1]", "['2001:db8::/64']"},
           {"!Cidr ['10.0.0.0/16', 1]", "['10.0.0.0/24']"},
           {"!Select [1, !Cidr [!Ref Free, 2, 8]]", "?Fn::Cidr(Parameters/Free,\"2\",\"8\",1)"},
           {"{'Fn::Base64': !Sub 'echo ${Free}'}", "'echo {?Parameters/Free}'"},
           {"!Base64 {'Fn::Sub': 'echo ${Free}'}", "'echo {?Parameters/Free}'"},
           {"{'Fn::Length': [a, !If [IsProd, b, !Ref AWS::NoValue]]}", "(Env=prod: 2 / Env=dev: 1)"},
           {"{'Fn::Length': !Ref Subnets}", "?Fn::Length(Parameters/Subnets)"},
           {"{'Fn::ToJsonString': {A: [1, true, 'x\"y'], B: !Ref Free}}",
            "'{\"A\":[1,true,\"x\\\"y\"],\"B\":\"{?Parameters/Free}\"}'"},
           {"{'Fn::ToJsonString': {A: !Ref Env}}", "(Env=dev: '{\"A\":\"dev\"}' / Env=prod: '{\"A\":\"prod\"}')"},
           {"{'Fn::ToJsonString': [!If [IsProd, 1, !Ref AWS::NoValue], 2]}", "(Env=prod: '[1,2]' / Env=dev: '[2]')"},
           {"!ImportValue net-vpc", "?Exports/\"net-vpc\""},
           {"{'Fn::ImportValue': !Sub '${Fixed}-vpc'}", "~?Exports/\"fixed-vpc\""},
           {"{'Fn::Transform': {Name: AWS::Include, Parameters: {}}}", "?"},
           {"{A: 1, 'Fn::Transform': {Name: AWS::Include}}", "{A: 1, ...}"}});
    CHECK(said("!Cidr ['10.0.0.0/30', 9, 8]") ==
          "error(`10.0.0.0/30` has no room for 9 blocks); "
          "SP0708@17 `10.0.0.0/30` has no room for 9 blocks\n");
    CHECK(said("{'Fn::Nonsense': 1}") == "?; SP0707@17 `Fn::Nonsense` is no intrinsic function\n");
}

TEST_CASE("truth functions are booleans where a value is wanted") {
    check({{"!Equals [a, a]", "true"},
           {"!Not [!Equals [!Ref Env, prod]]", "(Env=dev: true / Env=prod: false)"},
           {"!And [!Equals [!Ref Env, prod], !Equals [1, 1.0]]", "(Env=prod: true / Env=dev: false)"}});
}

TEST_CASE("more than 64 combinations are unknown, and say so") {
    std::string parameters = "Parameters:\n";
    std::string text;
    for (char c = 'A'; c <= 'G'; ++c) {
        parameters += std::string("  ") + c + ": {Type: String, AllowedValues: [x, y]}\n";
        text += std::string("${") + c + "}";
    }
    const Loaded loaded(with_property("!Sub '" + text + "'", parameters));
    REQUIRE(loaded.at("R.P").is(Kind::unknown));
    CHECK(loaded.at("R.P").unknown().cause == "`!Sub` has more than 64 combinations of conditions");
}

TEST_CASE("a hole of a Sub lies at its place in the text") {
    const Loaded loaded(with_property("!Sub \"a\\tb-${Free}-c\"", k_parameters));
    const Value value = loaded.at("R.P");
    REQUIRE(value.is(Kind::partial));
    CHECK(loaded.sources.text(value.segments()[1].hole.origin()->span) == "${Free}");
}

TEST_CASE("the chain of a value leads to where it was written") {
    const Loaded loaded(with_property("!Ref Fixed", k_parameters));
    CHECK(loaded.chain(loaded.at("R.P")) == "!Ref Fixed@17 <- default of parameter Fixed@3");
    CHECK(loaded.sources.text(loaded.at("R.P").origin()->span) == "!Ref Fixed");
    const Loaded mapped(with_property("!FindInMap [Sizes, prod, Zones]", k_parameters));
    CHECK(mapped.chain(mapped.at("R.P.1")) == "mapping Sizes.prod.Zones@12");
    const Loaded text(with_property("!Sub 'x-${Fixed}'", k_parameters));
    CHECK(text.chain(text.at("R.P")) == "!Sub@17 <- ${Fixed}@17 <- default of parameter Fixed@3");
}

TEST_CASE("references are edges, with their place and guard") {
    const Loaded loaded(with_property("[!GetAtt Q.Arn, !If [IsProd, !Sub '${Q}/x', y]]", k_parameters));
    CHECK(loaded.edges() ==
          "R->Q#Arn at Resources.R.Properties.P[0]:17\n"
          "R->Q#Ref at Resources.R.Properties.P[1]:17 if Env=prod\n");
}
