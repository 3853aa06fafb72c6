Feature: S3 buckets block public access in all four ways

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
    Given `Logs.Properties.PublicAccessBlockConfiguration` is set to `<value>`
    When the policy SPILE-S3-017 is evaluated
    Then the verdict for Logs is <verdict>

    Examples:
      | case                   | value                                                                                                  | verdict |
      | all four               | {BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true}  | pass    |
      | no refusal of ACLs     | {BlockPublicAcls: false, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true} | fail    |
      | no refusal of policies | {BlockPublicAcls: true, BlockPublicPolicy: false, IgnorePublicAcls: true, RestrictPublicBuckets: true} | fail    |
      | ACLs are obeyed        | {BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: false, RestrictPublicBuckets: true} | fail    |
      | policies are obeyed    | {BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: false} | fail    |
      | one is left out        | {BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true}                               | fail    |

  Scenario: Nothing is blocked
    Given `Logs.Properties.PublicAccessBlockConfiguration` is removed
    When the policy SPILE-S3-017 is evaluated
    Then the verdict for Logs is fail

  Scenario: The finding says what is wrong, and where
    Given `Logs.Properties.PublicAccessBlockConfiguration.IgnorePublicAcls` is set to `false`
    When the policy SPILE-S3-017 is evaluated
    Then the finding for Logs is at `Logs.Properties.PublicAccessBlockConfiguration.IgnorePublicAcls`
    And the message for Logs is "Logs does not block public access in all four ways"
    And the severity for Logs is high
    And Logs passes once `Logs.Properties.PublicAccessBlockConfiguration.IgnorePublicAcls` is set to `true`

  Scenario Outline: Nobody can tell: <place>
    Given `<place>` is unknown
    When the policy SPILE-S3-017 is evaluated
    Then the verdict for Logs is unknown

    Examples:
      | place                                                                |
      | Logs.Properties.PublicAccessBlockConfiguration.BlockPublicAcls       |
      | Logs.Properties.PublicAccessBlockConfiguration.BlockPublicPolicy     |
      | Logs.Properties.PublicAccessBlockConfiguration.IgnorePublicAcls      |
      | Logs.Properties.PublicAccessBlockConfiguration.RestrictPublicBuckets |

  Scenario: A template without buckets
    Given `Logs.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-S3-017 is evaluated
    Then nothing was evaluated

  Scenario: Terraform blocks all of it
    Given the planned resources:
      """yaml
      aws_s3_bucket.logs:
        bucket: logs
      aws_s3_bucket_public_access_block.logs:
        bucket: !ref aws_s3_bucket.logs.id
        block_public_acls: true
        block_public_policy: true
        ignore_public_acls: true
        restrict_public_buckets: true
      """
    When the policy SPILE-S3-017 is evaluated
    Then the verdict for aws_s3_bucket.logs is pass

  Scenario: Terraform blocks a part of it
    Given the planned resources:
      """yaml
      aws_s3_bucket.logs:
        bucket: logs
      aws_s3_bucket_public_access_block.logs:
        bucket: !ref aws_s3_bucket.logs.id
        block_public_acls: true
      """
    When the policy SPILE-S3-017 is evaluated
    Then the verdict for aws_s3_bucket.logs is fail
