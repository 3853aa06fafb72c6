Feature: Buckets that hold trails are not public

  Background:
    Given the template:
      """yaml
      Resources:
        Logs:
          Type: AWS::S3::Bucket
          Properties:
            AccessControl: Private
            LoggingConfiguration:
              DestinationBucketName: archive
        Trail:
          Type: AWS::CloudTrail::Trail
          Properties:
            S3BucketName: !Ref Logs
            IsLogging: true
      """

  Scenario Outline: <case>
    Given `Logs.Properties.AccessControl` is set to `<value>`
    When the policy SPILE-S3-025 is evaluated
    Then the verdict for Logs is <verdict>

    Examples:
      | case                | value             | verdict |
      | the owner           | Private           | pass    |
      | everybody reads     | PublicRead        | fail    |
      | everybody writes    | PublicReadWrite   | fail    |
      | every account reads | AuthenticatedRead | fail    |

  Scenario: S3 takes Private where nothing is stated
    Given `Logs.Properties.AccessControl` is removed
    When the policy SPILE-S3-025 is evaluated
    Then the verdict for Logs is pass

  Scenario: The finding says what is wrong, and where
    Given `Logs.Properties.AccessControl` is set to `PublicRead`
    When the policy SPILE-S3-025 is evaluated
    Then the finding for Logs is at `Logs.Properties.AccessControl`
    And the message for Logs is "the canned ACL PublicRead lets strangers read the trail in Logs"
    And the severity for Logs is critical
    And Logs passes once `Logs.Properties.AccessControl` is removed

  Scenario: Nobody can tell
    Given `Logs.Properties.AccessControl` is unknown
    When the policy SPILE-S3-025 is evaluated
    Then the verdict for Logs is unknown

  Scenario: Nobody knows which bucket takes the trail
    Given `Logs.Properties.AccessControl` is set to `PublicRead`
    And `Trail.Properties.S3BucketName` is unknown
    When the policy SPILE-S3-025 is evaluated
    Then the verdict for Logs is unknown

  Scenario: Another bucket takes the trail
    Given `Trail.Properties.S3BucketName` is set to `elsewhere`
    When the policy SPILE-S3-025 is evaluated
    Then the verdict for Logs is not applicable

  Scenario: Terraform opens the bucket of a trail
    Given the planned resources:
      """yaml
      aws_s3_bucket.logs:
        bucket: logs
      aws_s3_bucket_acl.logs:
        bucket: !ref aws_s3_bucket.logs.id
        acl: public-read
      aws_cloudtrail.all:
        s3_bucket_name: !ref aws_s3_bucket.logs.id
      """
    When the policy SPILE-S3-025 is evaluated
    Then the verdict for aws_s3_bucket.logs is fail

  Scenario: Terraform keeps the bucket of a trail closed
    Given the planned resources:
      """yaml
      aws_s3_bucket.logs:
        bucket: logs
      aws_cloudtrail.all:
        s3_bucket_name: !ref aws_s3_bucket.logs.id
      """
    When the policy SPILE-S3-025 is evaluated
    Then the verdict for aws_s3_bucket.logs is pass
