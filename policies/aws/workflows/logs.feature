Feature: State machines keep logs

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
    Given `Ship.Properties.LoggingConfiguration.Level` is set to `<value>`
    When the policy SPILE-SFN-002 is evaluated
    Then the verdict for Ship is <verdict>

    Examples:
      | case            | value | verdict |
      | everything      | ALL   | pass    |
      | what goes wrong | ERROR | pass    |
      | what ends it    | FATAL | pass    |
      | nothing         | "OFF" | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Ship.Properties.LoggingConfiguration.Level` is set to `"OFF"`
    When the policy SPILE-SFN-002 is evaluated
    Then the finding for Ship is at `Ship.Properties.LoggingConfiguration.Level`
    And the message for Ship is "Ship does not log which step went wrong"
    And the severity for Ship is low
    And Ship passes once `Ship.Properties.LoggingConfiguration.Level` is set to `ERROR`

  Scenario: Not to say it is nothing
    Given `Ship.Properties.LoggingConfiguration` is removed
    When the policy SPILE-SFN-002 is evaluated
    Then the verdict for Ship is fail

  Scenario: A serverless one has to say it, too
    When the policy SPILE-SFN-002 is evaluated
    Then the verdict for Quick is fail

  Scenario: A serverless one that says it
    Given `Quick.Properties.Logging` is set to `{Level: ALL}`
    When the policy SPILE-SFN-002 is evaluated
    Then the verdict for Quick is pass

  Scenario: Nobody can tell
    Given `Ship.Properties.LoggingConfiguration.Level` is unknown
    When the policy SPILE-SFN-002 is evaluated
    Then the verdict for Ship is unknown

  Scenario: A template without state machines
    Given `Ship.Type` is set to `AWS::SNS::Topic`
    And `Quick.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-SFN-002 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_sfn_state_machine.m:
        name: m
        logging_configuration: [{level: ERROR}]
      """
    When the policy SPILE-SFN-002 is evaluated
    Then the verdict for aws_sfn_state_machine.m is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_sfn_state_machine.m:
        name: m
      """
    When the policy SPILE-SFN-002 is evaluated
    Then the verdict for aws_sfn_state_machine.m is fail
