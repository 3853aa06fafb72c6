Feature: Data warehouses are backed up
  Redshift takes snapshots every few hours and keeps them for a day, unless the number of days is 0.

  Background:
    Given the template:
      """yaml
      Resources:
        Sales:
          Type: AWS::Redshift::Cluster
          Properties:
            ClusterType: single-node
            NodeType: ra3.large
            AutomatedSnapshotRetentionPeriod: 7
        Alarms: {Type: AWS::SNS::Topic}
      """

  Scenario Outline: Snapshots are kept
    Given `Sales.Properties.AutomatedSnapshotRetentionPeriod` is set to <value>
    When the policy SPILE-RED-009 is evaluated
    Then the verdict for Sales is pass

    Examples:
      | value |
      | `7`   |
      | `1`   |

  Scenario Outline: Snapshots are switched off
    Given `Sales.Properties.AutomatedSnapshotRetentionPeriod` is set to <value>
    When the policy SPILE-RED-009 is evaluated
    Then the verdict for Sales is fail
    And the severity for Sales is high
    And the finding for Sales is at `Sales.Properties.AutomatedSnapshotRetentionPeriod`
    And the message for Sales is "automatic snapshots of Sales are switched off"
    And Sales passes once `Sales.Properties.AutomatedSnapshotRetentionPeriod` is set to `7`

    Examples:
      | value |
      | `0`   |
      | `"0"` |

  Scenario: The day that Redshift gives is enough
    Given `Sales.Properties.AutomatedSnapshotRetentionPeriod` is removed
    When the policy SPILE-RED-009 is evaluated
    Then the verdict for Sales is pass

  Scenario: Somebody decides when the stack is made
    Given `Sales.Properties.AutomatedSnapshotRetentionPeriod` is unknown
    When the policy SPILE-RED-009 is evaluated
    Then the verdict for Sales is unknown

  Scenario: A template without warehouses
    Given `Sales` is removed
    When the policy SPILE-RED-009 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_redshift_cluster.dwh:
        automated_snapshot_retention_period: 7
      """
    When the policy SPILE-RED-009 is evaluated
    Then the verdict for aws_redshift_cluster.dwh is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_redshift_cluster.dwh:
        automated_snapshot_retention_period: 0
      """
    When the policy SPILE-RED-009 is evaluated
    Then the verdict for aws_redshift_cluster.dwh is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_redshift_cluster.dwh:
        automated_snapshot_retention_period: !unknown
      """
    When the policy SPILE-RED-009 is evaluated
    Then the verdict for aws_redshift_cluster.dwh is unknown
