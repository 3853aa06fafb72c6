#include "engine/scenario/terraform/edit_plan.hpp"

#include <catch2/catch.hpp>

#include <nlohmann/json.hpp>

#include "engine/scenario/names.hpp"

using namespace spile::engine::scenario::terraform;  // NOLINT(google-build-using-namespace): a test
using Json = nlohmann::json;

namespace {

// Lines as Terraform's output has them after `jq`: what is not edited must stay where it is.
constexpr const char* k_plan = R"({
  "format_version": "1.2",
  "planned_values": {"root_module": {
    "resources": [
      {"address": "aws_s3_bucket.logs", "mode": "managed", "type": "aws_s3_bucket", "name": "logs",
       "values": {"bucket": "logs", "versioning": [{"enabled": false}], "groups": ["a", null]}}
    ],
    "child_modules": [{"address": "module.m", "resources": [
      {"address": "module.m.aws_x.y[0]", "type": "aws_x", "values": {"n": 1}},
      {"address": "module.m.aws_x.y[1]", "type": "aws_x", "values": {"n": 2}}
    ]}]
  }},
  "resource_changes": [
    {"address": "aws_s3_bucket.gone", "type": "aws_s3_bucket", "change": {"actions": ["delete"], "before": {"bucket": "b"},
     "after": null, "after_unknown": {}}},
    {"address": "aws_s3_bucket.logs", "type": "aws_s3_bucket", "change": {"actions": ["create"], "before": null,
     "after": {"bucket": "logs", "versioning": [{"enabled": false}], "groups": ["a", null]},
     "after_unknown": {"id": true, "tags": true, "groups": [false, true], "versioning": [{}]}}},
    {"address": "module.m.aws_x.y[0]", "type": "aws_x", "change": {"actions": ["create"], "after": {"n": 1}, "after_unknown": {}}},
    {"address": "module.m.aws_x.y[1]", "type": "aws_x", "change": {"actions": ["create"], "after": {"n": 2}, "after_unknown": {}}}
  ],
  "prior_state": {"values": {"root_module": {"resources": [
    {"address": "data.aws_ami.base", "mode": "data", "type": "aws_ami", "values": {"id": "ami-1"}},
    {"address": "aws_s3_bucket.gone", "mode": "managed", "type": "aws_s3_bucket", "values": {"bucket": "b"}}
  ]}}},
  "configuration": {"root_module": {
    "resources": [
      {"address": "aws_s3_bucket.logs", "expressions": {"bucket": {"references": ["aws_x.z.id", "aws_x.z"]},
       "versioning": [{"enabled": {"constant_value": false}}]}}
    ],
    "module_calls": {"m": {"module": {"resources": [{"address": "aws_x.y", "expressions": {"n": {"references": ["count.index"]}}}]}}}
  }}
})";

PlanPlace place(const std::string& address, const std::string& path) {
    PlanPlace made{address, {}};
    if (!path.empty()) made.path = spile::engine::scenario::parse_path(path).value();
    return made;
}

Json edited(const std::string& address, const std::string& path, PlanEdit kind, const char* yaml = "") {
    const auto made = edit_plan(k_plan, place(address, path), kind, yaml);
    INFO((made.ok() ? "" : made.error().message));
    REQUIRE(made.ok());
    return Json::parse(made.value());
}

std::string error(const std::string& address, const std::string& path, PlanEdit kind, const char* yaml = "") {
    const auto made = edit_plan(k_plan, place(address, path), kind, yaml);
    REQUIRE_FALSE(made.ok());
    return made.error().message;
}

const Json& values(const Json& plan) {
    return plan["planned_values"]["root_module"]["resources"][0]["values"];
}
const Json& change(const Json& plan) {
    return plan["resource_changes"][1]["change"];
}
const Json& expressions(const Json& plan) {
    return plan["configuration"]["root_module"]["resources"][0]["expressions"];
}

}  // namespace

TEST_CASE("a value that is set is set in every tree of a plan, and no longer comes from what it referred to") {
    const Json plan = edited("aws_s3_bucket.logs", "bucket", PlanEdit::set, "other");
    CHECK(values(plan)["bucket"] == "other");
    CHECK(change(plan)["after"]["bucket"] == "other");
    CHECK(expressions(plan)["bucket"] == Json::parse(R"({"constant_value": "other"})"));

    const Json deep = edited("aws_s3_bucket.logs", "versioning[0].enabled", PlanEdit::set, "true");
    CHECK(values(deep)["versioning"][0]["enabled"] == true);
    CHECK(change(deep)["after"]["versioning"][0]["enabled"] == true);
    CHECK(expressions(deep)["versioning"][0]["enabled"]["constant_value"] == true);

    const Json made = edited("aws_s3_bucket.logs", "rule[0].name", PlanEdit::set, "!json {a: [1]}");
    CHECK(change(made)["after"]["rule"][0]["name"] == R"({"a":[1]})");
    CHECK(edited("aws_s3_bucket.logs", "x", PlanEdit::set,
                 "a: 1\nb: [2]\n")["resource_changes"][1]["change"]["after"]["x"] ==
          Json::parse(R"({"a": 1, "b": [2]})"));
}

