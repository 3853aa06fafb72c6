// What a check costs, as a ratio in one run: 500 resources against a hundred policies, every fifth or so of the packs,
// and against all of them, beside yaml-cpp's load of the same bytes. Minimum of nine runs, CPU time of the process.
// Exits 1 when a ratio is above its bar. The template is generated, the same each time.
#include <time.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <cstdio>
#include <string>
#include <utility>
#include <vector>

#include "cli/commands/commands.hpp"
#include "engine/report/write_report.hpp"
#include "stdlib/schema/embedded.hpp"
#include "tests/support/memory_file_system.hpp"

namespace {

using namespace spile;  // NOLINT(google-build-using-namespace): a program of one file

constexpr double k_bar = 3.0;         // of a hundred policies
constexpr double k_bar_of_all = 4.0;  // of five times as many
constexpr int k_runs = 9;
constexpr int k_resources = 500;
constexpr std::size_t k_policies = 100;

double cpu_seconds() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

std::string resource(int i) {
    const std::string n = std::to_string(i);
    const std::string tags = "      Tags:\n        - { Key: owner, Value: team-" + std::to_string(i % 7) +
                             " }\n        - Key: stage\n          Value: !Ref Stage\n";
    switch (i % 10) {
        case 0:
            return "  Bucket" + n + ":\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: !Sub \"logs-" +
                   n +
                   "-${AWS::Region}\"\n      VersioningConfiguration: { Status: Enabled }\n"
                   "      BucketEncryption:\n        ServerSideEncryptionConfiguration:\n          - "
                   "ServerSideEncryptionByDefault:\n              SSEAlgorithm: !If [IsProd, 'aws:kms', AES256]\n" +
                   tags;
        case 1:
            return "  Group" + n +
                   ":\n    Type: AWS::EC2::SecurityGroup\n    Properties:\n      GroupDescription: group " + n +
                   "\n      VpcId: !Ref Vpc\n      SecurityGroupIngress:\n"
                   "        - { IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10." +
                   std::to_string(i % 200) +
                   ".0.0/16, Description: web }\n"
                   "        - IpProtocol: tcp\n          FromPort: 5432\n          ToPort: 5432\n          "
                   "SourceSecurityGroupId: !Ref Group1\n          Description: database\n"
                   "      SecurityGroupEgress:\n        - { IpProtocol: '-1', CidrIp: 10.0.0.0/8 }\n" +
                   tags;
        case 2:
            return "  Role" + n +
                   ":\n    Type: AWS::IAM::Role\n    Properties:\n      AssumeRolePolicyDocument:\n        Version: "
                   "'2012-10-17'\n        Statement:\n          - Effect: Allow\n"
                   "            Principal: { Service: lambda.amazonaws.com }\n            Action: sts:AssumeRole\n     "
                   " Policies:\n        - PolicyName: write\n          PolicyDocument:\n            Version: "
                   "'2012-10-17'\n"
                   "            Statement:\n              - Effect: Allow\n                Action: [ 's3:GetObject', "
                   "'s3:PutObject' ]\n                Resource: !Sub \"${Bucket0.Arn}/*\"\n" +
                   tags;
        case 3:
            return "  Function" + n +
                   ":\n    Type: AWS::Lambda::Function\n    Properties:\n      Handler: index.handler\n      Runtime: "
                   "nodejs20.x\n      Role: !GetAtt Role2.Arn\n      MemorySize: 256\n"
                   "      Code: { S3Bucket: code, S3Key: function-" +
                   n + ".zip }\n      Environment:\n        Variables: { STAGE: !Ref Stage, TABLE: table-" + n +
                   " }\n" + tags;
        case 4:
            return "  Table" + n +
                   ":\n    Type: AWS::DynamoDB::Table\n    Properties:\n      BillingMode: PAY_PER_REQUEST\n      "
                   "AttributeDefinitions: [{ AttributeName: id, AttributeType: S }]\n"
                   "      KeySchema: [{ AttributeName: id, KeyType: HASH }]\n      SSESpecification: { SSEEnabled: "
                   "true }\n      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: !If [IsProd, true, "
                   "false] }\n" +
                   tags;
        case 5:
            return "  Queue" + n +
                   ":\n    Type: AWS::SQS::Queue\n    Properties:\n      KmsMasterKeyId: alias/aws/sqs\n      "
                   "VisibilityTimeout: " +
                   std::to_string(30 + i) + "\n" + tags;
        case 6:
            return "  Db" + n +
                   ":\n    Type: AWS::RDS::DBInstance\n    Properties:\n      Engine: postgres\n      DBInstanceClass: "
                   "db.t3.micro\n      AllocatedStorage: '20'\n      StorageEncrypted: !If [IsProd, true, true]\n"
                   "      PubliclyAccessible: false\n      MasterUsername: "
                   "'{{resolve:secretsmanager:db:SecretString:user}}'\n      MasterUserPassword: "
                   "'{{resolve:secretsmanager:db:SecretString:password}}'\n"
                   "      VPCSecurityGroups: [ !GetAtt Group1.GroupId ]\n      BackupRetentionPeriod: 7\n" +
                   tags;
        case 7:
            return "  Key" + n +
                   ":\n    Type: AWS::KMS::Key\n    Properties:\n      EnableKeyRotation: true\n      KeyPolicy:\n     "
                   "   Version: '2012-10-17'\n        Statement:\n          - Effect: Allow\n            Principal: { "
                   "AWS: !Sub \"arn:aws:iam::${AWS::AccountId}:root\" }\n            Action: 'kms:*'\n            "
                   "Resource: '*'\n" +
                   tags;
        case 8:
            return "  Topic" + n +
                   ":\n    Type: AWS::SNS::Topic\n    Properties:\n      KmsMasterKeyId: alias/aws/sns\n      "
                   "DisplayName: topic " +
                   n + "\n" + tags;
        default:
            return "  Logs" + n +
                   ":\n    Type: AWS::Logs::LogGroup\n    Properties:\n      LogGroupName: !Sub \"/app/" + n +
                   "/${Stage}\"\n      RetentionInDays: 90\n" + tags;
    }
}

std::string make_template() {
    std::string text =
        "AWSTemplateFormatVersion: '2010-09-09'\nParameters:\n  Stage:\n    Type: String\n    AllowedValues: [dev, "
        "test, prod]\nConditions:\n  IsProd: !Equals [!Ref Stage, prod]\nResources:\n"
        "  Vpc:\n    Type: AWS::EC2::VPC\n    Properties: { CidrBlock: 10.0.0.0/16 }\n";
    for (int i = 0; i + 1 < k_resources; ++i)
        text += resource(i);
    return text;
}

struct Cost {
    double compile = 1e9;
    double check = 1e9;
    std::size_t findings = 0;
    std::size_t policies = 0;
};

/// Every `step`-th policy of the packs.
void measure(const test::MemoryFileSystem& files, const schema::Schema& schema, std::size_t step, Cost& cost) {
    engine::Workspace workspace(files, schema);
    DiagnosticSink sink;
    engine::PolicyRequest policies;
    policies.library = cli::embedded_library();
    const std::vector<lang::ModuleText> packs = cli::embedded_policies();
    for (std::size_t i = 0; i < packs.size(); i += step)
        policies.paths.push_back(packs[i].path);
    const double before = cpu_seconds();
    if (!workspace.load_policies(policies, sink)) {
        for (const Diagnostic& diagnostic : sink.all())
            std::fprintf(stderr, "%s", render_text(diagnostic, workspace.sources(), Colour::off).c_str());
        std::exit(2);
    }
    const double compiled = cpu_seconds();
    engine::InputRequest inputs;
    inputs.names = {"template.yaml"};
    workspace.load_inputs(inputs, sink);
    engine::ReportOptions options;
    const engine::Report report =
        engine::build_report(workspace.graph(), workspace.program(), workspace.evaluate(0, std::nullopt), options);
    const std::string text = engine::write(engine::ReportFormat::json, report, workspace.sources(), {});
    const double done = cpu_seconds();
    cost.compile = std::min(cost.compile, compiled - before);
    cost.check = std::min(cost.check, done - compiled);
    cost.findings = report.findings.size();
    cost.policies = workspace.program().policies.size();
}

}  // namespace

