Feature: Entries of a network ACL do not share ports
  Of two entries about the same port, the one with the lower number decides, and whoever reads the other one is
  misled.

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

  Scenario: Each port stands in one entry
    When the policy SPILE-EC2-020 is evaluated
    Then the verdict for First is pass
    And the verdict for Second is pass

  Scenario Outline: A port stands in two
    Given `Second.Properties.PortRange` is set to `<range>`
    When the policy SPILE-EC2-020 is evaluated
    Then the verdict for First is fail
    And the severity for First is low
    And the verdict for Second is fail

    Examples:
      | range                |
      | {From: 443, To: 443} |
      | {From: 400, To: 443} |
      | {From: 443, To: 500} |
      | {From: 1, To: 65535} |

  Scenario: The place and the message
    Given `Second.Properties.PortRange` is set to `{From: 400, To: 500}`
    When the policy SPILE-EC2-020 is evaluated
    Then the finding for First is at `First.Properties.PortRange.From`
    And the message for First is "First and Second are about the same ports of one network ACL, so the one with the lower number decides"
    And First passes once `Second.Properties.PortRange.To` is set to `442`

  Scenario Outline: Next to it is not in it
    Given `Second.Properties.PortRange` is set to `<range>`
    When the policy SPILE-EC2-020 is evaluated
    Then the verdict for First is pass

    Examples:
      | range                |
      | {From: 400, To: 442} |
      | {From: 444, To: 500} |

  Scenario Outline: Lists, protocols and kinds of addresses are told apart
    Given `Second.Properties.PortRange` is set to `{From: 443, To: 443}`
    And `Second.Properties.<what>` is <edit>
    When the policy SPILE-EC2-020 is evaluated
    Then the verdict for First is pass

    Examples:
      | what         | edit                |
      | Egress       | set to `true`       |
      | NetworkAclId | set to `!Ref Other` |
      | Protocol     | set to `17`         |

  Scenario: IPv6 is another kind of address
    Given `Second.Properties` is set to `{NetworkAclId: !Ref Fence, RuleNumber: 200, Protocol: 6, RuleAction: allow, Ipv6CidrBlock: "::/0", PortRange: {From: 443, To: 443}}`
    When the policy SPILE-EC2-020 is evaluated
    Then the verdict for First is pass
    And the verdict for Second is pass

  Scenario Outline: An entry without ports shares none
    Given `Second.Properties.PortRange` is set to `{From: 443, To: 443}`
    And `Second.Properties.PortRange.<end>` is removed
    When the policy SPILE-EC2-020 is evaluated
    Then the verdict for First is pass
    And the verdict for Second is not applicable

    Examples:
      | end  |
      | From |
      | To   |

  Scenario Outline: Somebody decides when the stack is made
    Given `Second.Properties.PortRange` is set to `{From: 443, To: 443}`
    And `Second.Properties.<what>` is unknown
    When the policy SPILE-EC2-020 is evaluated
    Then the verdict for First is unknown

    Examples:
      | what           |
      | PortRange.From |
      | Protocol       |
      | Egress         |
      | NetworkAclId   |

  Scenario: A template without entries
    Given `First` is removed
    And `Second` is removed
    When the policy SPILE-EC2-020 is evaluated
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
        cidr_block: 10.0.0.0/8
      aws_network_acl_rule.other:
        network_acl_id: acl-1
        rule_number: 200
        egress: false
        rule_action: allow
        protocol: "6"
        from_port: 80
        to_port: 80
        cidr_block: 10.0.0.0/8
      """
    When the policy SPILE-EC2-020 is evaluated
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
        from_port: 443
        to_port: 443
        cidr_block: 10.0.0.0/8
      aws_network_acl_rule.other:
        network_acl_id: acl-1
        rule_number: 200
        egress: false
        rule_action: allow
        protocol: "6"
        from_port: 400
        to_port: 500
        cidr_block: 10.0.0.0/8
      """
    When the policy SPILE-EC2-020 is evaluated
    Then the verdict for aws_network_acl_rule.in is fail
