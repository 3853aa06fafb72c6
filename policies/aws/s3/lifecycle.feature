Feature: S3 buckets say how long objects are kept

  Background:
    Given the template:
      """yaml
      Resources:
        Logs:
          Type: AWS::S3::Bucket
          Properties:
            BucketName: logs
            LifecycleConfiguration:
              Rules: [{Status: Enabled, ExpirationInDays: 30}]
      """

  Scenario Outline: <case>
    Given `Logs.Properties.LifecycleConfiguration` is set to `<value>`
    When the policy SPILE-S3-021 is evaluated
    Then the verdict for Logs is <verdict>

    Examples:
      | case                     | value                                               | verdict |
      | a year                   | {Rules: [{Status: Enabled, ExpirationInDays: 365}]} | pass    |
      | refused in so many words | !Ref AWS::NoValue                                   | fail    |

  Scenario: Nothing is stated
    Given `Logs.Properties.LifecycleConfiguration` is removed
    When the policy SPILE-S3-021 is evaluated
    Then the verdict for Logs is fail

  Scenario: The finding says what is wrong, and where
    Given `Logs.Properties.LifecycleConfiguration` is removed
    When the policy SPILE-S3-021 is evaluated
    Then the finding for Logs is at `Logs.Properties`
    And the message for Logs is "objects stay in Logs for ever"
    And the severity for Logs is info
    And Logs passes once `Logs.Properties.LifecycleConfiguration` is set to `{Rules: [{Status: Enabled, ExpirationInDays: 365}]}`

  Scenario: Nobody can tell
    Given `Logs.Properties` is unknown
    When the policy SPILE-S3-021 is evaluated
    Then the verdict for Logs is unknown

  Scenario: A template without buckets
    Given `Logs.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-S3-021 is evaluated
    Then nothing was evaluated

  Scenario: Terraform states it beside the bucket
    Given the planned resources:
      """yaml
      aws_s3_bucket.logs:
        bucket: logs
      aws_s3_bucket_lifecycle_configuration.logs:
        bucket: !ref aws_s3_bucket.logs.id
        rule: [{id: old, status: Enabled, expiration: [{days: 90}]}]
      """
    When the policy SPILE-S3-021 is evaluated
    Then the verdict for aws_s3_bucket.logs is pass

  Scenario: Terraform states it inside the bucket
    Given the planned resources:
      """yaml
      aws_s3_bucket.logs:
        bucket: logs
        lifecycle_rule: [{enabled: true, expiration: [{days: 90}]}]
      """
    When the policy SPILE-S3-021 is evaluated
    Then the verdict for aws_s3_bucket.logs is pass

  Scenario: Terraform states none
    Given the planned resources:
      """yaml
      aws_s3_bucket.logs:
        bucket: logs
      """
    When the policy SPILE-S3-021 is evaluated
    Then the verdict for aws_s3_bucket.logs is fail
