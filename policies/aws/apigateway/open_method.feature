Feature: Methods without authorization ask for an API key at least

  Background:
    Given the template:
      """yaml
      Resources:
        Read:
          Type: AWS::ApiGateway::Method
          Properties:
            HttpMethod: GET
            ResourceId: orders
            RestApiId: api
            AuthorizationType: AWS_IAM
      """

  Scenario: Who calls is asked
    When the policy SPILE-API-005 is evaluated
    Then the verdict for Read is not applicable

  Scenario Outline: <case>
    Given `Read.Properties` is set to `<value>`
    When the policy SPILE-API-005 is evaluated
    Then the verdict for Read is <verdict>

    Examples:
      | case                 | value                                                             | verdict        |
      | a key is asked for   | {HttpMethod: GET, AuthorizationType: NONE, ApiKeyRequired: true}  | pass           |
      | nothing is asked for | {HttpMethod: GET, AuthorizationType: NONE, ApiKeyRequired: false} | fail           |
      | nothing is said      | {HttpMethod: GET}                                                 | fail           |
      | browsers ask         | {HttpMethod: OPTIONS, AuthorizationType: NONE}                    | not applicable |

  Scenario: The finding says what is wrong, and where
    Given `Read.Properties.AuthorizationType` is set to `NONE`
    When the policy SPILE-API-005 is evaluated
    Then the finding for Read is at `Read.Properties`
    And the message for Read is "Read can be called by everybody, and nobody can be told to stop"
    And the severity for Read is medium
    And Read passes once `Read.Properties.ApiKeyRequired` is set to `true`

  Scenario: Nobody can tell
    Given `Read.Properties.AuthorizationType` is unknown
    When the policy SPILE-API-005 is evaluated
    Then the verdict for Read is unknown

  Scenario: It may be that browsers ask
    Given `Read.Properties.AuthorizationType` is set to `NONE`
    And `Read.Properties.HttpMethod` is unknown
    When the policy SPILE-API-005 is evaluated
    Then the verdict for Read is unknown

  Scenario: A key may be asked for
    Given `Read.Properties.AuthorizationType` is set to `NONE`
    And `Read.Properties.ApiKeyRequired` is unknown
    When the policy SPILE-API-005 is evaluated
    Then the verdict for Read is unknown

  Scenario: A template without methods
    Given `Read.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-API-005 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_api_gateway_method.get:
        http_method: GET
        authorization: NONE
        api_key_required: true
      """
    When the policy SPILE-API-005 is evaluated
    Then the verdict for aws_api_gateway_method.get is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_api_gateway_method.get:
        http_method: GET
        authorization: NONE
        api_key_required: false
      """
    When the policy SPILE-API-005 is evaluated
    Then the verdict for aws_api_gateway_method.get is fail
