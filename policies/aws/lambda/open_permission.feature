Feature: Functions and layers are not open to everybody

  Background:
    Given the template:
      """yaml
      Resources:
        Call:
          Type: AWS::Lambda::Permission
          Properties:
            Action: lambda:InvokeFunction
            FunctionName: worker
            Principal: "123456789012"

        Share:
          Type: AWS::Lambda::LayerVersionPermission
          Properties:
            Action: lambda:GetLayerVersion
            LayerVersionArn: arn:aws:lambda:eu-west-1:123456789012:layer:tools:1
            Principal: "123456789012"
      """

  Scenario Outline: <case>
    Given `Call.Properties.Principal` is set to `<value>`
    When the policy SPILE-LAMBDA-005 is evaluated
    Then the verdict for Call is <verdict>

    Examples:
      | case         | value               | verdict |
      | an account   | "123456789012"      | pass    |
      | this account | !Ref AWS::AccountId | pass    |
      | a service    | sns.amazonaws.com   | pass    |
      | everybody    | "*"                 | fail    |

  Scenario: Everybody in the organisation
    Given `Call.Properties.Principal` is set to `"*"`
    And `Call.Properties.PrincipalOrgID` is set to `o-1234567890`
    When the policy SPILE-LAMBDA-005 is evaluated
    Then the verdict for Call is pass

  Scenario: The finding says what is wrong, and where
    Given `Call.Properties.Principal` is set to `"*"`
    When the policy SPILE-LAMBDA-005 is evaluated
    Then the finding for Call is at `Call.Properties.Principal`
    And the message for Call is "Call is for everybody, whichever account they belong to"
    And the severity for Call is critical
    And Call passes once `Call.Properties.Principal` is set to `"123456789012"`

  Scenario: A layer for everybody
    Given `Share.Properties.Principal` is set to `"*"`
    When the policy SPILE-LAMBDA-005 is evaluated
    Then the verdict for Share is fail

  Scenario: A layer for the organisation
    Given `Share.Properties.Principal` is set to `"*"`
    And `Share.Properties.OrganizationId` is set to `o-1234567890`
    When the policy SPILE-LAMBDA-005 is evaluated
    Then the verdict for Share is pass

  Scenario: Nobody can tell
    Given `Call.Properties.Principal` is unknown
    When the policy SPILE-LAMBDA-005 is evaluated
    Then the verdict for Call is unknown

  Scenario: Nothing is known of the permission
    Given `Call.Properties.Principal` is set to `"*"`
    And `Call.Properties` is unknown
    When the policy SPILE-LAMBDA-005 is evaluated
    Then the verdict for Call is unknown

  Scenario: A template without permissions
    Given `Call.Type` is set to `AWS::SNS::Topic`
    And `Share.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-LAMBDA-005 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_lambda_permission.calls:
        action: lambda:InvokeFunction
        function_name: f
        principal: "111122223333"
      """
    When the policy SPILE-LAMBDA-005 is evaluated
    Then the verdict for aws_lambda_permission.calls is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_lambda_permission.calls:
        action: lambda:InvokeFunction
        function_name: f
        principal: "*"
      """
    When the policy SPILE-LAMBDA-005 is evaluated
    Then the verdict for aws_lambda_permission.calls is fail
