#include "engine/scenario/terraform/make_plan.hpp"

#include <catch2/catch.hpp>

#include <nlohmann/json.hpp>

using namespace spile::engine::scenario::terraform;  // NOLINT(google-build-using-namespace): a test
using Json = nlohmann::json;

namespace {

Json plan(const std::string& planned, const std::string& current = "{}") {
    const auto made = make_plan(with_room_behind_tags(planned), current, Completeness::whole);
    INFO((made.ok() ? "" : made.error().message));
    REQUIRE(made.ok());
    return Json::parse(made.value());
}

std::string error(const std::string& planned, const std::string& current = "{}") {
    const auto made = make_plan(planned, current, Completeness::whole);
    REQUIRE_FALSE(made.ok());
    return made.error().message;
}

Json change(const Json& plan, std::size_t at) {
    return plan.at("resource_changes").at(at).at("change");
}

Json expressions(const Json& plan, std::size_t at) {
    return plan["configuration"]["root_module"]["resources"].at(at).at("expressions");
}

}  // namespace

TEST_CASE("planned resources become a plan with values, changes and configuration") {
    const Json made = plan("aws_s3_bucket.logs:\n  bucket: logs\n  tags: {stage: prod, count: 3}\n");
    CHECK(made["format_version"] == "1.2");
    CHECK(made["planned_values"]["root_module"]["resources"] == Json::parse(R"([{
        "address": "aws_s3_bucket.logs", "mode": "managed", "type": "aws_s3_bucket", "name": "logs",
        "provider_name": "registry.terraform.io/hashicorp/aws", "schema_version": 0,
        "values": {"bucket": "logs", "tags": {"stage": "prod", "count": 3}}, "sensitive_values": {"tags": {}}}])"));
    CHECK(made["resource_changes"] == Json::parse(R"([{
        "address": "aws_s3_bucket.logs", "mode": "managed", "type": "aws_s3_bucket", "name": "logs",
        "provider_name": "registry.terraform.io/hashicorp/aws", "change": {"actions": ["create"], "before": null,
        "after": {"bucket": "logs", "tags": {"stage": "prod", "count": 3}}, "after_unknown": {"tags": {}},
        "before_sensitive": false, "after_sensitive": {"tags": {}}}}])"));
    CHECK(made["configuration"] == Json::parse(R"({"provider_config": {"aws": {"name": "aws",
        "full_name": "registry.terraform.io/hashicorp/aws"}}, "root_module": {"resources": [{
        "address": "aws_s3_bucket.logs", "mode": "managed", "type": "aws_s3_bucket", "name": "logs",
        "provider_config_key": "aws", "schema_version": 0, "expressions": {"bucket": {"constant_value": "logs"},
        "tags": {"constant_value": {"stage": "prod", "count": 3}}}}]}})"));
    CHECK_FALSE(made.contains("prior_state"));
    CHECK(made["complete"] == true);
}

TEST_CASE("what is unknown is left out of maps, null in lists, and marked") {
    const Json made = plan(R"(aws_instance.web:
  ami: !unknown
  groups: [sg-1, !unknown]
  tags: {a: !unknown, b: x}
  note: null
)");
    const Json after = Json::parse(R"({"groups": ["sg-1", null], "tags": {"b": "x"}, "note": null})");
    CHECK(change(made, 0)["after"] == after);
    CHECK(made["planned_values"]["root_module"]["resources"][0]["values"] == after);
    CHECK(change(made, 0)["after_unknown"] ==
          Json::parse(R"({"ami": true, "groups": [false, true], "tags": {"a": true}})"));
    CHECK(expressions(made, 0) == Json::parse(R"({"ami": {}, "groups": {}, "tags": {}})"));
}

TEST_CASE("what only the provider chooses is unknown, and the configuration does not speak of it") {
    const Json made = plan("aws_instance.web: {id: !computed, ami: !unknown, disk: [{size: !computed}]}\n");
    CHECK(change(made, 0)["after_unknown"] == Json::parse(R"({"id": true, "ami": true, "disk": [{"size": true}]})"));
    CHECK(expressions(made, 0) == Json::parse(R"({"ami": {}, "disk": [{}]})"));
}

