Feature: Graph databases record queries
  Neptune hands its audit log to CloudWatch, where it is asked to.

  Background:
    Given the template:
      """yaml
      Resources:
        Graph:
          Type: AWS::Neptune::DBCluster
          Properties:
            EnableCloudwatchLogsExports: [audit]
        Alarms: {Type: AWS::SNS::Topic}
      """

  Scenario Outline: The audit log is exported
    Given `Graph.Properties.EnableCloudwatchLogsExports` is set to <logs>
    When the policy SPILE-NEP-002 is evaluated
    Then the verdict for Graph is pass

    Examples:
      | logs                 |
      | `[audit]`            |
      | `[slowquery, audit]` |

  Scenario Outline: Another log, or none
    Given `Graph.Properties.EnableCloudwatchLogsExports` is set to <logs>
    When the policy SPILE-NEP-002 is evaluated
    Then the verdict for Graph is fail
    And the severity for Graph is medium
    And the finding for Graph is at `Graph.Properties.EnableCloudwatchLogsExports`
    And the message for Graph is "nobody can tell later who asked Graph for what"

    Examples:
      | logs          |
      | `[slowquery]` |
      | `[]`          |

  Scenario: Exports are not mentioned
    Given `Graph.Properties.EnableCloudwatchLogsExports` is removed
    When the policy SPILE-NEP-002 is evaluated
    Then the verdict for Graph is fail
    And the finding for Graph is at `Graph.Properties`
    And Graph passes once `Graph.Properties.EnableCloudwatchLogsExports` is set to `[audit]`

  Scenario: Somebody decides when the stack is made
    Given `Graph.Properties.EnableCloudwatchLogsExports` is unknown
    When the policy SPILE-NEP-002 is evaluated
    Then the verdict for Graph is unknown

  Scenario: A template without graph databases
    Given `Graph` is removed
    When the policy SPILE-NEP-002 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_neptune_cluster.db:
        enable_cloudwatch_logs_exports: [audit]
      """
    When the policy SPILE-NEP-002 is evaluated
    Then the verdict for aws_neptune_cluster.db is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_neptune_cluster.db:
        enable_cloudwatch_logs_exports: []
      """
    When the policy SPILE-NEP-002 is evaluated
    Then the verdict for aws_neptune_cluster.db is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_neptune_cluster.db:
        enable_cloudwatch_logs_exports: !unknown
      """
    When the policy SPILE-NEP-002 is evaluated
    Then the verdict for aws_neptune_cluster.db is unknown
