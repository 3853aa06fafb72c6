// Whole templates: sections, what is malformed, schemas, nested stacks, serverless templates, loops, suppressions.
#include "engine/loaders/cloudformation/cloudformation.hpp"

#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

#include "support.hpp"

using namespace spile;
using namespace spile::engine;
using spile::engine::testing::Loaded;
using spile::engine::testing::with_property;

namespace {

constexpr std::string_view k_file = SPILE_SOURCE_DIR "/stdlib/schema/";

std::string text_of(std::string_view name) {
    std::ifstream in(std::string(k_file) + std::string(name));
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
}

const schema::Schema& published() {
    static const std::string text = text_of("cloudformation.txt");
    static const std::string sam = text_of("sam.txt");
    static const schema::Schema all({sam, text});
    return all;
}

CloudFormationOptions with_schema() {
    CloudFormationOptions options;
    options.schema = &published();
    return options;
}

CloudFormationOptions with_files(std::map<std::string, std::string> files) {
    CloudFormationOptions options;
    options.read_file = [files = std::move(files)](const std::string& path) -> Result<std::string> {
        const auto found = files.find(path);
        if (found == files.end()) return Error{"no file `" + path + "`"};
        return found->second;
    };
    return options;
}

std::string units(const Loaded& loaded) {
    std::string text;
    for (const Unit& unit : loaded.graph.units())
        text += std::string(unit.address) + "@" + loaded.line(unit.name_span) + " ";
    return text;
}

}  // namespace

TEST_CASE("every declared thing is a unit, in document order") {
    const Loaded loaded(
        "Outputs:\n  O: {Value: 1}\nParameters:\n  P: {Type: String}\nMappings:\n  M: {a: {b: c}}\nConditions:\n  C: "
        "!Equals [a, b]\n"
        "Rules:\n  U: {Assertions: []}\nResources:\n  B: {Type: AWS::S3::Bucket}\n  A: {Type: AWS::S3::Bucket, "
        "DependsOn: B}\n");
    CHECK(units(loaded) ==
          "Outputs.O@2 Parameters.P@4 Mappings.M@6 Conditions.C@8 Rules.U@10 Resources.B@12 Resources.A@13 ");
    CHECK(loaded.show(loaded.unit("Mappings.M").attributes) == "{a: {b: 'c'}}");
    CHECK(loaded.edges() == "A->B#DependsOn at Resources.A.DependsOn:13\n");
    CHECK(loaded.unit("Resources.A").depends_on.size() == 1);
    CHECK(loaded.diagnostics().empty());
}

TEST_CASE("what is malformed is reported, the rest loads") {
    const Loaded loaded(
        "Resource: {}\nParameters: [a]\nResources:\n  A: {Properties: {X: 1}}\n  B: text\n  C: {Type: T::T::T, "
        "Propertys: {}}\n"
        "  D: {Type: T::T::T, Properties: [1]}\n  E: {Type: T::T::T, DependsOn: F}\nOutputs:\n  O: {Description: x}\n");
    CHECK(loaded.diagnostics() ==
          "SP0702@1 `Resource` is no section of a template; did you mean `Resources`?\n"
          "SP0701@2 the section `Parameters` is no map\n"
          "SP0701@4 the resource `A` has no `Type`\n"
          "SP0701@5 the resource `B` has no `Type`\n"
          "SP0701@5 the resource `B` is no map\n"
          "SP0702@6 `Propertys` is no part of a resource; did you mean `Properties`?\n"
          "SP0701@7 the properties of `D` are no map\n"
          "SP0703@8 `F` is no resource of this template; did you mean `A`?\n"
          "SP0701@10 the output `O` has no `Value`\n");
    CHECK(loaded.show("A") == "{X: 1}");
    CHECK_FALSE(loaded.graph.document(loaded.document).failed);
}

TEST_CASE("a document that is no template fails and has no units") {
    for (const char* text : {"- a\n", "a: [", "", "a: 1\na: 2\n"}) {
        const Loaded loaded(text);
        CHECK(loaded.graph.document(loaded.document).failed);
        CHECK(loaded.graph.units().empty());
        CHECK_FALSE(loaded.diagnostics().empty());
    }
}

