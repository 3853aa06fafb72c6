Feature: Database instances are backed up
  RDS keeps backups for a day unless it is told otherwise; 0 switches them off.

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

  Scenario Outline: Backups are kept
    Given `Orders.Properties.BackupRetentionPeriod` is set to <value>
    When the policy SPILE-RDS-008 is evaluated
    Then the verdict for Orders is pass

    Examples:
      | value  |
      | `1`    |
      | `"35"` |

  Scenario Outline: Backups are switched off
    Given `Orders.Properties.BackupRetentionPeriod` is set to <value>
    When the policy SPILE-RDS-008 is evaluated
    Then the verdict for Orders is fail
    And the severity for Orders is high
    And the finding for Orders is at `Orders.Properties.BackupRetentionPeriod`
    And the message for Orders is "backups of Orders are switched off"
    And Orders passes once `Orders.Properties.BackupRetentionPeriod` is set to `1`

    Examples:
      | value |
      | `0`   |
      | `"0"` |

  Scenario: The day that RDS gives is enough
    Given `Orders.Properties.BackupRetentionPeriod` is removed
    When the policy SPILE-RDS-008 is evaluated
    Then the verdict for Orders is pass

  Scenario: Somebody decides when the stack is made
    Given `Orders.Properties.BackupRetentionPeriod` is unknown
    When the policy SPILE-RDS-008 is evaluated
    Then the verdict for Orders is unknown

  Scenario: Even the engine may be open
    Given `Orders.Properties.BackupRetentionPeriod` is set to `0`
    And `Orders.Properties.Engine` is unknown
    When the policy SPILE-RDS-008 is evaluated
    Then the verdict for Orders is unknown

  Scenario: Instances of Aurora keep nothing: the cluster does
    Given `Orders.Properties.Engine` is set to `aurora-mysql`
    When the policy SPILE-RDS-008 is evaluated
    Then the verdict for Orders is not applicable

  Scenario: A member of a cluster keeps nothing either
    Given `Orders.Properties.DBClusterIdentifier` is set to `orders`
    When the policy SPILE-RDS-008 is evaluated
    Then the verdict for Orders is not applicable

  Scenario: A template without databases
    Given `Orders` is removed
    When the policy SPILE-RDS-008 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_db_instance.db:
        engine: postgres
        backup_retention_period: 7
      """
    When the policy SPILE-RDS-008 is evaluated
    Then the verdict for aws_db_instance.db is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_db_instance.db:
        engine: postgres
        backup_retention_period: 0
      """
    When the policy SPILE-RDS-008 is evaluated
    Then the verdict for aws_db_instance.db is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_db_instance.db:
        engine: postgres
        backup_retention_period: !unknown
      """
    When the policy SPILE-RDS-008 is evaluated
    Then the verdict for aws_db_instance.db is unknown
