Feature: Domain names of APIs state where they are served

  Background:
    Given the template:
      """yaml
      Resources:
        Name:
          Type: AWS::ApiGateway::DomainName
          Properties:
            DomainName: api.shop.example
            SecurityPolicy: TLS_1_2
        Quick:
          Type: AWS::Serverless::Api
          Properties:
            StageName: live
      """

  Scenario Outline: <case>
    Given `Name.Properties.EndpointConfiguration` is set to `<value>`
    When the policy SPILE-API-017 is evaluated
    Then the verdict for Name is <verdict>

    Examples:
      | case                        | value                          | verdict |
      | at the edge                 | {Types: [EDGE]}                | pass    |
      | in a region                 | {Types: [REGIONAL]}            | pass    |
      | privately                   | {Types: [PRIVATE]}             | pass    |
      | in a region and at the edge | {Types: [REGIONAL, EDGE]}      | pass    |
      | a region among others       | {Types: [SOMEWHERE, REGIONAL]} | pass    |
      | otherwise                   | {Types: [SOMEWHERE]}           | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Name.Properties.EndpointConfiguration` is set to `{Types: [SOMEWHERE]}`
    When the policy SPILE-API-017 is evaluated
    Then the finding for Name is at `Name.Properties.EndpointConfiguration.Types`
    And the message for Name is "Name does not state whether it is served at the edge, in a region or privately"
    And the severity for Name is info
    And Name passes once `Name.Properties.EndpointConfiguration` is set to `{Types: [EDGE]}`

  Scenario: Nothing is said
    When the policy SPILE-API-017 is evaluated
    Then the verdict for Name is fail

  Scenario: A serverless API with a name
    Given `Quick.Properties.Domain` is set to `{DomainName: api.shop.example, CertificateArn: a, EndpointConfiguration: REGIONAL}`
    When the policy SPILE-API-017 is evaluated
    Then the verdict for Quick is pass

  Scenario: Nobody can tell
    Given `Name.Properties.EndpointConfiguration` is unknown
    When the policy SPILE-API-017 is evaluated
    Then the verdict for Name is unknown

  Scenario: The kind is not known
    Given `Name.Properties.EndpointConfiguration` is set to `{Types: [EDGE]}`
    And `Name.Properties.EndpointConfiguration.Types[0]` is unknown
    When the policy SPILE-API-017 is evaluated
    Then the verdict for Name is unknown

  Scenario: A template without names
    Given `Name.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-API-017 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_api_gateway_domain_name.n:
        domain_name: api.example
        endpoint_configuration: [{types: [REGIONAL]}]
      """
    When the policy SPILE-API-017 is evaluated
    Then the verdict for aws_api_gateway_domain_name.n is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_api_gateway_domain_name.n:
        domain_name: api.example
      """
    When the policy SPILE-API-017 is evaluated
    Then the verdict for aws_api_gateway_domain_name.n is fail
