Feature: Aurora clusters of MySQL can be wound back
  Aurora for MySQL can be wound back by seconds or hours, without a restore. Other engines cannot.

  Background:
    Given the template:
      """yaml
      Resources:
        Orders:
          Type: AWS::RDS::DBCluster
          Properties:
            Engine: aurora-mysql
            BacktrackWindow: 3600
        Alarms: {Type: AWS::SNS::Topic}
      """

  Scenario Outline: A window is stated
    Given `Orders.Properties.BacktrackWindow` is set to <value>
    When the policy SPILE-RDS-020 is evaluated
    Then the verdict for Orders is pass

    Examples:
      | value  |
      | `3600` |
      | `1`    |

  Scenario: The window is empty
    Given `Orders.Properties.BacktrackWindow` is set to `0`
    When the policy SPILE-RDS-020 is evaluated
    Then the verdict for Orders is fail
    And the severity for Orders is low
    And the finding for Orders is at `Orders.Properties.BacktrackWindow`
    And the message for Orders is "Orders cannot be wound back after a wrong statement"
    And Orders passes once `Orders.Properties.BacktrackWindow` is set to `3600`

  Scenario: No window is stated
    Given `Orders.Properties.BacktrackWindow` is removed
    When the policy SPILE-RDS-020 is evaluated
    Then the verdict for Orders is fail
    And the finding for Orders is at `Orders.Properties`
    And the message for Orders is "Orders cannot be wound back after a wrong statement"

  Scenario: Somebody decides when the stack is made
    Given `Orders.Properties.BacktrackWindow` is unknown
    When the policy SPILE-RDS-020 is evaluated
    Then the verdict for Orders is unknown

  Scenario: Even the engine may be open
    Given `Orders.Properties.BacktrackWindow` is removed
    And `Orders.Properties.Engine` is unknown
    When the policy SPILE-RDS-020 is evaluated
    Then the verdict for Orders is unknown

  Scenario: Other engines are not asked
    Given `Orders.Properties.Engine` is set to `aurora-postgresql`
    When the policy SPILE-RDS-020 is evaluated
    Then the verdict for Orders is not applicable

  Scenario: A template without clusters
    Given `Orders` is removed
    When the policy SPILE-RDS-020 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_rds_cluster.db:
        engine: aurora-mysql
        backtrack_window: 3600
      """
    When the policy SPILE-RDS-020 is evaluated
    Then the verdict for aws_rds_cluster.db is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_rds_cluster.db:
        engine: aurora-mysql
      """
    When the policy SPILE-RDS-020 is evaluated
    Then the verdict for aws_rds_cluster.db is fail

  Scenario: A plan of Terraform that it does not concern
    Given the planned resources:
      """yaml
      aws_rds_cluster.db:
        engine: aurora-postgresql
      """
    When the policy SPILE-RDS-020 is evaluated
    Then the verdict for aws_rds_cluster.db is not applicable
