#include "engine/loaders/terraform/terraform.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "engine/eval/operators.hpp"

using namespace spile;
using namespace spile::engine;

namespace {

struct Loaded {
    SourceMap sources;
    FactGraph graph{sources};
    DiagnosticSink sink;
    DocumentId document;

    explicit Loaded(const std::string& text) {
        document = load_terraform(sources.add("plan.json", text), graph, {}, sink);
    }
    [[nodiscard]] const Unit& unit(std::string_view address) const {
        const auto found = graph.find(document, address);
        REQUIRE(found);
        return graph.unit(*found);
    }
    [[nodiscard]] static Value at(Value value, std::string_view path) {
        while (!path.empty()) {
            const std::string_view name = path.substr(0, path.find('.'));
            path.remove_prefix(std::min(path.size(), name.size() + 1));
            if (value.is(Kind::list)) {
                value = value.elements()[std::stoul(std::string(name))].value;
                continue;
            }
            const Member* member = value.member(name);
            if (member == nullptr) return {};
            value = member->value;
        }
        return value;
    }
    [[nodiscard]] std::string text(Value value) const { return display(value, {.factory = &graph.factory()}); }
    [[nodiscard]] std::string attribute(std::string_view address, std::string_view path) const {
        return text(at(unit(address).attributes, path));
    }
    [[nodiscard]] std::string actions(std::string_view address) const {
        std::string out;
        for (const std::string_view action : unit(address).change->actions)
            out += (out.empty() ? "" : " ") + std::string(action);
        return out;
    }
    [[nodiscard]] std::string diagnostics() const {
        std::string out;
        for (const Diagnostic& each : sink.all())
            out += std::string(info(each.kind).code) + " " + each.message + "\n";
        return out;
    }
    /// What the configuration says of a place, as addresses.
    [[nodiscard]] std::string references(std::string_view address, const std::string& pointer) const {
        const UnitReferences* filed = graph.references(*graph.find(document, address));
        if (filed == nullptr) return "none";
        const auto found = filed->places.find(pointer);
        if (found == filed->places.end()) return "none";
        std::string out;
        const auto list = [&](std::span<const ReferenceTarget> targets) {
            for (const ReferenceTarget& target : targets) {
                out += (out.empty() ? "" : " ") + std::string("(");
                for (const UnitId unit : target.units)
                    out += (out.back() == '(' ? "" : " ") + std::string(graph.unit(unit).address);
                out += ")." + std::string(target.attribute);
            }
        };
        list(found->second.direct);
        if (found->second.open) out += " open";
        if (!found->second.followed.empty()) out += " <- ";
        list(found->second.followed);
        return out;
    }
};

std::string change(const std::string& address, const std::string& actions, const std::string& before,
                   const std::string& after, const std::string& more = "") {
    return R"({"address":")" + address + R"(","mode":"managed","type":"aws_db_instance","name":"x",)" + more +
           R"("change":{"actions":[)" + actions + R"(],"before":)" + before + R"(,"after":)" + after +
           R"(,"after_unknown":{},"before_sensitive":false,"after_sensitive":{}}})";
}

std::string planned(const std::string& address, const std::string& type, const std::string& values) {
    return R"({"address":")" + address + R"(","mode":")" + (address.find("data.") == 0 ? "data" : "managed") +
           R"(","type":")" + type + R"(","name":"x","values":)" + values + "}";
}

std::string plan(const std::string& resources, const std::string& configuration) {
    return R"({"planned_values":{"root_module":{"resources":[)" + resources + R"(]}},"configuration":{"root_module":)" +
           configuration + "}}";
}

}  // namespace

