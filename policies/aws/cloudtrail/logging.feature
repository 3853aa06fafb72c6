Feature: Trails are switched on

  Background:
    Given the template:
      """yaml
      Resources:
        Trail:
          Type: AWS::CloudTrail::Trail
          Properties:
            S3BucketName: trails
            IsLogging: true
            IsMultiRegionTrail: true
            EnableLogFileValidation: true
            KMSKeyId: alias/trails
            SnsTopicName: deliveries
            CloudWatchLogsLogGroupArn: arn:aws:logs:eu-central-1:123456789012:log-group:trails:*
            CloudWatchLogsRoleArn: arn:aws:iam::123456789012:role/trails
            EventSelectors:
              - ReadWriteType: All
                IncludeManagementEvents: true
                DataResources: [{Type: AWS::S3::Object, Values: ["arn:aws:s3:::"]}]
      """

  Scenario Outline: <case>
    Given `Trail.Properties.IsLogging` is set to `<value>`
    When the policy SPILE-CT-004 is evaluated
    Then the verdict for Trail is <verdict>

    Examples:
      | case           | value   | verdict |
      | on             | true    | pass    |
      | on, as a text  | "true"  | pass    |
      | off            | false   | fail    |
      | off, as a text | "false" | fail    |

  Scenario: Off, where nothing is stated
    Given `Trail.Properties.IsLogging` is removed
    When the policy SPILE-CT-004 is evaluated
    Then the verdict for Trail is fail

  Scenario: The finding says what is wrong, and where
    Given `Trail.Properties.IsLogging` is set to `false`
    When the policy SPILE-CT-004 is evaluated
    Then the finding for Trail is at `Trail.Properties.IsLogging`
    And the message for Trail is "Trail does not record anything"
    And the severity for Trail is high
    And Trail passes once `Trail.Properties.IsLogging` is set to `true`

  Scenario: Nobody can tell
    Given `Trail.Properties.IsLogging` is unknown
    When the policy SPILE-CT-004 is evaluated
    Then the verdict for Trail is unknown

  Scenario: A template without trails
    Given `Trail.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-CT-004 is evaluated
    Then nothing was evaluated

  Scenario Outline: In a plan, <case>
    Given the planned resources:
      """yaml
      aws_cloudtrail.trail:
        s3_bucket_name: logs
        enable_logging: <value>
      """
    When the policy SPILE-CT-004 is evaluated
    Then the verdict for aws_cloudtrail.trail is <verdict>

    Examples:
      | case              | value    | verdict |
      | on                | true     | pass    |
      | nothing is stated | null     | pass    |
      | off               | false    | fail    |
      | nobody can tell   | !unknown | unknown |
