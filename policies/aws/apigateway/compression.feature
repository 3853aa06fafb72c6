Feature: REST APIs compress their answers

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
    Given `Orders.Properties.MinimumCompressionSize` is set to `<value>`
    When the policy SPILE-API-014 is evaluated
    Then the verdict for Orders is <verdict>

    Examples:
      | case                           | value    | verdict |
      | from the first byte            | 0        | pass    |
      | from a kilobyte                | 1024     | pass    |
      | from the last size that can be | 10485759 | pass    |
      | from a size that cannot be     | 10485760 | fail    |
      | from a size below nothing      | -1       | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Orders.Properties.MinimumCompressionSize` is removed
    When the policy SPILE-API-014 is evaluated
    Then the finding for Orders is at `Orders.Properties`
    And the message for Orders is "Orders does not compress its answers"
    And the severity for Orders is info
    And Orders passes once `Orders.Properties.MinimumCompressionSize` is set to `1024`

  Scenario: A serverless API has to say it, too
    When the policy SPILE-API-014 is evaluated
    Then the verdict for Quick is fail

  Scenario: A serverless API that compresses
    Given `Quick.Properties.MinimumCompressionSize` is set to `0`
    When the policy SPILE-API-014 is evaluated
    Then the verdict for Quick is pass

  Scenario: Nobody can tell
    Given `Orders.Properties.MinimumCompressionSize` is unknown
    When the policy SPILE-API-014 is evaluated
    Then the verdict for Orders is unknown

  Scenario: A template without APIs
    Given `Orders.Type` is set to `AWS::SNS::Topic`
    And `Quick.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-API-014 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_api_gateway_rest_api.a:
        name: a
        minimum_compression_size: "1024"
      """
    When the policy SPILE-API-014 is evaluated
    Then the verdict for aws_api_gateway_rest_api.a is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_api_gateway_rest_api.a:
        name: a
      """
    When the policy SPILE-API-014 is evaluated
    Then the verdict for aws_api_gateway_rest_api.a is fail
