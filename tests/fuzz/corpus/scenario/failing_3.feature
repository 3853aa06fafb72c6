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

