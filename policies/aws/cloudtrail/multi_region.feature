Feature: Trails cover every region

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
    Given `Trail.Properties.IsMultiRegionTrail` is set to `<value>`
    When the policy SPILE-CT-003 is evaluated
    Then the verdict for Trail is <verdict>

    Examples:
      | case           | value   | verdict |
      | on             | true    | pass    |
      | on, as a text  | "true"  | pass    |
      | off            | false   | fail    |
      | off, as a text | "false" | fail    |

  Scenario: Off, where nothing is stated
    Given `Trail.Properties.IsMultiRegionTrail` is removed
    When the policy SPILE-CT-003 is evaluated
    Then the verdict for Trail is fail

  Scenario: The finding says what is wrong, and where
    Given `Trail.Properties.IsMultiRegionTrail` is set to `false`
    When the policy SPILE-CT-003 is evaluated
    Then the finding for Trail is at `Trail.Properties.IsMultiRegionTrail`
    And the message for Trail is "Trail sees nothing of what happens in other regions"
    And the severity for Trail is medium
    And Trail passes once `Trail.Properties.IsMultiRegionTrail` is set to `true`

  Scenario: Nobody can tell
    Given `Trail.Properties.IsMultiRegionTrail` is unknown
    When the policy SPILE-CT-003 is evaluated
    Then the verdict for Trail is unknown

  Scenario: A template without trails
    Given `Trail.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-CT-003 is evaluated
    Then nothing was evaluated

  Scenario Outline: In a plan, <case>
    Given the planned resources:
      """yaml
      aws_cloudtrail.trail:
        s3_bucket_name: logs
        is_multi_region_trail: <value>
      """
    When the policy SPILE-CT-003 is evaluated
    Then the verdict for aws_cloudtrail.trail is <verdict>

    Examples:
      | case              | value    | verdict |
      | every region      | true     | pass    |
      | one region        | false    | fail    |
      | nothing is stated | null     | fail    |
      | nobody can tell   | !unknown | unknown |