TEST_CASE("values take the published shape of their property") {
    const Loaded loaded(
        "Resources:\n"
        "  D: {Type: AWS::RDS::DBInstance, Properties: {StorageEncrypted: 'true', AllocatedStorage: 20, "
        "BackupRetentionPeriod: '7', EngineVersion: 1.10, MultiAZ: yes}}\n"
        "  G: {Type: AWS::EC2::SecurityGroup, Properties: {SecurityGroupIngress: {IpProtocol: -1, FromPort: '22', "
        "CidrIp: 0.0.0.0/0}}}\n"
        "  Q: {Type: AWS::SQS::QueuePolicy, Properties: {Queues: x, PolicyDocument: {Version: 2012-10-17, Statement: "
        "{Action: 's:*'}}}}\n",
        with_schema());
    CHECK(loaded.show("D") ==
          "{StorageEncrypted: true, AllocatedStorage: '20', BackupRetentionPeriod: 7, EngineVersion: '1.10', MultiAZ: "
          "true}");
    CHECK(loaded.show("G.SecurityGroupIngress") == "[{IpProtocol: '-1', FromPort: 22, CidrIp: '0.0.0.0/0'}]");
    CHECK(loaded.show("Q") == "{Queues: ['x'], PolicyDocument: {Version: '2012-10-17', Statement: {Action: 's:*'}}}");
    CHECK(loaded.unit("Resources.D").physical_name_property == "DBInstanceIdentifier");
}

TEST_CASE("attributes are checked with the published ones") {
    const Loaded loaded(with_property("[!GetAtt Q.Arn, !GetAtt Q.Arm]"), with_schema());
    CHECK(loaded.show("R.P") == "[?Resources/Q#Arn, ?Resources/Q#Arm]");
    CHECK(loaded.diagnostics() == "SP0704@5 `Arm` is no attribute of `Q`, an `AWS::SQS::Queue`; did you mean `Arn`?\n");
}

TEST_CASE("nested stacks take parameters and give outputs") {
    const std::string parent =
        "Parameters:\n  Env: {Type: String, AllowedValues: [dev, prod]}\n"
        "Conditions:\n  IsProd: !Equals [!Ref Env, prod]\n"
        "Resources:\n"
        "  Child: {Type: AWS::CloudFormation::Stack, Condition: IsProd, Properties: {TemplateURL: ./sub/child.yaml, "
        "Parameters: {Name: !Sub 'n-${Env}'}}}\n"
        "  R: {Type: T::T::T, Properties: {P: !GetAtt Child.Outputs.Out, N: !GetAtt Child.Outputs.Nope}}\n";
    const std::string child =
        "Parameters:\n  Name: {Type: String}\n  Other: {Type: String, Default: o}\n"
        "Resources:\n  X: {Type: AWS::SQS::Queue, Properties: {QueueName: !Sub '${Name}-${Other}'}}\n"
        "Outputs:\n  Out: {Value: !Ref Name}\n  Arn: {Value: !GetAtt X.Arn}\n";
    const Loaded loaded(parent, with_files({{"sub/child.yaml", child}}));
    const Unit& unit = loaded.unit("Resources.Child/Resources.X");
    CHECK(loaded.show(unit.attributes) == "{QueueName: ~(Env=dev: ~'n-dev-o' / Env=prod: ~'n-prod-o')}");
    CHECK(loaded.show(unit.exists) == "Env=prod");
    CHECK(loaded.show("R.P") == "(Env=dev: 'n-dev' / Env=prod: 'n-prod')");
    CHECK(loaded.show("R.N") == "error(`Nope` is no output of the nested stack `Child`)");
    CHECK(loaded.sources.path(unit.span.source) == "sub/child.yaml");
}

TEST_CASE("nested stacks stay within the tree and do not nest themselves") {
    const auto nested = [](const std::string& url, std::map<std::string, std::string> files) {
        const Loaded loaded(
            "Resources:\n  C: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: '" + url + "'}}\n",
            with_files(std::move(files)));
        return loaded.diagnostics();
    };
    CHECK(nested("../x.yaml", {}) ==
          "SP0710@2 the nested stack `C` stays closed: its template lies outside the tree\n");
    CHECK(nested("/etc/passwd", {}) ==
          "SP0710@2 the nested stack `C` stays closed: its template lies outside the tree\n");
    CHECK(nested("t.yaml", {}) == "SP0710@2 the nested stack `C` stays closed: its template nests itself\n");
    CHECK(nested("x.yaml", {}) == "SP0710@2 the nested stack `C` stays closed: no file `x.yaml`\n");
    CHECK(nested("https://s3.amazonaws.com/b/x.yaml", {}).empty());
}