TEST_CASE("what is sensitive is marked in both trees, and no literal of the configuration") {
    const Json made = plan("aws_db_instance.d:\n  password: !sensitive hunter2\n  tags: {x: !sensitive {y: 1}}\n");
    const Json marks = Json::parse(R"({"password": true, "tags": {"x": true}})");
    CHECK(change(made, 0)["after"]["password"] == "hunter2");
    CHECK(change(made, 0)["after_sensitive"] == marks);
    CHECK(made["planned_values"]["root_module"]["resources"][0]["sensitive_values"] == marks);
    CHECK(made["configuration"].dump().find("hunter2") == std::string::npos);
}

TEST_CASE("a reference takes the other's value, or makes it known after apply for both") {
    const Json made = plan(R"(aws_s3_bucket.logs:
  bucket: logs
  rule: [{name: a, secret: !sensitive s}]
aws_s3_bucket_logging.l:
  bucket: !ref aws_s3_bucket.logs.id
  name: !ref aws_s3_bucket.logs.bucket
  first: !ref aws_s3_bucket.logs.rule[0].name
  hidden: !ref aws_s3_bucket.logs.rule[0].secret
  all: [!ref aws_s3_bucket.logs.arn, x, !ref aws_s3_bucket.logs.bucket]
)");
    CHECK(change(made, 1)["after"] ==
          Json::parse(R"({"name": "logs", "first": "a", "hidden": "s", "all": [null, "x", "logs"]})"));
    CHECK(change(made, 1)["after_unknown"] == Json::parse(R"({"bucket": true, "all": [true, false, false]})"));
    CHECK(change(made, 1)["after_sensitive"] == Json::parse(R"({"hidden": true, "all": [false, false, false]})"));
    CHECK(change(made, 0)["after_unknown"] == Json::parse(R"({"id": true, "arn": true, "rule": [{}]})"));
    CHECK(expressions(made, 1)["bucket"]["references"] ==
          Json::parse(R"(["aws_s3_bucket.logs.id", "aws_s3_bucket.logs"])"));
    CHECK(expressions(made, 1)["first"]["references"] ==
          Json::parse(R"(["aws_s3_bucket.logs.rule[0].name", "aws_s3_bucket.logs.rule[0]", "aws_s3_bucket.logs.rule",
                          "aws_s3_bucket.logs"])"));
    CHECK(expressions(made, 1)["all"]["references"] ==
          Json::parse(R"(["aws_s3_bucket.logs.arn", "aws_s3_bucket.logs", "aws_s3_bucket.logs.bucket"])"));
}

TEST_CASE("lists of maps are blocks of the configuration, maps are attributes") {
    const Json made = plan(R"(aws_vpc.v: {}
aws_security_group.g:
  ingress:
    - {from_port: 22, vpc: !ref aws_vpc.v.id}
    - {from_port: 80}
  tags: {vpc: !ref aws_vpc.v.id}
)");
    CHECK(expressions(made, 1)["ingress"] ==
          Json::parse(R"([{"from_port": {"constant_value": 22}, "vpc": {"references": ["aws_vpc.v.id", "aws_vpc.v"]}},
                          {"from_port": {"constant_value": 80}}])"));
    CHECK(expressions(made, 1)["tags"] == Json::parse(R"({"references": ["aws_vpc.v.id", "aws_vpc.v"]})"));
}

TEST_CASE("JSON is a text, unknown as a whole where a part is") {
    const Json made = plan(R"(aws_s3_bucket.b: {arn: "arn:b"}
aws_s3_bucket_policy.known:
  policy: !json {Statement: [{Effect: Allow, Resource: !ref aws_s3_bucket.b.arn, Port: 5}]}
aws_s3_bucket_policy.unknown:
  policy: !json {Resource: !ref aws_s3_bucket.b.id}
)");
    CHECK(change(made, 1)["after"]["policy"] == R"({"Statement":[{"Effect":"Allow","Resource":"arn:b","Port":5}]})");
    CHECK(change(made, 2)["after_unknown"] == Json::parse(R"({"policy": true})"));
    CHECK(expressions(made, 2)["policy"]["references"][0] == "aws_s3_bucket.b.id");
}

