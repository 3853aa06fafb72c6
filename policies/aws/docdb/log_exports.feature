Feature: Logs of document databases go to CloudWatch
  DocumentDB hands two logs to CloudWatch, where it is asked to: of statements, and of slow ones. One of them is
  enough here.

  Background:
    Given the template:
      """yaml
      Resources:
        Files:
          Type: AWS::DocDB::DBCluster
          Properties:
            EnableCloudwatchLogsExports: [audit]
        Alarms: {Type: AWS::SNS::Topic}
      """

  Scenario Outline: A log is exported
    Given `Files.Properties.EnableCloudwatchLogsExports` is set to <logs>
    When the policy SPILE-DOC-002 is evaluated
    Then the verdict for Files is pass

    Examples:
      | logs                |
      | `[audit]`           |
      | `[profiler]`        |
      | `[profiler, audit]` |

  Scenario Outline: Another log, or none
    Given `Files.Properties.EnableCloudwatchLogsExports` is set to <logs>
    When the policy SPILE-DOC-002 is evaluated
    Then the verdict for Files is fail
    And the severity for Files is medium
    And the finding for Files is at `Files.Properties.EnableCloudwatchLogsExports`
    And the message for Files is "logs of Files stay inside"

    Examples:
      | logs     |
      | `[slow]` |
      | `[]`     |

  Scenario: Exports are not mentioned
    Given `Files.Properties.EnableCloudwatchLogsExports` is removed
    When the policy SPILE-DOC-002 is evaluated
    Then the verdict for Files is fail
    And the finding for Files is at `Files.Properties`
    And Files passes once `Files.Properties.EnableCloudwatchLogsExports` is set to `[audit]`

  Scenario: Somebody decides when the stack is made
    Given `Files.Properties.EnableCloudwatchLogsExports` is unknown
    When the policy SPILE-DOC-002 is evaluated
    Then the verdict for Files is unknown

  Scenario: A log is named when the stack is made
    Given `Files.Properties.EnableCloudwatchLogsExports[0]` is unknown
    When the policy SPILE-DOC-002 is evaluated
    Then the verdict for Files is unknown

  Scenario: A template without document databases
    Given `Files` is removed
    When the policy SPILE-DOC-002 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_docdb_cluster.db:
        enabled_cloudwatch_logs_exports: [audit]
      """
    When the policy SPILE-DOC-002 is evaluated
    Then the verdict for aws_docdb_cluster.db is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_docdb_cluster.db:
        enabled_cloudwatch_logs_exports: []
      """
    When the policy SPILE-DOC-002 is evaluated
    Then the verdict for aws_docdb_cluster.db is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_docdb_cluster.db:
        enabled_cloudwatch_logs_exports: !unknown
      """
    When the policy SPILE-DOC-002 is evaluated
    Then the verdict for aws_docdb_cluster.db is unknown
