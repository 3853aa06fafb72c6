Feature: Services call functions for one account only

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
    When the policy SPILE-LAMBDA-007 is evaluated
    Then the verdict for Call is <verdict>

    Examples:
      | case                  | value                                    | verdict        |
      | an account            | "123456789012"                           | not applicable |
      | this account          | !Ref AWS::AccountId                      | not applicable |
      | a service for anybody | s3.amazonaws.com                         | fail           |
      | a service of a region | !Sub "logs.${AWS::Region}.amazonaws.com" | fail           |
      | a service of China    | ec2.amazonaws.com.cn                     | fail           |

  Scenario: For one bucket
    Given `Call.Properties.Principal` is set to `s3.amazonaws.com`
    And `Call.Properties.SourceArn` is set to `arn:aws:s3:::inbox`
    When the policy SPILE-LAMBDA-007 is evaluated
    Then the verdict for Call is pass

  Scenario: For one account
    Given `Call.Properties.Principal` is set to `s3.amazonaws.com`
    And `Call.Properties.SourceAccount` is set to `!Ref AWS::AccountId`
    When the policy SPILE-LAMBDA-007 is evaluated
    Then the verdict for Call is pass

  Scenario: The finding says what is wrong, and where
    Given `Call.Properties.Principal` is set to `s3.amazonaws.com`
    When the policy SPILE-LAMBDA-007 is evaluated
    Then the finding for Call is at `Call.Properties`
    And the message for Call is "Call lets s3.amazonaws.com call the function for anybody's resources"
    And the severity for Call is high
    And Call passes once `Call.Properties.SourceAccount` is set to `!Ref AWS::AccountId`

  Scenario: Layers are not called
    Given `Share.Properties.Principal` is set to `s3.amazonaws.com`
    When the policy SPILE-LAMBDA-007 is evaluated
    Then the verdict for Share is not applicable

  Scenario: Without a principal it is about nobody
    Given `Call.Properties.Principal` is removed
    When the policy SPILE-LAMBDA-007 is evaluated
    Then the verdict for Call is not applicable

  Scenario: Nobody can tell
    Given `Call.Properties.Principal` is unknown
    When the policy SPILE-LAMBDA-007 is evaluated
    Then the verdict for Call is unknown

  Scenario: Nothing is known of the permission
    Given `Call.Properties` is unknown
    When the policy SPILE-LAMBDA-007 is evaluated
    Then the verdict for Call is unknown

  Scenario: A template without permissions
    Given `Call.Type` is set to `AWS::SNS::Topic`
    And `Share.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-LAMBDA-007 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_lambda_permission.calls:
        action: lambda:InvokeFunction
        function_name: f
        principal: sns.amazonaws.com
        source_arn: !ref aws_sns_topic.t.arn
      aws_sns_topic.t: {}
      """
    When the policy SPILE-LAMBDA-007 is evaluated
    Then the verdict for aws_lambda_permission.calls is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_lambda_permission.calls:
        action: lambda:InvokeFunction
        function_name: f
        principal: sns.amazonaws.com
      """
    When the policy SPILE-LAMBDA-007 is evaluated
    Then the verdict for aws_lambda_permission.calls is fail
