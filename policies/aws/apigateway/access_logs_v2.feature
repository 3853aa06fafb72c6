Feature: Stages of HTTP and WebSocket APIs keep access logs

  Background:
    Given the template:
      """yaml
      Resources:
        Live:
          Type: AWS::ApiGatewayV2::Stage
          Properties:
            ApiId: api
            StageName: live
            AccessLogSettings:
              DestinationArn: arn:aws:logs:eu-west-1:123456789012:log-group:api
              Format: "$context.requestId"
        Quick:
          Type: AWS::Serverless::HttpApi
          Properties:
            StageName: live
      """

  Scenario: A log group and a format
    When the policy SPILE-API-002 is evaluated
    Then the verdict for Live is pass

  Scenario Outline: <case>
    Given `Live.Properties.AccessLogSettings` is set to `<value>`
    When the policy SPILE-API-002 is evaluated
    Then the verdict for Live is <verdict>

    Examples:
      | case         | value                                                               | verdict |
      | no format    | {DestinationArn: arn:aws:logs:eu-west-1:123456789012:log-group:api} | fail    |
      | no log group | {Format: "$context.requestId"}                                      | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Live.Properties.AccessLogSettings` is removed
    When the policy SPILE-API-002 is evaluated
    Then the finding for Live is at `Live.Properties`
    And the message for Live is "Live does not record who calls it"
    And the severity for Live is medium
    And Live passes once `Live.Properties.AccessLogSettings` is set to `{DestinationArn: arn:aws:logs:eu-west-1:123456789012:log-group:api, Format: "$context.requestId"}`

  Scenario: A serverless API has to say it, too
    When the policy SPILE-API-002 is evaluated
    Then the verdict for Quick is fail

  Scenario: A serverless API that says it
    Given `Quick.Properties.AccessLogSettings` is set to `{DestinationArn: arn:aws:logs:eu-west-1:123456789012:log-group:api, Format: "$context.requestId"}`
    When the policy SPILE-API-002 is evaluated
    Then the verdict for Quick is pass

  Scenario: Nobody can tell
    Given `Live.Properties.AccessLogSettings` is unknown
    When the policy SPILE-API-002 is evaluated
    Then the verdict for Live is unknown

  Scenario: A template without stages
    Given `Live.Type` is set to `AWS::SNS::Topic`
    And `Quick.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-API-002 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_apigatewayv2_stage.prod:
        name: prod
        api_id: abc
        access_log_settings: [{destination_arn: !ref aws_cloudwatch_log_group.api.arn, format: $context.requestId}]
      aws_cloudwatch_log_group.api: {}
      """
    When the policy SPILE-API-002 is evaluated
    Then the verdict for aws_apigatewayv2_stage.prod is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_apigatewayv2_stage.prod:
        name: prod
        api_id: abc
      """
    When the policy SPILE-API-002 is evaluated
    Then the verdict for aws_apigatewayv2_stage.prod is fail
