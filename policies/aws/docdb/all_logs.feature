Feature: Document databases record statements, and slow ones
  Who did what, and what took long, stand in two logs. Both are wanted; which ones is a parameter of the policy.

  Background:
    Given the template:
      """yaml
      Resources:
        Files:
          Type: AWS::DocDB::DBCluster
          Properties:
            EnableCloudwatchLogsExports: [audit, profiler]
        Alarms: {Type: AWS::SNS::Topic}
      """

  Scenario: Both logs are exported
    When the policy SPILE-DOC-003 is evaluated
    Then the verdict for Files is pass

  Scenario Outline: One of them is missing
    Given `Files.Properties.EnableCloudwatchLogsExports` is set to <logs>
    When the policy SPILE-DOC-003 is evaluated
    Then the verdict for Files is fail
    And the severity for Files is low
    And the finding for Files is at `Files.Properties.EnableCloudwatchLogsExports`
    And the message for Files is "Files does not export the log <log>"

    Examples:
      | logs         | log      |
      | `[audit]`    | profiler |
      | `[profiler]` | audit    |

  Scenario: Exports are not mentioned
    Given `Files.Properties.EnableCloudwatchLogsExports` is removed
    When the policy SPILE-DOC-003 is evaluated
    Then the verdict for Files is fail

  Scenario: An organisation wants the log of statements alone
    Given the policy parameter "policies.aws.docdb.all_logs.kinds" is `["audit"]`
    And `Files.Properties.EnableCloudwatchLogsExports` is set to `[audit]`
    When the policy SPILE-DOC-003 is evaluated
    Then the verdict for Files is pass

  Scenario: Somebody decides when the stack is made
    Given `Files.Properties.EnableCloudwatchLogsExports` is unknown
    When the policy SPILE-DOC-003 is evaluated
    Then the verdict for Files is unknown

  Scenario: A template without document databases
    Given `Files` is removed
    When the policy SPILE-DOC-003 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_docdb_cluster.db:
        enabled_cloudwatch_logs_exports: [audit, profiler]
      """
    When the policy SPILE-DOC-003 is evaluated
    Then the verdict for aws_docdb_cluster.db is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_docdb_cluster.db:
        enabled_cloudwatch_logs_exports: [audit]
      """
    When the policy SPILE-DOC-003 is evaluated
    Then the verdict for aws_docdb_cluster.db is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_docdb_cluster.db:
        enabled_cloudwatch_logs_exports: !unknown
      """
    When the policy SPILE-DOC-003 is evaluated
    Then the verdict for aws_docdb_cluster.db is unknown
