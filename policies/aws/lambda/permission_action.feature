Feature: Permissions of functions are for calling them

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
    Given `Call.Properties.Action` is set to `<value>`
    When the policy SPILE-LAMBDA-006 is evaluated
    Then the verdict for Call is <verdict>

    Examples:
      | case                      | value                    | verdict |
      | to call the function      | lambda:InvokeFunction    | pass    |
      | to call it by its address | lambda:InvokeFunctionUrl | fail    |
      | everything                | "lambda:*"               | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Call.Properties.Action` is set to `"lambda:*"`
    When the policy SPILE-LAMBDA-006 is evaluated
    Then the finding for Call is at `Call.Properties.Action`
    And the message for Call is "Call allows lambda:*, which is more than to call the function"
    And the severity for Call is medium
    And Call passes once `Call.Properties.Action` is set to `lambda:InvokeFunction`

  Scenario: Layers are not called
    When the policy SPILE-LAMBDA-006 is evaluated
    Then the verdict for Share is not applicable

  Scenario: Nobody can tell
    Given `Call.Properties.Action` is unknown
    When the policy SPILE-LAMBDA-006 is evaluated
    Then the verdict for Call is unknown

  Scenario: A template without permissions
    Given `Call.Type` is set to `AWS::SNS::Topic`
    And `Share.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-LAMBDA-006 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_lambda_permission.calls:
        function_name: f
        principal: sns.amazonaws.com
        action: lambda:InvokeFunction
      """
    When the policy SPILE-LAMBDA-006 is evaluated
    Then the verdict for aws_lambda_permission.calls is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_lambda_permission.calls:
        function_name: f
        principal: sns.amazonaws.com
        action: lambda:*
      """
    When the policy SPILE-LAMBDA-006 is evaluated
    Then the verdict for aws_lambda_permission.calls is fail
