Feature: Methods that a stage describes log their executions

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
    Given `Live.Properties.MethodSettings[0].LoggingLevel` is set to `<value>`
    When the policy SPILE-API-011 is evaluated
    Then the verdict for Live is <verdict>

    Examples:
      | case            | value | verdict |
      | what goes wrong | ERROR | pass    |
      | everything      | INFO  | pass    |
      | nothing         | "OFF" | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Live.Properties.MethodSettings` is set to `[{LoggingLevel: INFO}, {LoggingLevel: "OFF"}]`
    When the policy SPILE-API-011 is evaluated
    Then the finding for Live is at `Live.Properties.MethodSettings[1].LoggingLevel`
    And the message for Live is "Live does not log what goes wrong inside"
    And the severity for Live is low
    And Live passes once `Live.Properties.MethodSettings[1].LoggingLevel` is set to `ERROR`

  Scenario: Not to say it is nothing
    Given `Live.Properties.MethodSettings[0].LoggingLevel` is removed
    When the policy SPILE-API-011 is evaluated
    Then the verdict for Live is fail

  Scenario: A stage that says nothing of methods
    Given `Live.Properties.MethodSettings` is removed
    When the policy SPILE-API-011 is evaluated
    Then the verdict for Live is not applicable

  Scenario: A serverless API that says nothing of methods
    When the policy SPILE-API-011 is evaluated
    Then the verdict for Quick is not applicable

  Scenario: Nobody can tell
    Given `Live.Properties.MethodSettings[0].LoggingLevel` is unknown
    When the policy SPILE-API-011 is evaluated
    Then the verdict for Live is unknown

  Scenario: Nothing is known of the methods
    Given `Live.Properties.MethodSettings` is unknown
    When the policy SPILE-API-011 is evaluated
    Then the verdict for Live is unknown

  Scenario: A template without stages
    Given `Live.Type` is set to `AWS::SNS::Topic`
    And `Quick.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-API-011 is evaluated
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
        settings: [{logging_level: ERROR}]
      """
    When the policy SPILE-API-011 is evaluated
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
        settings: [{logging_level: "OFF"}]
      """
    When the policy SPILE-API-011 is evaluated
    Then the verdict for aws_api_gateway_stage.prod is fail
