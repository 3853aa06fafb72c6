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

    Scenario: A finding that is waived
      Given `Logs.Properties.BucketEncryption` is removed
      And `Logs.Metadata` is set to `{cfn_nag: {rules_to_suppress: [{id: W41, reason: "logs of a test"}]}}`
      When the policy ORG-S3-001 is evaluated
      Then the finding for Logs is waived
      And there are no findings



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

