Feature: REST APIs are reached from inside only

  Background:
    Given the template:
      """yaml
      Resources:
        Orders:
          Type: AWS::ApiGateway::RestApi
          Properties:
            Name: orders
            MinimumCompressionSize: 1024
            EndpointConfiguration:
              Types: [PRIVATE]
        Quick:
          Type: AWS::Serverless::Api
          Properties:
            StageName: live
      """

  Scenario Outline: <case>
    Given `Orders.Properties.EndpointConfiguration.Types` is set to `<value>`
    When the policy SPILE-API-013 is evaluated
    Then the verdict for Orders is <verdict>

    Examples:
      | case        | value      | verdict |
      | private     | [PRIVATE]  | pass    |
      | regional    | [REGIONAL] | fail    |
      | at the edge | [EDGE]     | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Orders.Properties.EndpointConfiguration.Types` is set to `[REGIONAL]`
    When the policy SPILE-API-013 is evaluated
    Then the finding for Orders is at `Orders.Properties.EndpointConfiguration.Types`
    And the message for Orders is "Orders has an address on the internet"
    And the severity for Orders is info
    And Orders passes once `Orders.Properties.EndpointConfiguration.Types` is set to `[PRIVATE]`

  Scenario: Not to say it is to be at the edge
    Given `Orders.Properties.EndpointConfiguration` is removed
    When the policy SPILE-API-013 is evaluated
    Then the verdict for Orders is fail

  Scenario: A serverless API has to say it, too
    When the policy SPILE-API-013 is evaluated
    Then the verdict for Quick is fail

  Scenario: A serverless API has one kind
    Given `Quick.Properties.EndpointConfiguration` is set to `{Type: PRIVATE}`
    When the policy SPILE-API-013 is evaluated
    Then the verdict for Quick is pass

  Scenario: Nobody can tell
    Given `Orders.Properties.EndpointConfiguration` is unknown
    When the policy SPILE-API-013 is evaluated
    Then the verdict for Orders is unknown

  Scenario: A template without APIs
    Given `Orders.Type` is set to `AWS::SNS::Topic`
    And `Quick.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-API-013 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_api_gateway_rest_api.a:
        name: a
        endpoint_configuration: [{types: [PRIVATE]}]
      """
    When the policy SPILE-API-013 is evaluated
    Then the verdict for aws_api_gateway_rest_api.a is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_api_gateway_rest_api.a:
        name: a
        endpoint_configuration: [{types: [EDGE]}]
      """
    When the policy SPILE-API-013 is evaluated
    Then the verdict for aws_api_gateway_rest_api.a is fail
