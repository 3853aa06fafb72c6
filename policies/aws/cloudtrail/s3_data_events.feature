Feature: Trails record what happens to objects in S3

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
    Given `Trail.Properties.EventSelectors` is set to `<value>`
    When the policy SPILE-CT-007 is evaluated
    Then the verdict for Trail is <verdict>

    Examples:
      | case                                           | value                                                                                                                               | verdict |
      | all buckets                                    | [{ReadWriteType: All, IncludeManagementEvents: true, DataResources: [{Type: "AWS::S3::Object", Values: ["arn:aws:s3:::"]}]}]        | pass    |
      | all buckets, by the short form                 | [{ReadWriteType: All, IncludeManagementEvents: true, DataResources: [{Type: "AWS::S3::Object", Values: ["arn:aws:s3"]}]}]           | pass    |
      | one bucket                                     | [{ReadWriteType: All, IncludeManagementEvents: true, DataResources: [{Type: "AWS::S3::Object", Values: ["arn:aws:s3:::photos/"]}]}] | fail    |
      | the value alone                                | [{ReadWriteType: All, IncludeManagementEvents: true, DataResources: [{Type: "AWS::Lambda::Function", Values: ["arn:aws:s3:::"]}]}]  | fail    |
      | functions                                      | [{ReadWriteType: All, IncludeManagementEvents: true, DataResources: [{Type: "AWS::Lambda::Function", Values: ["arn:aws:lambda"]}]}] | fail    |
      | writing alone                                  | [{ReadWriteType: WriteOnly, IncludeManagementEvents: true, DataResources: [{Type: "AWS::S3::Object", Values: ["arn:aws:s3:::"]}]}]  | fail    |
      | everything is recorded where nothing is stated | [{DataResources: [{Type: "AWS::S3::Object", Values: ["arn:aws:s3:::"]}]}]                                                           | pass    |

  Scenario: Management events alone
    Given `Trail.Properties.EventSelectors` is removed
    When the policy SPILE-CT-007 is evaluated
    Then the verdict for Trail is fail

  Scenario: The finding says what is wrong, and where
    Given `Trail.Properties.EventSelectors` is removed
    When the policy SPILE-CT-007 is evaluated
    Then the finding for Trail is at `Trail.Properties`
    And the message for Trail is "Trail does not record who reads and changes objects in S3"
    And the severity for Trail is low
    And Trail passes once `Trail.Properties.EventSelectors` is set to `[{ReadWriteType: All, IncludeManagementEvents: true, DataResources: [{Type: "AWS::S3::Object", Values: ["arn:aws:s3:::"]}]}]`

  Scenario Outline: Nobody can tell: <place>
    Given `<place>` is unknown
    When the policy SPILE-CT-007 is evaluated
    Then the verdict for Trail is unknown

    Examples:
      | place                                                         |
      | Trail.Properties.EventSelectors                               |
      | Trail.Properties.EventSelectors[0].ReadWriteType              |
      | Trail.Properties.EventSelectors[0].DataResources[0].Type      |
      | Trail.Properties.EventSelectors[0].DataResources[0].Values[0] |

  Scenario: A template without trails
    Given `Trail.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-CT-007 is evaluated
    Then nothing was evaluated

  Scenario Outline: In a plan, <case>
    Given the planned resources:
      """yaml
      aws_cloudtrail.trail:
        s3_bucket_name: logs
        event_selector:
          - read_write_type: <which>
            data_resource:
              - type: <type>
                values: <value>
      """
    When the policy SPILE-CT-007 is evaluated
    Then the verdict for aws_cloudtrail.trail is <verdict>

    Examples:
      | case                                        | which    | type                  | value                  | verdict |
      | objects of every bucket                     | All      | AWS::S3::Object       | ["arn:aws:s3:::"]      | pass    |
      | reads and writes where nothing else is said | null     | AWS::S3::Object       | ["arn:aws:s3:::"]      | pass    |
      | only reads                                  | ReadOnly | AWS::S3::Object       | ["arn:aws:s3:::"]      | fail    |
      | one bucket                                  | All      | AWS::S3::Object       | ["arn:aws:s3:::logs/"] | fail    |
      | functions                                   | All      | AWS::Lambda::Function | ["arn:aws:lambda"]     | fail    |
      | nobody can tell                             | !unknown | AWS::S3::Object       | ["arn:aws:s3:::"]      | unknown |

  Scenario: In a plan, no selectors
    Given the planned resources:
      """yaml
      aws_cloudtrail.trail:
        s3_bucket_name: logs
      """
    When the policy SPILE-CT-007 is evaluated
    Then the verdict for aws_cloudtrail.trail is fail
