// Inputs made to be expensive: each ends in a report or a diagnostic, in seconds, and what is simple in it is still
// decided.
#include <catch2/catch.hpp>
#include <functional>

#include "tests/mutants/player.hpp"

using namespace spile::tests;

namespace {

constexpr const char* k_sample = R"(
Resources:
  Logs: {Type: AWS::S3::Bucket, Properties: {BucketName: logs}}
  Data: {Type: AWS::S3::Bucket}
)";

Player& player() {
    static Player the{k_sample};
    return the;
}

#if defined(__SANITIZE_ADDRESS__) || !defined(NDEBUG)
constexpr double k_most_seconds = 20;
#else
constexpr double k_most_seconds = 4;
#endif

Played timed(const std::function<Played()>& play) {
    player();
    const double began = cpu_seconds();
    Played played = play();
    const double seconds = cpu_seconds() - began;
    INFO(played.diagnostics.substr(0, 500));
    CHECK(seconds < k_most_seconds);
    CHECK(played.end != End::nothing);
    return played;
}

Played play(const std::string& path, const std::string& text) {
    return timed([&] { return player().play_template(path, text); });
}

Played play_policy(const std::string& text) {
    return timed([&] { return player().play_policy("bomb.spile", text); });
}

std::string repeated(std::string_view unit, std::size_t times) {
    std::string out;
    while (times-- > 0)
        out += unit;
    return out;
}

/// "a0,a1,…" with `make(i)` for each.
std::string listed(std::size_t count, const std::function<std::string(std::size_t)>& make) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i)
        out += (i == 0 ? "" : ",") + make(i);
    return out;
}

std::string number(std::size_t i) {
    return std::to_string(i);
}

const std::string k_bucket = R"("Open":{"Type":"AWS::S3::Bucket","Properties":{"AccessControl":"PublicRead"}})";

bool says_open_bucket(const Played& played) {
    return played.report.find("SPILE-S3-002") != std::string::npos &&
           played.report.find("Resources.Open") != std::string::npos;
}

}  // namespace

TEST_CASE("an alias bomb is refused") {
    std::string text = "Metadata:\n  A0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
    for (std::size_t i = 1; i < 10; ++i)
        text += "  A" + number(i) + ": &a" + number(i) + " [" +
                listed(10, [&](std::size_t) { return "*a" + number(i - 1); }) + "]\n";
    const Played played = play("t.yaml", text + "Resources:\n  B: {Type: AWS::S3::Bucket}\n");
    CHECK(played.diagnostics.find("SP0607") != std::string::npos);
}

TEST_CASE("nesting of 100,000 levels is refused") {
    const auto [open, close] = GENERATE(table<std::string, std::string>({{"[", "]"}, {"{\"a\":", "}"}}));
    const std::string deep = repeated(open, 100'000) + "1" + repeated(close, 100'000);
    const Played json =
        play("t.json", R"({"Resources":{"B":{"Type":"AWS::S3::Bucket","Properties":{"X":)" + deep + "}}}}");
    CHECK(json.diagnostics.find("SP0605") != std::string::npos);
    const Played yaml =
        play("t.yaml", "Resources:\n  B:\n    Type: AWS::S3::Bucket\n    Properties:\n      X: " + deep + "\n");
    CHECK(yaml.diagnostics.find("SP0605") != std::string::npos);
}

TEST_CASE("texts of ten megabytes are read") {
    const std::string ten(10'000'000, 'a');
    CHECK(
        play("t.yaml", "Resources:\n  B:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: " + ten + "\n")
            .evaluated);
    const std::string sub = repeated("${AWS::Region}-", 100'000);
    CHECK(play("t.yaml",
               "Resources:\n  B:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: !Sub \"" + sub + "\"\n")
              .evaluated);
    CHECK(play("t.json", R"({"Resources":{"B":{"Type":"AWS::S3::Bucket","Properties":{"BucketName":{"Ref":")" + ten +
                             R"("}}},)" + k_bucket + "}}")
              .evaluated);
}

