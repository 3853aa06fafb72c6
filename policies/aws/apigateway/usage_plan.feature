Feature: Stages and deployments of REST APIs are metered by a usage plan

  Background:
    Given the template:
      """yaml
      Resources:
        Live:
          Type: AWS::ApiGateway::Stage
          Properties:
            RestApiId: api
            DeploymentId: !Ref Release
            StageName: live
        Release:
          Type: AWS::ApiGateway::Deployment
          Properties:
            RestApiId: api
        Plan:
          Type: AWS::ApiGateway::UsagePlan
          Properties:
            ApiStages:
              - ApiId: api
                Stage: !Ref Live
      """

  Scenario Outline: <case>
    Given `Plan.Properties.ApiStages[0].Stage` is set to `<value>`
    When the policy SPILE-API-012 is evaluated
    Then the verdict for Live is <verdict>

    Examples:
      | case         | value     | verdict |
      | by reference | !Ref Live | pass    |
      | by name      | live      | pass    |
      | another one  | next      | fail    |

  Scenario: A stage of that name of another API
    Given `Plan.Properties.ApiStages[0].Stage` is set to `live`
    And `Plan.Properties.ApiStages[0].ApiId` is set to `other`
    When the policy SPILE-API-012 is evaluated
    Then the verdict for Live is fail

  Scenario: The deployment that the stage serves
    When the policy SPILE-API-012 is evaluated
    Then the verdict for Release is pass

  Scenario: A deployment whose stage is in no plan
    Given `Plan.Properties.ApiStages[0].Stage` is set to `next`
    When the policy SPILE-API-012 is evaluated
    Then the verdict for Release is fail

  Scenario: A deployment that makes the stage itself
    Given `Plan.Properties.ApiStages[0].Stage` is set to `next`
    And `Release.Properties.StageName` is set to `next`
    When the policy SPILE-API-012 is evaluated
    Then the verdict for Release is pass

  Scenario: The finding says what is wrong, and where
    Given `Plan.Properties.ApiStages` is removed
    When the policy SPILE-API-012 is evaluated
    Then the finding for Live is at line 2
    And the message for Live is "nothing limits how often Live is called"
    And the severity for Live is low
    And Live passes once `Plan.Properties.ApiStages` is set to `[{ApiId: api, Stage: !Ref Live}]`

  Scenario: Nobody can tell
    Given `Plan.Properties.ApiStages[0].Stage` is unknown
    When the policy SPILE-API-012 is evaluated
    Then the verdict for Live is unknown

  Scenario: A template without stages and deployments
    Given `Live.Type` is set to `AWS::SNS::Topic`
    And `Release.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-API-012 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_api_gateway_stage.prod:
        stage_name: prod
        rest_api_id: abc
      aws_api_gateway_usage_plan.p:
        name: p
        api_stages: [{api_id: abc, stage: !ref aws_api_gateway_stage.prod.stage_name }]
      """
    When the policy SPILE-API-012 is evaluated
    Then the verdict for aws_api_gateway_stage.prod is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_api_gateway_stage.prod:
        stage_name: prod
        rest_api_id: abc
      """
    When the policy SPILE-API-012 is evaluated
    Then the verdict for aws_api_gateway_stage.prod is fail
