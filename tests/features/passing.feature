@passing
Feature: Every step, holding
  One scenario at least for each step of docs/reference/steps.md.

  Background:
    Given the template:
      """yaml
      Parameters:
        Stage: {Type: String, AllowedValues: [prod, dev]}
        Algorithm: {Type: String}
      Conditions:
        IsProd: !Equals [!Ref Stage, prod]
      Resources:
        Logs:
          Type: AWS::S3::Bucket
          Properties:
            BucketEncryption:
              ServerSideEncryptionConfiguration:
                - ServerSideEncryptionByDefault:
                    SSEAlgorithm: aws:kms
      """

  Rule: Documents

    Scenario: Edits of the template
      Given `Logs.Properties.BucketEncryption` is removed
      And `Logs.Properties.Tags` is set to `[{Key: scratch, Value: "false"}]`
      When the policy ORG-S3-001 is evaluated
      Then the verdict for Logs is fail
      And the finding for Logs is at line 9
      And the finding for Logs is at line 9, column 5
      And the finding for Logs is at `Logs.Properties`
      And the message for Logs is "Logs is not encrypted at rest"
      And the message for Logs contains "not encrypted"
      And the severity for Logs is high
      And the remedy for Logs contains "into Logs"
      And Logs fails when "always"

    Scenario: A Dockerfile
      Given the Dockerfile:
        """dockerfile
        ARG BASE
        FROM ${BASE} AS build
        FROM scratch
        RUN sudo make
        """
      And the Dockerfile "web/Dockerfile":
        """
        FROM scratch
        """
      And the build argument "BASE" is "debian"
      And the build target is "build"
      Then `count(s for s: docker "stage") == 3` is true
      And `some s: docker "stage" where s.base.name == "debian"` is true
      And `count(s for s: docker "stage" where s.final == true) == 2` is true
      And `some r: docker "RUN", c in r.commands where c.name == "sudo"` is true

    Scenario: A Dockerfile with a build context, and what it becomes
      Given the Dockerfile:
        """dockerfile
        FROM debian:12
        COPY secret.txt /srv/
        """
      And the .dockerignore:
        """
        secret.*
        """
      And the image "registry.example/shop:1" is built by the Dockerfile "Dockerfile"
      And the Dockerfile "web/Dockerfile":
        """dockerfile
        FROM debian:12
        COPY page.html /srv/
        """
      And the .dockerignore "web/.dockerignore":
        """
        *.html
        """
      Then `count(c for c: docker "COPY" where some i in c.ignored) == 2` is true
      And `some b: docker "build" where b.image == "registry.example/shop:1"` is true

    Scenario: A Dockerfile from a file
      Given the Dockerfile file "web.Dockerfile"
      Then `some u: docker "USER" where u.user == "app"` is true

    Scenario: An edit of several lines
      Given `Logs.Properties.BucketEncryption` is set to:
        """
        ServerSideEncryptionConfiguration:
          - ServerSideEncryptionByDefault:
              SSEAlgorithm: none
        """
      When the policy s3_encrypted is evaluated
      Then the reasons for Logs contain "is none"

    Scenario: Several templates
      Given the template "stacks/other.json":
        """json
        {"Resources": {"Logs": {"Type": "AWS::S3::Bucket"}, "Data": {"Type": "AWS::S3::Bucket"}}}
        """
      And the template file "site.yaml"
      When all policies are evaluated
      Then the verdict of ORG-S3-001 for stacks/other.json:Logs is fail
      And the verdict of s3_versioned for Assets is pass
      And the verdict of org.features.s3_encrypted for Resources.Data is fail
      And the findings are exactly:
        | policy       | resource               | verdict | severity | document                    |
        | ORG-S3-002   | template.yaml:Logs     | fail    | low      | template.yaml               |
        | ORG-S3-001   | stacks/other.json:Logs | fail    | high     | stacks/other.json           |
        | ORG-S3-002   | stacks/other.json:Logs | fail    | low      | stacks/other.json           |
        | s3_encrypted | Data                   | fail    | high     | stacks/other.json           |
        | ORG-S3-002   | Data                   | fail    | low      | stacks/other.json           |
        | ORG-S3-001   | Assets                 | fail    | high     | tests/features/site.yaml    |

  Rule: What is known besides the documents

    Scenario: A template parameter
      Given `Logs.Properties.BucketEncryption.ServerSideEncryptionConfiguration[0].ServerSideEncryptionByDefault.SSEAlgorithm` is set to `!Ref Algorithm`
      And the template parameter "Algorithm" is "rot13"
      When the policy ORG-S3-001 is evaluated
      Then the verdict for Logs is fail

    Scenario: Template parameters
      Given `Logs.Properties.BucketEncryption.ServerSideEncryptionConfiguration[0].ServerSideEncryptionByDefault.SSEAlgorithm` is set to `!Ref Algorithm`
      And the template parameters:
        | name      | value  |
        | Algorithm | AES256 |
        | Stage     | dev    |
      When the policy ORG-S3-001 is evaluated
      Then there are no findings

    Scenario: A policy parameter
      Given the policy parameter "org.features.algorithms" is `{"AES256"}`
      When the policy ORG-S3-001 is evaluated
      Then the verdict for Logs is fail

    Scenario Outline: A waiver until its last day
      Given `Logs.Properties.BucketEncryption` is removed
      And the waivers:
        """
        waiver ORG-S3-001 for "Logs" {
            owner  "storage"
            reason "moves away"
            until  2026-06-30
        }
        """
      And the date is <date>
      When the policy ORG-S3-001 is evaluated
      Then the findings are exactly:
        | resource | waived   |
        | Logs     | <waived> |

      Examples:
        | date       | waived |
        | 2026-06-30 | waiver |
        | 2026-07-01 |        |

    Scenario: A finding that is waived
      Given `Logs.Properties.BucketEncryption` is removed
      And `Logs.Metadata` is set to `{cfn_nag: {rules_to_suppress: [{id: W41, reason: "logs of a test"}]}}`
      When the policy ORG-S3-001 is evaluated
      Then the finding for Logs is waived
      And there are no findings

  Rule: Verdicts

    Scenario: Pass
      When the pack "org" is evaluated
      Then the verdict of ORG-S3-001 for Logs is pass

    Scenario: Unknown with its cause
      Given `Logs.Properties.BucketEncryption.ServerSideEncryptionConfiguration[0].ServerSideEncryptionByDefault.SSEAlgorithm` is set to `!Ref Algorithm`
      When the policy ORG-S3-001 is evaluated
      Then the verdict for Logs is unknown
      And Logs is unknown because "parameter `Algorithm` has no value"
      And the findings are exactly:
        | verdict | cause                              |
        | unknown | parameter `Algorithm` has no value |

    Scenario: A value that nobody knows
      Given `Logs.Properties.BucketEncryption` is unknown
      When the policy ORG-S3-001 is evaluated
      Then the verdict for Logs is unknown

    Scenario: Not applicable
      Given `Logs.Properties.Tags` is set to `[{Key: scratch, Value: "true"}]`
      When the policy ORG-S3-001 is evaluated
      Then the verdict for Logs is not applicable
      And nothing was evaluated

    Scenario: Nothing to evaluate
      When the policy ORG-IAM-001 is evaluated
      Then nothing was evaluated
      And there are no findings

    Scenario: The condition under which it fails, and what mends it
      Given `Logs.Properties.BucketEncryption.ServerSideEncryptionConfiguration[0].ServerSideEncryptionByDefault.SSEAlgorithm` is set to `!If [IsProd, aws:kms, none]`
      When the policy ORG-S3-001 is evaluated
      Then Logs fails when "IsProd is false"
      And Logs passes once `Logs.Properties.BucketEncryption.ServerSideEncryptionConfiguration[0].ServerSideEncryptionByDefault.SSEAlgorithm` is set to `AES256`

    Scenario: What mends it may be less
      Given the template "jobs.yaml":
        """
        Resources:
          Jobs:
            Type: AWS::SQS::Queue
            Properties:
              RedrivePolicy: {maxReceiveCount: 9}
        """
      When the policy ORG-SQS-001 is evaluated
      Then the verdict for Jobs is fail
      And Jobs passes once `Jobs.Properties.RedrivePolicy` is removed

    Scenario: Several subjects in one resource
      Given the template "roles.yaml":
        """
        Resources:
          Admin:
            Type: AWS::IAM::Role
            Properties:
              Policies:
                - PolicyName: read
                  PolicyDocument: {Statement: [{Effect: Allow, Action: "s3:GetObject", Resource: "*"}]}
                - PolicyName: root
                  PolicyDocument: {Statement: [{Effect: Allow, Action: "*", Resource: "*"}]}
        """
      When the policy ORG-IAM-001 is evaluated
      Then the verdict for Admin[read] is pass
      And the verdict for Admin[root] is fail
      And the message for Admin[root] contains "root"
      And the findings are exactly:
        | resource    | line | column | message                           | when   |
        | Admin[root] | 9    | 39     | the policy root allows everything | always |

  Rule: Dockerfiles

    Background:
      Given the Dockerfile:
        """dockerfile
        FROM debian:12 AS web
        RUN apt-get update && \
            sudo make
        USER root
        """

    Scenario: Instructions are edited by their words
      Given the instruction `USER root` is removed
      And the instruction `RUN apt-get update && sudo make` is replaced by `RUN make`
      And the instruction `USER app` is added
      And the instruction `USER other` is added behind `FROM debian:12`
      Then `count(r: docker "RUN", c in r.commands) == 1` is true
      And `count(u: docker "USER") == 2` is true
      And `some s: docker "stage" where s.user == "app"` is true

    Scenario: An instruction is replaced by several
      Given the instruction `USER root` is replaced by:
        """
        RUN sudo true
        USER app
        """
      Then `count(r: docker "RUN", c in r.commands where c.name == "sudo") == 2` is true

    Scenario: What mends a Dockerfile
      When the policy ORG-DOCKER-001 is evaluated
      Then the finding for RUN is at the instruction `RUN apt-get update`
      And RUN passes once the instruction `RUN apt-get update` is replaced by `RUN make`
      When the policy ORG-DOCKER-002 is evaluated
      Then web passes once the instruction `USER root` is removed
      And web passes once the instruction `USER app` is added

  Rule: Terraform plans

    Scenario: A plan
      Given the plan:
        """json
        {"format_version": "1.2",
         "planned_values": {"root_module": {"resources": [
           {"address": "aws_s3_bucket.a", "mode": "managed", "type": "aws_s3_bucket", "name": "a", "values": {"bucket": "a"}}]}},
         "resource_changes": [
           {"address": "aws_s3_bucket.a", "mode": "managed", "type": "aws_s3_bucket", "name": "a",
            "change": {"actions": ["create"], "before": null, "after": {"bucket": "a"}, "after_unknown": {"id": true}}}]}
        """
      And the plan "plans/other.json":
        """
        {"format_version": "1.2", "planned_values": {"root_module": {}}, "resource_changes": []}
        """
      When the policy ORG-TF-001 is evaluated
      Then the verdict for aws_s3_bucket.a is fail

    Scenario: A plan from a file, edited
      Given the plan file "plan.json"
      And `aws_s3_bucket.filed.bucket` is removed
      When the policy ORG-TF-001 is evaluated
      Then the finding for aws_s3_bucket.filed is at `aws_s3_bucket.filed.versioning`
      And the finding for aws_s3_bucket.filed is at line 13
      And aws_s3_bucket.filed passes once `aws_s3_bucket.filed.versioning[0].enabled` is set to `true`

    Scenario: A value of a plan that only apply will tell
      Given the plan file "plan.json"
      And `aws_s3_bucket.filed.versioning[0].enabled` is unknown
      When the policy ORG-TF-001 is evaluated
      Then aws_s3_bucket.filed is unknown because "known after apply"

    Scenario: Resources that refer to one another
      Given the planned resources:
        """yaml
        aws_s3_bucket.logs: {bucket: logs}
        aws_s3_bucket_logging.logs:
          bucket: !ref aws_s3_bucket.logs.id
          target_bucket: !unknown
        """
      When the policy ORG-TF-002 is evaluated
      Then the verdict for aws_s3_bucket.logs is pass

    Scenario: Instances, and a resource that is stated anew
      Given the planned resources "plans/one.json":
        """
        aws_s3_bucket.logs[0]: {bucket: logs}
        module.site["a.b"].aws_s3_bucket.logs[1]:
          bucket: logs
        aws_s3_bucket_logging.logs: {}
        """
      And `aws_s3_bucket_logging.logs` is set to `{bucket: !ref "aws_s3_bucket.logs[0].id"}`
      And `module.site["a.b"].aws_s3_bucket.logs[1].versioning` is set to:
        """
        - enabled: !unknown
        """
      When the policy ORG-TF-002 is evaluated
      Then the verdict for aws_s3_bucket.logs[0] is pass
      And the verdict for plans/one.json:module.site["a.b"].aws_s3_bucket.logs[1] is fail
      When the policy ORG-TF-001 is evaluated
      Then the verdict for module.site["a.b"].aws_s3_bucket.logs[1] is unknown
      And every aws_s3_bucket has `it.bucket == "logs"`

    Scenario: A whole resource is added
      Given the planned resources:
        """
        aws_s3_bucket.logs: {bucket: !computed}
        """
      And `aws_s3_bucket_logging.logs` is set to `{bucket: !ref aws_s3_bucket.logs.id}`
      When the policy ORG-TF-002 is evaluated
      Then the verdict for aws_s3_bucket.logs is pass

    Scenario: What is there and what is planned
      Given the planned resources:
        """
        aws_s3_bucket.logs: {bucket: logs, versioning: [{enabled: true}]}
        """
      And the current resources:
        """
        aws_s3_bucket.gone: {bucket: gone}
        """
      And the current resources "other.json":
        """
        aws_s3_bucket.elsewhere: {bucket: elsewhere}
        """
      When the policy ORG-TF-001 is evaluated
      Then the verdict for aws_s3_bucket.logs is pass
      And there are no findings

  Rule: Infrastructure, without a policy

    Scenario: Every resource of a type
      Then every AWS::S3::Bucket has `it.BucketEncryption exists`
      And every s3.Bucket has `it.encryption.algorithm in {"aws:kms", "AES256"}`
      And every Resource has `it.type == "AWS::S3::Bucket"`

    Scenario: An expression over all documents
      Then `count(b for b: s3.Bucket) == 1` is true
      And `some q: cfn "AWS::SQS::Queue" where true` is false

    Scenario: An expression that depends on a parameter
      Given `Logs.Properties.BucketName` is set to `!Ref Stage`
      Then `some b: cfn "AWS::S3::Bucket" where b.BucketName == "dev"` is unknown

    Scenario: Who can reach whom
      Given the template "network.yaml":
        """
        Resources:
          Open:
            Type: AWS::EC2::SecurityGroup
            Properties:
              GroupDescription: web
              SecurityGroupIngress:
                - {IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 0.0.0.0/0}
          Inner:
            Type: AWS::EC2::SecurityGroup
            Properties:
              GroupDescription: database
              SecurityGroupIngress:
                - {IpProtocol: tcp, FromPort: 5432, ToPort: 5432, SourceSecurityGroupId: !Ref Open}
          Web:
            Type: AWS::EC2::Instance
            Properties:
              NetworkInterfaces:
                - {DeviceIndex: "0", AssociatePublicIpAddress: true, GroupSet: [!Ref Open]}
          Database:
            Type: AWS::RDS::DBInstance
            Properties:
              PubliclyAccessible: false
              VPCSecurityGroups: [!Ref Inner]
        """
      Then "internet" can reach "Web" on 443
      And "internet" cannot reach "Web" on 22
      And "internet" cannot reach "Database" on 5432
      And "Web" can reach "Database" on 5432
      And "Web" cannot reach "Database" on 22
      And "internet" can reach "Database" over any number of hops
      And "Web" can reach "Database" over any number of hops
      Given `Inner.Properties.SecurityGroupIngress` is removed
      Then "internet" cannot reach "Database" over any number of hops