TEST_CASE("names of a hundred thousand bytes have no near miss") {
    const std::string name(100'000, 'p');
    const Played played = play("t.json", R"({"Resources":{")" + name + R"(":{"Type":"AWS::S3::Bukket)" + name +
                                             R"("},"R":{"Type":"AWS::S3::Bucket","Properties":{"BucketName":{"Ref":")" +
                                             name + R"(x"}}},)" + k_bucket + "}}");
    CHECK(says_open_bucket(played));
}

TEST_CASE("a hundred thousand list items") {
    const std::string tags =
        listed(100'000, [](std::size_t i) { return R"({"Key":"k)" + number(i) + R"(","Value":"v"})"; });
    CHECK(play("t.json", R"({"Resources":{"B":{"Type":"AWS::SQS::Queue","Properties":{"Tags":[)" + tags + "]}}," +
                             k_bucket + "}}")
              .evaluated);
    const std::string parts = repeated("ab,", 50'000);
    CHECK(
        play(
            "t.json",
            R"({"Resources":{"B":{"Type":"AWS::S3::Bucket","Properties":{"BucketName":{"Fn::Join":[",",{"Fn::Split":[",",")" +
                parts + R"("]}]}}},)" + k_bucket + "}}")
            .evaluated);
}

TEST_CASE("ten thousand resources that refer to one another") {
    const std::string all = listed(10'000, [](std::size_t i) {
        return "\"B" + number(i) + R"(":{"Type":"AWS::SQS::Queue","Properties":{"QueueName":{"Ref":"B)" +
               number(i * 7 % 10'000) + "\"}}}";
    });
    CHECK(says_open_bucket(play("t.json", "{\"Resources\":{" + all + "," + k_bucket + "}}")));
}

TEST_CASE("five thousand allowed values") {
    const std::string values = listed(5'000, [](std::size_t i) { return "\"v" + number(i) + "\""; });
    const Played played = play(
        "t.json",
        R"({"Parameters":{"P":{"Type":"String","AllowedValues":[)" + values +
            R"(]}},"Conditions":{"C":{"Fn::Equals":[{"Ref":"P"},"v3"]}},"Resources":{"B":{"Type":"AWS::S3::Bucket","Condition":"C","Properties":{"AccessControl":{"Fn::If":["C","PublicRead","Private"]}}},)" +
            k_bucket + "}}");
    CHECK(says_open_bucket(played));
}

TEST_CASE("thirty conditions in one resource") {
    const std::string parameters =
        listed(30, [](std::size_t i) { return "\"P" + number(i) + R"(":{"Type":"String"})"; });
    const std::string conditions = listed(30, [](std::size_t i) {
        return "\"C" + number(i) + R"(":{"Fn::Equals":[{"Ref":"P)" + number(i) + R"("},"x"]})";
    });
    const std::string doors = listed(30, [](std::size_t i) {
        return R"({"Fn::If":["C)" + number(i) + R"(",{"IpProtocol":"tcp","FromPort":)" + number(i) +
               R"(,"ToPort":99,"CidrIp":"0.0.0.0/0"},{"Ref":"AWS::NoValue"}]})";
    });
    const std::string names =
        listed(30, [](std::size_t i) { return R"({"Fn::If":["C)" + number(i) + R"(","a","b"]})"; });
    const Played played = play(
        "t.json",
        "{\"Parameters\":{" + parameters + "},\"Conditions\":{" + conditions +
            R"(},"Resources":{"G":{"Type":"AWS::EC2::SecurityGroup","Properties":{"GroupDescription":"x","SecurityGroupIngress":[)" +
            doors + R"(]}},"N":{"Type":"AWS::S3::Bucket","Properties":{"BucketName":{"Fn::Join":["-",[)" + names +
            "]]}}}," + k_bucket + "}}");
    CHECK(says_open_bucket(played));
}

TEST_CASE("a condition over many pairs of parameters is taken as undecided on its own") {
    std::string parameters;
    for (std::size_t i = 0; i < 48; ++i)
        parameters +=
            (i == 0 ? "" : ",") + ("\"P" + number(100 + i)) + R"(":{"Type":"String","AllowedValues":["a","b"]})";
    const std::string pairs = listed(24, [](std::size_t i) {
        return R"({"Fn::And":[{"Fn::Equals":[{"Ref":"P)" + number(100 + i) + R"("},"a"]},{"Fn::Equals":[{"Ref":"P)" +
               number(124 + i) + R"("},"a"]}]})";
    });
    const Played played = play(
        "t.json",
        "{\"Parameters\":{" + parameters + R"(},"Conditions":{"C":{"Fn::Or":[)" + pairs +
            R"(]}},"Resources":{"B":{"Type":"AWS::S3::Bucket","Condition":"C","Properties":{"AccessControl":{"Fn::If":["C","PublicRead","Private"]}}},)" +
            k_bucket + "}}");
    CHECK(played.diagnostics.find("SP0715") != std::string::npos);
    CHECK(says_open_bucket(played));
}

