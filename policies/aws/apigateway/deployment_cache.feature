Feature: Stages that deployments make encrypt what they cache

  Background:
    Given the template:
      """yaml
      Resources:
        Release:
          Type: AWS::ApiGateway::Deployment
          Properties:
            RestApiId: api
            StageName: live
            StageDescription:
              CachingEnabled: true
              CacheDataEncrypted: true
              AccessLogSetting:
                DestinationArn: arn:aws:logs:eu-west-1:123456789012:log-group:api
        Live:
          Type: AWS::ApiGateway::Stage
          Properties:
            RestApiId: api
            DeploymentId: other
            StageName: next
      """

  Scenario Outline: <case>
    Given `Release.Properties.StageDescription.CacheDataEncrypted` is set to `<value>`
    When the policy SPILE-API-010 is evaluated
    Then the verdict for Release is <verdict>

    Examples:
      | case          | value | verdict |
      | encrypted     | true  | pass    |
      | not encrypted | false | fail    |

  Scenario Outline: <case>
    Given `Release.Properties.StageDescription.CachingEnabled` is set to `<value>`
    When the policy SPILE-API-010 is evaluated
    Then the verdict for Release is <verdict>

    Examples:
      | case              | value | verdict        |
      | nothing is cached | false | not applicable |

  Scenario: Nothing is said of a stage
    Given `Release.Properties.StageDescription` is removed
    When the policy SPILE-API-010 is evaluated
    Then the verdict for Release is not applicable

  Scenario: The finding says what is wrong, and where
    Given `Release.Properties.StageDescription.CacheDataEncrypted` is set to `false`
    When the policy SPILE-API-010 is evaluated
    Then the finding for Release is at `Release.Properties.StageDescription.CacheDataEncrypted`
    And the message for Release is "the stage that Release makes keeps answers unencrypted"
    And the severity for Release is medium
    And Release passes once `Release.Properties.StageDescription.CacheDataEncrypted` is set to `true`

  Scenario: Nobody can tell
    Given `Release.Properties.StageDescription.CacheDataEncrypted` is unknown
    When the policy SPILE-API-010 is evaluated
    Then the verdict for Release is unknown

  Scenario: It may be that nothing is cached
    Given `Release.Properties.StageDescription.CacheDataEncrypted` is set to `false`
    And `Release.Properties.StageDescription.CachingEnabled` is unknown
    When the policy SPILE-API-010 is evaluated
    Then the verdict for Release is unknown

  Scenario: A template without deployments
    Given `Release.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-API-010 is evaluated
    Then nothing was evaluated
