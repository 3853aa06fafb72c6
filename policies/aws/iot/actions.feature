Feature: Policies of things name the actions that they allow

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
    Given `Lamp.Properties.PolicyDocument.Statement[0].Action` is set to `<value>`
    When the policy SPILE-IOT-001 is evaluated
    Then the verdict for Lamp is <verdict>

    Examples:
      | case                        | value                  | verdict |
      | one                         | iot:Connect            | pass    |
      | all that connect            | "iot:Connect*"         | pass    |
      | every action                | "*"                    | fail    |
      | every action of the service | "iot:*"                | fail    |
      | every action, among others  | [iot:Connect, "iot:*"] | fail    |

  Scenario: To refuse everything is fine
    Given `Lamp.Properties.PolicyDocument.Statement[0].Action` is set to `"*"`
    And `Lamp.Properties.PolicyDocument.Statement[0].Effect` is set to `Deny`
    When the policy SPILE-IOT-001 is evaluated
    Then the verdict for Lamp is pass

  Scenario: The finding says what is wrong, and where
    Given `Lamp.Properties.PolicyDocument.Statement[0].Action` is set to `[iot:Connect, "*"]`
    When the policy SPILE-IOT-001 is evaluated
    Then the finding for Lamp is at `Lamp.Properties.PolicyDocument.Statement[0].Action[1]`
    And the message for Lamp is "Lamp lets a thing do everything"
    And the severity for Lamp is high
    And Lamp passes once `Lamp.Properties.PolicyDocument.Statement[0].Action` is set to `iot:Connect`

  Scenario: Nobody can tell
    Given `Lamp.Properties.PolicyDocument.Statement[0].Action[0]` is unknown
    When the policy SPILE-IOT-001 is evaluated
    Then the verdict for Lamp is unknown

  Scenario: It may be refused
    Given `Lamp.Properties.PolicyDocument.Statement[0].Action` is set to `"*"`
    And `Lamp.Properties.PolicyDocument.Statement[0].Effect` is unknown
    When the policy SPILE-IOT-001 is evaluated
    Then the verdict for Lamp is unknown

  Scenario: A template without policies of things
    Given `Lamp.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-IOT-001 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_iot_policy.p:
        name: p
        policy: !json {Statement: [{Effect: Allow, Action: "iot:Connect", Resource: "*"}]}
      """
    When the policy SPILE-IOT-001 is evaluated
    Then the verdict for aws_iot_policy.p is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_iot_policy.p:
        name: p
        policy: !json {Statement: [{Effect: Allow, Action: "iot:*", Resource: "*"}]}
      """
    When the policy SPILE-IOT-001 is evaluated
    Then the verdict for aws_iot_policy.p is fail