TEST_CASE("cycles of parameters, conditions, mappings and resources") {
    const Played played = play("t.json", R"({"Parameters":{"P":{"Type":"String","Default":{"Ref":"P"}}},
        "Conditions":{"A":{"Condition":"B"},"B":{"Fn::Not":[{"Condition":"A"}]},"C":{"Fn::And":[{"Condition":"C"},{"Condition":"C"}]}},
        "Mappings":{"M":{"a":{"b":{"Fn::FindInMap":["M","a","b"]}}}},
        "Resources":{"B":{"Type":"AWS::S3::Bucket","DependsOn":"B","Condition":"A","Properties":{"BucketName":{"Fn::FindInMap":["M","a","b"]}}},
        "X":{"Type":"AWS::S3::Bucket","Properties":{"BucketName":{"Fn::GetAtt":["Y","Arn"]}}},
        "Y":{"Type":"AWS::S3::Bucket","Properties":{"BucketName":{"Fn::GetAtt":["X","Arn"]}}},)" +
                                             k_bucket + "}}");
    CHECK(played.diagnostics.find("SP0706") != std::string::npos);
    CHECK(says_open_bucket(played));
}

TEST_CASE("a chain of 20,000 conditions") {
    const std::string chain = listed(20'000, [](std::size_t i) {
        return i == 0 ? std::string(R"("C0":{"Fn::Equals":[{"Ref":"AWS::Region"},"x"]})")
                      : "\"C" + number(i) + R"(":{"Fn::Not":[{"Condition":"C)" + number(i - 1) + "\"}]}";
    });
    CHECK(says_open_bucket(play("t.json", "{\"Conditions\":{" + chain + R"(},"Resources":{)" + k_bucket + "}}")));
}

TEST_CASE("conditions that double sixty times") {
    const std::string chain = listed(60, [](std::size_t i) {
        const std::string before = R"({"Condition":"C)" + number(i - 1) + "\"}";
        return i == 0 ? std::string(R"("C0":{"Fn::Equals":[{"Ref":"AWS::Region"},"x"]})")
                      : "\"C" + number(i) + "\":{\"Fn::And\":[" + before + "," + before + "]}";
    });
    CHECK(says_open_bucket(play("t.json", "{\"Conditions\":{" + chain + R"(},"Resources":{)" + k_bucket + "}}")));
}

TEST_CASE("loops in loops in loops are not written out") {
    std::string body = R"({"B${x0}${x1}${x2}${x3}${x4}${x5}":{"Type":"AWS::CloudFormation::WaitConditionHandle"}})";
    for (std::size_t i = 0; i < 6; ++i)
        body = "{\"Fn::ForEach::L" + number(i) + "\":[\"x" + number(i) + "\",[" +
               listed(20, [](std::size_t k) { return "\"a" + number(k) + "\""; }) + "]," + body + "]}";
    body.pop_back();
    const Played played =
        play("t.json", R"({"Transform":"AWS::LanguageExtensions","Resources":)" + body + "," + k_bucket + "}}");
    CHECK(played.diagnostics.find("SP0711") != std::string::npos);
}

TEST_CASE("a loop that makes long texts is not written out") {
    const Played played =
        play("t.json", R"({"Transform":"AWS::LanguageExtensions","Resources":{"Fn::ForEach::L":["x",[")" +
                           std::string(1'000'000, 'a') + "\",\"" + std::string(1'000'000, 'b') +
                           R"(","c"],{"B${x}":{"Type":"AWS::S3::Bucket","Properties":{"BucketName":{"Fn::Sub":")" +
                           repeated("${x}", 1000) + R"("}}}}],)" + k_bucket + "}}");
    CHECK(played.diagnostics.find("SP0711") != std::string::npos);
}

