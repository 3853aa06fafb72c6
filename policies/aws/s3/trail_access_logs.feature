Feature: Buckets that hold trails keep access logs

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
    Given `Logs.Properties.LoggingConfiguration` is set to `<value>`
    When the policy SPILE-S3-024 is evaluated
    Then the verdict for Logs is <verdict>

    Examples:
      | case                     | value                            | verdict |
      | into another bucket      | {DestinationBucketName: archive} | pass    |
      | refused in so many words | !Ref AWS::NoValue                | fail    |

  Scenario: Nothing is stated
    Given `Logs.Properties.LoggingConfiguration` is removed
    When the policy SPILE-S3-024 is evaluated
    Then the verdict for Logs is fail

  Scenario: The finding says what is wrong, and where
    Given `Logs.Properties.LoggingConfiguration` is removed
    When the policy SPILE-S3-024 is evaluated
    Then the finding for Logs is at `Logs.Properties`
    And the message for Logs is "nobody can tell later who read or changed the trail in Logs"
    And the severity for Logs is medium
    And Logs passes once `Logs.Properties.LoggingConfiguration` is set to `{DestinationBucketName: archive}`

  Scenario: Nobody can tell
    Given `Logs.Properties` is unknown
    When the policy SPILE-S3-024 is evaluated
    Then the verdict for Logs is unknown

  Scenario: Another bucket takes the trail
    Given `Trail.Properties.S3BucketName` is set to `elsewhere`
    When the policy SPILE-S3-024 is evaluated
    Then the verdict for Logs is not applicable

  Scenario: Nobody knows which bucket takes the trail
    Given `Logs.Properties.LoggingConfiguration` is removed
    And `Trail.Properties.S3BucketName` is unknown
    When the policy SPILE-S3-024 is evaluated
    Then the verdict for Logs is unknown

  Scenario: A bucket policy lets trails in that another template makes
    Given `Logs.Properties.LoggingConfiguration` is removed
    And `Trail` is set to `{Type: AWS::S3::BucketPolicy, Properties: {Bucket: !Ref Logs, PolicyDocument: {Statement: [{Effect: Allow, Principal: {Service: cloudtrail.amazonaws.com}, Action: s3:PutObject, Resource: "*"}]}}}`
    When the policy SPILE-S3-024 is evaluated
    Then the verdict for Logs is fail

  Scenario: A bucket policy lets another service in
    Given `Logs.Properties.LoggingConfiguration` is removed
    And `Trail` is set to `{Type: AWS::S3::BucketPolicy, Properties: {Bucket: !Ref Logs, PolicyDocument: {Statement: [{Effect: Allow, Principal: {Service: delivery.logs.amazonaws.com}, Action: s3:PutObject, Resource: "*"}]}}}`
    When the policy SPILE-S3-024 is evaluated
    Then the verdict for Logs is not applicable

  Scenario: Terraform keeps no logs of a trail's bucket
    Given the planned resources:
      """yaml
      aws_s3_bucket.logs:
        bucket: logs
      aws_cloudtrail.all:
        s3_bucket_name: !ref aws_s3_bucket.logs.id
      """
    When the policy SPILE-S3-024 is evaluated
    Then the verdict for aws_s3_bucket.logs is fail

  Scenario: Terraform keeps logs of a trail's bucket
    Given the planned resources:
      """yaml
      aws_s3_bucket.logs:
        bucket: logs
      aws_s3_bucket_logging.logs:
        bucket: !ref aws_s3_bucket.logs.id
        target_bucket: archive
      aws_cloudtrail.all:
        s3_bucket_name: !ref aws_s3_bucket.logs.id
      """
    When the policy SPILE-S3-024 is evaluated
    Then the verdict for aws_s3_bucket.logs is pass
