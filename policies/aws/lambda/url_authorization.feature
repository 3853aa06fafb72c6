Feature: Function URLs ask who calls

  Background:
    Given the template:
      """yaml
      Resources:
        Door:
          Type: AWS::Lambda::Url
          Properties:
            AuthType: AWS_IAM
            TargetFunctionArn: worker
            Cors:
              AllowOrigins: ["https://shop.example"]
              AllowMethods: [GET]
      """

  Scenario Outline: <case>
    Given `Door.Properties.AuthType` is set to `<value>`
    When the policy SPILE-LAMBDA-010 is evaluated
    Then the verdict for Door is <verdict>

    Examples:
      | case            | value   | verdict |
      | callers sign    | AWS_IAM | pass    |
      | nobody is asked | NONE    | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Door.Properties.AuthType` is set to `NONE`
    When the policy SPILE-LAMBDA-010 is evaluated
    Then the finding for Door is at `Door.Properties.AuthType`
    And the message for Door is "Door lets the whole internet call the function"
    And the severity for Door is critical
    And Door passes once `Door.Properties.AuthType` is set to `AWS_IAM`

  Scenario: Nobody can tell
    Given `Door.Properties.AuthType` is unknown
    When the policy SPILE-LAMBDA-010 is evaluated
    Then the verdict for Door is unknown

  Scenario: A template without addresses
    Given `Door.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-LAMBDA-010 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_lambda_function_url.open:
        function_name: f
        authorization_type: AWS_IAM
      """
    When the policy SPILE-LAMBDA-010 is evaluated
    Then the verdict for aws_lambda_function_url.open is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_lambda_function_url.open:
        function_name: f
        authorization_type: NONE
      """
    When the policy SPILE-LAMBDA-010 is evaluated
    Then the verdict for aws_lambda_function_url.open is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_lambda_function_url.open:
        function_name: f
        authorization_type: !unknown
      """
    When the policy SPILE-LAMBDA-010 is evaluated
    Then the verdict for aws_lambda_function_url.open is unknown
