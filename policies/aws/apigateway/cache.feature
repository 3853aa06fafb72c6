Feature: Stages of REST APIs have a cache

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
    Given `Live.Properties.CacheClusterEnabled` is set to `<value>`
    When the policy SPILE-API-008 is evaluated
    Then the verdict for Live is <verdict>

    Examples:
      | case     | value | verdict |
      | a cache  | true  | pass    |
      | no cache | false | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Live.Properties.CacheClusterEnabled` is set to `false`
    When the policy SPILE-API-008 is evaluated
    Then the finding for Live is at `Live.Properties.CacheClusterEnabled`
    And the message for Live is "Live hands every call to the backend"
    And the severity for Live is info
    And Live passes once `Live.Properties.CacheClusterEnabled` is set to `true`

  Scenario: A serverless API has to say it, too
    When the policy SPILE-API-008 is evaluated
    Then the verdict for Quick is fail

  Scenario: A serverless API that says it
    Given `Quick.Properties.CacheClusterEnabled` is set to `true`
    When the policy SPILE-API-008 is evaluated
    Then the verdict for Quick is pass

  Scenario: Nobody can tell
    Given `Live.Properties.CacheClusterEnabled` is unknown
    When the policy SPILE-API-008 is evaluated
    Then the verdict for Live is unknown

  Scenario: A template without stages
    Given `Live.Type` is set to `AWS::SNS::Topic`
    And `Quick.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-API-008 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_api_gateway_stage.prod:
        stage_name: prod
        rest_api_id: abc
        cache_cluster_enabled: true
      """
    When the policy SPILE-API-008 is evaluated
    Then the verdict for aws_api_gateway_stage.prod is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_api_gateway_stage.prod:
        stage_name: prod
        rest_api_id: abc
        cache_cluster_enabled: false
      """
    When the policy SPILE-API-008 is evaluated
    Then the verdict for aws_api_gateway_stage.prod is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_api_gateway_stage.prod:
        stage_name: prod
        rest_api_id: abc
        cache_cluster_enabled: !unknown
      """
    When the policy SPILE-API-008 is evaluated
    Then the verdict for aws_api_gateway_stage.prod is unknown
