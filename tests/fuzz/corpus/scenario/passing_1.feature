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

