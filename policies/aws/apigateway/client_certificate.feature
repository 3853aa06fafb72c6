Feature: Stages show backends who calls

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

  Scenario: A certificate
    When the policy SPILE-API-015 is evaluated
    Then the verdict for Live is pass

  Scenario: The finding says what is wrong, and where
    Given `Live.Properties.ClientCertificateId` is removed
    When the policy SPILE-API-015 is evaluated
    Then the finding for Live is at `Live.Properties`
    And the message for Live is "a backend cannot tell Live from anybody else"
    And the severity for Live is low
    And Live passes once `Live.Properties.ClientCertificateId` is set to `certificate`

  Scenario: Nobody can tell
    Given `Live.Properties` is unknown
    When the policy SPILE-API-015 is evaluated
    Then the verdict for Live is unknown

  Scenario: A template without stages
    Given `Live.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-API-015 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_api_gateway_stage.prod:
        stage_name: prod
        rest_api_id: abc
        client_certificate_id: !ref aws_api_gateway_client_certificate.c.id
      aws_api_gateway_client_certificate.c: {}
      """
    When the policy SPILE-API-015 is evaluated
    Then the verdict for aws_api_gateway_stage.prod is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_api_gateway_stage.prod:
        stage_name: prod
        rest_api_id: abc
      """
    When the policy SPILE-API-015 is evaluated
    Then the verdict for aws_api_gateway_stage.prod is fail
