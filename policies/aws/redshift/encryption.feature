Feature: Data warehouses are encrypted at rest
  A data warehouse holds copies of everything; whoever gets at its disks or snapshots reads it, unless they are
  encrypted.

  Background:
    Given the template:
      """yaml
      Resources:
        Sales:
          Type: AWS::Redshift::Cluster
          Properties:
            ClusterType: single-node
            NodeType: ra3.large
            Encrypted: true
        Alarms: {Type: AWS::SNS::Topic}
      """

  Scenario Outline: Encryption is asked for
    Given `Sales.Properties.Encrypted` is set to <value>
    When the policy SPILE-RED-002 is evaluated
    Then the verdict for Sales is pass

    Examples:
      | value    |
      | `true`   |
      | `"true"` |

  Scenario Outline: Encryption is refused
    Given `Sales.Properties.Encrypted` is set to <value>
    When the policy SPILE-RED-002 is evaluated
    Then the verdict for Sales is fail
    And the severity for Sales is high
    And the finding for Sales is at `Sales.Properties.Encrypted`
    And the message for Sales is "the storage of Sales is not encrypted"
    And Sales passes once `Sales.Properties.Encrypted` is set to `true`

    Examples:
      | value     |
      | `false`   |
      | `"false"` |

  Scenario: Encryption is not mentioned
    Given `Sales.Properties.Encrypted` is removed
    When the policy SPILE-RED-002 is evaluated
    Then the verdict for Sales is fail
    And the finding for Sales is at `Sales.Properties`
    And the message for Sales is "the storage of Sales is not encrypted"

  Scenario: Somebody decides when the stack is made
    Given `Sales.Properties.Encrypted` is unknown
    When the policy SPILE-RED-002 is evaluated
    Then the verdict for Sales is unknown

  Scenario: A template without warehouses
    Given `Sales` is removed
    When the policy SPILE-RED-002 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_redshift_cluster.dwh:
        encrypted: true
      """
    When the policy SPILE-RED-002 is evaluated
    Then the verdict for aws_redshift_cluster.dwh is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_redshift_cluster.dwh:
        encrypted: false
      """
    When the policy SPILE-RED-002 is evaluated
    Then the verdict for aws_redshift_cluster.dwh is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_redshift_cluster.dwh:
        encrypted: !unknown
      """
    When the policy SPILE-RED-002 is evaluated
    Then the verdict for aws_redshift_cluster.dwh is unknown