TEST_CASE("instances that refer to the one with their own key do so by each.key or count.index") {
    const Json made = plan(R"(aws_s3_bucket.b["x"]: {bucket: bx}
aws_s3_bucket.b["y"]: {bucket: by}
aws_s3_bucket.c[0]: {}
aws_s3_bucket.c[1]: {}
aws_l.each["x"]: {bucket: !ref 'aws_s3_bucket.b["x"].bucket'}
aws_l.each["y"]: {bucket: !ref 'aws_s3_bucket.b["y"].bucket'}
aws_l.count[0]: {bucket: !ref "aws_s3_bucket.c[0].id"}
aws_l.count[1]: {bucket: !ref "aws_s3_bucket.c[1].id"}
aws_l.same["x"]: {bucket: !ref 'aws_s3_bucket.b["x"].id', n: 1, m: 7}
aws_l.same["y"]: {bucket: !ref 'aws_s3_bucket.b["x"].id', n: 2, m: 7}
)");
    CHECK(made["planned_values"]["root_module"]["resources"][0]["index"] == "x");
    CHECK(made["planned_values"]["root_module"]["resources"][3]["index"] == 1);
    CHECK(expressions(made, 2)["bucket"]["references"] == Json::parse(R"(["aws_s3_bucket.b", "each.key"])"));
    CHECK(expressions(made, 3)["bucket"]["references"] == Json::parse(R"(["aws_s3_bucket.c", "count.index"])"));
    CHECK(expressions(made, 4)["bucket"]["references"] ==
          Json::parse(R"(["aws_s3_bucket.b[\"x\"].id", "aws_s3_bucket.b[\"x\"]", "aws_s3_bucket.b"])"));
    CHECK(expressions(made, 4)["n"] == Json::object());
    CHECK(expressions(made, 4)["m"] == Json::parse(R"({"constant_value": 7})"));
    const Json& resources = made["configuration"]["root_module"]["resources"];
    CHECK(resources[0]["for_each_expression"] == Json::object());
    CHECK(resources[1]["count_expression"] == Json::parse(R"({"constant_value": 2})"));
    CHECK(change(made, 4)["after"]["bucket"] == "bx");
}

TEST_CASE("references into and out of modules go through outputs and variables") {
    const Json made = plan(R"(module.site["a"].module.store.aws_s3_bucket.logs: {}
aws_log.root: {bucket: !ref 'module.site["a"].module.store.aws_s3_bucket.logs.id'}
aws_kms_key.k: {arn: "arn:k"}
module.site["a"].module.store.aws_sqs_queue.q: {key: !ref aws_kms_key.k.arn, bucket: !ref 'module.site["a"].module.store.aws_s3_bucket.logs.id'}
)");
    const Json& root = made["configuration"]["root_module"];
    CHECK(root["resources"][0]["expressions"]["bucket"]["references"] ==
          Json::parse(
              R"(["module.site[\"a\"].module_store_aws_s3_bucket_logs_id", "module.site[\"a\"]", "module.site"])"));
    const Json& site = root["module_calls"]["site"];
    CHECK(site["for_each_expression"] == Json::object());
    CHECK(site["expressions"]["aws_kms_key_k_arn"]["references"] ==
          Json::parse(R"(["aws_kms_key.k.arn", "aws_kms_key.k"])"));
    CHECK(site["module"]["variables"] == Json::parse(R"({"aws_kms_key_k_arn": {}})"));
    CHECK(site["module"]["outputs"]["module_store_aws_s3_bucket_logs_id"]["expression"]["references"] ==
          Json::parse(R"(["module.store.aws_s3_bucket_logs_id", "module.store"])"));
    const Json& store = site["module"]["module_calls"]["store"];
    CHECK(store["expressions"]["aws_kms_key_k_arn"]["references"] == Json::parse(R"(["var.aws_kms_key_k_arn"])"));
    CHECK(store["module"]["outputs"]["aws_s3_bucket_logs_id"]["expression"]["references"][0] ==
          "aws_s3_bucket.logs.id");
    const Json& queue = store["module"]["resources"][1]["expressions"];
    CHECK(queue["key"]["references"] == Json::parse(R"(["var.aws_kms_key_k_arn"])"));
    CHECK(queue["bucket"]["references"] == Json::parse(R"(["aws_s3_bucket.logs.id", "aws_s3_bucket.logs"])"));
    const Json& values = made["planned_values"]["root_module"]["child_modules"][0];
    CHECK(values["address"] == R"(module.site["a"])");
    CHECK(values["child_modules"][0]["address"] == R"(module.site["a"].module.store)");
    CHECK(values["child_modules"][0]["resources"][0]["address"] ==
          R"(module.site["a"].module.store.aws_s3_bucket.logs)");
    CHECK(made["resource_changes"][0]["module_address"] == R"(module.site["a"].module.store)");
}

TEST_CASE("instances of a module share a variable, two resources of one that need different things do not") {
    const Json made = plan(R"(aws_kms_key.k["x"]: {}
aws_kms_key.k["y"]: {}
module.m["x"].aws_sqs_queue.q: {key: !ref 'aws_kms_key.k["x"].arn'}
module.m["y"].aws_sqs_queue.q: {key: !ref 'aws_kms_key.k["y"].arn'}
module.n.aws_sqs_queue.one: {key: !ref 'aws_kms_key.k["x"].arn'}
module.n.aws_sqs_queue.two: {key: !ref 'aws_kms_key.k["y"].arn'}
)");
    const Json& calls = made["configuration"]["root_module"]["module_calls"];
    CHECK(calls["m"]["expressions"] ==
          Json::parse(R"({"aws_kms_key_k_arn": {"references": ["aws_kms_key.k", "each.key"]}})"));
    CHECK(calls["n"]["expressions"].size() == 2);
    CHECK(calls["n"]["module"]["resources"][1]["expressions"]["key"]["references"] ==
          Json::parse(R"(["var.aws_kms_key_k_arn_2"])"));
}

TEST_CASE("what is there and what is planned make the actions") {
    const Json made = plan(
        "aws_a.same: {x: 1, y: null}\naws_a.changed: {x: 2}\naws_a.new: {}\naws_a.again: !replace {x: 1}\n"
        "aws_a.maybe: {x: !unknown}\n",
        "aws_a.maybe: {x: 1}\naws_a.gone: {x: 1}\naws_a.again: {x: 1}\naws_a.changed: {x: 1}\naws_a.same: {x: 1}\n");
    const auto actions = [&](std::size_t at) { return change(made, at)["actions"].dump(); };
    CHECK(actions(0) == R"(["no-op"])");
    CHECK(actions(1) == R"(["update"])");
    CHECK(actions(2) == R"(["create"])");
    CHECK(actions(3) == R"(["delete","create"])");
    CHECK(actions(4) == R"(["update"])");
    CHECK(actions(5) == R"(["delete"])");
    CHECK(made["resource_changes"][5]["address"] == "aws_a.gone");
    CHECK(change(made, 5)["after"].is_null());
    CHECK(change(made, 1)["before"] == Json::parse(R"({"x": 1})"));
    CHECK(made["planned_values"]["root_module"]["resources"].size() == 5);
    CHECK(made["prior_state"]["values"]["root_module"]["resources"].size() == 5);
}

TEST_CASE("a reference to what is not planned takes what is there now") {
    const Json made = plan("aws_a.a: {x: 1}\naws_b.b: {y: !ref aws_a.a.arn}\n", "aws_a.a: {x: 1, arn: old}\n");
    CHECK(change(made, 1)["after"]["y"] == "old");
    CHECK(change(made, 0)["actions"] == Json::parse(R"(["no-op"])"));
}

TEST_CASE("data sources are in the state when all of them is known, and read later when not") {
    const Json made = plan("data.aws_ami.base: {id: ami-1}\ndata.aws_ami.late: {id: !unknown}\n");
    CHECK(made["prior_state"]["values"]["root_module"]["resources"][0]["mode"] == "data");
    CHECK(made["resource_changes"].size() == 1);
    CHECK(change(made, 0)["actions"] == Json::parse(R"(["read"])"));
    CHECK(made["planned_values"]["root_module"]["resources"][0]["address"] == "data.aws_ami.late");
    CHECK(made["configuration"]["root_module"]["resources"][0]["address"] == "data.aws_ami.base");
}

TEST_CASE("mistakes in the short form say what and where, with the nearest") {
    CHECK(error("[]").find("are a map from addresses") != std::string::npos);
    CHECK(error("").find("planned resources") != std::string::npos);
    CHECK(error("a: {").find("line 1 of the planned resources") != std::string::npos);
    CHECK(
        error("aws_s3_bucket: {}").find("`aws_s3_bucket` is no address of a resource: a name is missing at its end") !=
        std::string::npos);
    CHECK(error("aws_a.b[x]: {}").find("a number or a text in double quotes") != std::string::npos);
    CHECK(error("aws_a.b.c: {}").find("it goes on behind `aws_a.b`") != std::string::npos);
    CHECK(error("aws_a.b: []").find("`aws_a.b` is a map of its attributes") != std::string::npos);
    CHECK(error("\naws_a.b: {x: !Ref c}")
              .find("line 2 of the planned resources: there is no tag `!Ref`; did you mean `!ref`?") !=
          std::string::npos);
    CHECK(error("aws_a.b: {x: !unknown 5}").find("takes none") != std::string::npos);
    CHECK(error("aws_a.b: {x: !sensitive }").find("stands before a value") != std::string::npos);
    CHECK(error("aws_a.b: {x: !replace {}}").find("of a whole resource") != std::string::npos);
    CHECK(error("aws_a.b: {x: !ref }").find("names another resource's attribute") != std::string::npos);
    CHECK(error("aws_a.b: {x: !ref aws_a.b}").find("names no attribute; write, for example, `!ref aws_a.b.id`") !=
          std::string::npos);
    CHECK(error("aws_a.logs: {}\naws_a.b: {x: !ref aws_a.log.id}")
              .find("line 2 of the planned resources: `!ref` names `aws_a.log`, which is not among the planned "
                    "resources; did "
                    "you mean `aws_a.logs`?") != std::string::npos);
    CHECK(error("aws_a.b: {x: !ref aws_a.c.y}\naws_a.c: {y: !ref aws_a.b.x}").find("round in a circle") !=
          std::string::npos);
    CHECK(error("aws_a.b: {x: [1]}\naws_a.c: {y: !ref \"aws_a.b.x[1]\"}").find("there is no position 1") !=
          std::string::npos);
    CHECK(error("aws_a.b: {x: 1}\naws_a.c: {y: !ref aws_a.b.x.z}").find("has no `z`") != std::string::npos);
    CHECK(error("aws_a.b: {}\naws_a.b[0]: {}").find("keys of different kinds") != std::string::npos);
    CHECK(error("aws_a.b: !replace {}").find("nothing to replace") != std::string::npos);
    CHECK(error("{}", "aws_a.b: {x: !unknown }")
              .find("line 1 of the current resources: what is there already is known") != std::string::npos);
    CHECK(error("aws_b.c: {x: !ref aws_a.b.id}", "aws_a.b: {}").find("so the plan deletes it") != std::string::npos);
    CHECK(error("{}", "data.aws_a.b: {}").find("is a data source") != std::string::npos);
}

TEST_CASE("a tag may stand before a closing bracket") {
    CHECK(with_room_behind_tags("a: [!unknown]\nb: {c: !unknown}\n") == "a: [!unknown ]\nb: {c: !unknown }\n");
    CHECK(with_room_behind_tags("a: \"[!unknown]\"") == "a: \"[!unknown]\"");
    CHECK(with_room_behind_tags("a: [!computed]") == "a: [!computed ]");
    CHECK(with_room_behind_tags("a: !unknown") == "a: !unknown");
}

TEST_CASE("references that multiply end in an error, not in an exhausted machine") {
    std::string text = "aws_a.r0: {x: [1, 1]}\n";
    for (int i = 1; i < 40; ++i) {
        const std::string other = "!ref aws_a.r" + std::to_string(i - 1) + ".x";
        text += "aws_a.r" + std::to_string(i) + ": {x: [" + other + ", " + other + "]}\n";
    }
    CHECK(error(text).find("references copy more than 200000 values") != std::string::npos);
    std::string chain;
    for (int i = 0; i < 5000; ++i)
        chain += "aws_a.r" + std::to_string(i) + ": {x: !ref aws_a.r" + std::to_string(i + 1) + ".x}\n";
    CHECK(error(chain + "aws_a.r5000: {x: 1}\n").find("too many times") != std::string::npos);
    std::string nest = "aws_a.r0: {x: 1}\n";
    for (int i = 1; i < 150; ++i)
        nest += "aws_a.r" + std::to_string(i) + ": {x: [!ref aws_a.r" + std::to_string(i - 1) + ".x]}\n";
    CHECK(error(nest).find("too deep into one another") != std::string::npos);
    CHECK(error("aws_a.b: " + std::string(150, '[') + std::string(150, ']')).find("line 1") != std::string::npos);
}
