Feature: State machines are traced

  Background:
    Given the template:
      """yaml
      Resources:
        Ship:
          Type: AWS::StepFunctions::StateMachine
          Properties:
            RoleArn: arn:aws:iam::123456789012:role/ship
            TracingConfiguration: {Enabled: true}
            LoggingConfiguration: {Level: ERROR}
        Quick:
          Type: AWS::Serverless::StateMachine
          Properties:
            DefinitionUri: ship.json
      """

  Scenario Outline: <case>
    Given `Ship.Properties.TracingConfiguration.Enabled` is set to `<value>`
    When the policy SPILE-SFN-001 is evaluated
    Then the verdict for Ship is <verdict>

    Examples:
      | case       | value | verdict |
      | traced     | true  | pass    |
      | not traced | false | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Ship.Properties.TracingConfiguration.Enabled` is set to `false`
    When the policy SPILE-SFN-001 is evaluated
    Then the finding for Ship is at `Ship.Properties.TracingConfiguration.Enabled`
    And the message for Ship is "Ship does not trace what its steps lead to"
    And the severity for Ship is low
    And Ship passes once `Ship.Properties.TracingConfiguration.Enabled` is set to `true`

  Scenario: Not to say it is not to trace
    Given `Ship.Properties.TracingConfiguration` is removed
    When the policy SPILE-SFN-001 is evaluated
    Then the verdict for Ship is fail

  Scenario: A serverless one has to say it, too
    When the policy SPILE-SFN-001 is evaluated
    Then the verdict for Quick is fail

  Scenario: A serverless one that says it
    Given `Quick.Properties.Tracing` is set to `{Enabled: true}`
    When the policy SPILE-SFN-001 is evaluated
    Then the verdict for Quick is pass

  Scenario: Nobody can tell
    Given `Ship.Properties.TracingConfiguration.Enabled` is unknown
    When the policy SPILE-SFN-001 is evaluated
    Then the verdict for Ship is unknown

  Scenario: A template without state machines
    Given `Ship.Type` is set to `AWS::SNS::Topic`
    And `Quick.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-SFN-001 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_sfn_state_machine.m:
        name: m
        tracing_configuration: [{enabled: true}]
      """
    When the policy SPILE-SFN-001 is evaluated
    Then the verdict for aws_sfn_state_machine.m is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_sfn_state_machine.m:
        name: m
      """
    When the policy SPILE-SFN-001 is evaluated
    Then the verdict for aws_sfn_state_machine.m is fail
