Feature: Logs of database instances go to CloudWatch
  Logs that stay on the machine are lost with it, and nobody can search them.

  Background:
    Given the template:
      """yaml
      Resources:
        Orders:
          Type: AWS::RDS::DBInstance
          Properties:
            Engine: postgres
            EnableCloudwatchLogsExports: [postgresql]
        Alarms: {Type: AWS::SNS::Topic}
      """

  Scenario Outline: Logs are exported
    Given `Orders.Properties.EnableCloudwatchLogsExports` is set to <value>
    When the policy SPILE-RDS-014 is evaluated
    Then the verdict for Orders is pass

    Examples:
      | value            |
      | `[postgresql]`   |
      | `[audit, error]` |

  Scenario: No log is named
    Given `Orders.Properties.EnableCloudwatchLogsExports` is set to `[]`
    When the policy SPILE-RDS-014 is evaluated
    Then the verdict for Orders is fail
    And the severity for Orders is low
    And the finding for Orders is at `Orders.Properties.EnableCloudwatchLogsExports`
    And the message for Orders is "logs of Orders stay on its machine"
    And Orders passes once `Orders.Properties.EnableCloudwatchLogsExports` is set to `[postgresql]`

  Scenario: Exports are not mentioned
    Given `Orders.Properties.EnableCloudwatchLogsExports` is removed
    When the policy SPILE-RDS-014 is evaluated
    Then the verdict for Orders is fail
    And the finding for Orders is at `Orders.Properties`
    And the message for Orders is "logs of Orders stay on its machine"

  Scenario: Somebody decides when the stack is made
    Given `Orders.Properties.EnableCloudwatchLogsExports` is unknown
    When the policy SPILE-RDS-014 is evaluated
    Then the verdict for Orders is unknown

  Scenario: A template without databases
    Given `Orders` is removed
    When the policy SPILE-RDS-014 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_db_instance.db:
        engine: postgres
        enabled_cloudwatch_logs_exports: [postgresql]
      """
    When the policy SPILE-RDS-014 is evaluated
    Then the verdict for aws_db_instance.db is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_db_instance.db:
        engine: postgres
        enabled_cloudwatch_logs_exports: []
      """
    When the policy SPILE-RDS-014 is evaluated
    Then the verdict for aws_db_instance.db is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_db_instance.db:
        engine: postgres
        enabled_cloudwatch_logs_exports: !unknown
      """
    When the policy SPILE-RDS-014 is evaluated
    Then the verdict for aws_db_instance.db is unknown
