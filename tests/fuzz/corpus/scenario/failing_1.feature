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

