Feature: Nodes that can be entered by SSH name who may

  Background:
    Given the template:
      """yaml
      Resources:
        Nodes:
          Type: AWS::EKS::Nodegroup
          Properties:
            ClusterName: fleet
            NodeRole: arn:aws:iam::123456789012:role/node
            Subnets: [subnet-1]
            RemoteAccess:
              Ec2SshKey: admin
              SourceSecurityGroups: [sg-1]
      """

  Scenario: From named groups
    When the policy SPILE-EKS-005 is evaluated
    Then the verdict for Nodes is pass

  Scenario: Without a key there is no SSH
    Given `Nodes.Properties.RemoteAccess` is removed
    When the policy SPILE-EKS-005 is evaluated
    Then the verdict for Nodes is not applicable

  Scenario: The finding says what is wrong, and where
    Given `Nodes.Properties.RemoteAccess.SourceSecurityGroups` is removed
    When the policy SPILE-EKS-005 is evaluated
    Then the finding for Nodes is at `Nodes.Properties.RemoteAccess`
    And the message for Nodes is "the whole internet may try the SSH key of Nodes"
    And the severity for Nodes is high
    And Nodes passes once `Nodes.Properties.RemoteAccess.SourceSecurityGroups` is set to `[sg-1]`

  Scenario: Nobody can tell
    Given `Nodes.Properties.RemoteAccess` is unknown
    When the policy SPILE-EKS-005 is evaluated
    Then the verdict for Nodes is unknown

  Scenario: A template without nodes
    Given `Nodes.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-EKS-005 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_eks_node_group.n:
        node_group_name: n
        remote_access: [{ec2_ssh_key: k, source_security_group_ids: [sg-1]}]
      """
    When the policy SPILE-EKS-005 is evaluated
    Then the verdict for aws_eks_node_group.n is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_eks_node_group.n:
        node_group_name: n
        remote_access: [{ec2_ssh_key: k}]
      """
    When the policy SPILE-EKS-005 is evaluated
    Then the verdict for aws_eks_node_group.n is fail

  Scenario: A plan of Terraform that it does not concern
    Given the planned resources:
      """yaml
      aws_eks_node_group.n:
        node_group_name: n
      """
    When the policy SPILE-EKS-005 is evaluated
    Then the verdict for aws_eks_node_group.n is not applicable