TEST_CASE("JSON in JSON forty times over") {
    std::string value = R"({"a":"\""})";
    for (int i = 0; i < 40; ++i)
        value = R"({"Fn::ToJsonString":{"a":)" + value + "}}";
    const Played played = play(
        "t.json",
        R"({"Transform":"AWS::LanguageExtensions","Resources":{"B":{"Type":"AWS::S3::Bucket","Properties":{"BucketName":)" +
            value + "}}," + k_bucket + "}}");
    CHECK(says_open_bucket(played));
}

TEST_CASE("a policy whose texts and lists double") {
    for (const char* start : {"\"aaaaaaaa\"", "[1, 2, 3, 4]"}) {
        std::string lets = "    let a0 = " + std::string(start) + "\n";
        for (std::size_t i = 1; i < 60; ++i)
            lets += "    let a" + number(i) + " = a" + number(i - 1) + " ++ a" + number(i - 1) + "\n";
        const Played played = play_policy(
            "module bomb\n\npolicy doubling \"doubling\" {\n    id BOMB-1\n    severity low\n    for r: Resource\n" +
            lets + "    require a59 != a0\n}\n");
        CHECK(played.end == End::report);
    }
}

TEST_CASE("a relation over all pairs, closed") {
    const Played played = play_policy(R"(module bomb

import aws.ec2

rule next(a: ec2.SecurityGroup, b: ec2.SecurityGroup) if way in b.ingress_groups and refers(way.group, a)
rule reach(a: ec2.SecurityGroup, b: ec2.SecurityGroup) if next(a, b)
rule reach(a: ec2.SecurityGroup, c: ec2.SecurityGroup) if reach(a, b) and reach(b, c)

policy closed "closed" {
    id BOMB-2
    severity low
    for g: ec2.SecurityGroup
    deny reach(g, g)
}
)");
    CHECK(played.end == End::report);
}

TEST_CASE("regular expressions that other engines take for ever") {
    const std::string name(100'000, 'a');
    Player own("Resources:\n  B: {Type: AWS::S3::Bucket, Properties: {BucketName: " + name + "!}}\n");
    const double began = cpu_seconds();
    for (const char* regex : {"^(a+)+$", "^(a|aa)*$", "^(a|a?)+$", "(a*)*b"}) {
        const Played played =
            own.play_policy("bomb.spile", std::string("module bomb\n\npolicy slow \"slow\" {\n    id BOMB-3\n    "
                                                      "severity low\n    for b: cfn \"AWS::S3::Bucket\"\n"
                                                      "    require (b.BucketName ?? \"\") matches r\"") +
                                              regex + "\"\n}\n");
        INFO(played.diagnostics);
        CHECK(played.end == End::report);
    }
    CHECK(own.play_policy("bomb.spile",
                          "module bomb\n\nfn f(x: string) -> bool = x matches r\"((a{1,100}){1,100}){1,100}\"\n")
              .end == End::diagnostic);
    CHECK(cpu_seconds() - began < k_most_seconds);
}

TEST_CASE("a policy nested deeper than the language allows") {
    const Played played = play_policy("module bomb\n\nfn f(x: int) -> int = " + repeated("(", 100'000) + "x" +
                                      repeated(")", 100'000) + "\n");
    CHECK(played.end == End::diagnostic);
}
