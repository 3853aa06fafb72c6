@failing
Feature: Every step, not holding
  What `spile test` says of each is in failing.expected.

  Background:
    Given the template:
      """yaml
      Parameters:
        Stage: {Type: String, AllowedValues: [prod, dev]}
      Conditions:
        IsProd: !Equals [!Ref Stage, prod]
      Resources:
        Logs:
          Type: AWS::S3::Bucket
          Properties:
            BucketEncryption:
              ServerSideEncryptionConfiguration:
                - ServerSideEncryptionByDefault:
                    SSEAlgorithm: !If [IsProd, none, rot13]
        Jobs:
          Type: AWS::SQS::Queue
      """

  Rule: Given

    Scenario: A second template without a path
      Given the template:
        """
        Resources: {}
        """
      Then there are no findings

    Scenario: A template of an unknown kind
      Given the template "x.yaml":
        """yml2
        Resources: {}
        """
      Then there are no findings

    Scenario: A path and a doc string that disagree
      Given the template "x.yaml":
        """json
        {"Resources": {}}
        """
      Then there are no findings

    Scenario: A path that leads outside
      Given the template "../x.yaml":
        """
        Resources: {}
        """
      Then there are no findings

    Scenario: A template without its doc string
      Given the template "x.yaml":
      Then there are no findings

    Scenario: A doc string that no step takes
      Given the template file "site.yaml"
        """
        Resources: {}
        """
      Then there are no findings

    Scenario: A Dockerfile of another type
      Given the Dockerfile:
        """yaml
        FROM scratch
        """
      Then there are no findings

    Scenario: Two Dockerfiles of one path
      Given the Dockerfile:
        """
        FROM scratch
        """
      And the Dockerfile "Dockerfile":
        """
        FROM scratch
        """
      Then there are no findings

    Scenario: Two ignore files of one build context
      Given the Dockerfile:
        """
        FROM scratch
        """
      And the .dockerignore:
        """
        a
        """
      And the .dockerignore:
        """
        b
        """
      Then there are no findings

    Scenario: An ignore file by another name
      Given the Dockerfile:
        """
        FROM scratch
        """
      And the .dockerignore "web/.gitignore":
        """
        a
        """
      Then there are no findings

    Scenario: An image that two Dockerfiles become
      Given the image "shop" is built by the Dockerfile "Dockerfile"
      And the image "shop" is built by the Dockerfile "web/Dockerfile"
      Then there are no findings

    Scenario: A Dockerfile that is not there
      Given the Dockerfile file "wep.Dockerfile"
      Then there are no findings

    Scenario: A Dockerfile that Docker refuses
      Given the Dockerfile:
        """
        RUNN x
        """
      When all policies are evaluated
      Then there are no findings

    Scenario: A build argument that no Dockerfile declares
      Given the Dockerfile:
        """
        ARG VERSION
        FROM scratch
        """
      And the build argument "VERSIONS" is "1"
      When all policies are evaluated
      Then there are no findings

    Scenario: A build target that no Dockerfile has
      Given the Dockerfile:
        """
        FROM scratch AS web
        """
      And the build target is "wep"
      When all policies are evaluated
      Then there are no findings

    Scenario: An edit of a Dockerfile
      Given the Dockerfile:
        """
        FROM scratch
        """
      And `RUN.text` is removed
      Then there are no findings

    Scenario: A table that no step takes
      Given the date is 2026-01-01
        | a |
      Then there are no findings

    Scenario: A file that is not there
      Given the template file "sight.yaml"
      Then there are no findings

    Scenario: A template that cannot be read
      Given the template "x.yaml":
        """
        Resources:
          A: {Type: AWS::S3::Bucket}
          A: {Type: AWS::SQS::Queue}
        """
      When all policies are evaluated
      Then there are no findings

    Scenario: A template parameter that no template declares
      Given the template parameter "Stag" is "prod"
      When all policies are evaluated
      Then there are no findings

    Scenario: A value that a template parameter does not take
      Given the template parameters:
        | Stage | production |
      When all policies are evaluated
      Then there are no findings

    Scenario: Template parameters in three columns
      Given the template parameters:
        | Stage | prod | dev |
      Then there are no findings

    Scenario: A policy parameter without its module
      Given the policy parameter "algorithms" is `{"none"}`
      Then there are no findings

    Scenario: A policy parameter that is not there
      Given the policy parameter "org.features.algorithm" is `{"none"}`
      When all policies are evaluated
      Then there are no findings

    Scenario: A policy parameter of another type
      Given the policy parameter "org.features.most_retries" is `"many"`
      When all policies are evaluated
      Then there are no findings

    Scenario: A waiver for a policy that is not there
      Given the waivers:
        """
        waiver ORG-S3-01 for "Logs" {
            owner  "storage"
            reason "moves away"
            until  2026-06-30
        }
        """
      When all policies are evaluated
      Then there are no findings

    Scenario: Something else than waivers
      Given the waivers:
        """
        module org.waivers

        param a: int = 1
        """
      When all policies are evaluated
      Then there are no findings

    Scenario: A date that is none
      Given the date is 2026-02-30
      Then there are no findings

    Scenario: A resource that is not there
      Given `Lgos.Properties.BucketEncryption` is removed
      Then there are no findings

    Scenario: A property that no such resource has
      Given `Logs.Properties.BucketEncrypton` is set to `{}`
      Then there are no findings

    Scenario: A property deep inside that no such resource has
      Given `Logs.Properties.BucketEncryption.ServerSideEncryptionConfiguration[0].ServerSideEncryptionByDefault.Algorithm` is set to `none`
      Then there are no findings

    Scenario: Something that is not there is removed
      Given `Logs.Properties.Tags` is removed
      Then there are no findings

    Scenario: A text that is no path
      Given `Logs..Properties` is removed
      Then there are no findings

    Scenario: A value that is no YAML
      Given `Logs.Properties.Tags` is set to `[{Key: a`
      Then there are no findings

    Scenario: Lines that are no YAML
      Given `Logs.Properties.Tags` is set to:
        """
        - Key: a
         Value: b
        """
      Then there are no findings

    Scenario: An unknown value at a place that cannot be made
      Given `Logs.Properties.Tags[4]` is unknown
      Then there are no findings

  Rule: When

    Scenario: A policy that is not there
      When the policy ORG-S3-01 is evaluated
      Then there are no findings

    Scenario: A pack that is not there
      When the pack "org.feature" is evaluated
      Then there are no findings

    Scenario: A policy that is for nothing here
      When the policy ORG-IAM-001 is evaluated
      Then there are no findings

    Scenario: A policy that is not applicable
      Given `Logs.Properties.Tags` is set to `[{Key: scratch, Value: "true"}]`
      When the policy ORG-S3-001 is evaluated
      Then there are no findings

  Rule: Then

    Scenario: No evaluation
      Then there are no findings

    Scenario: No evaluation since an edit
      When the policy ORG-S3-001 is evaluated
      Given `Logs.Properties.BucketEncryption` is removed
      Then the verdict for Logs is fail

    Scenario: Another verdict
      When the policy ORG-S3-001 is evaluated
      Then the verdict for Logs is pass

    Scenario: A verdict that is none
      When the policy ORG-S3-001 is evaluated
      Then the verdict for Logs is failed

    Scenario: A resource that is no subject
      When the policy ORG-S3-001 is evaluated
      Then the verdict for Jobs is not applicable

    Scenario: A verdict of several policies
      When all policies are evaluated
      Then the verdict for Logs is fail

    Scenario: A verdict of a policy that was not evaluated
      When the policy ORG-S3-001 is evaluated
      Then the verdict of ORG-S3-002 for Logs is fail

    Scenario: Another verdict of one policy
      When all policies are evaluated
      Then the verdict of ORG-S3-002 for Logs is pass

    Scenario: Other findings
      When all policies are evaluated
      Then the findings are exactly:
        | policy     | resource | when           |
        | ORG-S3-001 | Logs     | IsProd is true |
        | ORG-S3-002 | Logs     | always         |

    Scenario: One finding more than the table has
      When all policies are evaluated
      Then the findings are exactly:
        | policy     | resource |
        | ORG-S3-001 | Logs     |

    Scenario: Findings in a column that is not there
      When all policies are evaluated
      Then the findings are exactly:
        | polciy     |
        | ORG-S3-001 |

    Scenario: Findings of nothing
      When all policies are evaluated
      Then the findings are exactly:
        | policy |

    Scenario: Findings of names that mean nothing
      When all policies are evaluated
      Then the findings are exactly:
        | policy     | resource |
        | ORG-S3-001 | Log      |

    Scenario: Findings where none are expected
      When all policies are evaluated
      Then there are no findings

    Scenario: Something was evaluated
      When the policy ORG-S3-001 is evaluated
      Then nothing was evaluated

    Scenario: Another line
      When the policy ORG-S3-002 is evaluated
      Then the finding for Logs is at line 1

    Scenario: Another column
      When the policy ORG-S3-002 is evaluated
      Then the finding for Logs is at line 8, column 1

    Scenario: Another place
      When the policy ORG-S3-002 is evaluated
      Then the finding for Logs is at `Logs.Properties.BucketEncryption`

    Scenario: Several findings for one resource
      When all policies are evaluated
      Then the finding for Logs is at line 1

    Scenario: A finding for a resource that has none
      When the policy ORG-SQS-001 is evaluated
      Then the finding for Jobs is at line 1

    Scenario: Another message
      When the policy ORG-S3-002 is evaluated
      Then the message for Logs is "Logs keeps versions"

    Scenario: Another part of the message
      When the policy ORG-S3-002 is evaluated
      Then the message for Logs contains "keeps versions"

    Scenario: Every message contains the empty text
      When the policy ORG-S3-002 is evaluated
      Then the message for Logs contains ""

    Scenario: Other reasons
      When the policy ORG-S3-002 is evaluated
      Then the reasons for Logs contain "Suspended"

    Scenario: Another severity
      When the policy ORG-S3-002 is evaluated
      Then the severity for Logs is high

    Scenario: A severity that is none
      When the policy ORG-S3-002 is evaluated
      Then the severity for Logs is hgih

    Scenario: Another remedy
      When the policy ORG-S3-002 is evaluated
      Then the remedy for Logs contains "Disable"

    Scenario: Another condition
      When the policy ORG-S3-001 is evaluated
      Then Logs fails when "IsProd is false"

    Scenario: A condition of what does not fail
      Given `Logs.Properties.BucketEncryption` is unknown
      When the policy ORG-S3-001 is evaluated
      Then Logs fails when "always"

    Scenario: A cause of what is known
      When the policy ORG-S3-001 is evaluated
      Then Logs is unknown because "Stage"

    Scenario: Another cause
      Given `Logs.Properties.BucketEncryption` is unknown
      When the policy ORG-S3-001 is evaluated
      Then Logs is unknown because "Stage"

    Scenario: A finding that nothing waives
      When the policy ORG-S3-001 is evaluated
      Then the finding for Logs is waived

    Scenario: A waiver that has ended
      Given the waivers:
        """
        waiver ORG-S3-002 for "Logs" {
            owner  "storage"
            reason "moves away"
            until  2025-06-30
        }
        """
      When the policy ORG-S3-002 is evaluated
      Then the finding for Logs is waived

    Scenario: An edit that mends nothing
      When the policy ORG-S3-001 is evaluated
      Then Logs passes once `Logs.Properties.BucketEncryption.ServerSideEncryptionConfiguration` is set to `[]`

    Scenario: An edit where nothing is to be mended
      Given `Jobs.Properties.RedrivePolicy.maxReceiveCount` is set to `1`
      When the policy ORG-SQS-001 is evaluated
      Then Jobs passes once `Jobs.Properties.RedrivePolicy` is removed

    Scenario: A resource without the property
      Then every AWS::S3::Bucket has `it.VersioningConfiguration exists`

    Scenario: No resource of the type
      Then every AWS::SNS::Topic has `it.KmsMasterKeyId exists`

    Scenario: A type that is not there
      Then every AWS::S3::Bukket has `it.BucketEncryption exists`

    Scenario: An entity that is not there
      Then every s3.Bukket has `it.encryption exists`

    Scenario: A property that is not there
      Then every AWS::S3::Bucket has `it.BucketEncrypton exists`

    Scenario: An expression that cannot be read
      Then every AWS::S3::Bucket has `it.BucketEncryption exists and`

    Scenario: An expression that does not hold
      Then `count(b for b: s3.Bucket) == 2` is true

    Scenario: An expression that holds
      Then `count(b for b: s3.Bucket) == 1` is false

    Scenario: An expression that is known
      Then `count(b for b: s3.Bucket) == 1` is unknown

    Scenario: An expression that is not the same in every world
      Given `Logs.Properties.BucketName` is set to `!Ref Stage`
      Then `some b: cfn "AWS::S3::Bucket" where b.BucketName == "dev"` is true

    Scenario: An expression that is no truth
      Then `count(b for b: s3.Bucket)` is true

    Scenario: An expression about nothing that was given
      Then `some port in {22, 80} where port == 22` is true

    Scenario: A function's answer about nothing that was given
      Then `net.is_public(cidr("0.0.0.0/0"))` is true

    Scenario: An expression that forgets the resource
      Then every AWS::S3::Bucket has `1 == 1`

    Scenario: Reach of what has no place in the network
      Then "internet" cannot reach "Logs" on 443

    Scenario: Reach of what is not there
      Then "internet" cannot reach "Lgos" on 443

    Scenario: Reach that is not there
      Given the template file "network.yaml"
      Then "internet" can reach "Web" on 22

    Scenario: Reach that is there
      Given the template file "network.yaml"
      Then "internet" cannot reach "Web" on 443

    Scenario: Reach over hops that is there
      Given the template file "network.yaml"
      Then "internet" cannot reach "Web" over any number of hops

    Scenario: Reach over hops that is not there
      Given the template file "network.yaml"
      And `Open.Properties.SecurityGroupIngress` is removed
      Then "internet" can reach "Web" over any number of hops

    Scenario: Reach on a port that there is not
      Given the template file "network.yaml"
      Then "internet" cannot reach "Web" on 65536

    Scenario: Reach through an address that nobody knows
      Given the template file "network.yaml"
      And `Open.Properties.SecurityGroupIngress[0].CidrIp` is unknown
      Then "internet" cannot reach "Web" on 443

    Scenario: Reach of a place whose security groups are elsewhere
      Given the template "elsewhere.yaml":
        """yaml
        Resources:
          Database:
            Type: AWS::RDS::DBInstance
            Properties:
              PubliclyAccessible: true
              VPCSecurityGroups: [sg-12345678]
        """
      Then "internet" cannot reach "Database" on 5432

    Scenario: An expression that holds in the first of very many worlds
      Given the template "worlds.yaml":
        """yaml
        Parameters:
          A: {Type: String, AllowedValues: [a, b, c, d, e, f, g, h]}
          B: {Type: String, AllowedValues: [a, b, c, d, e, f, g, h]}
          C: {Type: String, AllowedValues: [a, b, c, d, e, f, g, h]}
        Resources:
          One: {Type: AWS::SQS::Queue, Properties: {QueueName: !Ref A}}
          Two: {Type: AWS::SQS::Queue, Properties: {QueueName: !Ref B}}
          Three: {Type: AWS::SQS::Queue, Properties: {QueueName: !Ref C}}
        """
      Then `all q: cfn "AWS::SQS::Queue" satisfy (q.QueueName == "a" or q.QueueName != "x")` is false

  Rule: Dockerfiles

    Background:
      Given the Dockerfile:
        """dockerfile
        FROM debian:12 AS web
        RUN apt-get update
        RUN sudo make
        USER root
        """

    Scenario: An instruction that there is not is removed
      Given the instruction `USER rot` is removed
      When the policy ORG-DOCKER-001 is evaluated
      Then there are no findings

    Scenario: One of several instructions is replaced
      Given the instruction `RUN` is replaced by `RUN make`
      When the policy ORG-DOCKER-001 is evaluated
      Then there are no findings

    Scenario: An instruction is replaced by none
      Given the instruction `USER root` is replaced by:
        """
        USR app
        """
      When the policy ORG-DOCKER-001 is evaluated
      Then there are no findings

    Scenario: An instruction is added to one of several Dockerfiles
      Given the Dockerfile file "web.Dockerfile"
      And the instruction `USER app` is added
      When the policy ORG-DOCKER-001 is evaluated
      Then there are no findings

    Scenario: An instruction is added behind one that there is not
      Given the instruction `USER app` is added behind `COPY . /app`
      When the policy ORG-DOCKER-001 is evaluated
      Then there are no findings

    Scenario: The finding is at another instruction
      Given the instruction `RUN apt-get update` is removed
      When the policy ORG-DOCKER-001 is evaluated
      Then the finding for RUN is at the instruction `USER root`

    Scenario: What is removed does not mend it
      When the policy ORG-DOCKER-002 is evaluated
      Then web passes once the instruction `RUN sudo make` is removed

    Scenario: What is put in does not mend it
      When the policy ORG-DOCKER-002 is evaluated
      Then web passes once the instruction `USER root` is replaced by `USER root:root`

    Scenario: What is added does not mend it
      When the policy ORG-DOCKER-002 is evaluated
      Then web passes once the instruction `RUN true` is added

  Rule: Terraform plans

    Scenario: A plan in YAML
      Given the plan:
        """yaml
        aws_s3_bucket.logs: {}
        """
      Then there are no findings

    Scenario: A plan outside
      Given the plan "../plan.json":
        """
        {}
        """
      Then there are no findings

    Scenario: A plan from a file that there is not
      Given the plan file "plans.json"
      Then there are no findings

    Scenario: A text that is no plan
      Given the plan:
        """
        {"resource": []}
        """
      When the policy ORG-TF-001 is evaluated
      Then there are no findings

    Scenario: Resources that refer to nothing
      Given the planned resources:
        """
        aws_s3_bucket.logs:
          bucket: logs
        aws_s3_bucket_logging.logs:
          bucket: !ref aws_s3_bucket.log.id
        """
      Then there are no findings

    Scenario: Resources outside
      Given the planned resources "/plan.json":
        """
        {}
        """
      Then there are no findings

    Scenario: A second plan without a path
      Given the plan file "plan.json"
      And the planned resources "tests/features/plan.json":
        """
        {}
        """
      Then there are no findings

    Scenario: What is there is unknown
      Given the current resources:
        """
        aws_s3_bucket.logs: {bucket: !unknown}
        """
      Then there are no findings

    Scenario: What is there of no address
      Given the current resources "plan.json":
        """
        logs: {bucket: logs}
        """
      Then there are no findings

    Scenario: Nothing is there to be replaced
      Given the planned resources:
        """
        aws_s3_bucket.logs: !replace {bucket: logs}
        """
      When the policy ORG-TF-001 is evaluated
      Then the verdict for aws_s3_bucket.logs is fail

    Scenario: An edit of a resource that there is not
      Given the plan file "plan.json"
      And `aws_s3_bucket.field.bucket` is set to `x`
      When the policy ORG-TF-001 is evaluated
      Then the verdict for aws_s3_bucket.filed is fail

    Scenario: A removal of what a plan does not have
      Given the plan file "plan.json"
      And `aws_s3_bucket.filed.acl` is removed
      When the policy ORG-TF-001 is evaluated
      Then the verdict for aws_s3_bucket.filed is fail

    Scenario: An edit of an attribute that the provider does not have
      Given the plan file "plan.json"
      And `aws_s3_bucket.filed.versions` is set to `true`
      When the policy ORG-TF-001 is evaluated
      Then the verdict for aws_s3_bucket.filed is fail

    Scenario: Resources with an attribute that the provider does not have
      Given the planned resources:
        """
        aws_s3_bucket.logs: {buckt: logs}
        """
      Then there are no findings

    Scenario: Resources with a block that is no list
      Given the planned resources:
        """
        aws_s3_bucket.logs: {versioning: {enabled: true}}
        """
      Then there are no findings

    Scenario: Resources of a type that the provider does not have
      Given the planned resources:
        """
        aws_s3_buckt.logs: {}
        """
      Then there are no findings

    Scenario: A reference in a plan in JSON
      Given the plan file "plan.json"
      And `aws_s3_bucket.filed.bucket` is set to `!ref aws_s3_bucket.filed.id`
      When the policy ORG-TF-001 is evaluated
      Then the verdict for aws_s3_bucket.filed is fail

    Scenario: An edit that leaves a reference without its target
      Given the planned resources:
        """
        aws_s3_bucket.logs: {}
        aws_s3_bucket_logging.logs: {bucket: !ref aws_s3_bucket.logs.id}
        """
      And `aws_s3_bucket.logs` is removed
      When the policy ORG-TF-001 is evaluated
      Then nothing was evaluated

    Scenario: A whole resource in a plan in JSON
      Given the plan file "plan.json"
      And `aws_s3_bucket.filed` is set to `{bucket: other}`
      When the policy ORG-TF-001 is evaluated
      Then the verdict for aws_s3_bucket.filed is fail

    Scenario: The finding is at another place of the plan
      Given the plan file "plan.json"
      When the policy ORG-TF-001 is evaluated
      Then the finding for aws_s3_bucket.filed is at `aws_s3_bucket.filed.bucket`

    Scenario: An instance that there is not
      Given the planned resources:
        """
        aws_s3_bucket.logs["a"]: {}
        """
      When the policy ORG-TF-001 is evaluated
      Then the verdict for aws_s3_bucket.logs["b"] is fail

  Rule: Steps that are none

    Scenario: A step with a slip
      When the policy ORG-S3-001 is evaluatd
      Then the verdict for Logs is fail

    Scenario: A step of nobody
      When Frodo carries the ring to Mordor
      Then the verdict for Logs is fail

    Scenario: A step for charts
      Given the chart:
        """yaml
        {}
        """
      Then the verdict for Logs is fail

    Scenario: A Given step under Then
      When the policy ORG-S3-001 is evaluated
      Then `Logs.Properties.BucketEncryption` is removed

    Scenario: Nothing is checked
      When the policy ORG-S3-001 is evaluated

    Scenario: Nothing at all
