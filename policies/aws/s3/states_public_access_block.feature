Feature: S3 buckets say whether they block public access

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
      """

  Scenario Outline: <case>
    Given `Logs.Properties.PublicAccessBlockConfiguration` is set to `<value>`
    When the policy SPILE-S3-018 is evaluated
    Then the verdict for Logs is <verdict>

    Examples:
      | case                     | value                                                                                                 | verdict |
      | all four                 | {BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true} | pass    |
      | one of four              | {BlockPublicAcls: false}                                                                              | pass    |
      | refused in so many words | !Ref AWS::NoValue                                                                                     | fail    |

  Scenario: Nothing is stated
    Given `Logs.Properties.PublicAccessBlockConfiguration` is removed
    When the policy SPILE-S3-018 is evaluated
    Then the verdict for Logs is fail

  Scenario: The finding says what is wrong, and where
    Given `Logs.Properties.PublicAccessBlockConfiguration` is removed
    When the policy SPILE-S3-018 is evaluated
    Then the finding for Logs is at `Logs.Properties`
    And the message for Logs is "Logs does not say whether public access is blocked"
    And the severity for Logs is low
    And Logs passes once `Logs.Properties.PublicAccessBlockConfiguration` is set to `{BlockPublicAcls: true}`

  Scenario: Nobody can tell
    Given `Logs.Properties` is unknown
    When the policy SPILE-S3-018 is evaluated
    Then the verdict for Logs is unknown

  Scenario: A template without buckets
    Given `Logs.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-S3-018 is evaluated
    Then nothing was evaluated

  Scenario: Terraform states it beside the bucket
    Given the planned resources:
      """yaml
      aws_s3_bucket.logs:
        bucket: logs
      aws_s3_bucket_public_access_block.logs:
        bucket: !ref aws_s3_bucket.logs.id
        block_public_acls: true
      """
    When the policy SPILE-S3-018 is evaluated
    Then the verdict for aws_s3_bucket.logs is pass

  Scenario: Terraform states nothing
    Given the planned resources:
      """yaml
      aws_s3_bucket.logs:
        bucket: logs
      """
    When the policy SPILE-S3-018 is evaluated
    Then the verdict for aws_s3_bucket.logs is fail
