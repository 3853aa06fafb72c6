// Policies, messages, waivers, gates, params and settings.
#include <catch2/catch.hpp>

#include "tests/unit/lang/sema/support.hpp"

using namespace spile;
using namespace spile::lang;
using namespace spile::lang::test;

TEST_CASE("a policy's parts arrive in the program") {
    const Compiled made = compiled(
        "module org.storage\n## Data must not rest unencrypted.\npolicy s3 \"Encrypted\" {\n id ORG-S3-001\n severity "
        "high\n"
        " controls \"CIS:1\", \"NIST:2\"\n same_as \"cfn_nag:W41\", \"kics:cloudFormation/aws/x\"\n"
        " on_unknown pass \"set later\"\n for b: cfn \"AWS::S3::Bucket\"\n when b.name != \"x\"\n let e = "
        "b.BucketEncryption\n"
        " require e exists\n at e, b\n else \"{b} is open\"\n remedy \"Encrypt {b.name}.\"\n}\n");
    CHECK(made.codes() == "");
    const Policy& policy = made.program.policies.at(0);
    CHECK(policy.module == "org.storage");
    CHECK(policy.name == "s3");
    CHECK(policy.title == "Encrypted");
    CHECK(policy.id == "ORG-S3-001");
    CHECK(policy.severity == Severity::high);
    CHECK(policy.controls == std::vector<std::string>{"CIS:1", "NIST:2"});
    CHECK(policy.same_as.size() == 2);
    CHECK(policy.on_unknown == UnknownTreatment::pass);
    CHECK(policy.on_unknown_reason == "set later");
    CHECK(policy.doc == "Data must not rest unencrypted.");
    CHECK(policy.subject.kind == Range::Kind::raw);
    CHECK(policy.subject.type == "AWS::S3::Bucket");
    CHECK(policy.whens.size() == 1);
    CHECK(policy.frame == 2);
    CHECK(policy.demands.at(0).at.size() == 2);
    CHECK(policy.demands.at(0).message->pieces.size() == 2);
    CHECK(policy.remedy->pieces.size() == 3);
}

TEST_CASE("policies come by module, then by place") {
    const auto text = [](const std::string& module, const std::string& id) {
        return "module " + module + "\npolicy b \"B\" {\n id " + id + "-B\n for r: Resource\n require r.taggable\n}\n" +
               "policy a \"A\" {\n id " + id + "-A\n for r: Resource\n require r.taggable\n}\n";
    };
    Compiled made;
    compile_into(made, {text("z", "Z"), text("a", "A")});
    REQUIRE(made.program.policies.size() == 4);
    CHECK(made.program.policies[0].id == "A-B");
    CHECK(made.program.policies[1].id == "A-A");
    CHECK(made.program.policies[2].id == "Z-B");
}

TEST_CASE("SP0401, SP0402: ids are there, and unique over all modules") {
    const auto text = [](const std::string& module, const std::string& id) {
        return "module " + module + "\npolicy p \"P\" {\n" + id + " for r: Resource\n require r.taggable\n}\n";
    };
    CHECK(compiled(text("a", "")).codes() == "SP0401");
    Compiled made;
    compile_into(made, {text("a", " id X-1\n"), text("b", " id X-1\n")});
    CHECK(made.codes() == "SP0402");
    CHECK(made.find(DiagnosticKind::duplicate_policy_id)->labels.size() == 1);
}

TEST_CASE("SP0403, SP0404: severities and aliases") {
    const auto with = [](const std::string& line) {
        return compiled("module a\npolicy p \"P\" {\n id X\n " + line + "\n for r: Resource\n require r.taggable\n}\n");
    };
    CHECK(with("severity hgih").message(DiagnosticKind::unknown_severity) ==
          "unknown severity `hgih`; did you mean `high`?");
    CHECK(with("same_as \"checkhov:CKV_1\"").message(DiagnosticKind::bad_alias) ==
          "unknown tool `checkhov`; did you mean `checkov`?");
    CHECK(with("same_as \"checkov\"").codes() == "SP0404");
    CHECK(with("same_as \"checkov:\"").codes() == "SP0404");
}

TEST_CASE("messages and `at` see a leading all of a require and a leading some of a deny, nothing else") {
    CHECK(policy("deny some t in b.Tags where t.Key == \"x\"\n at t.Value\n because \"{t.Key}\"").codes() == "");
    CHECK(policy("when b.Tags exists\nrequire all t in b.Tags satisfy t.Key != \"x\"\n at t\n else \"{t.Key}\"")
              .codes() == "");
    CHECK(policy("require some t in b.Tags where t.Key == \"x\"\n else \"{t.Key}\"").codes() == "SP0204");
    CHECK(policy("deny not (some t in b.Tags where t.Key == \"x\")\n because \"{t.Key}\"").codes() == "SP0204");
    CHECK(policy("deny some t in b.Tags where t.Key == \"x\"\ndeny b.name == \"{t}\"\n because \"{t}\"").codes() ==
          "SP0204");
}

