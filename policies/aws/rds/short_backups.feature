Feature: Backups of databases outlive a day
  Backups that are thrown away after a day help only whoever finds the fault on the same day.

  Background:
    Given the template:
      """yaml
      Resources:
        Orders:
          Type: AWS::RDS::DBInstance
          Properties:
            Engine: postgres
            BackupRetentionPeriod: 2
        Alarms: {Type: AWS::SNS::Topic}
      """

  Scenario: Two days
    When the policy SPILE-RDS-011 is evaluated
    Then the verdict for Orders is pass

  Scenario Outline: A day, or none
    Given `Orders.Properties.BackupRetentionPeriod` is set to <days>
    When the policy SPILE-RDS-011 is evaluated
    Then the verdict for Orders is fail
    And the severity for Orders is medium
    And the finding for Orders is at `Orders.Properties.BackupRetentionPeriod`
    And the message for Orders is "backups of Orders are kept for <text> days: who finds a fault the day after has none"

    Examples:
      | days | text |
      | `1`  | 1    |
      | `0`  | 0    |

  Scenario: Nothing is stated, which is a day
    Given `Orders.Properties.BackupRetentionPeriod` is removed
    When the policy SPILE-RDS-011 is evaluated
    Then the verdict for Orders is fail
    And the finding for Orders is at `Orders.Properties`
    And Orders passes once `Orders.Properties.BackupRetentionPeriod` is set to `2`

  Scenario: A replica has the backups of what it follows
    Given `Orders.Properties.BackupRetentionPeriod` is removed
    And `Orders.Properties.SourceDBInstanceIdentifier` is set to `sales`
    When the policy SPILE-RDS-011 is evaluated
    Then the verdict for Orders is not applicable

  Scenario: So has a cluster that follows another one
    Given `Orders.Type` is set to `AWS::RDS::DBCluster`
    And `Orders.Properties.BackupRetentionPeriod` is set to `1`
    And `Orders.Properties.ReplicationSourceIdentifier` is set to `sales`
    When the policy SPILE-RDS-011 is evaluated
    Then the verdict for Orders is not applicable

  Scenario: Somebody decides when the stack is made
    Given `Orders.Properties.BackupRetentionPeriod` is unknown
    When the policy SPILE-RDS-011 is evaluated
    Then the verdict for Orders is unknown

  Scenario: Members of a cluster are not asked
    Given `Orders.Properties.DBClusterIdentifier` is set to `orders`
    When the policy SPILE-RDS-011 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_rds_cluster.db:
        engine: aurora-mysql
        backup_retention_period: 2
      """
    When the policy SPILE-RDS-011 is evaluated
    Then the verdict for aws_rds_cluster.db is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_rds_cluster.db:
        engine: aurora-mysql
        backup_retention_period: 1
      """
    When the policy SPILE-RDS-011 is evaluated
    Then the verdict for aws_rds_cluster.db is fail
