Feature: Deployments go to stages that keep access logs

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

  Scenario: The stage that it makes keeps logs
    When the policy SPILE-API-003 is evaluated
    Then the verdict for Release is pass

  Scenario: The stage that it makes keeps none, though another one serves it
    Given `Release.Properties.StageDescription.AccessLogSetting` is removed
    And `Live.Properties.DeploymentId` is set to `!Ref Release`
    When the policy SPILE-API-003 is evaluated
    Then the verdict for Release is fail

  Scenario: A stage of its own serves it
    Given `Release.Properties.StageDescription` is removed
    And `Live.Properties.DeploymentId` is set to `!Ref Release`
    When the policy SPILE-API-003 is evaluated
    Then the verdict for Release is pass

  Scenario: No stage serves it
    Given `Release.Properties.StageDescription` is removed
    When the policy SPILE-API-003 is evaluated
    Then the verdict for Release is fail

  Scenario: The finding says what is wrong, and where
    Given `Release.Properties.StageDescription.AccessLogSetting` is removed
    When the policy SPILE-API-003 is evaluated
    Then the finding for Release is at `Release.Properties.StageDescription`
    And the message for Release is "the stage that Release makes does not record who calls it"
    And the severity for Release is medium
    And Release passes once `Release.Properties.StageDescription.AccessLogSetting` is set to `{DestinationArn: arn:aws:logs:eu-west-1:123456789012:log-group:api}`

  Scenario: Nobody can tell
    Given `Release.Properties.StageDescription` is unknown
    When the policy SPILE-API-003 is evaluated
    Then the verdict for Release is unknown

  Scenario: The stage may serve another deployment
    Given `Release.Properties.StageDescription` is removed
    And `Live.Properties.DeploymentId` is unknown
    When the policy SPILE-API-003 is evaluated
    Then the verdict for Release is unknown

  Scenario: Nothing is known of the deployment
    Given `Release.Properties` is unknown
    When the policy SPILE-API-003 is evaluated
    Then the verdict for Release is unknown

  Scenario: A template without deployments
    Given `Release.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-API-003 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_api_gateway_deployment.d:
        rest_api_id: abc
      aws_api_gateway_stage.prod:
        stage_name: prod
        deployment_id: !ref aws_api_gateway_deployment.d.id
      """
    When the policy SPILE-API-003 is evaluated
    Then the verdict for aws_api_gateway_deployment.d is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_api_gateway_deployment.d:
        rest_api_id: abc
      """
    When the policy SPILE-API-003 is evaluated
    Then the verdict for aws_api_gateway_deployment.d is fail
