Feature: Stages of REST APIs are traced

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
    Given `Live.Properties.TracingEnabled` is set to `<value>`
    When the policy SPILE-API-007 is evaluated
    Then the verdict for Live is <verdict>

    Examples:
      | case              | value  | verdict |
      | traced            | true   | pass    |
      | traced, as a text | "true" | pass    |
      | not traced        | false  | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Live.Properties.TracingEnabled` is set to `false`
    When the policy SPILE-API-007 is evaluated
    Then the finding for Live is at `Live.Properties.TracingEnabled`
    And the message for Live is "Live does not trace what its calls lead to"
    And the severity for Live is low
    And Live passes once `Live.Properties.TracingEnabled` is set to `true`

  Scenario: A serverless API has to say it, too
    When the policy SPILE-API-007 is evaluated
    Then the verdict for Quick is fail

  Scenario: A serverless API that says it
    Given `Quick.Properties.TracingEnabled` is set to `true`
    When the policy SPILE-API-007 is evaluated
    Then the verdict for Quick is pass

  Scenario: Nobody can tell
    Given `Live.Properties.TracingEnabled` is unknown
    When the policy SPILE-API-007 is evaluated
    Then the verdict for Live is unknown

  Scenario: A template without stages
    Given `Live.Type` is set to `AWS::SNS::Topic`
    And `Quick.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-API-007 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_api_gateway_stage.prod:
        stage_name: prod
        rest_api_id: abc
        xray_tracing_enabled: true
      """
    When the policy SPILE-API-007 is evaluated
    Then the verdict for aws_api_gateway_stage.prod is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_api_gateway_stage.prod:
        stage_name: prod
        rest_api_id: abc
        xray_tracing_enabled: false
      """
    When the policy SPILE-API-007 is evaluated
    Then the verdict for aws_api_gateway_stage.prod is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_api_gateway_stage.prod:
        stage_name: prod
        rest_api_id: abc
        xray_tracing_enabled: !unknown
      """
    When the policy SPILE-API-007 is evaluated
    Then the verdict for aws_api_gateway_stage.prod is unknown
