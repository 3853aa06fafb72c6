Feature: Data warehouses ask for no public address
  A warehouse that asks for a public address can be reached by everybody whom its security groups let in.

  Background:
    Given the template:
      """yaml
      Resources:
        Sales:
          Type: AWS::Redshift::Cluster
          Properties:
            ClusterType: single-node
            NodeType: ra3.large
            PubliclyAccessible: false
        Alarms: {Type: AWS::SNS::Topic}
      """

  Scenario Outline: A public address is refused
    Given `Sales.Properties.PubliclyAccessible` is set to <value>
    When the policy SPILE-RED-003 is evaluated
    Then the verdict for Sales is pass

    Examples:
      | value     |
      | `false`   |
      | `"false"` |

  Scenario Outline: A public address is asked for
    Given `Sales.Properties.PubliclyAccessible` is set to <value>
    When the policy SPILE-RED-003 is evaluated
    Then the verdict for Sales is fail
    And the severity for Sales is critical
    And the finding for Sales is at `Sales.Properties.PubliclyAccessible`
    And the message for Sales is "Sales asks for a public address"
    And Sales passes once `Sales.Properties.PubliclyAccessible` is set to `false`

    Examples:
      | value    |
      | `true`   |
      | `"true"` |

  Scenario: Nothing is asked for
    Given `Sales.Properties.PubliclyAccessible` is removed
    When the policy SPILE-RED-003 is evaluated
    Then the verdict for Sales is pass

  Scenario: Somebody decides when the stack is made
    Given `Sales.Properties.PubliclyAccessible` is unknown
    When the policy SPILE-RED-003 is evaluated
    Then the verdict for Sales is unknown

  Scenario: A template without warehouses
    Given `Sales` is removed
    When the policy SPILE-RED-003 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_redshift_cluster.dwh:
        publicly_accessible: false
      """
    When the policy SPILE-RED-003 is evaluated
    Then the verdict for aws_redshift_cluster.dwh is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_redshift_cluster.dwh:
        publicly_accessible: true
      """
    When the policy SPILE-RED-003 is evaluated
    Then the verdict for aws_redshift_cluster.dwh is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_redshift_cluster.dwh:
        publicly_accessible: !unknown
      """
    When the policy SPILE-RED-003 is evaluated
    Then the verdict for aws_redshift_cluster.dwh is unknown
