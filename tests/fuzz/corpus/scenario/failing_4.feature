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



    Scenario: A step with a slip
      When the policy ORG-S3-001 is evaluatd
      Then the verdict for Logs is fail

    Scenario: A step of nobody
      When Frodo carries the ring to Mordor
      Then the verdict for Logs is fail

    Scenario: A step for Terraform
      Given the plan:
        """json
        {}
        """
      Then the verdict for Logs is fail

    Scenario: A Given step under Then
      When the policy ORG-S3-001 is evaluated
      Then `Logs.Properties.BucketEncryption` is removed

    Scenario: Nothing is checked
      When the policy ORG-S3-001 is evaluated

    Scenario: Nothing at all
