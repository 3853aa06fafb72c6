Feature: Backups of databases are kept for a week
  A fault that is found after the weekend can be taken back only if backups go that far. RDS keeps them for a day
  where the template does not say. The least number of days is a parameter of the policy.

  Background:
    Given the template:
      """yaml
      Resources:
        Orders:
          Type: AWS::RDS::DBInstance
          Properties:
            Engine: mysql
            BackupRetentionPeriod: 7
        Alarms: {Type: AWS::SNS::Topic}
      """

  Scenario Outline: A week, or more
    Given `Orders.Properties.BackupRetentionPeriod` is set to <days>
    When the policy SPILE-RDS-010 is evaluated
    Then the verdict for Orders is pass

    Examples:
      | days |
      | `7`  |
      | `8`  |

  Scenario Outline: Less than a week
    Given `Orders.Properties.BackupRetentionPeriod` is set to <days>
    When the policy SPILE-RDS-010 is evaluated
    Then the verdict for Orders is fail
    And the severity for Orders is low
    And the finding for Orders is at `Orders.Properties.BackupRetentionPeriod`
    And the message for Orders is "backups of Orders are kept for <text> days, where 7 are wanted"
    And Orders passes once `Orders.Properties.BackupRetentionPeriod` is set to `7`

    Examples:
      | days | text |
      | `6`  | 6    |
      | `0`  | 0    |

  Scenario: Nothing is stated, which is a day
    Given `Orders.Properties.BackupRetentionPeriod` is removed
    When the policy SPILE-RDS-010 is evaluated
    Then the verdict for Orders is fail
    And the finding for Orders is at `Orders.Properties`
    And the message for Orders is "backups of Orders are kept for 1 days, where 7 are wanted"

  Scenario: An organisation wants two weeks
    Given the policy parameter "policies.aws.rds.backup_days.least_days" is `14`
    When the policy SPILE-RDS-010 is evaluated
    Then the verdict for Orders is fail

  Scenario: Clusters are asked the same
    Given `Orders.Type` is set to `AWS::RDS::DBCluster`
    And `Orders.Properties.BackupRetentionPeriod` is set to `3`
    When the policy SPILE-RDS-010 is evaluated
    Then the verdict for Orders is fail

  Scenario: Somebody decides when the stack is made
    Given `Orders.Properties.BackupRetentionPeriod` is unknown
    When the policy SPILE-RDS-010 is evaluated
    Then the verdict for Orders is unknown

  Scenario Outline: Members of a cluster are not asked
    Given <member>
    When the policy SPILE-RDS-010 is evaluated
    Then nothing was evaluated

    Examples:
      | member                                                     |
      | `Orders.Properties.Engine` is set to `aurora`              |
      | `Orders.Properties.DBClusterIdentifier` is set to `orders` |

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_db_instance.db:
        engine: postgres
        backup_retention_period: 7
      """
    When the policy SPILE-RDS-010 is evaluated
    Then the verdict for aws_db_instance.db is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_db_instance.db:
        engine: postgres
        backup_retention_period: 3
      """
    When the policy SPILE-RDS-010 is evaluated
    Then the verdict for aws_db_instance.db is fail
