Feature: Database instances are measured from inside
  Enhanced monitoring measures inside the machine, every so many seconds; 0 is never.

  Background:
    Given the template:
      """yaml
      Resources:
        Orders:
          Type: AWS::RDS::DBInstance
          Properties:
            Engine: postgres
            MonitoringInterval: 60
        Alarms: {Type: AWS::SNS::Topic}
      """

  Scenario Outline: Measurements are taken
    Given `Orders.Properties.MonitoringInterval` is set to <value>
    When the policy SPILE-RDS-013 is evaluated
    Then the verdict for Orders is pass

    Examples:
      | value  |
      | `60`   |
      | `1`    |
      | `"30"` |

  Scenario: Measurements are switched off
    Given `Orders.Properties.MonitoringInterval` is set to `0`
    When the policy SPILE-RDS-013 is evaluated
    Then the verdict for Orders is fail
    And the severity for Orders is low
    And the finding for Orders is at `Orders.Properties.MonitoringInterval`
    And the message for Orders is "nothing is measured inside the machine of Orders"
    And Orders passes once `Orders.Properties.MonitoringInterval` is set to `60`

  Scenario: Measurements are not mentioned
    Given `Orders.Properties.MonitoringInterval` is removed
    When the policy SPILE-RDS-013 is evaluated
    Then the verdict for Orders is fail
    And the finding for Orders is at `Orders.Properties`
    And the message for Orders is "nothing is measured inside the machine of Orders"

  Scenario: Somebody decides when the stack is made
    Given `Orders.Properties.MonitoringInterval` is unknown
    When the policy SPILE-RDS-013 is evaluated
    Then the verdict for Orders is unknown

  Scenario: A template without databases
    Given `Orders` is removed
    When the policy SPILE-RDS-013 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_db_instance.db:
        engine: postgres
        monitoring_interval: 60
      """
    When the policy SPILE-RDS-013 is evaluated
    Then the verdict for aws_db_instance.db is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_db_instance.db:
        engine: postgres
        monitoring_interval: 0
      """
    When the policy SPILE-RDS-013 is evaluated
    Then the verdict for aws_db_instance.db is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_db_instance.db:
        engine: postgres
        monitoring_interval: !unknown
      """
    When the policy SPILE-RDS-013 is evaluated
    Then the verdict for aws_db_instance.db is unknown
