Feature: Network ACLs keep administration ports closed to the world
  A network ACL is the second lock in front of SSH and Remote Desktop; open to everybody it is none. Which ports
  are meant is a parameter of the policy.

  Background:
    Given the template:
      """yaml
      Resources:
        Fence:
          Type: AWS::EC2::NetworkAcl
          Properties: {VpcId: vpc-1}
        Other:
          Type: AWS::EC2::NetworkAcl
          Properties: {VpcId: vpc-1}
        First:
          Type: AWS::EC2::NetworkAclEntry
          Properties: {NetworkAclId: !Ref Fence, RuleNumber: 100, Egress: false, Protocol: 6, RuleAction: allow, CidrBlock: 10.0.0.0/16, PortRange: {From: 443, To: 443}}
        Second:
          Type: AWS::EC2::NetworkAclEntry
          Properties: {NetworkAclId: !Ref Fence, RuleNumber: 200, Egress: false, Protocol: 6, RuleAction: allow, CidrBlock: 10.0.0.0/16, PortRange: {From: 8000, To: 8080}}
      """

  Scenario: Another port, for the inside
    When the policy SPILE-EC2-021 is evaluated
    Then the verdict for First is pass
    And the verdict for Second is pass

  Scenario Outline: An administration port, for everybody
    Given `First.Properties` is set to `{NetworkAclId: !Ref Fence, RuleNumber: 100, RuleAction: allow, <rest>}`
    When the policy SPILE-EC2-021 is evaluated
    Then the verdict for First is fail
    And the severity for First is medium
    And the message for First is "First admits the whole internet to an administration port"

    Examples:
      | rest                                                                  |
      | Protocol: 6, CidrBlock: 0.0.0.0/0, PortRange: {From: 22, To: 22}      |
      | Protocol: 6, CidrBlock: 0.0.0.0/0, PortRange: {From: 3000, To: 4000}  |
      | Protocol: 6, Ipv6CidrBlock: "::/0", PortRange: {From: 3389, To: 3389} |
      | Protocol: -1, CidrBlock: 0.0.0.0/0                                    |
      | Protocol: 6, CidrBlock: 0.0.0.0/0                                     |

  Scenario: The place is the range
    Given `First.Properties.PortRange` is set to `{From: 22, To: 22}`
    And `First.Properties.CidrBlock` is set to `0.0.0.0/0`
    When the policy SPILE-EC2-021 is evaluated
    Then the finding for First is at `First.Properties.CidrBlock`
    And First passes once `First.Properties.CidrBlock` is set to `192.0.2.0/24`

  Scenario Outline: Other ports, protocols and addresses
    Given `First.Properties` is set to `{NetworkAclId: !Ref Fence, RuleNumber: 100, RuleAction: allow, <rest>}`
    When the policy SPILE-EC2-021 is evaluated
    Then the verdict for First is pass

    Examples:
      | rest                                                               |
      | Protocol: 6, CidrBlock: 0.0.0.0/0, PortRange: {From: 443, To: 443} |
      | Protocol: 17, CidrBlock: 0.0.0.0/0, PortRange: {From: 22, To: 22}  |
      | Protocol: 6, CidrBlock: 10.0.0.0/8, PortRange: {From: 22, To: 22}  |
      | Protocol: 6, PortRange: {From: 22, To: 22}                         |

  Scenario Outline: What is denied, and what goes out
    Given `First.Properties.<what>` is set to <value>
    When the policy SPILE-EC2-021 is evaluated
    Then the verdict for First is not applicable

    Examples:
      | what       | value  |
      | RuleAction | `deny` |
      | Egress     | `true` |

  Scenario: An organisation has a port of its own
    Given the policy parameter "policies.aws.ec2.acl_admin_ports.admin_ports" is `{443}`
    And `First.Properties.CidrBlock` is set to `0.0.0.0/0`
    When the policy SPILE-EC2-021 is evaluated
    Then the verdict for First is fail

  Scenario Outline: Somebody decides when the stack is made
    Given `First.Properties.PortRange` is set to `{From: 22, To: 22}`
    And `First.Properties.CidrBlock` is set to `0.0.0.0/0`
    And `First.Properties.<what>` is unknown
    When the policy SPILE-EC2-021 is evaluated
    Then the verdict for First is unknown

    Examples:
      | what           |
      | CidrBlock      |
      | Protocol       |
      | PortRange.From |
      | RuleAction     |
      | Egress         |

  Scenario: A template without entries
    Given `First` is removed
    And `Second` is removed
    When the policy SPILE-EC2-021 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_network_acl_rule.in:
        network_acl_id: acl-1
        rule_number: 100
        egress: false
        rule_action: allow
        protocol: "6"
        from_port: 443
        to_port: 443
        cidr_block: 0.0.0.0/0
      """
    When the policy SPILE-EC2-021 is evaluated
    Then the verdict for aws_network_acl_rule.in is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_network_acl_rule.in:
        network_acl_id: acl-1
        rule_number: 100
        egress: false
        rule_action: allow
        protocol: "6"
        from_port: 22
        to_port: 22
        cidr_block: 0.0.0.0/0
      """
    When the policy SPILE-EC2-021 is evaluated
    Then the verdict for aws_network_acl_rule.in is fail