TEST_CASE("each action of a plan is read, with what was there before") {
    const Loaded loaded(
        R"({"resource_changes":[)" + change("aws_db_instance.a", R"("create")", "null", R"({"size":1})") + "," +
        change("aws_db_instance.b", R"("update")", R"({"size":1})", R"({"size":2})") + "," +
        change("aws_db_instance.c", R"("delete","create")", R"({"size":1})", R"({"size":2})",
               R"("action_reason":"replace_because_cannot_update",)") +
        "," + change("aws_db_instance.d", R"("create","delete")", R"({"size":1})", R"({"size":2})") + "," +
        change("aws_db_instance.e", R"("delete")", R"({"size":1})", "null") + "," +
        change("aws_db_instance.f", R"("forget")", R"({"size":1})", "null") + "," +
        change("aws_db_instance.g", R"("no-op")", R"({"size":1})", R"({"size":1})",
               R"("previous_address":"aws_db_instance.was",)") +
        "," + change("aws_db_instance.g", R"("delete")", R"({"size":9})", "null", R"("deposed":"0a1b",)") + "," +
        change("aws_db_instance.h", R"("read")", "null", R"({"size":1})") + "]}");
    CHECK(loaded.diagnostics().empty());
    CHECK(loaded.actions("aws_db_instance.c") == "delete create");
    CHECK(loaded.actions("aws_db_instance.d") == "create delete");
    CHECK(loaded.text(loaded.unit("aws_db_instance.b").change->before.member("size")->value) == "1");
    CHECK(loaded.attribute("aws_db_instance.b", "size") == "2");
    CHECK(loaded.unit("aws_db_instance.a").change->before.is(Kind::missing));
    CHECK(loaded.text(Loaded::at(loaded.unit("aws_db_instance.c").body, "action_reason")) ==
          "replace_because_cannot_update");
    CHECK(loaded.text(Loaded::at(loaded.unit("aws_db_instance.g").body, "previous_address")) == "aws_db_instance.was");
    for (const char* gone : {"aws_db_instance.e", "aws_db_instance.f", "aws_db_instance.g (deposed object 0a1b)"}) {
        CHECK(loaded.unit(gone).kind == UnitKind::removed);
        CHECK(loaded.unit(gone).attributes.is(Kind::missing));
        CHECK(loaded.unit(gone).change->before.is(Kind::map));
    }
    CHECK(loaded.graph.of_type("tf", "aws_db_instance").size() == 6);
    CHECK(loaded.graph.changes_of("tf", "aws_db_instance").size() == 9);
}

TEST_CASE("what is known in part is unknown in part, at the places of both trees") {
    const Loaded loaded(R"({"resource_changes":[{"address":"aws_x.y","type":"aws_x","change":{"actions":["create"],
        "after":{"name":"n","none":null,"rules":[{"port":22},null],"list":["a",null]},
        "after_unknown":{"id":true,"rules":[{"group":true},true],"list":[false,true],"tags":{}},
        "after_sensitive":{"list":[true]}}}]})");
    const Value all = loaded.unit("aws_x.y").attributes;
    CHECK(loaded.attribute("aws_x.y", "name") == "n");
    CHECK(Loaded::at(all, "none").is(Kind::missing));
    CHECK(Loaded::at(all, "rules.0.group").unknown().cause == "`aws_x.y.rules[0].group` is known after apply");
    CHECK(loaded.attribute("aws_x.y", "rules.0.port") == "22");
    CHECK(Loaded::at(all, "rules.1").is(Kind::unknown));
    CHECK(Loaded::at(all, "list.0").sensitive());
    CHECK(loaded.attribute("aws_x.y", "list.0") == "(sensitive)");
    CHECK(Loaded::at(all, "list.1").is(Kind::unknown));
    CHECK(all.member("tags") == nullptr);
    CHECK(FactGraph::pointer(Loaded::at(all, "id").origin()->path) == "/resource_changes/0/change/after_unknown/id");
    CHECK(FactGraph::pointer(Loaded::at(all, "rules.0.port").origin()->path) ==
          "/resource_changes/0/change/after/rules/0/port");
}

TEST_CASE("a marked collection is sensitive with all inside, by either tree") {
    const Loaded loaded(R"({"planned_values":{"root_module":{"resources":[{"address":"aws_x.y","type":"aws_x",
        "values":{"a":{"b":["s1"]},"c":"s2","d":"open"},"sensitive_values":{"a":true}}]}},
        "resource_changes":[{"address":"aws_x.y","type":"aws_x","change":{"actions":["no-op"],"before":{"c":"s3"},
        "after":{},"before_sensitive":{"c":true},"after_sensitive":{"c":true}}}]})");
    CHECK(loaded.attribute("aws_x.y", "a.b.0") == "(sensitive)");
    CHECK(loaded.attribute("aws_x.y", "c") == "(sensitive)");
    CHECK(loaded.attribute("aws_x.y", "d") == "open");
    CHECK(loaded.unit("aws_x.y").change->before.member("c")->value.sensitive());
}

