Feature: Policies of things name the resources that they are for

  Background:
    Given the template:
      """yaml
      Resources:
        Lamp:
          Type: AWS::IoT::Policy
          Properties:
            PolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Action: [iot:Connect]
                  Resource: [arn:aws:iot:eu-west-1:123456789012:client/lamp]
      """

  Scenario Outline: <case>
    Given `Lamp.Properties.PolicyDocument.Statement[0].Resource` is set to `<value>`
    When the policy SPILE-IOT-002 is evaluated
    Then the verdict for Lamp is <verdict>

    Examples:
      | case                         | value                                                 | verdict |
      | one                          | arn:aws:iot:eu-west-1:123456789012:client/lamp        | pass    |
      | all clients                  | "arn:aws:iot:eu-west-1:123456789012:client/*"         | pass    |
      | every resource               | "*"                                                   | fail    |
      | every resource, among others | [arn:aws:iot:eu-west-1:123456789012:client/lamp, "*"] | fail    |

  Scenario: To refuse everything is fine
    Given `Lamp.Properties.PolicyDocument.Statement[0].Resource` is set to `"*"`
    And `Lamp.Properties.PolicyDocument.Statement[0].Effect` is set to `Deny`
    When the policy SPILE-IOT-002 is evaluated
    Then the verdict for Lamp is pass

  Scenario: The finding says what is wrong, and where
    Given `Lamp.Properties.PolicyDocument.Statement[0].Resource` is set to `["*"]`
    When the policy SPILE-IOT-002 is evaluated
    Then the finding for Lamp is at `Lamp.Properties.PolicyDocument.Statement[0].Resource[0]`
    And the message for Lamp is "Lamp allows its actions on every resource"
    And the severity for Lamp is high
    And Lamp passes once `Lamp.Properties.PolicyDocument.Statement[0].Resource` is set to `arn:aws:iot:eu-west-1:123456789012:client/lamp`

  Scenario: Nobody can tell
    Given `Lamp.Properties.PolicyDocument.Statement[0].Resource[0]` is unknown
    When the policy SPILE-IOT-002 is evaluated
    Then the verdict for Lamp is unknown

  Scenario: It may be refused
    Given `Lamp.Properties.PolicyDocument.Statement[0].Resource` is set to `"*"`
    And `Lamp.Properties.PolicyDocument.Statement[0].Effect` is unknown
    When the policy SPILE-IOT-002 is evaluated
    Then the verdict for Lamp is unknown

  Scenario: A template without policies of things
    Given `Lamp.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-IOT-002 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_iot_policy.p:
        name: p
        policy: !json {Statement: [{Effect: Allow, Action: "iot:Connect", Resource: "arn:aws:iot:eu-west-1:111122223333:client/c"}]}
      """
    When the policy SPILE-IOT-002 is evaluated
    Then the verdict for aws_iot_policy.p is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_iot_policy.p:
        name: p
        policy: !json {Statement: [{Effect: Allow, Action: "iot:Connect", Resource: "*"}]}
      """
    When the policy SPILE-IOT-002 is evaluated
    Then the verdict for aws_iot_policy.p is fail
