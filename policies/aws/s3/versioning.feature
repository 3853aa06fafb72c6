Feature: S3 buckets keep the versions of their objects

  Background:
    Given the template:
      """yaml
      Resources:
        Logs:
          Type: AWS::S3::Bucket
          Properties:
            BucketName: logs
            VersioningConfiguration:
              Status: Enabled
      """

  Scenario Outline: <case>
    Given `Logs.Properties.VersioningConfiguration` is set to `<value>`
    When the policy SPILE-S3-003 is evaluated
    Then the verdict for Logs is <verdict>

    Examples:
      | case           | value               | verdict |
      | kept           | {Status: Enabled}   | pass    |
      | no longer kept | {Status: Suspended} | fail    |
      | not decided    | {}                  | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Logs.Properties.VersioningConfiguration` is removed
    When the policy SPILE-S3-003 is evaluated
    Then the finding for Logs is at `Logs.Properties`
    And the message for Logs is "Logs does not keep versions: an overwritten or deleted object is gone"
    And the severity for Logs is medium
    And Logs passes once `Logs.Properties.VersioningConfiguration` is set to `{Status: Enabled}`

  Scenario: Nobody can tell
    Given `Logs.Properties.VersioningConfiguration.Status` is unknown
    When the policy SPILE-S3-003 is evaluated
    Then the verdict for Logs is unknown

  Scenario: A template without buckets
    Given `Logs.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-S3-003 is evaluated
    Then nothing was evaluated

  Scenario: Terraform switches it on beside the bucket
    Given the planned resources:
      """yaml
      aws_s3_bucket.logs:
        bucket: logs
      aws_s3_bucket_versioning.logs:
        bucket: !ref aws_s3_bucket.logs.id
        versioning_configuration: [{status: Enabled}]
      """
    When the policy SPILE-S3-003 is evaluated
    Then the verdict for aws_s3_bucket.logs is pass

  Scenario: Terraform suspends it
    Given the planned resources:
      """yaml
      aws_s3_bucket.logs:
        bucket: logs
      aws_s3_bucket_versioning.logs:
        bucket: !ref aws_s3_bucket.logs.id
        versioning_configuration: [{status: Suspended}]
      """
    When the policy SPILE-S3-003 is evaluated
    Then the verdict for aws_s3_bucket.logs is fail

  Scenario: Terraform switches it on inside the bucket
    Given the planned resources:
      """yaml
      aws_s3_bucket.logs:
        bucket: logs
        versioning: [{enabled: true}]
      """
    When the policy SPILE-S3-003 is evaluated
    Then the verdict for aws_s3_bucket.logs is pass

  Scenario: Terraform switches it off inside the bucket
    Given the planned resources:
      """yaml
      aws_s3_bucket.logs:
        bucket: logs
        versioning: [{enabled: false}]
      """
    When the policy SPILE-S3-003 is evaluated
    Then the verdict for aws_s3_bucket.logs is fail

  Scenario: Terraform learns it by applying
    Given the planned resources:
      """yaml
      aws_s3_bucket.logs:
        bucket: logs
      aws_s3_bucket_versioning.logs:
        bucket: !ref aws_s3_bucket.logs.id
        versioning_configuration: [{status: !unknown }]
      """
    When the policy SPILE-S3-003 is evaluated
    Then the verdict for aws_s3_bucket.logs is unknown
