Feature: Data warehouses say that they have no public address
  What Redshift does where the template does not say has changed over the years, so the template should say.

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

  Scenario: It is stated
    When the policy SPILE-RED-004 is evaluated
    Then the verdict for Sales is pass

  Scenario: The contrary is stated
    Given `Sales.Properties.PubliclyAccessible` is set to `true`
    When the policy SPILE-RED-004 is evaluated
    Then the verdict for Sales is fail
    And the severity for Sales is medium
    And the finding for Sales is at `Sales.Properties.PubliclyAccessible`
    And the message for Sales is "Sales does not say that it has no public address"
    And Sales passes once `Sales.Properties.PubliclyAccessible` is set to `false`

  Scenario: It is not stated
    Given `Sales.Properties.PubliclyAccessible` is removed
    When the policy SPILE-RED-004 is evaluated
    Then the verdict for Sales is fail
    And the finding for Sales is at `Sales.Properties`
    And the message for Sales is "Sales does not say that it has no public address"

  Scenario: Somebody decides when the stack is made
    Given `Sales.Properties.PubliclyAccessible` is unknown
    When the policy SPILE-RED-004 is evaluated
    Then the verdict for Sales is unknown

  Scenario: A template without warehouses
    Given `Sales` is removed
    When the policy SPILE-RED-004 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_redshift_cluster.dwh:
        publicly_accessible: false
      """
    When the policy SPILE-RED-004 is evaluated
    Then the verdict for aws_redshift_cluster.dwh is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_redshift_cluster.dwh:
        publicly_accessible: true
      """
    When the policy SPILE-RED-004 is evaluated
    Then the verdict for aws_redshift_cluster.dwh is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_redshift_cluster.dwh:
        publicly_accessible: !unknown
      """
    When the policy SPILE-RED-004 is evaluated
    Then the verdict for aws_redshift_cluster.dwh is unknown
