Feature: Data warehouses move data through the virtual network
  What COPY and UNLOAD move goes over the internet, unless enhanced routing keeps it in the virtual network, where
  security groups and flow logs are.

  Background:
    Given the template:
      """yaml
      Resources:
        Sales:
          Type: AWS::Redshift::Cluster
          Properties:
            ClusterType: single-node
            NodeType: ra3.large
            EnhancedVpcRouting: true
        Alarms: {Type: AWS::SNS::Topic}
      """

  Scenario: The virtual network is used
    When the policy SPILE-RED-010 is evaluated
    Then the verdict for Sales is pass

  Scenario Outline: The virtual network is gone around
    Given `Sales.Properties.EnhancedVpcRouting` is set to <value>
    When the policy SPILE-RED-010 is evaluated
    Then the verdict for Sales is fail
    And the severity for Sales is low
    And the finding for Sales is at `Sales.Properties.EnhancedVpcRouting`
    And the message for Sales is "what Sales copies and unloads goes around the rules of the virtual network"
    And Sales passes once `Sales.Properties.EnhancedVpcRouting` is set to `true`

    Examples:
      | value     |
      | `false`   |
      | `"false"` |

  Scenario: Routing is not mentioned
    Given `Sales.Properties.EnhancedVpcRouting` is removed
    When the policy SPILE-RED-010 is evaluated
    Then the verdict for Sales is fail
    And the finding for Sales is at `Sales.Properties`
    And the message for Sales is "what Sales copies and unloads goes around the rules of the virtual network"

  Scenario: Somebody decides when the stack is made
    Given `Sales.Properties.EnhancedVpcRouting` is unknown
    When the policy SPILE-RED-010 is evaluated
    Then the verdict for Sales is unknown

  Scenario: A template without warehouses
    Given `Sales` is removed
    When the policy SPILE-RED-010 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_redshift_cluster.dwh:
        enhanced_vpc_routing: true
      """
    When the policy SPILE-RED-010 is evaluated
    Then the verdict for aws_redshift_cluster.dwh is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_redshift_cluster.dwh:
        enhanced_vpc_routing: false
      """
    When the policy SPILE-RED-010 is evaluated
    Then the verdict for aws_redshift_cluster.dwh is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_redshift_cluster.dwh:
        enhanced_vpc_routing: !unknown
      """
    When the policy SPILE-RED-010 is evaluated
    Then the verdict for aws_redshift_cluster.dwh is unknown