TEST_CASE("references go through inputs and outputs of modules, and to the instance of the same key") {
    const Loaded loaded(R"({"planned_values":{"root_module":{"resources":[)" + planned("aws_v.a", "aws_v", "{}") + "," +
                        planned("aws_s.k[\\\"x\\\"]", "aws_s", "{}") + "," +
                        planned("aws_s.k[\\\"y\\\"]", "aws_s", "{}") + "," +
                        planned("aws_w.k[\\\"y\\\"]", "aws_w", R"({"s":"1","all":"2"})") +
                        R"(],"child_modules":[{"address":"module.m[0]","resources":[)" +
                        planned("module.m[0].aws_v.in", "aws_v", R"({"v":"1"})") + R"(]}]}},
        "configuration":{"root_module":{
          "resources":[
            {"address":"aws_v.a","expressions":{"from":{"references":["module.m[0].out","module.m[0]","module.m"]}}},
            {"address":"aws_s.k","expressions":{"v":{"references":["aws_v.a.id","aws_v.a"]}},"for_each_expression":{"references":["local.x"]}},
            {"address":"aws_w.k","expressions":{"s":{"references":["aws_s.k","each.key"]},
                                                 "all":{"references":["aws_s.k"]},
                                                 "through":{"references":["aws_s.k[\"x\"].v","aws_s.k[\"x\"]","aws_s.k"]},
                                                 "local":{"references":["local.y"]},
                                                 "none":{"references":["var.given"]},
                                                 "value":{"references":["each.value.id","each.value"]}},
             "for_each_expression":{"references":["aws_s.k"]}}],
          "module_calls":{"m":{"count_expression":{"constant_value":1},"expressions":{"v":{"references":["aws_v.a.id","aws_v.a"]}},
            "module":{"variables":{"v":{}},"resources":[{"address":"aws_v.in","expressions":{"v":{"references":["var.v"]}}}],
                      "outputs":{"out":{"expression":{"references":["aws_v.in.id","aws_v.in"]}}}}}}}}})");
    CHECK(loaded.diagnostics().empty());
    CHECK(loaded.references("aws_v.a", "/from") == "(module.m[0].aws_v.in).id");
    CHECK(loaded.references("module.m[0].aws_v.in", "/v") == "(aws_v.a).id");
    CHECK(loaded.references("aws_w.k[\"y\"]", "/s") == "(aws_s.k[\"y\"]).");
    CHECK(loaded.references("aws_w.k[\"y\"]", "/all") == "(aws_s.k[\"x\"] aws_s.k[\"y\"]).");
    CHECK(loaded.references("aws_w.k[\"y\"]", "/through") == "(aws_s.k[\"x\"]).v <-  (aws_v.a).id");
    CHECK(loaded.references("aws_w.k[\"y\"]", "/local") == " open");
    CHECK(loaded.references("aws_w.k[\"y\"]", "/none").empty());
    CHECK(loaded.references("aws_w.k[\"y\"]", "/value") == "(aws_s.k[\"y\"]).");
    CHECK(loaded.references("aws_w.k[\"y\"]", "/other") == "none");
}

TEST_CASE("blocks of a set are told apart by their constants, else any may be meant") {
    const std::string groups = planned("aws_g.a", "aws_g", "{}") + "," + planned("aws_g.b", "aws_g", "{}") + ",";
    const std::string blocks =
        R"({"resources":[{"address":"aws_r.r","expressions":{"in":[
            {"port":{"constant_value":1},"g":{"references":["aws_g.a.id","aws_g.a"]}},
            {"port":{"constant_value":2},"g":{"references":["aws_g.b.id","aws_g.b"]}}]}}]})";
    const Loaded turned(
        plan(groups + planned("aws_r.r", "aws_r", R"({"in":[{"port":2,"g":"y"},{"port":1,"g":"x"}]})"), blocks));
    CHECK(turned.references("aws_r.r", "/in/0/g") == "(aws_g.b).id");
    CHECK(turned.references("aws_r.r", "/in/1/g") == "(aws_g.a).id");
    const Loaded more(
        plan(groups + planned("aws_r.r", "aws_r", R"({"in":[{"port":2},{"port":1},{"port":3}]})"), blocks));
    CHECK(more.references("aws_r.r", "/in/2/g") == "(aws_g.a).id (aws_g.b).id open");
}

