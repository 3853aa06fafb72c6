Feature: Stages of REST APIs keep access logs

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

  Scenario: A log group
    When the policy SPILE-API-001 is evaluated
    Then the verdict for Live is pass

  Scenario: The finding says what is wrong, and where
    Given `Live.Properties.AccessLogSetting` is removed
    When the policy SPILE-API-001 is evaluated
    Then the finding for Live is at `Live.Properties`
    And the message for Live is "Live does not record who calls it"
    And the severity for Live is medium
    And Live passes once `Live.Properties.AccessLogSetting` is set to `{DestinationArn: arn:aws:logs:eu-west-1:123456789012:log-group:api}`

  Scenario: A serverless API has to say it, too
    When the policy SPILE-API-001 is evaluated
    Then the verdict for Quick is fail

  Scenario: A serverless API that says it
    Given `Quick.Properties.AccessLogSetting` is set to `{DestinationArn: arn:aws:logs:eu-west-1:123456789012:log-group:api}`
    When the policy SPILE-API-001 is evaluated
    Then the verdict for Quick is pass

  Scenario: Nobody can tell
    Given `Live.Properties.AccessLogSetting` is unknown
    When the policy SPILE-API-001 is evaluated
    Then the verdict for Live is unknown

  Scenario: A template without stages
    Given `Live.Type` is set to `AWS::SNS::Topic`
    And `Quick.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-API-001 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_api_gateway_stage.prod:
        stage_name: prod
        rest_api_id: abc
        access_log_settings: [{destination_arn: !ref aws_cloudwatch_log_group.api.arn, format: $context.requestId}]
      aws_cloudwatch_log_group.api: {}
      """
    When the policy SPILE-API-001 is evaluated
    Then the verdict for aws_api_gateway_stage.prod is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_api_gateway_stage.prod:
        stage_name: prod
        rest_api_id: abc
      """
    When the policy SPILE-API-001 is evaluated
    Then the verdict for aws_api_gateway_stage.prod is fail
