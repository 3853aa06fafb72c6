Feature: Methods that a stage describes answer from an encrypted cache

  Background:
    Given the template:
      """yaml
      Resources:
        Live:
          Type: AWS::ApiGateway::Stage
          Properties:
            RestApiId: !Ref Api
            DeploymentId: !Ref Release
            StageName: live
            AccessLogSetting:
              DestinationArn: arn:aws:logs:eu-west-1:123456789012:log-group:api
            TracingEnabled: true
            CacheClusterEnabled: true
            MethodSettings:
              - HttpMethod: "*"
                ResourcePath: "/*"
                CachingEnabled: true
                CacheDataEncrypted: true
                LoggingLevel: ERROR
        Api:
          Type: AWS::ApiGateway::RestApi
          Properties:
            Name: orders
        Release:
          Type: AWS::ApiGateway::Deployment
          Properties:
            RestApiId: !Ref Api

        Quick:
          Type: AWS::Serverless::Api
          Properties:
            StageName: live
      """

  Scenario Outline: <case>
    Given `Live.Properties.MethodSettings` is set to `<value>`
    When the policy SPILE-API-009 is evaluated
    Then the verdict for Live is <verdict>

    Examples:
      | case                        | value                                                                      | verdict |
      | cached and encrypted        | [{CachingEnabled: true, CacheDataEncrypted: true}]                         | pass    |
      | not encrypted               | [{CachingEnabled: true, CacheDataEncrypted: false}]                        | fail    |
      | not cached                  | [{CacheDataEncrypted: true}]                                               | fail    |
      | one of two is not encrypted | [{CachingEnabled: true, CacheDataEncrypted: true}, {CachingEnabled: true}] | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Live.Properties.MethodSettings[0].CacheDataEncrypted` is set to `false`
    When the policy SPILE-API-009 is evaluated
    Then the finding for Live is at `Live.Properties.MethodSettings[0].CacheDataEncrypted`
    And the message for Live is "Live keeps answers unencrypted"
    And the severity for Live is medium
    And Live passes once `Live.Properties.MethodSettings[0].CacheDataEncrypted` is set to `true`

  Scenario: One of two is not cached
    Given `Live.Properties.MethodSettings` is set to `[{CachingEnabled: true, CacheDataEncrypted: true}, {CacheDataEncrypted: true}]`
    When the policy SPILE-API-009 is evaluated
    Then the verdict for Live is fail

  Scenario: A stage that says nothing of methods
    Given `Live.Properties.MethodSettings` is removed
    When the policy SPILE-API-009 is evaluated
    Then the verdict for Live is not applicable

  Scenario: A serverless API that says nothing of methods
    When the policy SPILE-API-009 is evaluated
    Then the verdict for Quick is not applicable

  Scenario: A serverless API
    Given `Quick.Properties.MethodSettings` is set to `[{CachingEnabled: true}]`
    When the policy SPILE-API-009 is evaluated
    Then the verdict for Quick is fail

  Scenario: Nobody can tell
    Given `Live.Properties.MethodSettings[0].CacheDataEncrypted` is unknown
    When the policy SPILE-API-009 is evaluated
    Then the verdict for Live is unknown

  Scenario: It may be that nothing is cached
    Given `Live.Properties.MethodSettings[0].CachingEnabled` is unknown
    When the policy SPILE-API-009 is evaluated
    Then the verdict for Live is unknown

  Scenario: Nothing is known of the methods
    Given `Live.Properties.MethodSettings` is unknown
    When the policy SPILE-API-009 is evaluated
    Then the verdict for Live is unknown

  Scenario: A template without stages
    Given `Live.Type` is set to `AWS::SNS::Topic`
    And `Quick.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-API-009 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_api_gateway_stage.prod:
        stage_name: prod
        rest_api_id: abc
      aws_api_gateway_method_settings.all:
        stage_name: !ref aws_api_gateway_stage.prod.stage_name
        method_path: "*/*"
        settings: [{caching_enabled: true, cache_data_encrypted: true}]
      """
    When the policy SPILE-API-009 is evaluated
    Then the verdict for aws_api_gateway_stage.prod is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_api_gateway_stage.prod:
        stage_name: prod
        rest_api_id: abc
      aws_api_gateway_method_settings.all:
        stage_name: !ref aws_api_gateway_stage.prod.stage_name
        method_path: "*/*"
        settings: [{caching_enabled: true, cache_data_encrypted: false}]
      """
    When the policy SPILE-API-009 is evaluated
    Then the verdict for aws_api_gateway_stage.prod is fail
