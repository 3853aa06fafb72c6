Feature: S3 buckets refuse public policies

  Background:
    Given the template:
      """yaml
      Resources:
        Logs:
          Type: AWS::S3::Bucket
          Properties:
            BucketName: logs
            PublicAccessBlockConfiguration:
              BlockPublicAcls: true
              BlockPublicPolicy: true
              IgnorePublicAcls: true
              RestrictPublicBuckets: true
      """

  Scenario Outline: <case>
    Given `Logs.Properties.PublicAccessBlockConfiguration.BlockPublicPolicy` is set to `<value>`
    When the policy SPILE-S3-014 is evaluated
    Then the verdict for Logs is <verdict>

    Examples:
      | case           | value   | verdict |
      | on             | true    | pass    |
      | on, as a text  | "true"  | pass    |
      | off            | false   | fail    |
      | off, as a text | "false" | fail    |

  Scenario: Off, where it is left out
    Given `Logs.Properties.PublicAccessBlockConfiguration.BlockPublicPolicy` is removed
    When the policy SPILE-S3-014 is evaluated
    Then the verdict for Logs is fail

  Scenario: Off, where nothing is blocked
    Given `Logs.Properties.PublicAccessBlockConfiguration` is removed
    When the policy SPILE-S3-014 is evaluated
    Then the verdict for Logs is fail

  Scenario: The finding says what is wrong, and where
    Given `Logs.Properties.PublicAccessBlockConfiguration.BlockPublicPolicy` is set to `false`
    When the policy SPILE-S3-014 is evaluated
    Then the finding for Logs is at `Logs.Properties.PublicAccessBlockConfiguration.BlockPublicPolicy`
    And the message for Logs is "Logs takes a bucket policy that opens it to everybody"
    And the severity for Logs is high
    And Logs passes once `Logs.Properties.PublicAccessBlockConfiguration.BlockPublicPolicy` is set to `true`

  Scenario: Nobody can tell
    Given `Logs.Properties.PublicAccessBlockConfiguration.BlockPublicPolicy` is unknown
    When the policy SPILE-S3-014 is evaluated
    Then the verdict for Logs is unknown

  Scenario: A template without buckets
    Given `Logs.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-S3-014 is evaluated
    Then nothing was evaluated

  Scenario: Terraform states it beside the bucket
    Given the planned resources:
      """yaml
      aws_s3_bucket.logs:
        bucket: logs
      aws_s3_bucket_public_access_block.logs:
        bucket: !ref aws_s3_bucket.logs.id
        block_public_policy: true
      """
    When the policy SPILE-S3-014 is evaluated
    Then the verdict for aws_s3_bucket.logs is pass

  Scenario: Terraform refuses it
    Given the planned resources:
      """yaml
      aws_s3_bucket.logs:
        bucket: logs
      aws_s3_bucket_public_access_block.logs:
        bucket: !ref aws_s3_bucket.logs.id
        block_public_policy: false
      """
    When the policy SPILE-S3-014 is evaluated
    Then the verdict for aws_s3_bucket.logs is fail

  Scenario: Terraform learns it by applying
    Given the planned resources:
      """yaml
      aws_s3_bucket.logs:
        bucket: logs
      aws_s3_bucket_public_access_block.logs:
        bucket: !ref aws_s3_bucket.logs.id
        block_public_policy: !unknown
      """
    When the policy SPILE-S3-014 is evaluated
    Then the verdict for aws_s3_bucket.logs is unknown

  Scenario: Terraform states nothing
    Given the planned resources:
      """yaml
      aws_s3_bucket.logs:
        bucket: logs
      """
    When the policy SPILE-S3-014 is evaluated
    Then the verdict for aws_s3_bucket.logs is fail