TEST_CASE("references in a circle end") {
    const Loaded loaded(R"({"planned_values":{"root_module":{"resources":[)" + planned("aws_x.a", "aws_x", "{}") + "," +
                        planned("aws_x.b", "aws_x", "{}") +
                        R"(],"child_modules":[{"address":"module.m","resources":[)" +
                        planned("module.m.aws_x.c", "aws_x", "{}") + R"(]}]}},"configuration":{"root_module":{
        "resources":[{"address":"aws_x.a","expressions":{"v":{"references":["aws_x.b.v","aws_x.b"]}}},
                     {"address":"aws_x.b","expressions":{"v":{"references":["aws_x.a.v","aws_x.a"]}}}],
        "module_calls":{"m":{"expressions":{"i":{"references":["module.m.o","module.m"]}},"module":{
           "resources":[{"address":"aws_x.c","expressions":{"v":{"references":["var.i"]}}}],
           "outputs":{"o":{"expression":{"references":["var.i"]}}},"variables":{"i":{}}}}}}}})");
    CHECK(loaded.references("aws_x.a", "/v") == "(aws_x.b).v <-  (aws_x.a).v (aws_x.b).v");
    CHECK(loaded.references("module.m.aws_x.c", "/v") == " open");
}

TEST_CASE("a plan says when it is not whole, and what is no plan is said to be what it is") {
    const Loaded partial(R"({"planned_values":{},"complete":false})");
    CHECK(partial.diagnostics() ==
          "SP0722 plan.json:1:33: the plan is not complete: resources were left out or deferred\n");
    CHECK(partial.graph.document(partial.document).incomplete ==
          "the plan is not complete: resources were left out or deferred");
    const Loaded errored(R"({"planned_values":{},"errored":true,"complete":true})");
    CHECK(errored.diagnostics() ==
          "SP0722 plan.json:1:32: planning ended with an error, so the plan may lack resources\n");
    CHECK(errored.graph.document(errored.document).incomplete ==
          "planning ended with an error, so the plan may lack resources");
    const Loaded messages("{\"@level\":\"info\",\"@message\":\"x\"}\n{\"@level\":\"info\"}\n");
    CHECK(messages.diagnostics().find("SP0723 plan.json:1:1: these are the messages") == 0);
    const Loaded state(R"({"version":4,"serial":1,"lineage":"x","resources":[]})");
    CHECK(state.diagnostics().find("SP0723 plan.json:1:1: this is the file that Terraform keeps its state in") == 0);
    const Loaded other(R"({"a":1})");
    CHECK(other.diagnostics().find("SP0723 plan.json:1:1: the text has neither") == 0);
    CHECK(other.graph.document(other.document).failed);
    const Loaded list("[]");
    CHECK(list.diagnostics() == "SP0721 plan.json:1:1: the plan is no map\n");
}

TEST_CASE("parts of a plan without their shape are said, the rest is read") {
    const Loaded loaded(R"({"planned_values":{"root_module":{"resources":[{"type":"aws_x"},3,)" +
                        planned("aws_x.a", "aws_x", "{}") + "," + planned("aws_x.a", "aws_x", "{}") +
                        R"(],"child_modules":{}}},"resource_changes":[{"address":"aws_x.a","type":"aws_x"},null]})");
    std::string said = loaded.diagnostics();
    for (std::size_t at = said.find("SP0721 plan.json:"); at != std::string::npos; at = said.find("SP0721 plan.json:"))
        said.erase(at, said.find(": ", at) + 2 - at);
    CHECK(said ==
          "a resource has no `address` or no `type`\n"
          "a resource has no `address` or no `type`\n"
          "`aws_x.a` is planned twice\n"
          "`child_modules` is no list\n"
          "`aws_x.a` has no `change`\n"
          "a resource has no `address` or no `type`\n");
    CHECK(loaded.graph.of_type("tf", "aws_x").size() == 1);
}

