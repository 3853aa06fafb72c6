Feature: S3 buckets are copied to another place

  Background:
    Given the template:
      """yaml
      Resources:
        Logs:
          Type: AWS::S3::Bucket
          Properties:
            BucketName: logs
            ReplicationConfiguration:
              Role: role
              Rules: [{Status: Enabled, Destination: {Bucket: "arn:aws:s3:::copy"}}]
      """

  Scenario Outline: <case>
    Given `Logs.Properties.ReplicationConfiguration` is set to `<value>`
    When the policy SPILE-S3-020 is evaluated
    Then the verdict for Logs is <verdict>

    Examples:
      | case                     | value                                                                                | verdict |
      | copied                   | {Role: role, Rules: [{Status: Enabled, Destination: {Bucket: "arn:aws:s3:::copy"}}]} | pass    |
      | refused in so many words | !Ref AWS::NoValue                                                                    | fail    |

  Scenario: Nothing is stated
    Given `Logs.Properties.ReplicationConfiguration` is removed
    When the policy SPILE-S3-020 is evaluated
    Then the verdict for Logs is fail

  Scenario: The finding says what is wrong, and where
    Given `Logs.Properties.ReplicationConfiguration` is removed
    When the policy SPILE-S3-020 is evaluated
    Then the finding for Logs is at `Logs.Properties`
    And the message for Logs is "there is no second copy of what lies in Logs"
    And the severity for Logs is info
    And Logs passes once `Logs.Properties.ReplicationConfiguration` is set to `{Role: role, Rules: [{Status: Enabled, Destination: {Bucket: "arn:aws:s3:::copy"}}]}`

  Scenario: Nobody can tell
    Given `Logs.Properties` is unknown
    When the policy SPILE-S3-020 is evaluated
    Then the verdict for Logs is unknown

  Scenario: A template without buckets
    Given `Logs.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-S3-020 is evaluated
    Then nothing was evaluated

  Scenario: Terraform states it beside the bucket
    Given the planned resources:
      """yaml
      aws_s3_bucket.logs:
        bucket: logs
      aws_s3_bucket_replication_configuration.logs:
        bucket: !ref aws_s3_bucket.logs.id
        role: arn:aws:iam::111122223333:role/copy
        rule: [{status: Enabled, destination: [{bucket: arn:aws:s3:::copy}]}]
      """
    When the policy SPILE-S3-020 is evaluated
    Then the verdict for aws_s3_bucket.logs is pass

  Scenario: Terraform states none
    Given the planned resources:
      """yaml
      aws_s3_bucket.logs:
        bucket: logs
      """
    When the policy SPILE-S3-020 is evaluated
    Then the verdict for aws_s3_bucket.logs is fail
