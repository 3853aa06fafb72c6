Feature: S3 buckets have a bucket policy

  Background:
    Given the template:
      """yaml
      Resources:
        Logs:
          Type: AWS::S3::Bucket
          Properties:
            BucketName: logs
        Guard:
          Type: AWS::S3::BucketPolicy
          Properties:
            Bucket: !Ref Logs
            PolicyDocument: {Statement: []}
      """

  Scenario Outline: <case>
    Given `Guard.Properties.Bucket` is set to `<value>`
    When the policy SPILE-S3-012 is evaluated
    Then the verdict for Logs is <verdict>

    Examples:
      | case            | value     | verdict |
      | for this bucket | !Ref Logs | pass    |
      | by its name     | logs      | pass    |
      | for another one | other     | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Guard.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-S3-012 is evaluated
    Then the finding for Logs is at line 2
    And the message for Logs is "no bucket policy says what nobody may do with Logs"
    And the severity for Logs is info
    And Logs passes once `Guard.Type` is set to `AWS::S3::BucketPolicy`

  Scenario: Nobody can tell
    Given `Guard.Properties.Bucket` is unknown
    When the policy SPILE-S3-012 is evaluated
    Then the verdict for Logs is unknown

  Scenario: A template without buckets
    Given `Logs.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-S3-012 is evaluated
    Then nothing was evaluated

  Scenario: Terraform attaches one
    Given the planned resources:
      """yaml
      aws_s3_bucket.logs:
        bucket: logs
      aws_s3_bucket_policy.logs:
        bucket: !ref aws_s3_bucket.logs.id
        policy: !json {Statement: []}
      """
    When the policy SPILE-S3-012 is evaluated
    Then the verdict for aws_s3_bucket.logs is pass

  Scenario: Terraform attaches none
    Given the planned resources:
      """yaml
      aws_s3_bucket.logs:
        bucket: logs
      """
    When the policy SPILE-S3-012 is evaluated
    Then the verdict for aws_s3_bucket.logs is fail