TEST_CASE("nested stacks end: eight below one another, five hundred in all") {
    const auto stack = [](const std::string& name, const std::string& url) {
        return "  " + name + ": {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: '" + url + "'}}\n";
    };
    const auto refused = [](const Loaded& loaded) {
        std::string names;
        for (const Unit& unit : loaded.graph.units())
            names += unit.name == "Deep" ? std::string(unit.address) + "\n" : "";
        return names + loaded.diagnostics();
    };
    std::map<std::string, std::string> chain;
    for (int i = 1; i <= 12; ++i)
        chain["s" + std::to_string(i) + ".yaml"] = "Resources:\n" + stack("C", "s" + std::to_string(i + 1) + ".yaml");
    chain["s8.yaml"] += "  Deep: {Type: AWS::SQS::Queue}\n";
    chain["s9.yaml"] += "  Deep: {Type: AWS::SQS::Queue}\n";
    CHECK(refused(Loaded("Resources:\n" + stack("C", "s1.yaml"), with_files(chain))) ==
          "Resources.C/Resources.C/Resources.C/Resources.C/Resources.C/Resources.C/Resources.C/Resources.C/"
          "Resources.Deep\n"
          "SP0710@2 the nested stack `C` stays closed: stacks are nested too deeply\n");
    std::string many = "Resources:\n";
    for (int i = 1; i <= 501; ++i)
        many += stack("S" + std::to_string(1000 + i), "one.yaml");
    CHECK(refused(Loaded(many, with_files({{"one.yaml", "Resources: {Q: {Type: AWS::SQS::Queue}}\n"}}))) ==
          "SP0710@502 the nested stack `S1501` stays closed: the template opens too many stacks\n");
}

TEST_CASE("globals of a serverless template are merged into its resources") {
    const Loaded loaded(
        "Transform: AWS::Serverless-2016-10-31\n"
        "Globals:\n  Function: {Runtime: python3.12, Environment: {Variables: {A: 1}}, Layers: [g]}\n"
        "Resources:\n  F: {Type: AWS::Serverless::Function, Properties: {Handler: h, Environment: {Variables: {B: 2}}, "
        "Layers: [l]}}\n"
        "  G: {Type: AWS::Serverless::Function}\n  R: {Type: T::T::T, Properties: {P: !GetAtt FRole.Arn}}\n");
    CHECK(loaded.show("F") ==
          "{Handler: 'h', Environment: {Variables: {B: 2, A: 1}}, Layers: ['g', 'l'], Runtime: 'python3.12'}");
    CHECK(loaded.show("G.Runtime") == "'python3.12'");
    CHECK(loaded.chain(loaded.at("F.Runtime")) == "Globals of the template@3");
    CHECK(loaded.at("R.P").is(Kind::unknown));
    CHECK(loaded.diagnostics().empty());
}

TEST_CASE("loops are written out") {
    const std::string loop =
        "Transform: AWS::LanguageExtensions\n"
        "Parameters:\n  Names: {Type: CommaDelimitedList, Default: 'a,b'}\n  Free: {Type: CommaDelimitedList}\n"
        "Resources:\n"
        "  'Fn::ForEach::Queues':\n    - Name\n    - !Ref Names\n"
        "    - 'Queue${Name}': {Type: AWS::SQS::Queue, Properties: {QueueName: !Sub 'q-${Name}', Tag: !Ref Name}}\n"
        "  R:\n    Type: T::T::T\n    Properties:\n      'Fn::ForEach::Props': [P, [x, y], {'Key${P}': '${P}1'}]\n";
    const Loaded loaded(loop);
    CHECK(loaded.show("Queuea") == "{QueueName: 'q-a', Tag: 'a'}");
    CHECK(loaded.show("Queueb") == "{QueueName: 'q-b', Tag: 'b'}");
    CHECK(loaded.show("R") == "{Keyx: 'x1', Keyy: 'y1'}");
    CHECK(loaded.diagnostics().empty());
    std::string open = loop;
    open.replace(open.find("!Ref Names"), 10, "!Ref Free");
    const Loaded unknown(open);
    CHECK(unknown.diagnostics() ==
          "SP0711@6 the loop `Fn::ForEach::Queues` is not written out: its collection is not known\n");
}