TEST_CASE("what was known after apply and is set is known") {
    const Json plan = edited("aws_s3_bucket.logs", "id", PlanEdit::set, "logs");
    CHECK(values(plan)["id"] == "logs");
    CHECK_FALSE(change(plan)["after_unknown"].contains("id"));
    const Json element = edited("aws_s3_bucket.logs", "groups[1]", PlanEdit::set, "b");
    CHECK(change(element)["after"]["groups"] == Json::parse(R"(["a", "b"])"));
    CHECK(change(element)["after_unknown"]["groups"] == Json::parse("[false, false]"));
}

TEST_CASE("a value that is removed is in no tree of a plan") {
    const Json plan = edited("aws_s3_bucket.logs", "bucket", PlanEdit::remove);
    CHECK_FALSE(values(plan).contains("bucket"));
    CHECK_FALSE(change(plan)["after"].contains("bucket"));
    CHECK_FALSE(expressions(plan).contains("bucket"));
    CHECK_FALSE(change(edited("aws_s3_bucket.logs", "id", PlanEdit::remove))["after_unknown"].contains("id"));
    const Json element = edited("aws_s3_bucket.logs", "groups[1]", PlanEdit::remove);
    CHECK(change(element)["after"]["groups"] == Json::parse(R"(["a"])"));
    CHECK(change(element)["after_unknown"]["groups"] == Json::parse("[false]"));
}

TEST_CASE("a value that is made unknown is marked, and lists keep their length") {
    const Json plan = edited("aws_s3_bucket.logs", "versioning[0].enabled", PlanEdit::make_unknown);
    CHECK(values(plan)["versioning"] == Json::parse("[{}]"));
    CHECK(change(plan)["after"]["versioning"] == Json::parse("[{}]"));
    CHECK(change(plan)["after_unknown"]["versioning"] == Json::parse(R"([{"enabled": true}])"));
    CHECK(expressions(plan)["versioning"][0]["enabled"] == Json::object());
    CHECK(expressions(edited("aws_s3_bucket.logs", "acl", PlanEdit::make_unknown))["acl"] == Json::object());
    CHECK(expressions(edited("aws_s3_bucket.logs", "versioning[0].mfa", PlanEdit::set,
                             "true"))["versioning"][0]["mfa"] == Json::parse(R"({"constant_value": true})"));
    CHECK_FALSE(
        expressions(edited("aws_s3_bucket.logs", "bucket", PlanEdit::make_unknown))["bucket"].contains("references"));
    const Json element = edited("aws_s3_bucket.logs", "groups[0]", PlanEdit::set, "!unknown");
    CHECK(change(element)["after"]["groups"] == Json::parse("[null, null]"));
    CHECK(change(element)["after_unknown"]["groups"] == Json::parse("[true, true]"));
    CHECK(change(edited("aws_s3_bucket.logs", "new.deep", PlanEdit::make_unknown))["after_unknown"]["new"] ==
          Json::parse(R"({"deep": true})"));
}

TEST_CASE("an instance of several is edited alone, and its configuration stays") {
    const Json plan = edited("module.m.aws_x.y[1]", "n", PlanEdit::set, "5");
    const Json& resources = plan["planned_values"]["root_module"]["child_modules"][0]["resources"];
    CHECK(resources[0]["values"]["n"] == 1);
    CHECK(resources[1]["values"]["n"] == 5);
    CHECK(plan["configuration"]["root_module"]["module_calls"]["m"]["module"]["resources"][0]["expressions"]["n"] ==
          Json::parse(R"({"references": ["count.index"]})"));
    const Json less = edited("module.m.aws_x.y[1]", "", PlanEdit::remove);
    CHECK(less["planned_values"]["root_module"]["child_modules"][0]["resources"].size() == 1);
    CHECK(less["resource_changes"].size() == 3);
    CHECK(less["configuration"]["root_module"]["module_calls"]["m"]["module"]["resources"].size() == 1);
    CHECK(edited("aws_s3_bucket.logs", "", PlanEdit::remove)["configuration"]["root_module"]["resources"].empty());
    CHECK(edited("data.aws_ami.base", "id", PlanEdit::set,
                 "ami-2")["prior_state"]["values"]["root_module"]["resources"][0]["values"]["id"] == "ami-2");
}

