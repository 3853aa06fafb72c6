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