int main() {
    const schema::Schema schema(stdlib::all_schemas());
    test::MemoryFileSystem files;
    const std::string text = make_template();
    files.put("template.yaml", text);
    const std::vector<lang::ModuleText> packs = cli::embedded_policies();
    for (const lang::ModuleText& pack : packs)
        files.put(pack.path, pack.text);
    Cost hundred;
    Cost all;
    double oracle = 1e9;
    std::size_t nodes = 0;
    for (int i = 0; i < k_runs; ++i) {
        measure(files, schema, packs.size() / k_policies, hundred);
        measure(files, schema, 1, all);
        const double before = cpu_seconds();
        const YAML::Node node = YAML::Load(text);
        oracle = std::min(oracle, cpu_seconds() - before);
        nodes += node.size();
    }
    std::printf("%d resources, %zu bytes; yaml-cpp load: %.1f ms\n", k_resources, text.size(), oracle * 1e3);
    bool holds = nodes > 0 && hundred.policies >= k_policies;
    for (const auto& [cost, bar] : {std::pair{hundred, k_bar}, {all, k_bar_of_all}}) {
        const double ratio = cost.check / oracle;
        holds = holds && ratio <= bar;
        std::printf(
            "%zu policies, %zu findings; load, evaluate and report: %.1f ms; ratio %.2f (at most %.1f); compiling the "
            "policies: %.1f ms\n",
            cost.policies, cost.findings, cost.check * 1e3, ratio, bar, cost.compile * 1e3);
    }
    return holds ? 0 : 1;
}