TEST_CASE("suppressions of other tools are facts") {
    const Loaded loaded(
        "Metadata: {cfn_nag: {rules_to_suppress: [{id: W9, reason: all}]}}\n"
        "Resources:\n"
        "  # kics-scan ignore-line\n"
        "  A:\n    # checkov:skip=CKV_AWS_18:no logs here\n    Type: AWS::S3::Bucket\n"
        "    Metadata:\n      cfn_nag: {rules_to_suppress: [{id: W41, reason: why}]}\n"
        "      guard: {SuppressedRules: [S3_X]}\n      checkov: {skip: [{id: CKV_AWS_19, comment: c}]}\n"
        "    Properties: {BucketName: '# checkov:skip=NOT_1'}\n"
        "  #trivy:ignore:AVD-AWS-0088\n  B: {Type: AWS::S3::Bucket}\n");
    CHECK(loaded.suppressions() ==
          "cfn_nag:W41 'why' A@8\nguard:S3_X '' A@9\ncheckov:CKV_AWS_19 'c' A@10\ncfn_nag:W9 'all' all@1\n"
          "kics:* '' A@4\ncheckov:CKV_AWS_18 'no logs here' A@5\ntrivy:AVD-AWS-0088 '' B@12\n");
}

TEST_CASE("every spelling of other tools' comments counts, for a line, a unit or the whole file") {
    const Loaded loaded(
        "# kics-scan ignore\n"
        "# kics-scan disable=aaa,bbb\n"
        "Resources:\n"
        "  # kics-scan ignore-block\n"
        "  A: {Type: AWS::S3::Bucket}\n"
        "  B: {Type: AWS::S3::Bucket} # bridgecrew:skip=CKV_AWS_18: old name\n"
        "  C:\n    Type: AWS::S3::Bucket # tfsec:ignore:aws-s3-enable-versioning\n"
        "  # kics-scan something-else\n"
        "  # checkov:skip=\n"
        "  D: {Type: AWS::S3::Bucket}\n");
    CHECK(loaded.suppressions() ==
          "kics:* '' all@1\nkics:aaa '' all@2\nkics:bbb '' all@2\nkics:* '' A@5\n"
          "checkov:CKV_AWS_18 ' old name' B@6\ntrivy:aws-s3-enable-versioning '' C@8\n");
}

TEST_CASE("interest leaves out what no rule reads, and neither edges nor diagnostics") {
    const std::string text = with_property("{A: {B: 1, C: !Ref Q}, D: [{E: 1, F: !GetAtt Q.Arn}], G: !Ref Nope}");
    Interest interest;
    const std::string_view path[] = {"P", "D", "E"};
    interest.add("T::T::T", path);
    CloudFormationOptions options;
    options.interest = &interest;
    const Loaded some(text, options);
    const Interest everything = Interest::all();
    options.interest = &everything;
    const Loaded all(text, options);
    CHECK(some.show("R") == "{P: {D: [{E: 1}]}}");
    CHECK(all.show("R") ==
          "{P: {A: {B: 1, C: ?Resources/Q#Ref}, D: [{E: 1, F: ?Resources/Q#Arn}], G: error(`Nope` is neither a "
          "parameter nor a resource)}}");
    CHECK(some.edges() == all.edges());
    CHECK(some.diagnostics() == all.diagnostics());
}

TEST_CASE("JSON and YAML spell the same values") {
    const Loaded json(
        R"({"Resources": {"R": {"Type": "T::T::T", "Properties": {"P": {"Fn::Sub": "a-${Q.Arn}"}, "N": 1}}, "Q": {"Type": "AWS::SQS::Queue"}}})",
        {}, Format::json);
    CHECK(json.show("R") == "{P: 'a-{?Resources/Q#Arn}', N: 1}");
    CHECK(FactGraph::pointer(json.at("R.P").origin()->path) == "/Resources/R/Properties/P");
}
