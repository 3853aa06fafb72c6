Feature: Stages of REST APIs stand behind a web application firewall

  Background:
    Given the template:
      """yaml
      Resources:
        Live:
          Type: AWS::ApiGateway::Stage
          Properties:
            RestApiId: api
            DeploymentId: release
            StageName: live
            ClientCertificateId: certificate
        Wall:
          Type: AWS::WAFv2::WebACLAssociation
          Properties:
            ResourceArn: !Sub "arn:aws:apigateway:${AWS::Region}::/restapis/api/stages/live"
            WebACLArn: arn:aws:wafv2:eu-west-1:123456789012:regional/webacl/wall/aaaa
      """

  Scenario Outline: <case>
    Given `Wall.Properties.ResourceArn` is set to `<value>`
    When the policy SPILE-API-016 is evaluated
    Then the verdict for Live is <verdict>

    Examples:
      | case                                | value                                                                      | verdict |
      | by name                             | "arn:aws:apigateway:eu-west-1::/restapis/api/stages/live"                  | pass    |
      | by name, in the region of the stack | !Sub "arn:aws:apigateway:${AWS::Region}::/restapis/api/stages/live"        | pass    |
      | by reference                        | !Sub "arn:aws:apigateway:${AWS::Region}::/restapis/api/stages/${Live}"     | pass    |
      | of another stage                    | "arn:aws:apigateway:eu-west-1::/restapis/api/stages/next"                  | fail    |
      | of another kind                     | "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/a/b" | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Wall.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-API-016 is evaluated
    Then the finding for Live is at line 2
    And the message for Live is "no web application firewall looks at the requests to Live"
    And the severity for Live is medium
    And Live passes once `Wall.Type` is set to `AWS::WAFv2::WebACLAssociation`

  Scenario: Nobody can tell
    Given `Wall.Properties.ResourceArn` is unknown
    When the policy SPILE-API-016 is evaluated
    Then the verdict for Live is unknown

  Scenario: A template without stages
    Given `Live.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-API-016 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_api_gateway_stage.prod:
        stage_name: prod
        rest_api_id: abc
      aws_wafv2_web_acl_association.a:
        resource_arn: !ref aws_api_gateway_stage.prod.arn
        web_acl_arn: arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/w/1
      """
    When the policy SPILE-API-016 is evaluated
    Then the verdict for aws_api_gateway_stage.prod is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_api_gateway_stage.prod:
        stage_name: prod
        rest_api_id: abc
      """
    When the policy SPILE-API-016 is evaluated
    Then the verdict for aws_api_gateway_stage.prod is fail