TEST_CASE("what a plan says beside its resources can be asked for") {
    const Loaded loaded(R"({"format_version":"1.2","applyable":true,
        "variables":{"pw":{"value":"s1"},"n":{"value":3}},
        "planned_values":{"outputs":{"o":{"sensitive":true,"value":"s2"},"u":{"sensitive":false}},"root_module":{}},
        "output_changes":{"o":{"actions":["update"],"before":"s3","after":"s2","after_unknown":false,"before_sensitive":true,"after_sensitive":true},
                          "u":{"actions":["create"],"before":null,"after_unknown":true}},
        "resource_drift":[{"address":"aws_x.y","type":"aws_x","change":{"actions":["update"],"before":{"a":1},"after":{"a":2}}}],
        "checks":[{"address":{"kind":"check","name":"c","to_display":"check.c"},"status":"fail"}],
        "configuration":{"provider_config":{"aws":{"name":"aws","expressions":{"region":{"constant_value":"eu-west-1"},
              "secret_key":{"constant_value":"s4"},"profile":{"references":["var.n"]}}}},
          "root_module":{"variables":{"pw":{"sensitive":true,"default":"s5"}},
            "module_calls":{"m":{"source":"./m","expressions":{"size":{"constant_value":7}},"module":{"module_calls":{"deep":{"source":"x"}}}}}}}})");
    CHECK(loaded.diagnostics().empty());
    CHECK(loaded.attribute("plan", "applyable") == "true");
    CHECK(loaded.attribute("var.pw", "value") == "(sensitive)");
    CHECK(loaded.attribute("var.pw", "default") == "(sensitive)");
    CHECK(loaded.attribute("var.n", "value") == "3");
    CHECK(loaded.attribute("output.o", "value") == "(sensitive)");
    CHECK(loaded.attribute("output.o", "before") == "(sensitive)");
    CHECK(Loaded::at(loaded.unit("output.u").attributes, "value").is(Kind::unknown));
    CHECK(loaded.attribute("drift.aws_x.y", "after.a") == "2");
    CHECK(loaded.attribute("check.c", "status") == "fail");
    CHECK(loaded.attribute("provider.aws", "settings.region") == "eu-west-1");
    CHECK(loaded.attribute("provider.aws", "settings.secret_key") == "(sensitive)");
    CHECK(Loaded::at(loaded.unit("provider.aws").attributes, "settings.profile").unknown().cause ==
          "the plan does not tell the value of `provider.aws.profile`, it comes from `var.n`");
    CHECK(loaded.attribute("module.m", "inputs.size") == "7");
    CHECK(loaded.attribute("module.m.module.deep", "module") == "module.m");
    CHECK(loaded.graph.of_type("tf", "*").empty());
}

TEST_CASE("states and data sources are read") {
    const Loaded state(R"({"format_version":"1.0","terraform_version":"1.6.5","values":{"root_module":{"resources":[)" +
                       planned("aws_x.a", "aws_x", R"({"id":"i"})") + "]}}}");
    CHECK(state.diagnostics().empty());
    CHECK(state.graph.document(state.document).kind == InputKind::tfstate);
    CHECK(state.attribute("aws_x.a", "id") == "i");
    CHECK(state.unit("aws_x.a").change == nullptr);
    const Loaded data(R"({"planned_values":{},"prior_state":{"values":{"root_module":{"resources":[)" +
                      planned("data.aws_x.d", "aws_x", R"({"id":"i"})") + "," +
                      planned("aws_x.a", "aws_x", R"({"id":"i"})") + "]}}}}");
    CHECK(data.unit("data.aws_x.d").kind == UnitKind::data);
    CHECK(data.graph.of_type("tf", "data.aws_x").size() == 1);
    CHECK(data.graph.of_type("tf", "aws_x").empty());
}
