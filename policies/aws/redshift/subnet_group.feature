Feature: Data warehouses stand in a virtual network
  A cluster without subnets of its own stands in the default network, or outside of any.

  Background:
    Given the template:
      """yaml
      Resources:
        Sales:
          Type: AWS::Redshift::Cluster
          Properties:
            ClusterType: single-node
            NodeType: ra3.large
            ClusterSubnetGroupName: private
        Alarms: {Type: AWS::SNS::Topic}
      """

  Scenario: Subnets are named
    When the policy SPILE-RED-011 is evaluated
    Then the verdict for Sales is pass

  Scenario: No subnets are named
    Given `Sales.Properties.ClusterSubnetGroupName` is removed
    When the policy SPILE-RED-011 is evaluated
    Then the verdict for Sales is fail
    And the severity for Sales is medium
    And the finding for Sales is at `Sales.Properties`
    And the message for Sales is "Sales names no subnets of its own"
    And Sales passes once `Sales.Properties.ClusterSubnetGroupName` is set to `private`

  Scenario: A group that is given when the stack is made is a group
    Given `Sales.Properties.ClusterSubnetGroupName` is set to `!ImportValue private-subnets`
    When the policy SPILE-RED-011 is evaluated
    Then the verdict for Sales is pass

  Scenario: A template without warehouses
    Given `Sales` is removed
    When the policy SPILE-RED-011 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_redshift_cluster.dwh:
        cluster_subnet_group_name: !ref aws_redshift_subnet_group.inside.name
      aws_redshift_subnet_group.inside:
        subnet_ids: [subnet-1]
      """
    When the policy SPILE-RED-011 is evaluated
    Then the verdict for aws_redshift_cluster.dwh is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_redshift_cluster.dwh:
        cluster_identifier: dwh
      """
    When the policy SPILE-RED-011 is evaluated
    Then the verdict for aws_redshift_cluster.dwh is fail
