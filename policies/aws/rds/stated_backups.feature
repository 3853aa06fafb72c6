Feature: Database instances say how long backups are kept
  How long backups are kept should be a decision, and a decision can be read in the template.

  Background:
    Given the template:
      """yaml
      Resources:
        Orders:
          Type: AWS::RDS::DBInstance
          Properties:
            Engine: postgres
            BackupRetentionPeriod: 1
        Alarms: {Type: AWS::SNS::Topic}
      """

  Scenario Outline: The days are stated
    Given `Orders.Properties.BackupRetentionPeriod` is set to <value>
    When the policy SPILE-RDS-009 is evaluated
    Then the verdict for Orders is pass

    Examples:
      | value |
      | `1`   |
      | `14`  |

  Scenario: Backups are switched off
    Given `Orders.Properties.BackupRetentionPeriod` is set to `0`
    When the policy SPILE-RDS-009 is evaluated
    Then the verdict for Orders is fail
    And the severity for Orders is low
    And the finding for Orders is at `Orders.Properties.BackupRetentionPeriod`
    And the message for Orders is "Orders does not say for how many days backups are kept"
    And Orders passes once `Orders.Properties.BackupRetentionPeriod` is set to `1`

  Scenario: Nothing is stated
    Given `Orders.Properties.BackupRetentionPeriod` is removed
    When the policy SPILE-RDS-009 is evaluated
    Then the verdict for Orders is fail
    And the finding for Orders is at `Orders.Properties`
    And the message for Orders is "Orders does not say for how many days backups are kept"

  Scenario: Somebody decides when the stack is made
    Given `Orders.Properties.BackupRetentionPeriod` is unknown
    When the policy SPILE-RDS-009 is evaluated
    Then the verdict for Orders is unknown

  Scenario: Even the engine may be open
    Given `Orders.Properties.BackupRetentionPeriod` is removed
    And `Orders.Properties.Engine` is unknown
    When the policy SPILE-RDS-009 is evaluated
    Then the verdict for Orders is unknown

  Scenario: Instances of Aurora keep nothing: the cluster does
    Given `Orders.Properties.Engine` is set to `aurora-mysql`
    When the policy SPILE-RDS-009 is evaluated
    Then the verdict for Orders is not applicable

  Scenario: A member of a cluster keeps nothing either
    Given `Orders.Properties.DBClusterIdentifier` is set to `orders`
    When the policy SPILE-RDS-009 is evaluated
    Then the verdict for Orders is not applicable

  Scenario: A template without databases
    Given `Orders` is removed
    When the policy SPILE-RDS-009 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_db_instance.db:
        engine: postgres
        backup_retention_period: 7
      """
    When the policy SPILE-RDS-009 is evaluated
    Then the verdict for aws_db_instance.db is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_db_instance.db:
        engine: postgres
        backup_retention_period: 0
      """
    When the policy SPILE-RDS-009 is evaluated
    Then the verdict for aws_db_instance.db is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_db_instance.db:
        engine: postgres
        backup_retention_period: !unknown
      """
    When the policy SPILE-RDS-009 is evaluated
    Then the verdict for aws_db_instance.db is unknown