TEST_CASE("an edit leaves every other line of a plan where it is") {
    const std::string made = edit_plan(k_plan, place("aws_s3_bucket.logs", "bucket"), PlanEdit::set, "other").value();
    CHECK(std::count(made.begin(), made.end(), '\n') == std::count(k_plan, k_plan + std::string(k_plan).size(), '\n'));
}

TEST_CASE("edits of plans that cannot be made say why, by address") {
    CHECK(error("aws_s3_bucket.logs", "buckett", PlanEdit::remove) ==
          "`aws_s3_bucket.logs` has no `buckett`; did you mean `bucket`?");
    CHECK(error("aws_s3_bucket.logs", "groups[7]", PlanEdit::remove) ==
          "`aws_s3_bucket.logs.groups` has no position 7");
    CHECK(error("aws_s3_bucket.logs", "tags.a", PlanEdit::set, "1") ==
          "`aws_s3_bucket.logs.tags` is known after apply as a whole; set all of it");
    CHECK(error("aws_s3_bucket.logs", "bucket.deep", PlanEdit::set, "1")
              .find("`aws_s3_bucket.logs.bucket` is a single value") != std::string::npos);
    CHECK(error("aws_s3_bucket.logs", "x", PlanEdit::set, "[!ref aws_x.y.id]").find("a value is written out") !=
          std::string::npos);
    CHECK(error("aws_s3_bucket.logs", "x", PlanEdit::set, "[").find("line 1 of the value") != std::string::npos);
    CHECK(error("aws_s3_bucket.logs", "", PlanEdit::set, "{}").find("takes no whole resources") != std::string::npos);
    CHECK(error("aws_s3_bucket.gone", "bucket", PlanEdit::set, "x").find("the plan deletes") != std::string::npos);
    CHECK(error("data.aws_ami.base", "id", PlanEdit::make_unknown).find("is read already") != std::string::npos);
    CHECK(error("aws_s3_bucket.other", "x", PlanEdit::remove) == "the plan has no `aws_s3_bucket.other`");
    CHECK_FALSE(edit_plan("{", place("a.b", "c"), PlanEdit::remove).ok());
}

TEST_CASE("a pointer into any tree of a plan is a place of its instance") {
    const PlanOutline outline = outline_of_plan(k_plan);
    const auto at = [&](const char* pointer) {
        const auto found = place_of_pointer(outline, pointer);
        return found ? text(*found) : std::string("nowhere");
    };
    CHECK(at("/planned_values/root_module/resources/0/values/versioning/0/enabled") ==
          "aws_s3_bucket.logs.versioning[0].enabled");
    CHECK(at("/planned_values/root_module/child_modules/0/resources/1/values/n") == "module.m.aws_x.y[1].n");
    CHECK(at("/planned_values/root_module/resources/0") == "aws_s3_bucket.logs");
    CHECK(at("/planned_values/root_module/resources/0/address") == "aws_s3_bucket.logs");
    CHECK(at("/resource_changes/1/change/after_unknown/tags") == "aws_s3_bucket.logs.tags");
    CHECK(at("/resource_changes/0/change/before/bucket") == "aws_s3_bucket.gone.bucket");
    CHECK(at("/prior_state/values/root_module/resources/0/values/id") == "data.aws_ami.base.id");
    CHECK(at("/resource_changes/1/change/after/a~1b/x~0y") == "aws_s3_bucket.logs.a/b.x~y");
    CHECK(at("/resource_changes/17") == "nowhere");
    CHECK(at("/configuration") == "nowhere");
    CHECK(at("") == "nowhere");
}

TEST_CASE("a plan that marks a value, an output or a variable as sensitive has something to hide") {
    CHECK_FALSE(has_sensitive_values(k_plan));
    CHECK_FALSE(
        has_sensitive_values(R"({"outputs": {"a": {"sensitive": false}}, "x": {"after_sensitive": {"a": [{}]}}})"));
    CHECK(has_sensitive_values(R"({"outputs": {"a": {"sensitive": true}}})"));
    CHECK(has_sensitive_values(R"({"x": [{"change": {"after_sensitive": {"a": [false, true]}}}]})"));
    CHECK(has_sensitive_values(R"({"x": [{"sensitive_values": {"a": {"b": true}}}]})"));
    CHECK(has_sensitive_values("{"));
}