TEST_CASE("holes of messages are parsed, typed and placed in the file") {
    const Compiled made = policy(R"(require b.name == "x" else "a {{b}} \"{b.BucketNmae}\" {b.tags[}")");
    CHECK(made.codes() == "SP0207 SP0101");
    CHECK(made.marked(DiagnosticKind::unknown_property) == "BucketNmae");
    const Compiled good = policy(R"(require b.name == "x" else "{{{b.name}}} and \u{e9} {b.properties[\"a\"]}")");
    CHECK(good.codes() == "");
    const auto& pieces = good.program.policies.at(0).demands.at(0).message->pieces;
    REQUIRE(pieces.size() == 4);
    CHECK(pieces[0].text == "{");
    CHECK(pieces[1].value != k_no_expr);
    CHECK(pieces[2].text == "} and é ");
    CHECK(good.program.expr(pieces[3].value).op == Op::index);
}

TEST_CASE("SP0224, SP0101: braces that do not match, expressions that are none") {
    CHECK(policy("require b.name == \"x\" else \"a } b\"").codes() == "SP0224");
    CHECK(policy("require b.name == \"x\" else \"a { b\"").codes() == "SP0224");
    CHECK(policy("require b.name == \"x\" else \"a {} b\"").codes() == "SP0224");
    const Compiled made = policy("require b.name == \"x\" else \"a {b +} b\"");
    CHECK(made.codes() == "SP0101");
}

TEST_CASE("SP0405, SP0406: waivers name a loaded policy, an owner, a reason and an end") {
    const std::string known = policy_text("require b.BucketName exists");
    const auto with = [&](const std::string& waiver) { return compiled(known + waiver); };
    const std::string complete = " {\n owner \"o\"\n reason \"r\"\n until 2027-03-31\n}\n";
    const Compiled made = with("waiver ORG-1 for \"L*\" in \"s/**\"" + complete);
    CHECK(made.codes() == "");
    CHECK(made.program.waivers.at(0).subject == "L*");
    CHECK(made.program.waivers.at(0).until == "2027-03-31");
    CHECK(with("waiver ORG-2" + complete).message(DiagnosticKind::unknown_waived_policy) ==
          "there is no policy `ORG-2` to waive; did you mean `ORG-1`?");
    CHECK(with("waiver ORG-1 {\n owner \"o\"\n}\n").message(DiagnosticKind::incomplete_waiver) ==
          "this waiver has no `reason` and `until`");
}

TEST_CASE("gates are typed against an entity, evidence has names and an age") {
    const std::string head =
        "module m\nentity Image {\n approvals: list<Approval>\n found: list<Found>\n}\n"
        "entity Approval {\n person: string\n role: string?\n}\nentity Found {\n id: string\n severity: severity\n}\n";
    const auto gate = [&](const std::string& clauses) {
        return compiled(head + "gate publish for image: Image {\n" + clauses + "\n}\n");
    };
    const Compiled made = gate(
        "require evidence \"secrets\", \"policy\" fresh 24h\n"
        "allow when count(distinct a.person for a in image.approvals where a.role == \"x\") >= 2\n else \"two\"\n"
        "forbid when some v in image.found where v.severity >= high\n because \"{v.id}\"");
    INFO(made.report());
    CHECK(made.codes() == "");
    REQUIRE(made.program.gates.size() == 1);
    CHECK(made.program.gates[0].clauses.size() == 3);
    CHECK(made.program.gates[0].clauses[0].fresh == "24h");
    CHECK(made.program.gates[0].clauses[0].evidence.size() == 2);
    CHECK(gate("allow when image.aprovals empty").codes() == "SP0206");
    CHECK(gate("allow when image.approvals").codes() == "SP0212");
    CHECK(compiled("module m\ngate g for n: int {\n allow when n == 1\n}\n").codes() == "SP0212");
}

TEST_CASE("views give every field that is not optional, once, by name") {
    const auto view = [](const std::string& fields) {
        return declared("entity E {\n name: string\n size: int?\n}\nview E of r: cfn \"AWS::S3::Bucket\" {\n" + fields +
                        "\n}\n");
    };
    CHECK(view("name = r.name").codes() == "");
    CHECK(view("name = r.name\nsize = 3").codes() == "");
    CHECK(view("size = 3").codes() == "SP0308");
    CHECK(view("name = r.name\nsise = 3").message(DiagnosticKind::unknown_field) ==
          "`E` has no field `sise`; did you mean `size`?");
    CHECK(view("name = r.BucketName").codes() == "SP0213");
    CHECK(view("name = r.BucketName ?? r.name").codes() == "");
    CHECK(view("name = 3").codes() == "SP0212");
    CHECK(view("name = r.name\nname = r.name").codes() == "SP0217");
    CHECK(declared("view E of r: cfn \"AWS::S3::Bucket\" {\n name = r.name\n}\n").codes() == "SP0205");
}

TEST_CASE("SP0307: one view for an entity and raw type") {
    const std::string entity = "entity E {\n name: string\n}\n";
    const std::string view = "view E of r: cfn \"AWS::S3::Bucket\" {\n name = r.name\n}\n";
    CHECK(declared(entity + view + view).codes() == "SP0307");
    CHECK(declared(entity + view + "view E of r: tf \"aws_s3_bucket\" {\n name = r.name\n}\n").codes() == "");
}

TEST_CASE("`each` goes through a collection, its key is a text") {
    const auto view = [](const std::string& each) {
        return declared("entity P {\n name: string\n}\nview P of r: cfn \"AWS::IAM::Role\" " + each +
                        " {\n name = \"x\"\n}\n");
    };
    const Compiled made = view("each p in r.Policies key p.PolicyName where p.PolicyDocument exists");
    INFO(made.report());
    CHECK(made.codes() == "");
    CHECK(made.program.views.at(0).each != k_no_slot);
    CHECK(view("each p in r.RoleName key p").codes() == "SP0220");
    CHECK(view("each p in r.Policies key p").codes() == "SP0212");
}

TEST_CASE("construction takes named fields, optional ones may be left out") {
    const std::string entity = "entity E {\n a: string\n k: string?\n}\n";
    const Compiled made = declared(entity + "fn f(s: string?) -> E = E(a: \"x\")");
    CHECK(made.codes() == "");
    const Expr& root = made.program.expr(made.program.functions.at(0).body);
    CHECK(root.op == Op::construct);
    CHECK(root.children.at(1) == k_no_expr);
    CHECK(declared(entity + "fn f(s: string?) -> E = E(k: s)").codes() == "SP0211");
    CHECK(declared(entity + "fn f(s: string?) -> E = E(\"x\")").codes() == "SP0211");
    CHECK(declared(entity + "fn f(s: string?) -> E = E(a: s)").codes() == "SP0213");
    CHECK(declared(entity + "fn f(s: string?) -> E = E(aa: s, a: \"\")").codes() == "SP0210");
}

namespace {

Compiled with_setting(const std::string& type, const std::string& value, const std::string& name = "limit",
                      const std::string& module = "org.example") {
    Compiled made;
    CompileOptions options;
    options.settings = {{module, name, value, "--set"}};
    compile_into(made, {"module org.example\nparam limit: " + type + "\n"}, options);
    return made;
}

}  // namespace

TEST_CASE("settings replace defaults, typed") {
    CHECK(with_setting("set<int>", "{22, 80}").codes() == "");
    CHECK(with_setting("int", "3").codes() == "");
    CHECK(with_setting("string", "plain text: {").codes() == "");
    CHECK(with_setting("string", "\"quoted\"").codes() == "");
    CHECK(with_setting("cidr", "10.0.0.0/8").codes() == "");
    CHECK(with_setting("time", "2027-01-01").codes() == "");
    const Compiled bare = with_setting("string", "a b");
    CHECK(bare.program.expr(bare.program.params.at(0).value).text == "a b");
    CHECK(with_setting("int", "three").codes() == "SP0204");
    CHECK(with_setting("int", "\"three\"").has(DiagnosticKind::type_mismatch));
    CHECK(with_setting("cidr", "cidr \"10.0.0.0/99\"").has(DiagnosticKind::bad_literal));
    CHECK(with_setting("int", "3 +").has(DiagnosticKind::syntax_error));
}

TEST_CASE("SP0221: settings for what is not there") {
    CHECK(with_setting("int", "3", "limti").message(DiagnosticKind::unknown_setting) ==
          "--set: module `org.example` has no param `limti`; did you mean `limit`?");
    CHECK(with_setting("int", "3", "limit", "org.exmaple").message(DiagnosticKind::unknown_setting) ==
          "--set: there is no module `org.exmaple`; did you mean `org.example`?");
}

TEST_CASE("SP0222, SP0223: params have constant values") {
    CHECK(declared("param a: int").codes() == "SP0222");
    CHECK(declared("param a: int = 1\nparam b: int = a + 1\nparam c: cidr = cidr(\"10.0.0.0/8\")").codes() == "");
    CHECK(declared("param a: time = now()").codes() == "SP0223");
    CHECK(declared("fn g(n: int) -> int = n\nparam a: int = g(1)").codes() == "SP0223");
    CHECK(declared("param a: int = \"x\"").codes() == "SP0212");
    CHECK(declared("param a: list<int> = {1}").codes() == "SP0212");
    CHECK(declared("param a: set<cidr> = {\"10.0.0.0/8\", \"::/0\"}").codes() == "");
}
