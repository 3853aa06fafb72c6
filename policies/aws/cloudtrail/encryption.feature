Feature: Trails are encrypted with a key of KMS

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
    Given `Trail.Properties.KMSKeyId` is set to `<value>`
    When the policy SPILE-CT-001 is evaluated
    Then the verdict for Trail is <verdict>

    Examples:
      | case                     | value             | verdict |
      | named                    | alias/trails      | pass    |
      | refused in so many words | !Ref AWS::NoValue | fail    |

  Scenario: Nothing is named
    Given `Trail.Properties.KMSKeyId` is removed
    When the policy SPILE-CT-001 is evaluated
    Then the verdict for Trail is fail

  Scenario: The finding says what is wrong, and where
    Given `Trail.Properties.KMSKeyId` is removed
    When the policy SPILE-CT-001 is evaluated
    Then the finding for Trail is at `Trail.Properties`
    And the message for Trail is "Trail names no key for its log files"
    And the severity for Trail is medium
    And Trail passes once `Trail.Properties.KMSKeyId` is set to `alias/trails`

  Scenario: Nobody can tell
    Given `Trail.Properties` is unknown
    When the policy SPILE-CT-001 is evaluated
    Then the verdict for Trail is unknown

  Scenario: A template without trails
    Given `Trail.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-CT-001 is evaluated
    Then nothing was evaluated

  Scenario: Which one it is need not be known
    Given `Trail.Properties.KMSKeyId` is unknown
    When the policy SPILE-CT-001 is evaluated
    Then the verdict for Trail is pass

  Scenario Outline: In a plan, <case>
    Given the planned resources:
      """yaml
      aws_cloudtrail.trail:
        s3_bucket_name: logs
        kms_key_id: <value>
      """
    When the policy SPILE-CT-001 is evaluated
    Then the verdict for aws_cloudtrail.trail is <verdict>

    Examples:
      | case                       | value                                        | verdict |
      | a key                      | arn:aws:kms:eu-west-1:123456789012:key/trail | pass    |
      | a key that is made with it | !unknown                                     | pass    |
      | none                       | null                                         | fail    |
