Feature: Backups of document databases are kept for a week
  A fault that is found after the weekend can be taken back only if backups go that far. The least number of days
  is a parameter of the policy.

  Background:
    Given the template:
      """yaml
      Resources:
        Files:
          Type: AWS::DocDB::DBCluster
          Properties:
            BackupRetentionPeriod: 7
        Alarms: {Type: AWS::SNS::Topic}
      """

  Scenario Outline: A week, or more
    Given `Files.Properties.BackupRetentionPeriod` is set to <days>
    When the policy SPILE-DOC-006 is evaluated
    Then the verdict for Files is pass

    Examples:
      | days   |
      | `7`    |
      | `8`    |
      | `"30"` |

  Scenario: Less than a week
    Given `Files.Properties.BackupRetentionPeriod` is set to `6`
    When the policy SPILE-DOC-006 is evaluated
    Then the verdict for Files is fail
    And the severity for Files is low
    And the finding for Files is at `Files.Properties.BackupRetentionPeriod`
    And the message for Files is "backups of Files are kept for 6 days, where 7 are wanted"

  Scenario: Nothing is stated, which is a day
    Given `Files.Properties.BackupRetentionPeriod` is removed
    When the policy SPILE-DOC-006 is evaluated
    Then the verdict for Files is fail
    And the finding for Files is at `Files.Properties`
    And Files passes once `Files.Properties.BackupRetentionPeriod` is set to `7`

  Scenario: An organisation wants two weeks
    Given the policy parameter "policies.aws.docdb.backup_days.least_days" is `14`
    When the policy SPILE-DOC-006 is evaluated
    Then the verdict for Files is fail

  Scenario: Somebody decides when the stack is made
    Given `Files.Properties.BackupRetentionPeriod` is unknown
    When the policy SPILE-DOC-006 is evaluated
    Then the verdict for Files is unknown

  Scenario: A template without document databases
    Given `Files` is removed
    When the policy SPILE-DOC-006 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_docdb_cluster.db:
        backup_retention_period: 7
      """
    When the policy SPILE-DOC-006 is evaluated
    Then the verdict for aws_docdb_cluster.db is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_docdb_cluster.db:
        backup_retention_period: 1
      """
    When the policy SPILE-DOC-006 is evaluated
    Then the verdict for aws_docdb_cluster.db is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_docdb_cluster.db:
        backup_retention_period: !unknown
      """
    When the policy SPILE-DOC-006 is evaluated
    Then the verdict for aws_docdb_cluster.db is unknown
