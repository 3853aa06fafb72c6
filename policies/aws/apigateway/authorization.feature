Feature: Methods ask who calls

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

  Scenario Outline: <case>
    Given `Read.Properties.AuthorizationType` is set to `<value>`
    When the policy SPILE-API-004 is evaluated
    Then the verdict for Read is <verdict>

    Examples:
      | case                         | value              | verdict |
      | by signature                 | AWS_IAM            | pass    |
      | by user pool                 | COGNITO_USER_POOLS | pass    |
      | by a function                | CUSTOM             | pass    |
      | not at all                   | NONE               | fail    |
      | not at all, in small letters | none               | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Read.Properties.AuthorizationType` is set to `NONE`
    When the policy SPILE-API-004 is evaluated
    Then the finding for Read is at `Read.Properties.AuthorizationType`
    And the message for Read is "Read can be called by everybody"
    And the severity for Read is high
    And Read passes once `Read.Properties.AuthorizationType` is set to `AWS_IAM`

  Scenario: Not to say it is not to ask
    Given `Read.Properties.AuthorizationType` is removed
    When the policy SPILE-API-004 is evaluated
    Then the verdict for Read is fail

  Scenario: Browsers ask what they may without saying who they are
    Given `Read.Properties.AuthorizationType` is set to `NONE`
    And `Read.Properties.HttpMethod` is set to `OPTIONS`
    When the policy SPILE-API-004 is evaluated
    Then the verdict for Read is not applicable

  Scenario: Browsers ask, in small letters
    Given `Read.Properties.AuthorizationType` is set to `NONE`
    And `Read.Properties.HttpMethod` is set to `options`
    When the policy SPILE-API-004 is evaluated
    Then the verdict for Read is not applicable

  Scenario: Nobody can tell
    Given `Read.Properties.AuthorizationType` is unknown
    When the policy SPILE-API-004 is evaluated
    Then the verdict for Read is unknown

  Scenario: It may be that browsers ask
    Given `Read.Properties.AuthorizationType` is set to `NONE`
    And `Read.Properties.HttpMethod` is unknown
    When the policy SPILE-API-004 is evaluated
    Then the verdict for Read is unknown

  Scenario: A template without methods
    Given `Read.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-API-004 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_api_gateway_method.get:
        http_method: GET
        authorization: AWS_IAM
      """
    When the policy SPILE-API-004 is evaluated
    Then the verdict for aws_api_gateway_method.get is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_api_gateway_method.get:
        http_method: GET
        authorization: NONE
      """
    When the policy SPILE-API-004 is evaluated
    Then the verdict for aws_api_gateway_method.get is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_api_gateway_method.get:
        http_method: GET
        authorization: !unknown
      """
    When the policy SPILE-API-004 is evaluated
    Then the verdict for aws_api_gateway_method.get is unknown
