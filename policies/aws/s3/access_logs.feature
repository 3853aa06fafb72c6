Feature: S3 buckets keep access logs

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
            BucketName: logs
            LoggingConfiguration:
              DestinationBucketName: archive
      """

  Scenario Outline: <case>
    Given `Logs.Properties.LoggingConfiguration` is set to `<value>`
    When the policy SPILE-S3-011 is evaluated
    Then the verdict for Logs is <verdict>

    Examples:
      | case                     | value                            | verdict |
      | into another bucket      | {DestinationBucketName: archive} | pass    |
      | into itself              | {LogFilePrefix: log/}            | pass    |
      | refused in so many words | !Ref AWS::NoValue                | fail    |

  Scenario: Nothing is stated
    Given `Logs.Properties.LoggingConfiguration` is removed
    When the policy SPILE-S3-011 is evaluated
    Then the verdict for Logs is fail

  Scenario: The finding says what is wrong, and where
    Given `Logs.Properties.LoggingConfiguration` is removed
    When the policy SPILE-S3-011 is evaluated
    Then the finding for Logs is at `Logs.Properties`
    And the message for Logs is "nobody can tell later who read or changed what in Logs"
    And the severity for Logs is low
    And Logs passes once `Logs.Properties.LoggingConfiguration` is set to `{DestinationBucketName: archive}`

  Scenario: Nobody can tell
    Given `Logs.Properties` is unknown
    When the policy SPILE-S3-011 is evaluated
    Then the verdict for Logs is unknown

  Scenario: A template without buckets
    Given `Logs.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-S3-011 is evaluated
    Then nothing was evaluated

  Scenario: Whether it is stated depends on the stage
    Given `Logs.Properties.LoggingConfiguration` is set to `!If [IsProd, {DestinationBucketName: archive}, !Ref AWS::NoValue]`
    When the policy SPILE-S3-011 is evaluated
    Then Logs fails when "IsProd is false"

  Scenario: Terraform states it beside the bucket
    Given the planned resources:
      """yaml
      aws_s3_bucket.logs:
        bucket: logs
      aws_s3_bucket_logging.logs:
        bucket: !ref aws_s3_bucket.logs.id
        target_bucket: archive
        target_prefix: logs/
      """
    When the policy SPILE-S3-011 is evaluated
    Then the verdict for aws_s3_bucket.logs is pass

  Scenario: Terraform states it for another bucket
    Given the planned resources:
      """yaml
      aws_s3_bucket.logs:
        bucket: logs
      aws_s3_bucket.other:
        bucket: other
      aws_s3_bucket_logging.other:
        bucket: !ref aws_s3_bucket.other.id
        target_bucket: archive
      """
    When the policy SPILE-S3-011 is evaluated
    Then the verdict for aws_s3_bucket.logs is fail

  Scenario: Terraform states it inside the bucket
    Given the planned resources:
      """yaml
      aws_s3_bucket.logs:
        bucket: logs
        logging: [{target_bucket: archive, target_prefix: logs/}]
      """
    When the policy SPILE-S3-011 is evaluated
    Then the verdict for aws_s3_bucket.logs is pass
