Feature: Data warehouses are looked after
  Three settings together keep a warehouse in order: a window for maintenance, new versions, and snapshots.

  Background:
    Given the template:
      """yaml
      Resources:
        Sales:
          Type: AWS::Redshift::Cluster
          Properties:
            ClusterType: single-node
            NodeType: ra3.large
            PreferredMaintenanceWindow: "mon:03:00-mon:04:00"
        Alarms: {Type: AWS::SNS::Topic}
      """

  Scenario: A window is enough: the rest is on unless it is switched off
    When the policy SPILE-RED-008 is evaluated
    Then the verdict for Sales is pass

  Scenario: What is on may be stated
    Given `Sales.Properties.AllowVersionUpgrade` is set to `true`
    And `Sales.Properties.AutomatedSnapshotRetentionPeriod` is set to `1`
    When the policy SPILE-RED-008 is evaluated
    Then the verdict for Sales is pass

  Scenario: No window
    Given `Sales.Properties.PreferredMaintenanceWindow` is removed
    When the policy SPILE-RED-008 is evaluated
    Then the verdict for Sales is fail
    And the severity for Sales is low
    And the finding for Sales is at `Sales.Properties`
    And the message for Sales is "Sales does not say when it may be maintained"

  Scenario: New versions are refused
    Given `Sales.Properties.AllowVersionUpgrade` is set to `false`
    When the policy SPILE-RED-008 is evaluated
    Then the verdict for Sales is fail
    And the finding for Sales is at `Sales.Properties.AllowVersionUpgrade`
    And the message for Sales is "Sales refuses new versions, with their corrections"

  Scenario: Snapshots are switched off
    Given `Sales.Properties.AutomatedSnapshotRetentionPeriod` is set to `0`
    When the policy SPILE-RED-008 is evaluated
    Then the verdict for Sales is fail
    And the finding for Sales is at `Sales.Properties.AutomatedSnapshotRetentionPeriod`
    And the message for Sales is "automatic snapshots of Sales are switched off"

  Scenario Outline: Somebody decides when the stack is made
    Given `Sales.Properties.<what>` is unknown
    When the policy SPILE-RED-008 is evaluated
    Then the verdict for Sales is unknown

    Examples:
      | what                             |
      | AllowVersionUpgrade              |
      | AutomatedSnapshotRetentionPeriod |

  Scenario: A template without warehouses
    Given `Sales` is removed
    When the policy SPILE-RED-008 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_redshift_cluster.dwh:
        preferred_maintenance_window: sun:05:00-sun:06:00
        allow_version_upgrade: true
        automated_snapshot_retention_period: 7
      """
    When the policy SPILE-RED-008 is evaluated
    Then the verdict for aws_redshift_cluster.dwh is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_redshift_cluster.dwh:
        preferred_maintenance_window: sun:05:00-sun:06:00
        allow_version_upgrade: false
      """
    When the policy SPILE-RED-008 is evaluated
    Then the verdict for aws_redshift_cluster.dwh is fail
