Feature: S3 buckets can lock objects against deletion

  Background:
    Given the template:
      """yaml
      Resources:
        Logs:
          Type: AWS::S3::Bucket
          Properties:
            BucketName: logs
            ObjectLockEnabled: true
      """

  Scenario Outline: <case>
    Given `Logs.Properties.ObjectLockEnabled` is set to `<value>`
    When the policy SPILE-S3-019 is evaluated
    Then the verdict for Logs is <verdict>

    Examples:
      | case          | value  | verdict |
      | on            | true   | pass    |
      | on, as a text | "true" | pass    |
      | off           | false  | fail    |

  Scenario: Off, where nothing is stated
    Given `Logs.Properties.ObjectLockEnabled` is removed
    When the policy SPILE-S3-019 is evaluated
    Then the verdict for Logs is fail

  Scenario: The finding says what is wrong, and where
    Given `Logs.Properties.ObjectLockEnabled` is set to `false`
    When the policy SPILE-S3-019 is evaluated
    Then the finding for Logs is at `Logs.Properties.ObjectLockEnabled`
    And the message for Logs is "objects in Logs can be deleted before their time"
    And the severity for Logs is info
    And Logs passes once `Logs.Properties.ObjectLockEnabled` is set to `true`

  Scenario: Nobody can tell
    Given `Logs.Properties.ObjectLockEnabled` is unknown
    When the policy SPILE-S3-019 is evaluated
    Then the verdict for Logs is unknown

  Scenario: A template without buckets
    Given `Logs.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-S3-019 is evaluated
    Then nothing was evaluated

  Scenario: Terraform switches it on
    Given the planned resources:
      """yaml
      aws_s3_bucket.logs:
        bucket: logs
        object_lock_enabled: true
      """
    When the policy SPILE-S3-019 is evaluated
    Then the verdict for aws_s3_bucket.logs is pass

  Scenario: Terraform states a rule beside the bucket
    Given the planned resources:
      """yaml
      aws_s3_bucket.logs:
        bucket: logs
      aws_s3_bucket_object_lock_configuration.logs:
        bucket: !ref aws_s3_bucket.logs.id
        rule:
          - default_retention: [{mode: COMPLIANCE, days: 5}]
      """
    When the policy SPILE-S3-019 is evaluated
    Then the verdict for aws_s3_bucket.logs is pass

  Scenario: Terraform does not ask for it
    Given the planned resources:
      """yaml
      aws_s3_bucket.logs:
        bucket: logs
      """
    When the policy SPILE-S3-019 is evaluated
    Then the verdict for aws_s3_bucket.logs is fail
